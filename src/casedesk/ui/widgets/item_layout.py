"""A layout whose height follows from its width; how it arranges its children is for others."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class ItemLayout(QLayout):
    """What is made of it overrides `arrange`, `sizeHint` and `minimumSize`."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        """`gap` px stand between two children, both ways."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._heights: dict[int, int] = {}
        """Height by width, until something changes: a page asks for the same ones many times."""
        self.setContentsMargins(0, 0, 0, 0)

    def arrange(self, rect: QRect, *, move: bool) -> int:
        """The height it takes; `move` puts the children there."""
        return 0

    def room_in(self, rect: QRect) -> QRect:
        """Where in its place the children stand."""
        return rect

    def addWidget(self, widget: QWidget) -> None:
        """Hide QLayout::addWidget: the item is made here, and so knows when Qt deletes it.

        One that Qt makes leaves a wrapper behind. The next item at its address, in whatever
        layout, would be taken for it, and be gone when the old one is cleared away.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:
        """Override QLayout::addItem."""
        self._items.append(item)
        self._heights.clear()

    def count(self) -> int:
        """Override QLayout::count."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Override QLayout::itemAt."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Override QLayout::takeAt."""
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Override QLayout::expandingDirections."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Override QLayout::hasHeightForWidth."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Override QLayout::heightForWidth."""
        if width not in self._heights:
            self._heights[width] = self.arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Override QLayout::invalidate."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Override QLayout::setGeometry."""
        super().setGeometry(rect)
        self.arrange(self.room_in(rect), move=True)
