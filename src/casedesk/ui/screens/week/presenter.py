"""Which week is shown, and whose visits."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from casedesk.domain.errors import KnownError
from casedesk.domain.views.today import MINE
from casedesk.services.diary import week_of
from casedesk.ui.desk import Desk
from casedesk.ui.jobs import Job

WEEK = timedelta(days=7)


class WeekPresenter(QObject):
    """Reads one week; an answer about another one is dropped.

    Signals:
        answered(week): the days with their visits.
        failed(sentence): they could not be read.
    """

    answered = Signal(object)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: Job | None = None
        self.day: date = desk.session.today
        self.scope = MINE

    def go_to(self, day: date) -> None:
        """Turn to the week that a day is in."""
        self.day = day
        self.read()

    def move(self, weeks: int) -> None:
        """Turn to a week before or after; at the end of the calendar it stays."""
        try:
            self.day = self.day + weeks * WEEK
        except OverflowError:
            return
        self.read()

    def choose(self, scope: str) -> None:
        """Turn to the worker's own visits, or to everybody's."""
        self.scope = scope
        self.read()

    def read(self) -> None:
        """Read the week anew."""
        if self._asked is not None and not self._asked.is_over:
            self._asked.cancel()
        work = partial(week_of, self._desk.session, self.day, self.scope)
        self._asked = self._desk.jobs.read(self, work, self.answered.emit, self._on_failed)

    def _on_failed(self, error: KnownError) -> None:
        self.failed.emit(error.sentence)
