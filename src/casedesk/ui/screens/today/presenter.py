"""What Today asks of the services."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from casedesk.domain.views.today import MINE, TodayPage
from casedesk.services.today import (
    EVERYTHING,
    families_filters,
    families_of_today,
    renew_some_summaries,
    today_page,
)
from casedesk.ui.desk import Desk
from casedesk.ui.job import Job
from casedesk.ui.page_presenter import PagePresenter


class TodayPresenter(PagePresenter):
    """Reads the page for the families that were chosen; an older answer is dropped.

    Signals:
        answered(page): the visits and the first things that need attention.
        failed(sentence): they could not be read.
        families_read(page): the first families of the list.
        everything_read(attention): all that needs attention.
    """

    families_read = Signal(object)
    everything_read = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._renewing: Job | None = None
        self._was_stale = False
        self.scope = MINE

    def choose(self, scope: str) -> None:
        """Turn to the worker's own families, or to everybody's."""
        self.scope = scope
        self.read()

    def read(self) -> None:
        """Read the page anew."""
        self._ask(partial(today_page, self._desk.session, self.scope), self._on_read)

    def read_everything(self) -> None:
        """Read all that needs attention."""
        work = partial(today_page, self._desk.session, self.scope, limit=EVERYTHING)
        self._desk.jobs.read(self, work, lambda page: self.everything_read.emit(page.attention))

    def renew(self) -> None:
        """Bring criteria that time has passed by up to date, a few families at a time."""
        if self._renewing is None or self._renewing.is_over:
            work = partial(renew_some_summaries, self._desk.session)
            self._renewing = self._desk.jobs.write(
                self, work, self._on_renewed, lambda _: None, quiet=True
            )

    def families_filters(self) -> tuple[str, ...]:
        """The filters of the list of families for the families shown here."""
        return tuple(sorted(families_filters(self.scope)))

    def _on_read(self, page: TodayPage) -> None:
        self.scope = page.scope if page.can_choose else self.scope
        self.answered.emit(page)
        work = partial(families_of_today, self._desk.session, page.scope)
        self._desk.jobs.read(self, work, self.families_read.emit)

    def _on_renewed(self, count: int) -> None:
        if count:
            self._was_stale = True
            self._renewing = None
            self.renew()
        elif self._was_stale:
            self._was_stale = False
            self.read()
