"""How strong a passphrase is: four bars. The sentence under them says the same in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk.services.passphrases import BARS
from casedesk.ui.theme.theme import Theme

HEIGHT, GAP = 8, 6


class StrengthBar(QWidget):
    """`bars` of four are filled, green once it is enough."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars, self._enough = 0, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Strength: 0 of 4")
        theme.changed.connect(self.update)

    def set_bars(self, bars: int, *, enough: bool) -> None:
        """Shows another strength."""
        self._bars, self._enough = bars, enough
        self.setAccessibleName(f"Strength: {bars} of {BARS}")
        self.update()

    def sizeHint(self) -> QSize:
        """Override QWidget::sizeHint."""
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() - GAP * (BARS - 1)) / BARS
        for place in range(BARS):
            filled = "good" if self._enough else "warn"
            painter.setBrush(self._theme.colour(filled if place < self._bars else "line"))
            painter.drawRoundedRect(QRectF(place * (width + GAP), 0, width, HEIGHT), 4, 4)
