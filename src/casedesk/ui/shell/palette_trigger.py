"""The button in the top bar that looks like a field and opens the palette."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from casedesk.ui.theme.theme import Theme

HEIGHT = 32
WORDS = "Search or jump to…"
KEYS = "Ctrl K"


class PaletteTrigger(QPushButton):
    """Painted as a field: magnifier, words, and the keys on a key cap."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName("Search or jump")
        self.setToolTip(f"Search or jump ({KEYS})")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("tall", str(HEIGHT))
        theme.changed.connect(self._grown)
        self._grown()

    def _grown(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
        self.update()

    def sizeHint(self) -> QSize:
        """Override QWidget::sizeHint."""
        return QSize(320, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.setBrush(theme.colour("hover" if self.underMouse() else "canvas"))
        painter.drawRoundedRect(box, 6, 6)
        middle = box.center().y()
        theme.paint_icon(painter, QRectF(10, middle - 8, 16, 16), "search", "ink2")
        painter.setFont(theme.font("cap"))
        cap_width = painter.fontMetrics().horizontalAdvance(KEYS) + 12
        cap = QRectF(box.right() - cap_width - 6, middle - 10, cap_width, 20)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(theme.colour("ink2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, KEYS)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink2"))
        words = QRectF(34, box.top(), cap.left() - 40, box.height())
        shown = painter.fontMetrics().elidedText(
            WORDS, Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
