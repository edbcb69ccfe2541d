"""A row or a cell that is painted by itself: the ground below it, and lines of words on it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from casedesk.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_EDGE = 4


class PaintedItem(QStyledItemDelegate):
    """What is made of it overrides `paint`: first a ground, then what it says."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> str:
        """The ground of the style sheet, without its words; gives the words."""
        self.initStyleOption(option, index)
        words: str = option.text
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        return words

    def paint_edge(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """The ground of a row that is turned to, with an edge at its left, or pointed at."""
        theme, rect = self._theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accentBg"))
            edge = QRect(rect.left(), rect.top(), _EDGE, rect.height())
            painter.fillRect(edge, theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))

    def say(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        style: str,
        ink: str,
        *,
        right: bool = False,
    ) -> int:
        """Paint one line, cut to its room; gives how wide it is."""
        font = self._theme.font(style)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, rect.width()))
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | side, shown)
        return metrics.horizontalAdvance(shown)
