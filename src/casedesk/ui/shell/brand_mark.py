"""CaseDesk's mark: a folder on a light tile."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from casedesk.ui.theme.theme import Theme

TILE = "#F4FAFB"


class BrandMark(QWidget):
    """The mark at `side` px, for the rail and the brand panel (always on their dark ground)."""

    def __init__(self, theme: Theme, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(side, side)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(TILE))
        side = self.width()
        painter.drawRoundedRect(QRectF(0, 0, side, side), side / 5, side / 5)
        painter.setBrush(self._theme.colour("rail"))
        painter.drawPath(_folder(side))


def _folder(side: float) -> QPainterPath:
    left, right = side * 0.23, side * 0.77
    body = QPainterPath()
    body.addRoundedRect(QRectF(left, side * 0.35, right - left, side * 0.40), side / 14, side / 14)
    tab = QPainterPath()
    tab.addRoundedRect(
        QRectF(left, side * 0.25, (right - left) * 0.5, side * 0.3), side / 14, side / 14
    )
    return body.united(tab)
