"""The banner when a visit could not be saved: try again, or copy the note."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button

TITLE = "We could not save. Your words are still here."


class Trouble(Banner):
    """Signals: again_asked(); copy_asked()."""

    again_asked = Signal()
    copy_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bad", TITLE, link="Try again", parent=parent)
        self.again = self._link
        self.followed.connect(self.again_asked)
        self.copy = Button(theme, "Copy the note", kind="link", tall=32)
        self.copy.set_tone("bad")
        self.copy.clicked.connect(self.copy_asked)
        self._row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def say(self, sentence: str) -> None:
        """Why it could not be saved, and what to do."""
        self.set_words("bad", TITLE, sentence, link="Try again")
        self.show()
