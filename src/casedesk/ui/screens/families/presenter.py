"""What the list of families asks of the services, and the question it is at."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from casedesk.domain.views.families_list import (
    MY_TEAM,
    OPEN,
    Chip,
    FamilyListPage,
    FamilyListQuestion,
)
from casedesk.services.family_list import filter_chips, find_families, near_names
from casedesk.ui.desk import Desk
from casedesk.ui.job import Job
from casedesk.ui.screens.families.model import PAGE

FIRST_FILTERS = frozenset({OPEN})


class FamiliesPresenter(QObject):
    """Keeps the question and reads its answers; an answer to an older question is dropped.

    Signals:
        answered(page): the first page of a new answer.
        rows_read(offset, page): a later page of the same answer.
        chips_read(chips): the filters with their counts.
        near_found(names): names like the text that found nothing.
    """

    answered = Signal(object)
    rows_read = Signal(int, object)
    chips_read = Signal(object)
    near_found = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.question = FamilyListQuestion(filters=FIRST_FILTERS, limit=PAGE)
        self._asked: list[Job] = []

    def search(self, text: str) -> None:
        """Look for other words."""
        if text != self.question.text:
            self.ask(replace(self.question, text=text))

    def toggle(self, chip: str) -> None:
        """Turn a filter on or off."""
        self.ask(replace(self.question, filters=self.question.filters ^ {chip}))
        self.read_chips()

    def narrow(self, filters: frozenset[str], sort: str) -> None:
        """Exactly these filters, no words, and this order, from the next time it is read."""
        self.question = replace(
            self.question, text="", filters=filters, sort=sort, descending=False
        )

    def clear(self) -> None:
        """No filters and no words."""
        self.ask(replace(self.question, text="", filters=frozenset()))
        self.read_chips()

    def search_all(self) -> None:
        """The same words with no filter in the way."""
        self.ask(replace(self.question, filters=frozenset()))
        self.read_chips()

    def sort(self, column: str) -> None:
        """Sort by a column, the other way round when it is sorted by that already."""
        same = column == self.question.sort
        self.ask(
            replace(
                self.question,
                sort=column,
                descending=not self.question.descending if same else False,
            )
        )

    def refresh(self) -> None:
        """Read everything anew, because something was saved."""
        self.ask(self.question)
        self.read_chips()

    def ask(self, question: FamilyListQuestion) -> None:
        """Read the first page of a question's answer."""
        for job in self._asked:
            job.cancel()
        self.question = replace(question, offset=0)
        asked = self.question
        session = self._desk.session
        self._asked = [
            self._desk.jobs.read(
                self, partial(find_families, session, asked), partial(self._on_answer, asked)
            )
        ]

    def read_more(self, offset: int) -> None:
        """Read a later page of the answer."""
        asked = replace(self.question, offset=offset)
        session = self._desk.session
        self._asked.append(
            self._desk.jobs.read(
                self,
                partial(find_families, session, asked),
                partial(self.rows_read.emit, offset),
            )
        )

    def read_chips(self) -> None:
        """Count what each filter would leave."""
        session, chosen = self._desk.session, self.question.filters
        self._desk.jobs.read(self, partial(filter_chips, session, chosen), self._on_chips)

    def _on_chips(self, chips: tuple[Chip, ...]) -> None:
        self.chips_read.emit(chips)

    def _on_answer(self, asked: FamilyListQuestion, page: FamilyListPage) -> None:
        self.answered.emit(page)
        if not page.matching and asked.text:
            session = self._desk.session
            self._desk.jobs.read(
                self, partial(near_names, session, asked.text), self.near_found.emit
            )


__all__ = ["FIRST_FILTERS", "MY_TEAM", "FamiliesPresenter"]
