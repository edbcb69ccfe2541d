"""A cell of a table of ours: words, or a state as shape, word and colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from casedesk.ui.widgets.glyphs import paint_glyph
from casedesk.ui.widgets.painted_item import PaintedItem
from casedesk.ui.widgets.state_badge import badge_size, paint_badge
from casedesk.ui.widgets.states import StateLook

GLYPH = 16


class PaintedCell(PaintedItem):
    """What is made of it overrides `paint`."""

    def say_state(self, painter: QPainter, rect: QRect, look: StateLook) -> None:
        """The glyph of a state, and its word in its colour."""
        side = self._theme.px(GLYPH)
        glyph = QRectF(rect.left(), rect.center().y() - side / 2 + 0.5, side, side)
        paint_glyph(painter, glyph, look.glyph, self._theme, look.tone)
        beside = rect.adjusted(side + 6, 0, 0, 0)
        self.say(painter, beside, look.word, "body", f"{look.tone}Tx")

    def badge(self, painter: QPainter, rect: QRect, look: StateLook) -> None:
        """A state as a badge, no wider than the cell."""
        size = badge_size(self._theme, look, large=False)
        top = rect.center().y() - size.height() / 2
        place = QRectF(rect.left(), top, min(size.width(), rect.width()), size.height())
        paint_badge(painter, place, look, self._theme, large=False)

    def paint_waiting(self, painter: QPainter, rect: QRect) -> None:
        """A bar where the words will be, while they are being read."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line"))
        bar = QRectF(rect.left(), rect.center().y() - 5, rect.width() * 0.6, 10)
        painter.drawRoundedRect(bar, 4, 4)

    def halves(self, rect: QRect, upper: str, lower: str) -> tuple[QRect, QRect]:
        """Room for two lines in the middle of a cell, by their styles of type."""
        high, low = self._theme.line_height(upper), self._theme.line_height(lower)
        top = rect.top() + (rect.height() - high - low) // 2
        first = QRect(rect.left(), top, rect.width(), high)
        return first, QRect(rect.left(), top + high, rect.width(), low)
