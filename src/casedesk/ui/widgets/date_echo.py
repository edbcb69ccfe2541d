"""What a typed date was understood to mean, on a slip below its field."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label

_GAP = 6


class DateEcho(QFrame):
    """Lies over the window below `field`, takes no clicks and no focus, and moves nothing."""

    def __init__(self, theme: Theme, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.setProperty("raised", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words = Label("", "med")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, "calendar-check", 16, "accentTx"))
        row.addWidget(self._words)
        field.destroyed.connect(self.deleteLater)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, words: str) -> None:
        """Show the words, or with none go away; screen readers hear what is new."""
        if not words:
            self.hide()
            return
        is_new = words != self.words
        self._words.setText(words)
        if self.parentWidget() is not self._field.window():
            self.setParent(self._field.window())
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        if is_new:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, words))

    def place(self) -> None:
        """Below the field, or above it where the window ends."""
        window = self._field.window()
        if self.parentWidget() is not window:
            return
        below = self._field.mapTo(window, QPoint(0, self._field.height() + _GAP))
        if below.y() + self.height() > window.height():
            below.setY(self._field.mapTo(window, QPoint(0, 0)).y() - self.height() - _GAP)
        below.setX(max(0, min(below.x(), window.width() - self.width() - _GAP)))
        self.move(below)
