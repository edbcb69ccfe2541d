"""A table without a frame: one Tab stop, whole rows, words to the left; Enter opens a row."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BareTable(QTableView):
    """Signals: row_opened(index): Enter, Space or a click, where rows can be opened."""

    row_opened = Signal(QModelIndex)

    def __init__(
        self, model: QAbstractItemModel, *, opens: bool = True, parent: QWidget | None = None
    ) -> None:
        """`opens` says whether its rows can be opened. Whoever makes it keeps the model."""
        super().__init__(parent)
        self._opens = opens
        self.setModel(model)
        self.setProperty("bare", "true")
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        if opens:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(self.row_opened)

    def stand_on(self, row: int) -> None:
        """Tab comes to this row; nothing is chosen yet."""
        self.setCurrentIndex(self.model().index(row, 0))
        self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent: opens, whatever the platform calls activation."""
        if self._opens and event.key() in _OPENING and self.currentIndex().isValid():
            self.row_opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
