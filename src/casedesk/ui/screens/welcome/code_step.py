"""Step 3: the recovery code, shown once, printed, and typed back from the paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from casedesk.services.first_run import GROUPS, TypedBack
from casedesk.ui.screens.welcome.code_card import CodeCard
from casedesk.ui.screens.welcome.step import Step
from casedesk.ui.shell.code_field import CodeField
from casedesk.ui.shell.hint_line import HintLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.label import Label

HINT = "The code above is covered while you type. Capitals and spaces do not matter."


class CodeStep(Step):
    """`compare` says how what is typed compares with the code.

    Signals:
        print_asked(): Print the code.
    """

    print_asked = Signal()

    def __init__(self, theme: Theme, compare: Callable[[str], TypedBack]) -> None:
        super().__init__(
            theme,
            "Keep your recovery code safe",
            "If you forget your passphrase, this code is the only other way in. We show it once. "
            "Print it or write it down, and keep it at the office, not with the laptop.",
        )
        self._compare = compare
        self._complete = False
        self.card = CodeCard(theme)
        self.print = Button(theme, "Print the code", icon="printer", tall=40)
        self.printed = HintLine(theme)
        self.field = CodeField(theme, "Type the code from your paper")
        self.field.installEventFilter(self)
        self.hint = HintLine(theme, HINT)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.print)
        row.addWidget(self.printed, 1)
        label = Label("Check you have it: type the code from your paper", "sub")
        label.setBuddy(self.field)
        self.column.addWidget(self.card)
        self.column.addLayout(row)
        self.column.addSpacing(4)
        warning = "or keep it in your bag, your email or on this laptop."
        self.column.addWidget(Banner(theme, "warn", "Do not photograph it", warning))
        self.column.addSpacing(8)
        self.column.addWidget(label)
        self.column.addWidget(self.field)
        self.column.addWidget(self.hint)
        self.column.addStretch(1)
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self.entered)
        self.print.clicked.connect(self.print_asked)

    @property
    def is_ready(self) -> bool:
        """Whether the whole code is typed back."""
        return self._complete

    @property
    def typed(self) -> str:
        """What was typed."""
        return self.field.text()

    def show_code(self, code: str) -> None:
        """Shows the code that has to be put on paper."""
        self.card.show_code(code)

    def say_printed(self, when: str) -> None:
        """Notes that it went to the printer."""
        self.printed.say(f"Sent to the printer {when}", "good")
        self.print.setText("Print again")

    def forget(self) -> None:
        """Takes the code off the screen."""
        self.card.show_code("")
        self.field.clear()

    def focus_first(self) -> None:
        """Print: typing comes after, and would cover the code."""
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self, text: str) -> None:
        found = self._compare(text)
        self._complete = found.complete
        if found.complete:
            self.hint.say("That is the code. Keep the paper at the office.", "good")
        elif found.first_wrong is not None:
            self.hint.say(f"Group {found.first_wrong} is different on your paper.", "bad")
        elif text:
            self.hint.say(f"{found.right} of {GROUPS} groups are right so far.")
        else:
            self.hint.say(HINT)
        self.ready_changed.emit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Override QObject::eventFilter: the code is covered while the field has the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.card.set_covered(event.type() == QEvent.Type.FocusIn)
        return False
