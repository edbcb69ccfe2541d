"""A small number beside a title: how many there are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme


class CountBadge(QLabel):
    """The number on a quiet ground, 24 px high."""

    def __init__(self, theme: Theme, count: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        """Show another number."""
        self.setText(f"{count:,}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("capb"))
        wide = metrics.horizontalAdvance(self.text()) + 16
        return QSize(max(self._theme.px(24), wide), self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("muteBg"))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setPen(self._theme.colour("muteTx"))
        painter.setFont(self._theme.font("capb"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
