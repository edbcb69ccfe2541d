"""A person by their initials."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme


def initials(name: str) -> str:
    """First letters of the first and the last word: "Jo Hebden" is "JH"."""
    words = name.split()
    return "".join(word[0].upper() for word in (words[:1] + words[1:][-1:]))


class Avatar(QLabel):
    """Initials on a disc, 32 px; called aloud by the name."""

    def __init__(
        self, theme: Theme, name: str, size: int = 32, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Show somebody else."""
        self.setText(initials(name))
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        size = self._theme.px(self._size)
        return QSize(size, size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accentBg"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(self._theme.colour("accentTx"))
        painter.setFont(self._theme.font("capb"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
