"""The offer of a draft that was kept: when it was written, Resume, Discard."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casedesk.ui.forms.draft_words import time_words
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button


class DraftOffer(Banner):
    """When the draft was written, Resume and Discard.

    Signals: resume_asked(); discard_asked().
    """

    resume_asked = Signal()
    discard_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "info", "You have a draft here", link="Resume", parent=parent)
        self._link.setAccessibleName("Resume the draft")
        self.resume_button = self._link
        self.discard_button = Button(theme, "Discard", kind="link", tall=32)
        self.discard_button.set_tone("info")
        self.discard_button.setAccessibleName("Discard the draft")
        self.discard_button.clicked.connect(self.discard_asked)
        self.followed.connect(self.resume_asked)
        self._row.addWidget(self.discard_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, written_at: datetime, now: datetime) -> None:
        """When it was written."""
        words = f"written {time_words(written_at, now)}"
        self.set_words("info", "You have a draft here", words, link="Resume", icon="notebook-pen")
