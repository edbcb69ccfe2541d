"""A list that is one Tab stop: the arrows move, Enter opens, the words are cut at its width."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.painted_item import PaintedItem

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ItemList(QListView):
    """Signals: row_entered(index): Enter on a row, whatever the platform calls activation."""

    row_entered = Signal(QModelIndex)

    def __init__(
        self,
        theme: Theme,
        model: QAbstractItemModel,
        name: str,
        *,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is what it is called aloud; a `bare` one has no frame."""
        super().__init__(parent)
        if bare:
            self.setProperty("bare", "true")
        self.setAccessibleName(name)
        self.setModel(model)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def paint_with(self, delegate: PaintedItem, *, alike: bool = True) -> None:
        """How its rows are painted; `alike` where all of them are of one height."""
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(alike)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        if event.key() in _OPENING:
            self.row_entered.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
