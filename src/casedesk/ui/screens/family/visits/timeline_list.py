"""The timeline: one Tab stop, arrows move, the entry they are on is the one to read."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from casedesk.domain.views.timeline import TimelineEntry
from casedesk.ui.screens.family.visits.entry_delegate import EntryDelegate
from casedesk.ui.screens.family.visits.model import VisitsModel
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.item_list import ItemList


class TimelineList(ItemList):
    """Shows a `VisitsModel`.

    Signals:
        turned_to(entry): another entry is the current one.
        opened(entry): Enter on an entry.
        pointed_at(entry): a click on it.
    """

    turned_to = Signal(object)
    opened = Signal(object)
    pointed_at = Signal(object)

    def __init__(self, theme: Theme, model: VisitsModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, model, "Visits and notes", parent=parent)
        self._model = model
        self.paint_with(EntryDelegate(theme, self))
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.row_entered.connect(self._on_entered)

    def current(self) -> TimelineEntry | None:
        """The entry that is turned to."""
        return self._model.row_at(self.currentIndex())

    def turn_to(self, contact_id: str) -> None:
        """Turn to a contact, or to the newest when it is not read."""
        found = self._model.index_of(contact_id)
        self.setCurrentIndex(found if found.isValid() else self._model.index(0))

    def _on_current(self, now: QModelIndex, _: QModelIndex) -> None:
        self.turned_to.emit(self._model.row_at(now))

    def _on_clicked(self, index: QModelIndex) -> None:
        entry = self._model.row_at(index)
        if entry is not None:
            self.pointed_at.emit(entry)

    def _on_entered(self, index: QModelIndex) -> None:
        entry = self._model.row_at(index)
        if entry is not None:
            self.opened.emit(entry)
