"""The worker's initials on a round tint."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from casedesk.ui.theme.theme import Theme

SIDE = 32


class Initials(QWidget):
    """Decoration beside the name: it has no part in the accessible tree's words."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._letters = initials_of(name)
        self.setFixedSize(SIDE, SIDE)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accentBg"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(self._theme.colour("accentTx"))
        painter.setFont(self._theme.font("capb"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)


def initials_of(name: str) -> str:
    """The first letters of the first and last word: "JH" for Jo Hebden."""
    words = name.split()
    ends = words[:1] + words[-1:] if len(words) > 1 else words[:1]
    return "".join(word[0].upper() for word in ends)
