"""The sign beside a form that its words are on disk, or are not."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.ui.forms.draft_words import clock_words
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.spoken import say_aloud

if TYPE_CHECKING:
    from casedesk.ui.forms.draft_writer import DraftWriter


class DraftSaved(QWidget):
    """ "Draft saved 14:03", only when the words are on disk; in red when they cannot be written."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = IconLabel(theme, "circle-check", 16, "goodTx")
        self._words = Label("", "small", "good")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self._words)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while there is nothing to say."""
        return "" if self.isHidden() else self._words.text()

    def watch(self, keeper: DraftWriter) -> None:
        """Say how it stands with a form's draft from now on."""
        keeper.kept.connect(self.say_kept)
        keeper.not_kept.connect(self.say_not_kept)
        keeper.emptied.connect(self.hide)

    def say_kept(self, at: datetime) -> None:
        """The words are on disk."""
        self._say(f"Draft saved {clock_words(at)}", "good", "circle-check")

    def say_not_kept(self, since: datetime) -> None:
        """They are not."""
        words = f"Not saved since {clock_words(since)}"
        if words != self.words:
            self._say(words, "bad", "circle-alert")
            say_aloud(self, words)

    def _say(self, words: str, tone: str, icon: str) -> None:
        self._sign.set_icon(icon, f"{tone}Tx")
        self._words.setText(words)
        self._words.set_ink(tone)
        self.setAccessibleName(words)
        self.show()
