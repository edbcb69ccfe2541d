"""What the page of reports asks of the services."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from casedesk.domain.errors import KnownError
from casedesk.domain.views.reports_page import SharedLatelyPage
from casedesk.domain.views.today import EVERYBODY
from casedesk.services.reports_page import reviews_to_report, shared_lately_page
from casedesk.ui.desk import Desk
from casedesk.ui.job import Job


class ReportsPresenter(QObject):
    """Reads the reviews and the log; answers about other families than are chosen are dropped.

    Signals:
        reviews_read(reviews): the meetings a report is needed for.
        reviews_failed(): they could not be read.
        answered(page): the first page of the log.
        rows_read(offset, lines): a later page of the same log.
        failed(): the log could not be read.
    """

    reviews_read = Signal(object)
    reviews_failed = Signal()
    answered = Signal(object)
    rows_read = Signal(int, object)
    failed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reviewing: Job | None = None
        self._asked: list[Job] = []
        self.scope = EVERYBODY

    def read(self) -> None:
        """Read everything anew."""
        if self._reviewing is not None and not self._reviewing.is_over:
            self._reviewing.cancel()
        work = partial(reviews_to_report, self._desk.session)
        self._reviewing = self._desk.jobs.read(
            self, work, self.reviews_read.emit, self._on_reviews_failed
        )
        self.read_log()

    def choose(self, scope: str) -> None:
        """Turn to what was shared about the worker's own families, or everybody's."""
        self.scope = scope
        self.read_log()

    def read_log(self) -> None:
        """Read the first page of the log."""
        for job in self._asked:
            job.cancel()
        work = partial(shared_lately_page, self._desk.session, self.scope)
        self._asked = [self._desk.jobs.read(self, work, self._on_read, self._on_failed)]

    def read_more(self, offset: int) -> None:
        """Read a later page of it."""
        work = partial(shared_lately_page, self._desk.session, self.scope, offset=offset)
        more = partial(self._on_more, offset)
        self._asked.append(self._desk.jobs.read(self, work, more, self._on_failed))

    def _on_read(self, page: SharedLatelyPage) -> None:
        self.scope = page.scope
        self.answered.emit(page)

    def _on_more(self, offset: int, page: SharedLatelyPage) -> None:
        self.rows_read.emit(offset, page.lines)

    def _on_reviews_failed(self, _: KnownError) -> None:
        self.reviews_failed.emit()

    def _on_failed(self, _: KnownError) -> None:
        self.failed.emit()
