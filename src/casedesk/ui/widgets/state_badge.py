"""A badge: the shape, the word and the colour of a state, in one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.glyphs import PAINTED, paint_glyph
from casedesk.ui.widgets.states import StateLook

_RADIUS = 4
_PAD = 7
_GAP = 8


def badge_size(theme: Theme, look: StateLook, *, large: bool) -> QSize:
    """The size of a badge, from its words."""
    metrics = QFontMetrics(theme.font("smallb" if large else "capb"))
    glyph = _glyph_size(theme, look, large=large)
    wide = _PAD + glyph + (_GAP if large else _GAP - 2) + metrics.horizontalAdvance(look.word)
    return QSize(wide + _PAD + (6 if large else 2), theme.px(28 if large else 24))


def paint_badge(
    painter: QPainter, rect: QRectF, look: StateLook, theme: Theme, *, large: bool
) -> None:
    """Paint a badge into `rect`; the same for the widget and for a cell of a table."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{look.tone}Bg"))
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    size = _glyph_size(theme, look, large=large)
    glyph = QRectF(rect.left() + _PAD, rect.center().y() - size / 2, size, size)
    paint_glyph(painter, glyph, look.glyph, theme, look.tone)
    painter.setPen(theme.colour(f"{look.tone}Tx"))
    painter.setFont(theme.font("smallb" if large else "capb"))
    words = rect.adjusted(_PAD + size + (_GAP if large else _GAP - 2), 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, look.word)
    painter.restore()


def _glyph_size(theme: Theme, look: StateLook, *, large: bool) -> int:
    if look.glyph in PAINTED:
        return theme.px(18 if large else 16)
    return theme.px(16 if large else 14)


class StateBadge(QLabel):
    """A badge of a state. Its accessible name is the word, or `spoken` where that says more."""

    def __init__(
        self,
        theme: Theme,
        look: StateLook,
        *,
        large: bool = False,
        spoken: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._large = large
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._resized)
        self.set_look(look, spoken)

    def set_look(self, look: StateLook, spoken: str | None = None) -> None:
        """Show another state."""
        self.look = look
        self.setText(look.word)
        self.setAccessibleName(spoken or look.word)
        self._resized()

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return badge_size(self._theme, self.look, large=self._large)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), self.look, self._theme, large=self._large)
