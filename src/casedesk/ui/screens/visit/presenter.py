"""What visit mode asks of the services."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from casedesk.domain.errors import KnownError
from casedesk.domain.records import Contact
from casedesk.domain.views.saved import Saved
from casedesk.domain.views.visit import VisitEntry
from casedesk.services.visit_page import visit_page
from casedesk.services.visits import finish_visit
from casedesk.ui.desk import Desk
from casedesk.ui.forms.draft_keeper import DraftKeeper
from casedesk.ui.saving import save


class VisitPresenter(QObject):
    """Signals:

    begun(VisitPage): the family is read.
    failed(sentence): it could not be.
    """

    begun = Signal(object)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.ref = ""
        self.planned = ""

    def begin(self, ref: str, planned: str) -> None:
        """Read a family for a visit, planned or not."""
        self.ref, self.planned = ref, planned
        work = partial(visit_page, self._desk.session, ref, planned)
        self._desk.jobs.read(self, work, self._on_read, self._on_failed)

    def finish(
        self,
        entry: VisitEntry,
        keeper: DraftKeeper,
        done: Callable[[Saved[Contact]], None],
        refused: Callable[[KnownError], None],
    ) -> None:
        """Save the visit; its draft goes in the same step."""
        work = partial(finish_visit, self._desk.session, self.ref, entry)
        save(self._desk, self, keeper.finishing(work), done, refused)

    def _on_read(self, page: object) -> None:
        if getattr(page, "ref", "") == self.ref:
            self.begun.emit(page)

    def _on_failed(self, error: KnownError) -> None:
        self.failed.emit(error.sentence)
