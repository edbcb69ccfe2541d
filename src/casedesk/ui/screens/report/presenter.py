"""What the report page asks of the services, and the choices it is at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from casedesk.domain.errors import KnownError
from casedesk.domain.views.report_preview import (
    ReaderChoice,
    RecipientChoice,
    ReportChoices,
    ReportLook,
    SentReport,
)
from casedesk.services.note_printing import Paper
from casedesk.services.report_recipients import (
    readers_to_choose,
    recipients_to_choose,
    report_family_name,
)
from casedesk.ui.desk import Desk
from casedesk.ui.job import Job
from casedesk.ui.screens.report.makers import Maker, maker_of
from casedesk.ui.screens.report.rendering import render_pages

DOTS = 144.0

_Offer = tuple[str, tuple[RecipientChoice, ...], tuple[ReaderChoice, ...]]


class ReportPresenter(QObject):
    """Keeps one family's choices; an answer to older choices is dropped.

    Signals:
        offered(family, recipients, readers): what the family is called, who it may be for.
        looked(look): what would go and what stays behind.
        drawn(pages): the preview's pages, as pictures.
        sent(report): it was saved or printed, and stands in the sharing log.
        refused(sentence): why something could not be done.
    """

    offered = Signal(str, object, object)
    looked = Signal(object)
    drawn = Signal(object)
    sent = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.ref = ""
        self.maker: Maker = maker_of(desk.session, "", None)
        self.choices: ReportChoices | None = None
        self.needs_reader: frozenset[str] = frozenset()
        self._under_way: list[Job] = []

    def begin(self, ref: str, paper: Paper | None = None) -> None:
        """Begin a report about a family (or a note of its, or its chronology), for nobody yet."""
        self._drop()
        self.ref, self.choices = ref, None
        session = self._desk.session
        self.maker = maker_of(session, ref, paper)

        def offer() -> _Offer:
            return (
                report_family_name(session, ref),
                recipients_to_choose(session, ref),
                readers_to_choose(session, ref),
            )

        self._desk.jobs.read(self, offer, self._on_offer)

    def choose(self, **changes: Any) -> None:
        """Change who it is for, the day, the sections or what is let go, and look again."""
        if self.choices is None:
            recipient = changes.get("recipient")
            if not recipient:
                return
            self.choices = ReportChoices(recipient=recipient)
        self.choices = replace(self.choices, **changes)
        self._look()

    def let_go(self, item: str, *, go: bool) -> None:
        """Let an item go although its words name somebody, or leave it out."""
        if self.choices is not None:
            chosen = self.choices.let_go
            self.choose(let_go=chosen | {item} if go else chosen - {item})

    def save(self, target: Path) -> None:
        """Write the report, with its entry in the sharing log."""
        if self.choices is not None:
            self._send(partial(self.maker.save, self.choices, target))

    def print(self, hand: Callable[[bytes], None]) -> None:
        """Give the report to `hand`, which prints it, with its entry in the sharing log."""
        if self.choices is not None:
            self._send(partial(self.maker.print, self.choices, hand))

    def _send(self, work: Callable[[], SentReport]) -> None:
        self._desk.write(self, work, self.sent.emit, self._on_failed, kinds=("Disclosure",))

    def _look(self) -> None:
        self._drop()
        choices = self.choices
        if choices is None:
            return
        work = partial(self.maker.look, choices)
        self._under_way = [
            self._desk.jobs.read(self, work, partial(self._on_look, choices), self._on_failed)
        ]

    def _on_offer(self, offer: _Offer) -> None:
        family, recipients, readers = offer
        self.needs_reader = frozenset(one.id for one in recipients if one.needs_reader)
        self.offered.emit(family, recipients, readers)

    def _on_look(self, choices: ReportChoices, look: ReportLook) -> None:
        self.looked.emit(look)
        if look.refusal is not None:
            self.drawn.emit([])
            return
        preview = self.maker.preview

        def draw() -> list[QImage]:
            return render_pages(preview(choices), DOTS)

        # A preview stands in the access log, so it is a write.
        self._under_way = [self._desk.jobs.write(self, draw, self.drawn.emit, self._on_failed)]

    def _on_failed(self, error: KnownError) -> None:
        self.refused.emit(error.sentence)

    def _drop(self) -> None:
        for job in self._under_way:
            job.cancel()
        self._under_way = []
