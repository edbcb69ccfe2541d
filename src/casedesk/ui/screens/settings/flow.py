"""A change that takes more than one press, in the place of the page it was asked on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.shell.hint_line import HintLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.label import Paragraph
from casedesk.ui.widgets.progress import ProgressLine


class Flow(QWidget):
    """A card with a heading, what it means, the flow's own parts in `body`, and two buttons.

    Signals:
        ended(sentence): it is over; "" when the worker thought better of it.
    """

    ended = Signal(str)

    def __init__(self, theme: Theme, heading: str, sentence: str, words: str) -> None:
        super().__init__()
        self.theme = theme
        card = Card(theme, heading)
        self.explained = Paragraph(theme, sentence, "body", "ink2")
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.problem = HintLine(theme)
        self.problem.hide()
        self.progress = ProgressLine(theme, heading)
        self.progress.hide()
        self.back = Button(theme, "Keep things as they are", kind="secondary")
        self.next = Button(theme, words, kind="primary")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        card.body.addWidget(self.explained)
        card.body.addLayout(self.body)
        card.body.addWidget(self.progress)
        card.body.addWidget(self.problem)
        card.body.addSpacing(8)
        card.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._busy = False
        self.back.clicked.connect(self.give_up)
        self.next.clicked.connect(self.go_on)

    @property
    def is_ready(self) -> bool:
        """Whether the worker may go on."""
        return True

    def go_on(self) -> None:
        """The act; only when `is_ready`."""

    def forget(self) -> None:
        """Takes every secret off the screen."""

    def focus_first(self) -> None:
        """Puts the focus where the worker begins."""

    def give_up(self) -> None:
        """Leaves everything as it is."""
        self.forget()
        self.ended.emit("")

    def allow(self) -> None:
        """Lets the buttons follow what is typed."""
        self.next.setEnabled(self.is_ready and not self._busy)
        self.back.setEnabled(not self._busy)

    def set_busy(self, words: str) -> None:
        """While it is under way; "" when it ended."""
        self._busy = bool(words)
        self.progress.setVisible(self._busy)
        if words:
            self.progress.set_progress(0, 0, words)
            self.problem.hide()
        self.allow()

    def say_problem(self, sentence: str) -> None:
        """Why it did not work; everything typed stays."""
        self.set_busy("")
        self.problem.say(sentence, "bad")
        self.problem.show()
