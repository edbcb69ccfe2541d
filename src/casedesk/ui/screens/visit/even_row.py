"""Widgets of one width side by side, in as many rows as they need."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class EvenRow(QLayout):
    """Each at least `least` px wide; those of a row share its width. Hidden ones take no room."""

    def __init__(self, least: int, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._least, self._gap = least, gap
        self.setContentsMargins(0, 0, 0, 0)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """The height it takes; `move` puts the children there."""
        shown = [item for item in self._items if not item.isEmpty()]
        if not shown:
            return 0
        room = rect.width() + self._gap
        columns = max(1, min(len(shown), room // (self._least + self._gap)))
        high = max(item.sizeHint().height() for item in shown)
        for place, item in enumerate(shown):
            row, column = divmod(place, columns)
            left = rect.left() + round(room * column / columns)
            right = rect.left() + round(room * (column + 1) / columns) - self._gap
            if move:
                top = rect.top() + row * (high + self._gap)
                item.setGeometry(QRect(left, top, right - left, high))
        rows = -(-len(shown) // columns)
        return rows * high + (rows - 1) * self._gap

    def addItem(self, item: QLayoutItem) -> None:
        """Override QLayout::addItem."""
        self._items.append(item)

    def count(self) -> int:
        """Override QLayout::count."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Override QLayout::itemAt."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Override QLayout::takeAt."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Override QLayout::expandingDirections."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Override QLayout::hasHeightForWidth."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Override QLayout::heightForWidth."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Override QLayout::setGeometry."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Override QLayout::sizeHint."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Override QLayout::minimumSize."""
        high = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(self._least, high)
