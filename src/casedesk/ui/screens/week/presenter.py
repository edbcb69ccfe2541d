"""Which week is shown, and whose visits."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject

from casedesk.domain.views.today import MINE
from casedesk.services.diary import week_of
from casedesk.ui.desk import Desk
from casedesk.ui.page_presenter import PagePresenter

WEEK = timedelta(days=7)


class WeekPresenter(PagePresenter):
    """Reads one week; `answered` gives the `Week`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
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
        self._ask(partial(week_of, self._desk.session, self.day, self.scope))
