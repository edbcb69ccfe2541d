"""The recovery code on the screen: nine groups, a cell for each character, or covered."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.spoken import Spoken

CELL, ROW, COLUMNS = 20, 44, 3
COVER = "•"


class CodeCard(Spoken, QWidget):
    """Painted, so that it cannot be selected and copied."""

    spoken_role = QAccessible.Role.StaticText

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups: list[str] = []
        self.is_covered = False
        self.setAccessibleName("Recovery code")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_code(self, code: str) -> None:
        """Shows a code of nine groups with hyphens between."""
        self._groups = code.split("-") if code else []
        self.update()
        self.say_value()

    def set_covered(self, covered: bool) -> None:
        """Covers the code while it is typed back."""
        if covered != self.is_covered:
            self.is_covered = covered
            self.update()
            self.say_value()

    def spoken_value(self) -> str:
        """The groups, each letter apart; nothing while they are covered."""
        if self.is_covered:
            return "Covered while you type it"
        return ". ".join(
            f"Group {number}: {' '.join(group)}" for number, group in enumerate(self._groups, 1)
        )

    def sizeHint(self) -> QSize:
        """Override QWidget::sizeHint."""
        return QSize(400, self._theme.px(ROW) * 3 + 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        row, cell = theme.px(ROW), theme.px(CELL)
        column = (self.width() - 32) / COLUMNS
        for place, group in enumerate(self._groups):
            left = 24 + (place % COLUMNS) * column
            top = 8 + (place // COLUMNS) * row
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("ink3"))
            number = QRectF(left, top, 20, row)
            painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, str(place + 1))
            painter.setFont(theme.font("mono"))
            painter.setPen(theme.colour("ink3" if self.is_covered else "ink"))
            for index, character in enumerate(group):
                box = QRectF(left + 28 + index * cell, top, cell, row)
                shown = COVER if self.is_covered else character
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
