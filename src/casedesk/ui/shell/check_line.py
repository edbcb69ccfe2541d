"""One thing to do, with a tick once it is done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label


class CheckLine(QWidget):
    """Circle and words; then a tick, with "done" for those who hear it."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = words
        self._icon = IconLabel(theme, "circle", 16, "ink3", self)
        self._words = Label(words, "small", "ink2", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self.set_done(False)

    def set_done(self, done: bool) -> None:
        """Ticks it, or takes the tick away."""
        self._icon.set_icon("check" if done else "circle", "goodTx" if done else "ink3")
        self._words.set_ink("good" if done else "ink2")
        self.setAccessibleName(f"{self._said}: {'done' if done else 'still to do'}")
