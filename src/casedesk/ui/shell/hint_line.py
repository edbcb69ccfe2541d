"""The small line under a field: an icon and words that say what is wanted or what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Paragraph

_LOOKS = {
    "hint": ("info", "ink3", "ink3"),
    "bad": ("circle-alert", "bad", "badTx"),
    "good": ("circle-check", "good", "goodTx"),
    "warn": ("triangle-alert", "warn", "warnTx"),
    "wait": ("timer", "warn", "warnTx"),
}
"""Icon, the ink of words (a tone or a text colour), and the colour of the icon."""


class HintLine(QWidget):
    """Words that wrap beside an icon; screen readers are told when they change."""

    def __init__(
        self, theme: Theme, words: str = "", look: str = "hint", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._icon = IconLabel(theme, _LOOKS[look][0], 16, _LOOKS[look][2], self)
        self._words = Paragraph(theme, words, "small", _LOOKS[look][1], self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.say(words, look)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.plain()

    def say(self, words: str, look: str = "hint") -> None:
        """Says something else; nothing at all hides the line and keeps its place."""
        icon, ink, colour = _LOOKS[look]
        changed = words != self._words.plain()
        self.look = look
        self._icon.set_icon(icon, colour)
        self._icon.setVisible(bool(words))
        self._words.set_text(words)
        self._words.set_ink(ink)
        self.setAccessibleName(words)
        if changed and words:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
