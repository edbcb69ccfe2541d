"""The small line under a field: an icon and words that say what is wanted or what is wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Paragraph
from casedesk.ui.widgets.spoken import say_aloud

ICON_LOWER = 2
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
        # In the middle of the first line of words, which is higher than the icon.
        beside = QVBoxLayout()
        beside.setContentsMargins(0, ICON_LOWER, 0, 0)
        beside.addWidget(self._icon)
        beside.addStretch(1)
        row.addLayout(beside)
        row.addWidget(self._words, 1)
        self.say(words, look)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.plain()

    def say(self, words: str, look: str = "hint") -> None:
        """Says something else; nothing at all hides the line and keeps its place."""
        icon, ink, colour = _LOOKS[look]
        # A hint that comes back is no news, and a clock that counts down is said only once.
        is_news = look != "hint" and words != self._words.plain()
        is_news = is_news and not (look == self.look == "wait")
        self.look = look
        self._icon.set_icon(icon, colour)
        self._icon.setVisible(bool(words))
        self._words.set_text(words)
        self._words.set_ink(ink)
        self.setAccessibleName(words)
        if is_news and words:
            say_aloud(self, words)
