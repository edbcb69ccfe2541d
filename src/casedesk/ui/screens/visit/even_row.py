"""Widgets of one width side by side, in as many rows as they need."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from casedesk.ui.widgets.item_layout import ItemLayout


class EvenRow(ItemLayout):
    """Each at least `least` px wide; those of a row share its width. Hidden ones take no room."""

    def __init__(self, least: int, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(gap, parent)
        self._least = least

    def arrange(self, rect: QRect, *, move: bool) -> int:
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

    def sizeHint(self) -> QSize:
        """Override QLayout::sizeHint."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Override QLayout::minimumSize."""
        high = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(self._least, high)
