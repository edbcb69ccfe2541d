"""One criterion of the summary: its shape, its title, its word, and a line why."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from casedesk.domain.views.family_page import CriterionLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.glyphs import paint_glyph
from casedesk.ui.widgets.states import CRITERION_STATES

_GLYPH = 20
_INDENT = 30
_TALL = 45
_SHORT = 30


class CriterionRow(QPushButton):
    """Pressed, it opens the criterion. `short` leaves out the line why (it is in the tooltip)."""

    def __init__(
        self, theme: Theme, line: CriterionLine, *, short: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line = line
        self._short = short
        self._look = CRITERION_STATES[line.state]
        self.setText(line.title)
        self.setAccessibleName(f"{line.title}: {line.word}")
        self.setAccessibleDescription(line.line)
        self.setToolTip(f"{line.title}: {line.word}\n{line.line}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(280, self._theme.px(_SHORT if self._short else _TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        high = theme.line_height("sub")
        top = (self.height() - high) / 2 if self._short else 2
        size = theme.px(_GLYPH)
        glyph = QRectF(0, top + (high - size) / 2, size, size)
        paint_glyph(painter, glyph, self._look.glyph, theme, self._look.tone)
        left = theme.px(_INDENT)
        word = QRectF(left, top, self.width() - left, high)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.colour(f"{self._look.tone}Tx"))
        painter.drawText(word, middle | Qt.AlignmentFlag.AlignRight, self.line.word)
        taken = QFontMetrics(theme.font("cap")).horizontalAdvance(self.line.word) + 12
        title = word.adjusted(0, 0, -taken, 0)
        self._draw(painter, title, self._title_for(title.width()), "sub", "ink")
        if not self._short:
            why = QRectF(left, top + high, self.width() - left, theme.line_height("small"))
            self._draw(painter, why, _without_threshold(self.line.line), "small", "ink2")

    def _title_for(self, width: float) -> str:
        """The title, or the short one: half of a title says less than its short form."""
        metrics = QFontMetrics(self._theme.font("sub"))
        fits = metrics.horizontalAdvance(self.line.title) <= width
        return self.line.title if fits else self.line.short

    def _draw(self, painter: QPainter, rect: QRectF, text: str, style: str, ink: str) -> None:
        font = self._theme.font(style)
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        words = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, align, words)


def _without_threshold(line: str) -> str:
    """The figure; the threshold beside it is in the tooltip and on the criterion's card."""
    return line.partition("; the threshold")[0]
