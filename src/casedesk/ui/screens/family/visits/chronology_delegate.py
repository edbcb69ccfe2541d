"""How a line of the chronology is painted: the date, what it was, what happened, the source."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from casedesk.domain.dates import short_date
from casedesk.domain.views.chronology import (
    DECISION,
    FACT,
    NOTE,
    PERSON,
    PLAN,
    STATUS,
    ChronologyLine,
)
from casedesk.ui.screens.family.visits.chronology_model import source_words
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.painted_item import Index, PaintedItem
from casedesk.ui.widgets.rows_model import ROW_ROLE

ICONS = {
    NOTE: "star",
    FACT: "file-text",
    STATUS: "flag",
    DECISION: "scale",
    PLAN: "target",
    PERSON: "users-round",
}
_DATE_WIDE, _PAD, _GAP, _SIGN = 116, 14, 12, 18
_MOST_LINES = 4
_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_TALL = 100_000


class ChronologyDelegate(PaintedItem):
    """Paints the rows of a `ChronologyModel` in `view`; words wrap at its width."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        line: ChronologyLine | None = index.data(ROW_ROLE)
        wide = self._view.viewport().width()
        if line is None:
            return QSize(wide, 0)
        high = sum(rect.height() for _, _, _, rect in self._pieces(line, QRect(0, 0, wide, 0)))
        return QSize(wide, high + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::paint."""
        line: ChronologyLine | None = index.data(ROW_ROLE)
        if line is None:
            return
        theme, rect = self._theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_edge(painter, option)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        top, left = rect.top() + _PAD, rect.left() + _PAD
        side = theme.px(_SIGN)
        sign = QRectF(left, top + 1, side, side)
        theme.paint_icon(painter, sign, ICONS.get(line.sign, "file-text"), "accentTx")
        painter.setFont(theme.font("med"))
        painter.setPen(theme.colour("ink"))
        day = QRect(left + side + 8, top, theme.px(_DATE_WIDE), theme.line_height("med"))
        painter.drawText(day, _FLAGS, short_date(line.on))
        for words, style, ink, place in self._pieces(line, rect):
            painter.setFont(theme.font(style))
            painter.setPen(theme.colour(ink))
            painter.drawText(place, _FLAGS, words)
        painter.restore()

    def _pieces(self, line: ChronologyLine, rect: QRect) -> list[tuple[str, str, str, QRect]]:
        """(words, type style, colour, where) of each piece beside the date."""
        theme = self._theme
        left = rect.left() + _PAD + theme.px(_SIGN) + 8 + theme.px(_DATE_WIDE) + _GAP
        wide = max(80, rect.right() - _PAD - left)
        top = rect.top() + _PAD
        pieces = []
        for words, style, ink in (
            (line.title, "med", "ink"),
            (" ".join(line.text.split()), "body", "ink"),
            (line.impact, "body", "ink2"),
            (source_words(line), "small", "ink2"),
        ):
            if not words:
                continue
            metrics = QFontMetrics(theme.font(style))
            most = _MOST_LINES * metrics.lineSpacing()
            shown = _cut(words, metrics, wide, most)
            high = metrics.boundingRect(QRect(0, 0, wide, _TALL), _FLAGS, shown).height()
            pieces.append((shown, style, ink, QRect(left, top, wide, high + 2)))
            top += high + 2
        return pieces


def _cut(words: str, metrics: QFontMetrics, wide: int, most: int) -> str:
    """As much of the words as fits; a note is read whole by opening it."""
    words = words[:1_200]
    if metrics.boundingRect(QRect(0, 0, wide, _TALL), _FLAGS, words).height() <= most:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        text = f"{words[:middle]}…"
        fits = metrics.boundingRect(QRect(0, 0, wide, _TALL), _FLAGS, text).height() <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    return f"{words[:low].rstrip()}…"
