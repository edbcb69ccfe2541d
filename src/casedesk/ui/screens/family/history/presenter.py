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
from casedesk.ui.saving import save
from casedesk.ui.screens.family.tab_presenter import TabPresenter

PAGE = 50
STANDS_SO = "It stands like that already: nothing was changed."


class HistoryPresenter(TabPresenter):
    """Signals: answered(page): from the newest on; added(page): older ones; failed(sentence)."""

    added = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.read_so_far = 0
        self.total = 0

    def read(self, ref: str) -> None:
        """Read the newest entries: as many as there were, of a family that is shown already."""
        if ref != self.ref:
            self.ref, self.read_so_far, self.total = ref, 0, 0
        self._look(0, max(PAGE, self.read_so_far), self._on_page)

    def more(self) -> None:
        """Read the next older ones, if there are any and none are being read."""
        if not self.is_reading and self.read_so_far < self.total:
            self._look(self.read_so_far, PAGE, self._on_more)

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

    def _look(self, offset: int, limit: int, done: Callable[[HistoryPage], None]) -> None:
        session, ref = self._desk.session, self.ref
        self._ask(partial(history_of_family, session, ref, offset=offset, limit=limit), done)

    def _on_page(self, page: HistoryPage) -> None:
        self.read_so_far, self.total = len(page.lines), page.total
        self.answered.emit(page)

    def _on_more(self, page: HistoryPage) -> None:
        self.read_so_far, self.total = page.offset + len(page.lines), page.total
        self.added.emit(page)


def _restored(session: Session, line: HistoryLine, field: str | None) -> Saved[Record]:
    saved = restore(session, line.device, line.sequence, field=field)
    if saved.undo is not None and saved.undo.last < saved.undo.first:
        return replace(saved, sentence=STANDS_SO, undo=None)
    return saved
