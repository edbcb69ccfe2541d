"""How the cells of the list are painted: two lines with matches marked, glyphs before words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

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
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.glyphs import paint_glyph
from casedesk.ui.widgets.state_badge import badge_size, paint_badge
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
GLYPH = 16
_Index = QModelIndex | QPersistentModelIndex


class FamilyCells(QStyledItemDelegate):
    """Paints every column but the pips."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Override QStyledItemDelegate::paint."""
        self.initStyleOption(option, index)
        words = option.text
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        row: FamilyListRow | None = index.data(ROW_ROLE)
        rect = option.rect.adjusted(PAD, 0, -PAD_RIGHT, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row is None:
            self._paint_waiting(painter, rect)
        elif index.column() == COL_FAMILY:
            self._paint_family(painter, rect, row)
        else:
            self._paint_cell(painter, rect, row, index.column(), words)
        painter.restore()

    def _paint_waiting(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line"))
        bar = QRectF(rect.left(), rect.center().y() - 5, rect.width() * 0.6, 10)
        painter.drawRoundedRect(bar, 4, 4)

    def _paint_family(self, painter: QPainter, rect: QRect, row: FamilyListRow) -> None:
        upper, lower = self._theme.line_height("sub"), self._theme.line_height("cap")
        top = rect.top() + (rect.height() - upper - lower) // 2
        name = QRect(rect.left(), top, rect.width(), upper)
        second = QRect(rect.left(), top + upper, rect.width(), lower)
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
        if badge and look is not None:
            size = badge_size(self._theme, look, large=False)
            top = rect.center().y() - size.height() / 2
            paint_badge(
                painter,
                QRectF(rect.left(), top, min(size.width(), rect.width()), size.height()),
                look,
                self._theme,
                large=False,
            )
            return
        ink = "ink"
        if look is not None:
            side = self._theme.px(GLYPH)
            glyph = QRectF(rect.left(), rect.center().y() - side / 2 + 0.5, side, side)
            paint_glyph(painter, glyph, look.glyph, self._theme, look.tone)
            rect = rect.adjusted(side + 6, 0, 0, 0)
            ink = f"{look.tone}Tx"
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour(ink))
        metrics = QFontMetrics(self._theme.font("body"))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


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
