"""Draws the rows of the command palette."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casedesk.ui.shell.palette_rows import ROW_ROLE, PaletteRow
from casedesk.ui.theme.theme import Theme

ROW, SECTION = 44, 28
LEFT = 16
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class PaletteDelegate(QStyledItemDelegate):
    """Icon, words, what tells more, and the keys on a cap; sections in small type."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        row: PaletteRow = index.data(ROW_ROLE)
        return QSize(0, self._theme.px(ROW if row.run is not None else SECTION))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Override QStyledItemDelegate::paint."""
        theme = self._theme
        row: PaletteRow = index.data(ROW_ROLE)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.run is None:
            painter.setFont(theme.font("cap"))
            painter.setPen(theme.colour("ink2"))
            painter.drawText(box.adjusted(LEFT, 4, 0, 0), _LEFT_MIDDLE, row.words)
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accentBg"))
            painter.drawRoundedRect(box, 6, 6)
            painter.setBrush(theme.colour("accent"))
            painter.drawRect(QRectF(box.left(), box.top() + 2, 3, box.height() - 4))
        middle = box.center().y()
        ink = "accentTx" if chosen else "ink2"
        theme.paint_icon(painter, QRectF(box.left() + LEFT, middle - 10, 20, 20), row.icon, ink)
        right = self._keys(painter, box, row.keys or ("Enter" if chosen else ""))
        left = box.left() + LEFT + 36
        painter.setFont(theme.font("sub"))
        painter.setPen(theme.colour("ink"))
        left += self._words(painter, left, right, box, row.words) + 12
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink2"))
        self._words(painter, left, right, box, row.more)
        painter.restore()

    @staticmethod
    def _words(painter: QPainter, left: float, right: float, box: QRectF, words: str) -> float:
        room = max(0.0, right - left - 8)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room))
        place = QRectF(left, box.top(), room, box.height())
        painter.drawText(place, _LEFT_MIDDLE, shown)
        return float(painter.fontMetrics().horizontalAdvance(shown))

    def _keys(self, painter: QPainter, box: QRectF, keys: str) -> float:
        if not keys:
            return box.right() - LEFT
        painter.setFont(self._theme.font("cap"))
        width = painter.fontMetrics().horizontalAdvance(keys) + 12
        height = self._theme.px(20)
        cap = QRectF(box.right() - LEFT - width, box.center().y() - height / 2, width, height)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(self._theme.colour("ink2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
        return cap.left()
