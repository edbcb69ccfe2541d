"""The headings of the list: the one it is sorted by has an arrow behind its words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from casedesk.ui.widgets.pips_header import PipsHeader

ARROW = 14
_LEFT = 12
_GAP = 6


class SortedHeader(PipsHeader):
    """A `PipsHeader` that shows its sort indicator in the colours of the theme."""

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Override QHeaderView::paintSection."""
        super().paintSection(painter, rect, logicalIndex)
        if not self.isSortIndicatorShown() or logicalIndex != self.sortIndicatorSection():
            return
        words = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal)
        wide = QFontMetrics(self._theme.font("capb")).horizontalAdvance(str(words or ""))
        size = self._theme.px(ARROW)
        left, top = rect.left() + _LEFT + wide + _GAP, rect.top() + (rect.height() - size) / 2
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        if left + size < rect.right():
            painter.save()
            place = QRectF(left, top, size, size)
            self._theme.paint_icon(painter, place, "arrow-up" if up else "arrow-down", "ink2")
            painter.restore()
