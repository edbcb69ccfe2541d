"""The form for the recovery code and a new passphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casedesk.ui.screens.unlock.presenter import Refused
from casedesk.ui.shell.code_field import CodeField
from casedesk.ui.shell.hint_line import HintLine
from casedesk.ui.shell.new_passphrase import NewPassphrase
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.label import Label, Paragraph

WIDTH = 544
EXPLAINED = (
    "Type the code from your printed copy, then choose a new passphrase. "
    "The code stays good afterwards."
)


class RecoveryForm(QWidget):
    """The code, the new passphrase twice.

    Signals:
        recover_asked(code, new passphrase): everything is filled in.
        back_asked(): back to the passphrase.
    """

    recover_asked = Signal(str, str)
    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = 0
        self._busy = False
        self.setMaximumWidth(theme.px(WIDTH))
        self.code = CodeField(theme, "Recovery code")
        self.hint = HintLine(theme, "Nine groups of four. Capitals and hyphens do not matter.")
        self.new = NewPassphrase(theme, personal=())
        self.back = Button(theme, "Back", tall=44)
        self.button = Button(theme, "Set passphrase and unlock", kind="primary", tall=44)
        label = Label("Recovery code", "sub")
        label.setBuddy(self.code)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(8)
        column.addWidget(Label("Use your recovery code", "display"))
        column.addWidget(Paragraph(theme, EXPLAINED, "body", "ink2"))
        column.addSpacing(4)
        column.addWidget(label)
        column.addWidget(self.code)
        column.addWidget(self.hint)
        column.addSpacing(4)
        column.addWidget(self.new)
        column.addSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.button)
        column.addLayout(row)
        self.code.textChanged.connect(self._on_typed)
        self.new.changed.connect(self._allow)
        self.new.entered.connect(self._on_recover)
        self.back.clicked.connect(self.back_asked)
        self.button.clicked.connect(self._on_recover)
        self._allow()

    def focus_first(self) -> None:
        """The code field."""
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Takes code and passphrase out of the fields once the vault is open."""
        self.code.clear()
        self.new.forget()

    def set_busy(self, busy: bool) -> None:
        """While the vault is tried the fields can be read, not changed."""
        self._busy = busy
        fields: tuple[QLineEdit, ...] = (self.code, self.new.first, self.new.second)
        for field in fields:
            field.setReadOnly(busy)
        self.button.setText("Unlocking…" if busy else "Set passphrase and unlock")
        self._allow()

    def set_wait(self, seconds: int) -> None:
        """Shows the wait as a clock that runs down."""
        was, self._waiting = self._waiting, seconds
        if seconds:
            unit = "second" if seconds == 1 else "seconds"
            self.hint.say(f"That code does not open it. Try again in {seconds} {unit}.", "wait")
        elif was:
            self.hint.say("Check the nine groups against your printed copy.", "bad")
        self._allow()

    def show_refused(self, refused: Refused) -> None:
        """Says why it did not open; what was typed stays."""
        self.hint.say(refused.sentence, "bad")
        self.focus_first()

    def _on_typed(self) -> None:
        if not self._waiting and self.hint.look == "bad":
            self.hint.say("Nine groups of four. Capitals and hyphens do not matter.")
        self._allow()

    def _on_recover(self) -> None:
        if self.button.isEnabled():
            self.recover_asked.emit(self.code.text(), self.new.passphrase)

    def _allow(self) -> None:
        ready = self.code.is_full and self.new.is_ready
        self.button.setEnabled(ready and not self._busy and not self._waiting)
