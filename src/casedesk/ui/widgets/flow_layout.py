"""Lays widgets out in a row and goes on below where the row is full, as words do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from casedesk.ui.widgets.item_layout import ItemLayout


class FlowLayout(ItemLayout):
    """Children at their own size from the left, each in the middle of its row's height; `gap`
    px apart both ways. Hidden ones take no room. Its height follows from its width."""

    def __init__(self, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(gap, parent)

    def arrange(self, rect: QRect, *, move: bool) -> int:
        """The height it takes; `move` puts the children there."""
        left, top = rect.left(), rect.top()
        row: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().expandedTo(item.minimumSize())
            if left > rect.left() and left + size.width() > rect.right() + 1:
                left, top = rect.left(), top + _level(row, move=move) + self._gap
                row = []
            row.append((item, QRect(QPoint(left, top), size)))
            left += size.width() + self._gap
        return top + _level(row, move=move) - rect.top()

    def room_in(self, rect: QRect) -> QRect:
        """Where it is aligned so, the rows stand in the middle of a place that is too high."""
        if not self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            return rect
        spare = rect.height() - self.arrange(rect, move=False)
        return rect.translated(0, max(0, spare // 2))

    def sizeHint(self) -> QSize:
        """Override QLayout::sizeHint: all in one row."""
        sizes = [
            item.sizeHint().expandedTo(item.minimumSize())
            for item in self._items
            if not item.isEmpty()
        ]
        wide = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Override QLayout::minimumSize: the widest child alone."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        wide = max((size.width() for size in sizes), default=0)
        return QSize(wide, max((size.height() for size in sizes), default=0))


def _level(row: list[tuple[QLayoutItem, QRect]], *, move: bool) -> int:
    """The height of a row; `move` puts its children there, in the middle of it."""
    high = max((place.height() for _, place in row), default=0)
    if move:
        for item, place in row:
            item.setGeometry(place.translated(0, (high - place.height()) // 2))
    return high
