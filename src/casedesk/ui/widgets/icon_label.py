"""An icon that stands for nothing alone: the words beside it say the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme


class IconLabel(QWidget):
    """An icon `size` px at 100% text, in the colour of a token."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        size: int = 18,
        colour: str = "ink2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._size = size
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._resized)

    def set_icon(self, icon: str, colour: str | None = None) -> None:
        """Show another icon, and colour."""
        self._icon = icon
        self._colour = colour or self._colour
        self.update()

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        size = self._theme.px(self._size)
        return QSize(size, size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = self._theme.px(self._size)
        left, top = (self.width() - size) / 2, (self.height() - size) / 2
        self._theme.paint_icon(painter, QRectF(left, top, size, size), self._icon, self._colour)
