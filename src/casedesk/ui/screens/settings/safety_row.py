"""One line of "Is my work safe?": a badge, what it means, and its one action."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casedesk.services.safety import SafetyLine
from casedesk.ui.screens.settings.action_row import ActionRow
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.states import StateLook

GLYPHS = {
    "good": "circle-check",
    "warn": "triangle-alert",
    "bad": "circle-alert",
    "mute": "circle-dashed",
}


class SafetyRow(ActionRow):
    """Shows a `SafetyLine`.

    Signals:
        pressed(): its action.
    """

    pressed = Signal()

    def __init__(self, theme: Theme, line: SafetyLine, parent: QWidget | None = None) -> None:
        super().__init__(theme, line.title, parent)
        self.line = line
        self.button = Button(theme, "", kind="secondary", tall=32)
        self.button.clicked.connect(self.pressed)
        self.add_button(self.button)
        self.show_line(line)

    def show_line(self, line: SafetyLine) -> None:
        """Shows another state of the same thing."""
        self.line = line
        look = StateLook(GLYPHS[line.tone], line.word, line.tone)
        self.show_state(look, f"{line.title}: {line.word}")
        self.words.set_text(line.sentence)
        self.button.setText(line.action[1])
        self.button.setAccessibleName(f"{line.action[1]} ({line.title})")
