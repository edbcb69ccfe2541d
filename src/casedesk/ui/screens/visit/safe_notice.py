"""How it is safe to reach somebody, in a few lines where the eye falls first."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Paragraph


class SafeNotice(QWidget):
    """The name stands out; the instruction is as it was agreed."""

    def __init__(
        self, theme: Theme, name: str, instruction: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        words = Paragraph(theme, "", "small", "warn")
        words.set_strong([(f"Reaching {name}: ", True), (instruction, False)])
        self.setAccessibleName(words.plain())
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 6)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, "phone", 16, "warnTx"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("warnBg"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
