"""Choosing a passphrase: typed twice, with its strength shown, or five words made up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.services.passphrases import strength, suggest_phrase
from casedesk.ui.shell.check_line import CheckLine
from casedesk.ui.shell.hint_line import HintLine
from casedesk.ui.shell.secret_field import SecretField
from casedesk.ui.shell.strength_bar import StrengthBar
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.label import Label

ADVICE = "Use at least 12 characters. Five unrelated words are best."


class NewPassphrase(QWidget):
    """`personal` are words that would be guessed first: the worker's name, council, team.

    Signals:
        changed(): something was typed.
        entered(): Enter in the second field.
    """

    changed = Signal()
    entered = Signal()

    def __init__(
        self, theme: Theme, personal: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.personal = tuple(personal)
        self.first = SecretField(theme, "New passphrase")
        self.second = SecretField(theme, "New passphrase again")
        self.bar = StrengthBar(theme)
        self.sentence = HintLine(theme, ADVICE)
        self.long = CheckLine(theme, "12 characters or more")
        self.hard = CheckLine(theme, "Not easy to guess")
        self.same = CheckLine(theme, "Typed the same twice")
        self.suggest = Button(theme, "Suggest words", kind="quiet", icon="refresh-cw", tall=32)
        first_label = Label("New passphrase", "sub")
        first_label.setBuddy(self.first)
        second_label = Label("Type it again", "sub")
        second_label.setBuddy(self.second)
        head = QHBoxLayout()
        head.addWidget(first_label)
        head.addStretch(1)
        head.addWidget(self.suggest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.first)
        column.addWidget(self.bar)
        column.addWidget(self.sentence)
        column.addWidget(second_label)
        column.addWidget(self.second)
        checks = QHBoxLayout()
        checks.setSpacing(16)
        for line in (self.long, self.hard, self.same):
            checks.addWidget(line)
        checks.addStretch(1)
        column.addLayout(checks)
        self.first.textChanged.connect(self._on_typed)
        self.second.textChanged.connect(self._on_typed)
        self.first.returnPressed.connect(self._to_second)
        self.second.returnPressed.connect(self.entered)
        self.suggest.clicked.connect(self._on_suggest)
        self._is_ready = False

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.first.text()

    @property
    def is_ready(self) -> bool:
        """Whether it is strong enough and typed the same twice."""
        return self._is_ready

    def forget(self) -> None:
        """Empties both fields."""
        self.first.clear()
        self.second.clear()

    def _to_second(self) -> None:
        self.second.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_suggest(self) -> None:
        # Shown, so that it can be read and learnt; the second field shows that it was.
        self.first.set_shown(True)
        self.first.setText(suggest_phrase())
        self.second.clear()
        self.second.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self) -> None:
        judged = strength(self.first.text(), self.personal)
        same = bool(self.first.text()) and self.first.text() == self.second.text()
        self.bar.set_bars(judged.bars, enough=judged.enough)
        if not self.first.text():
            self.sentence.say(ADVICE)
        else:
            self.sentence.say(judged.sentence, "good" if judged.enough else "warn")
        self.long.set_done(judged.long_enough)
        self.hard.set_done(judged.enough)
        self.same.set_done(same)
        self._is_ready = judged.enough and same
        self.changed.emit()
