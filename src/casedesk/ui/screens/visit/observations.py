"""What was seen and heard, with prompts that put a heading into the words."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.screens.visit.writing_box import WritingBox
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.chip import Chip
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.properties import set_look

PROMPTS = ("Home", "Mood", "Safety", "Health", "Money")
TICK_AFTER_MS = 200
GREY = "The home, how everybody seemed, what is safe and what worries them, health, money"


class Observations(QWidget):
    """The box takes all the room there is. A prompt is ticked while its heading is in the words.

    Signals:
        changed(): other words.
    """

    changed = Signal()

    def __init__(self, theme: Theme, box: WritingBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = box
        box.setPlaceholderText(GREY)
        self.prompts = {word: Chip(theme, word, tall=40) for word in PROMPTS}
        self.error = ""
        self._sign = IconLabel(theme, "circle-alert", 16, "badTx")
        self._trouble = Label("", "small", "bad")
        head = QHBoxLayout()
        head.setSpacing(8)
        self._heading = Label("What did you see and &hear?", "heading")
        self._heading.setBuddy(box)
        head.addWidget(self._heading)
        head.addStretch(1)
        self._word = Label("Prompts", "small", "ink2")
        head.addWidget(self._word)
        for chip in self.prompts.values():
            chip.setAccessibleDescription("Puts a heading into your words")
            head.addWidget(chip)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._sign)
        below.addWidget(self._trouble, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(box, 1)
        column.addLayout(below)
        for word, chip in self.prompts.items():
            chip.clicked.connect(lambda _, word=word: self._on_prompt(word))
        box.textChanged.connect(self._on_words)
        box.told.connect(self._on_told)
        # Many thousand words are not looked through with every key.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TICK_AFTER_MS)
        self._pause.timeout.connect(self._tick)
        self.set_error("")

    @property
    def words(self) -> str:
        """What is written."""
        return self.box.toPlainText()

    def set_words(self, words: str) -> None:
        """As a draft has them."""
        self.box.setPlainText(words)
        self.box.moveCursor(QTextCursor.MoveOperation.End)
        self._tick()

    def set_error(self, error: str) -> None:
        """Say what is missing; empty takes it away, and whatever else is said below the box."""
        self._say(error, "bad")
        self._sign.setVisible(bool(error))
        if error != self.error:
            self.error = error
            self.box.setAccessibleDescription(error)
            set_look(self.box, wrong="true" if error else "false")

    def _say(self, words: str, ink: str) -> None:
        # With every key that is typed: no more than is needed.
        if words != self._trouble.text():
            self._trouble.setText(words)
            self._trouble.set_ink(ink)
        self._trouble.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent: without the word before the prompts in little room."""
        super().resizeEvent(event)
        chips = sum(chip.sizeHint().width() + 8 for chip in self.prompts.values())
        words = self._heading.sizeHint().width() + self._word.sizeHint().width() + 24
        self._word.setVisible(self.width() >= chips + words)

    def _on_prompt(self, word: str) -> None:
        """The heading on a line of its own at the end; or to the end of what stands below it."""
        box, words = self.box, self.words
        found = _heading(word).search(words)
        cursor = box.textCursor()
        if found is None:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(f"\n{word}: " if words.strip() else f"{word}: ")
        else:
            ends = [
                other.start()
                for one in PROMPTS
                if (other := _heading(one).search(words, found.end()))
            ]
            before = words[: min(ends, default=len(words))].rstrip("\n")
            # The document counts in units of 16 bits.
            cursor.setPosition(len(before.encode("utf-16-le")) // 2)
        box.setTextCursor(cursor)
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tick()

    def _on_words(self) -> None:
        self._pause.start()
        self.changed.emit()

    def _on_told(self, sentence: str) -> None:
        self._say(sentence, "ink2")
        self._sign.hide()

    def _tick(self) -> None:
        words = self.words
        for word, chip in self.prompts.items():
            chip.setChecked(_heading(word).search(words) is not None)


def _heading(word: str) -> re.Pattern[str]:
    return re.compile(rf"^{word}:", re.MULTILINE)
