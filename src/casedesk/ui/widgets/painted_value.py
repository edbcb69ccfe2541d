"""A widget that is painted whole and has a value: named, one Tab stop, as high as its text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.spoken import Spoken


class PaintedValue(Spoken, QWidget):
    """Says `spoken_value` after its name. It paints its own ring, around what the value is."""

    spoken_role = QAccessible.Role.Slider

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """`name` is what it is called aloud."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.measure_again)

    def measure_again(self) -> None:
        """Its height follows from the text size, and what it shows."""
        self.updateGeometry()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override QWidget::focusInEvent: the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Override QWidget::focusOutEvent: the ring."""
        super().focusOutEvent(event)
        self.update()
