"""What the history tab asks of the services: pages of entries, and putting one back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from casedesk.domain.errors import KnownError
from casedesk.domain.records import Record
from casedesk.domain.views.history import HistoryLine, HistoryPage
from casedesk.domain.views.saved import Saved
from casedesk.services.history import history_of_family, restore
from casedesk.services.session import Session
from casedesk.ui.desk import Desk
from casedesk.ui.jobs import Job
from casedesk.ui.saving import save

PAGE = 50
STANDS_SO = "It stands like that already: nothing was changed."


class HistoryPresenter(QObject):
    """Signals: answered(page): from the newest on; added(page): older ones; failed(sentence)."""

    answered = Signal(object)
    added = Signal(object)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self.ref = ""
        self.read_so_far = 0
        self.total = 0

    def read(self, ref: str) -> None:
        """Read the newest entries: as many as there were, of a family that is shown already."""
        if ref != self.ref:
            self.ref, self.read_so_far, self.total = ref, 0, 0
        self._ask(0, max(PAGE, self.read_so_far), self._on_page)

    def more(self) -> None:
        """Read the next older ones, if there are any and none are being read."""
        is_reading = self._job is not None and not self._job.is_over
        if not is_reading and self.read_so_far < self.total:
            self._ask(self.read_so_far, PAGE, self._on_more)

    def restore(
        self,
        line: HistoryLine,
        field: str | None,
        done: Callable[[], None],
        refused: Callable[[KnownError], None],
    ) -> None:
        """Put back one field, or all that an entry changed."""
        work = partial(_restored, self._desk.session, line, field)
        save(self._desk, self, work, lambda _: done(), refused)

    def _ask(self, offset: int, limit: int, done: Callable[[HistoryPage], None]) -> None:
        if self._job is not None and not self._job.is_over:
            self._job.cancel()
        work = partial(history_of_family, self._desk.session, self.ref, offset=offset, limit=limit)
        self._job = self._desk.jobs.read(self, work, done, self._on_failed)

    def _on_page(self, page: HistoryPage) -> None:
        self._job = None
        self.read_so_far, self.total = len(page.lines), page.total
        self.answered.emit(page)

    def _on_more(self, page: HistoryPage) -> None:
        self._job = None
        self.read_so_far, self.total = page.offset + len(page.lines), page.total
        self.added.emit(page)

    def _on_failed(self, error: KnownError) -> None:
        self._job = None
        self.failed.emit(error.sentence)


def _restored(session: Session, line: HistoryLine, field: str | None) -> Saved[Record]:
    saved = restore(session, line.device, line.sequence, field=field)
    if saved.undo is not None and saved.undo.last < saved.undo.first:
        return replace(saved, sentence=STANDS_SO, undo=None)
    return saved
