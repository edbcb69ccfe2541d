"""How a document is painted in the list: a sign for what it is, its name, and what is known."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from casedesk.domain.views.documents_page import DocumentLine
from casedesk.ui.screens.family.documents.model import about_words
from casedesk.ui.widgets.painted_item import Index, PaintedItem
from casedesk.ui.widgets.rows_model import ROW_ROLE

ROW = 64
ICONS = {"pdf": "file-text", "picture": "image", "text": "scroll-text", "": "paperclip"}
_DISC = 32
_LEFT = 14
_GAP = 12


class DocumentDelegate(PaintedItem):
    """Paints the rows of a `DocumentsModel`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        return QSize(self._theme.px(240), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::paint."""
        line: DocumentLine | None = index.data(ROW_ROLE)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, rect = self._theme, option.rect
        self.paint_edge(painter, option)
        disc = theme.px(_DISC)
        side = theme.px(18)
        middle = rect.top() + rect.height() / 2
        sign = QRectF(rect.left() + _LEFT + (disc - side) / 2, middle - side / 2, side, side)
        theme.paint_icon(painter, sign, ICONS.get(line.shown_as, "paperclip"), "accentTx")
        self._paint_words(painter, rect.adjusted(_LEFT + disc + _GAP, 0, -14, 0), line)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, line: DocumentLine) -> None:
        theme = self._theme
        highs = theme.line_height("sub"), theme.line_height("small")
        top = rect.top() + max(0, (rect.height() - sum(highs)) // 2)
        first = QRect(rect.left(), top, rect.width(), highs[0])
        second = QRect(rect.left(), top + highs[0], rect.width(), highs[1])
        wide = self.say(painter, first, line.size, "small", "ink2", right=True)
        first.setRight(first.right() - wide - 12)
        self.say(painter, first, line.name, "sub", "ink")
        if line.confidential:
            side = theme.px(14)
            sign = QRectF(second.left(), second.center().y() - side / 2 + 0.5, side, side)
            theme.paint_icon(painter, sign, "lock", "warnTx")
            second.setLeft(second.left() + side + 4)
            used = self.say(painter, second, "Confidential", "capb", "warnTx")
            second.setLeft(second.left() + used + 10)
        self.say(painter, second, about_words(line), "small", "ink2")
