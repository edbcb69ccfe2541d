"""What the criteria tab asks of the services: the cards, decisions, and what is recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from casedesk.domain.views.criteria_page import CriterionCard
from casedesk.domain.views.saved import Saved
from casedesk.services.criteria_page import criteria_page, packs_side_by_side
from casedesk.services.deciding import change_decision, confirm, disagree
from casedesk.services.recording import (
    FactEntry,
    RecordingChoices,
    record_check,
    record_fact,
    record_judgement,
    recording_choices,
)
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_end import FormEnd, save_form
from casedesk.ui.screens.family.tab_presenter import TabPresenter

T = TypeVar("T")


class CriteriaPresenter(TabPresenter):
    """Keeps which family, which day and which programme; answers to older questions are dropped.

    Signals:
        asked(): the records are being read.
        answered(page): the cards.
        compared(columns): every programme side by side.
        failed(sentence): the records could not be read.
    """

    asked = Signal()
    compared = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.day: date | None = None
        self.programme: str | None = None

    @property
    def is_today(self) -> bool:
        """Whether the cards are as at today, so that they can be decided."""
        return self.day is None or self.day == self._desk.session.today

    def read(self, ref: str) -> None:
        """Read a family's cards; another family starts at today and its own programme."""
        if ref != self.ref:
            self.ref, self.day, self.programme = ref, None, None
        self._ask(
            partial(
                criteria_page,
                self._desk.session,
                ref,
                as_at=self.day,
                programme=self.programme,
            )
        )

    def as_at(self, day: date | None) -> None:
        """Look at another day; None is today."""
        self.day = day
        self.read(self.ref)

    def under(self, programme: str | None) -> None:
        """Look at them under another programme; None is the family's own."""
        self.programme = programme
        self.read(self.ref)

    def compare(self) -> None:
        """Read every programme side by side."""
        self._ask(
            partial(packs_side_by_side, self._desk.session, self.ref, as_at=self.day),
            self.compared.emit,
        )

    def confirm(self, card: CriterionCard) -> None:
        """Agree with the records."""
        self._save(confirm, card.id)

    def disagree(self, card: CriterionCard, reason: str, end: FormEnd) -> None:
        """Decide against the records."""
        self._save(disagree, card.id, reason, end=end)

    def change(self, card: CriterionCard, state: str, reason: str, end: FormEnd) -> None:
        """Decide met or not met, whatever the records say."""
        self._save(change_decision, card.id, state, reason, end=end)

    def choices(self, criterion: str, got: Callable[[RecordingChoices], None]) -> None:
        """What a form for this criterion offers."""
        session = self._desk.session
        self._desk.jobs.read(
            self,
            partial(recording_choices, session, self.ref, criterion, programme=self.programme),
            got,
        )

    def record_fact(self, entry: FactEntry, end: FormEnd) -> None:
        """Save a fact."""
        self._write(partial(record_fact, self._desk.session, self.ref, entry), end)

    def record_check(self, criterion: str, values: dict[str, Any], end: FormEnd) -> None:
        """Save that somebody was asked and nothing was known."""
        work = partial(record_check, self._desk.session, self.ref, criterion, **values)
        self._write(work, end)

    def nothing_found(self, card: CriterionCard) -> None:
        """Save that somebody was asked today and nothing was known: one click, with Undo."""
        self._write(partial(record_check, self._desk.session, self.ref, card.id), None)

    def record_judgement(self, criterion: str, values: dict[str, Any], end: FormEnd) -> None:
        """Save how it has gone."""
        session, programme = self._desk.session, self.programme
        work = partial(
            record_judgement, session, self.ref, criterion, programme=programme, **values
        )
        self._write(work, end)

    def _save(
        self, service: Callable[..., Saved[Any]], *args: str, end: FormEnd | None = None
    ) -> None:
        work = partial(service, self._desk.session, self.ref, *args, programme=self.programme)
        self._write(work, end)

    def _write(self, work: Callable[[], Saved[Any]], end: FormEnd | None) -> None:
        save_form(self._desk, self, work, end)

    def _ask(self, work: Callable[[], T], done: Callable[[T], None] | None = None) -> None:
        super()._ask(work, done)
        self.asked.emit()
