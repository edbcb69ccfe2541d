"""The form for the passphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.services.before_unlock import laptop_name
from casedesk.ui.screens.unlock.presenter import Refused
from casedesk.ui.shell.hint_line import HintLine
from casedesk.ui.shell.secret_field import SecretField
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.label import Label

WIDTH = 416
HINT = "The words you chose when you set up CaseDesk."
WRONG = "That is not the passphrase."
WRONG_NEXT = "Check capitals and spelling, then try again."


class PassphraseForm(QWidget):
    """One field, one button.

    Signals:
        unlock_asked(passphrase): Unlock or Enter.
        recovery_asked(): Use my recovery code.
        other_asked(): Open another vault.
        restore_asked(passphrase): Restore the latest good backup.
    """

    unlock_asked = Signal(str)
    recovery_asked = Signal()
    other_asked = Signal()
    restore_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = 0
        self._busy = False
        self._next = self.recovery_asked.emit
        self.setMaximumWidth(theme.px(WIDTH))
        heading = Label("Unlock your families", "display")
        where = Label(f"On this laptop, {laptop_name()}", "body", "ink2")
        label = Label("Passphrase", "sub")
        self.field = SecretField(theme, "Passphrase")
        label.setBuddy(self.field)
        self.hint = HintLine(theme, HINT)
        self.button = Button(theme, "Unlock", kind="primary", icon="lock-open", tall=44)
        self.recovery_link = Button(theme, "Use my recovery code", kind="link", tall=32)
        self.other_link = Button(theme, "Open another vault", kind="link", tall=32)
        self.caps = Banner(theme, "warn", "Caps Lock is on")
        self.caps.hide()
        self.banner = Banner(theme, "warn", "")
        self.banner.hide()
        self.next_step = Button(theme, "Try again")
        self.next_step.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addSpacing(8)
        column.addWidget(where)
        column.addSpacing(24)
        column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self.field)
        column.addSpacing(8)
        column.addWidget(self.hint)
        column.addSpacing(20)
        column.addWidget(self.button)
        column.addSpacing(20)
        links = QHBoxLayout()
        links.addWidget(self.recovery_link)
        links.addStretch(1)
        links.addWidget(self.other_link)
        column.addLayout(links)
        column.addSpacing(16)
        column.addWidget(self.caps)
        column.addSpacing(8)
        column.addWidget(self.banner)
        column.addSpacing(8)
        column.addWidget(self.next_step, 0, Qt.AlignmentFlag.AlignLeft)
        self.field.returnPressed.connect(self._on_unlock)
        self.field.textChanged.connect(self._on_typed)
        self.field.caps_lock_seen.connect(self.caps.setVisible)
        self.button.clicked.connect(self._on_unlock)
        self.recovery_link.clicked.connect(self.recovery_asked)
        self.other_link.clicked.connect(self.other_asked)
        self.next_step.clicked.connect(self._on_next_step)
        self._allow()

    def focus_first(self) -> None:
        """The passphrase field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Takes the passphrase out of the field once the vault is open."""
        self.field.clear()

    def set_busy(self, busy: bool, words: str = "Unlocking…") -> None:
        """While the vault is tried (or put back) the field can be read, not changed."""
        self._busy = busy
        self.field.setReadOnly(busy)
        self.button.setText(words if busy else "Unlock")
        if busy:
            self.banner.hide()
            self.next_step.hide()
            self.recovery_link.show()
            self.hint.say(HINT)
        self._allow()

    def set_wait(self, seconds: int) -> None:
        """Shows the wait as a clock that runs down."""
        was, self._waiting = self._waiting, seconds
        if seconds:
            unit = "second" if seconds == 1 else "seconds"
            self.hint.say(f"{WRONG} Try again in {seconds} {unit}.", "wait")
        elif was:
            self.hint.say(f"{WRONG} {WRONG_NEXT}", "bad")
        self._allow()

    def show_refused(self, refused: Refused) -> None:
        """Says why it did not open, and what to do now. The field keeps what was typed."""
        self.focus_first()
        if refused.kind == "wrong":
            self.hint.say(f"{WRONG} {WRONG_NEXT}", "bad")
            self.field.selectAll()
            return
        if refused.kind == "tied":
            self._next = self.recovery_asked.emit
            title, words = "Tied to another laptop", "Use my recovery code"
        elif refused.kind == "in_use":
            self._next = self._on_unlock
            title, words = "Somebody else has it open", "Try again"
        elif refused.kind == "damaged":
            self._next = self._on_restore
            title, words = "Your vault is damaged", "Restore the latest good backup"
        else:
            self._next = self._on_unlock
            title, words = "It did not open", "Try again"
        self.banner.set_words("warn", title, refused.sentence)
        self.banner.show()
        self.next_step.setText(words)
        self.next_step.show()
        self.recovery_link.setVisible(refused.kind != "tied")

    def _on_next_step(self) -> None:
        self._next()

    def _on_restore(self) -> None:
        self.restore_asked.emit(self.field.text())

    def _on_unlock(self) -> None:
        if self.button.isEnabled():
            self.unlock_asked.emit(self.field.text())

    def _on_typed(self) -> None:
        if not self._waiting and self.hint.look == "bad":
            self.hint.say(HINT)
        self._allow()

    def _allow(self) -> None:
        self.button.setEnabled(bool(self.field.text()) and not self._busy and not self._waiting)
