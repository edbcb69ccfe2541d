"""How the cells of the list are painted: two lines with matches marked, glyphs before words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from casedesk.domain.views.families_list import FamilyListRow, Span
from casedesk.ui.screens.families.model import (
    COL_CONSENT,
    COL_FAMILY,
    COL_PROGRAMME,
    COL_REVIEW,
    COL_STATUS,
    COL_VISIT,
    ROW_ROLE,
)
from casedesk.ui.widgets.painted_cell import PaintedCell
from casedesk.ui.widgets.painted_item import Index
from casedesk.ui.widgets.states import (
    CLOSED,
    CLOSING,
    CONSENT_STATES,
    ELIGIBLE,
    LATE,
    NOT_YET,
    StateLook,
)

PAD, PAD_RIGHT = 12, 4
CHOSEN_BAR = 3


class FamilyCells(PaintedCell):
    """Paints every column but the pips."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::paint."""
        words = self.paint_ground(painter, option, index)
        row: FamilyListRow | None = index.data(ROW_ROLE)
        rect = option.rect.adjusted(PAD, 0, -PAD_RIGHT, 0)
        if index.column() == COL_FAMILY and option.state & QStyle.StateFlag.State_Selected:
            bar = QRect(option.rect.left(), option.rect.top(), CHOSEN_BAR, option.rect.height())
            painter.fillRect(bar, self._theme.colour("accent"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row is None:
            self.paint_waiting(painter, rect)
        elif index.column() == COL_FAMILY:
            self._paint_family(painter, rect, row)
        else:
            self._paint_cell(painter, rect, row, index.column(), words)
        painter.restore()

    def _paint_family(self, painter: QPainter, rect: QRect, row: FamilyListRow) -> None:
        name, second = self.halves(rect, "sub", "cap")
        self._paint_marked(painter, name, row.name, row.name_marks, "sub", "ink")
        self._paint_marked(painter, second, row.second, row.second_marks, "cap", "ink3")

    def _paint_marked(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        marks: tuple[Span, ...],
        style: str,
        ink: str,
    ) -> None:
        font = self._theme.font(style)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("mark"))
        for first, end in marks:
            if first >= len(shown):
                continue
            left = rect.left() + metrics.horizontalAdvance(shown[:first])
            wide = metrics.horizontalAdvance(shown[first : min(end, len(shown))])
            painter.drawRoundedRect(
                QRectF(left - 1, rect.top() + 1, wide + 2, rect.height() - 2), 2, 2
            )
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_cell(
        self, painter: QPainter, rect: QRect, row: FamilyListRow, column: int, words: str
    ) -> None:
        look, badge = _look_of(row, column, words)
        if look is None:
            self.say(painter, rect, words, "body", "ink")
        elif badge:
            self.badge(painter, rect, look)
        else:
            self.say_state(painter, rect, look)


def _look_of(row: FamilyListRow, column: int, words: str) -> tuple[StateLook | None, bool]:
    """The glyph and tone of a cell, and whether it is a badge."""
    if column == COL_STATUS:
        if row.status == "closing":
            return StateLook(CLOSING.glyph, words, CLOSING.tone), True
        glyph = CLOSED.glyph if row.status == "closed" else "circle"
        return (StateLook(glyph, words, "mute"), False) if words else (None, False)
    if column == COL_PROGRAMME:
        look = ELIGIBLE if row.eligible else NOT_YET
        return StateLook(look.glyph, words, look.tone), False
    if column == COL_VISIT and row.visit_late:
        return StateLook("clock", words, "warn"), False
    if column == COL_REVIEW and row.review_late:
        return StateLook(LATE.glyph, words, LATE.tone), True
    if column == COL_CONSENT:
        look = CONSENT_STATES[row.consent.state]
        return StateLook(look.glyph, words, look.tone), False
    return None, False
