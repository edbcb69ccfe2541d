"""A cell of the consent matrix: the sign above the word, on the tint of its tone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from casedesk.domain.consent_matrix import MatrixCell
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.painted_item import Index, PaintedItem
from casedesk.ui.widgets.states import CONSENT_STATES, StateLook

CELL_ROLE = Qt.ItemDataRole.UserRole + 41
"""The model answers it with a `MatrixCell`; `AccessibleTextRole` with `spoken_cell`."""
ROW_HIGH = 52
_ICON = 16


def look_of(cell: MatrixCell) -> StateLook:
    """Sign, word and tone of a cell; the word is the cell's own."""
    soon = cell.state == "given" and cell.expires_soon
    look = CONSENT_STATES["expires_soon" if soon else cell.state]
    return StateLook(look.glyph, cell.words, look.tone)


def spoken_cell(person: str, recipient: str, cell: MatrixCell) -> str:
    """A cell in words: "Kerry, NHS: Expires soon"."""
    return f"{person}, {recipient}: {cell.words}"


def widest_word(theme: Theme, cells: list[MatrixCell]) -> int:
    """The width that the words of these cells need, in px."""
    metrics = QFontMetrics(theme.font("capb"))
    return max([metrics.horizontalAdvance(cell.words) for cell in cells], default=0)


class ConsentCellDelegate(PaintedItem):
    """Paints `CELL_ROLE`. "Not asked" has no fill, so that gaps stay quiet."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = index.data(CELL_ROLE)
        wide = widest_word(self._theme, [cell]) if isinstance(cell, MatrixCell) else 0
        return QSize(max(self._theme.px(72), wide + 16), self._theme.px(ROW_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, MatrixCell):
            return
        theme, look = self._theme, look_of(cell)
        quiet = look.tone == "mute"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        below = option.rect
        painter.fillRect(below.left(), below.bottom(), below.width(), 1, theme.colour("line"))
        box = QRectF(option.rect).adjusted(2, 3, -3, -3)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(theme.colour("accent"), 2) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if quiet else theme.colour(f"{look.tone}Bg"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1) if chosen else box, 6, 6)
        if focused:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 8, 8)
        size = theme.px(_ICON)
        high = size + theme.line_height("cap")
        top = box.center().y() - high / 2 - 1
        sign = QRectF(box.center().x() - size / 2, top, size, size)
        theme.paint_icon(painter, sign, look.glyph, "mute" if quiet else f"{look.tone}Tx")
        painter.setPen(theme.colour(f"{look.tone}Tx"))
        painter.setFont(theme.font("cap" if quiet else "capb"))
        words = QRectF(box.left(), sign.bottom() + 1, box.width(), theme.line_height("cap") + 2)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, look.word)
        painter.restore()
