"""The timeline: one Tab stop, arrows move, the entry they are on is the one to read."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from casedesk.domain.views.timeline import TimelineEntry
from casedesk.ui.screens.family.visits.entry_delegate import EntryDelegate
from casedesk.ui.screens.family.visits.model import VisitsModel
from casedesk.ui.theme.theme import Theme


class TimelineList(QListView):
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
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(EntryDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Visits and notes")
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def current(self) -> TimelineEntry | None:
        """The entry that is turned to."""
        return self._model.entry_at(self.currentIndex())

    def turn_to(self, contact_id: str) -> None:
        """Turn to a contact, or to the newest when it is not read."""
        found = self._model.index_of(contact_id)
        self.setCurrentIndex(found if found.isValid() else self._model.index(0))

    def _on_current(self, now: QModelIndex, _: QModelIndex) -> None:
        self.turned_to.emit(self._model.entry_at(now))

    def _on_clicked(self, index: QModelIndex) -> None:
        entry = self._model.entry_at(index)
        if entry is not None:
            self.pointed_at.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent: Enter opens, whatever the platform calls activation."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            entry = self.current()
            if entry is not None:
                self.opened.emit(entry)
            return
        super().keyPressEvent(event)
