"""A recovery code on its way to paper: shown once, printed, and typed back from the paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.services.before_unlock import GROUPS, laptop_name
from casedesk.services.first_run import TypedBack
from casedesk.ui.dialogs import Dialogs
from casedesk.ui.shell.code_field import CodeField
from casedesk.ui.shell.hint_line import HintLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.code_card import CodeCard
from casedesk.ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

HINT = "The code above is covered while you type. Capitals and spaces do not matter."
NOT_PRINTED = "We could not print: check the printer, or write the code down."


class CodeToPaper(QWidget):
    """`compare` says how what is typed compares with the code.

    Signals:
        print_asked(): Print the code.
        ready_changed(): whether the whole code is typed back may be another.
        entered(): Enter in the field.
    """

    print_asked = Signal()
    ready_changed = Signal()
    entered = Signal()

    def __init__(
        self, theme: Theme, compare: Callable[[str], TypedBack], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._compare = compare
        self.is_ready = False
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
        warning = "Keep it out of your bag, your email and this laptop."
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.card)
        column.addLayout(row)
        column.addSpacing(4)
        column.addWidget(Banner(theme, "warn", "Do not photograph it", warning))
        column.addSpacing(8)
        column.addWidget(label)
        column.addWidget(self.field)
        column.addWidget(self.hint)
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self.entered)
        self.print.clicked.connect(self.print_asked)

    @property
    def typed(self) -> str:
        """What was typed."""
        return self.field.text()

    def show_code(self, code: str) -> None:
        """Shows the code that has to be put on paper."""
        self.card.show_code(code)

    def ask_printer(self, dialogs: Dialogs, code: str, worker: str) -> None:
        """Ask which printer, and print the code there."""
        dialogs.choose_printer(
            "Print the recovery code", lambda printer: self.put_on(printer, code, worker)
        )

    def put_on(self, printer: QPrinter | None, code: str, worker: str) -> None:
        """Draws the page; says when it went to the printer, or that it did not."""
        from casedesk.ui.forms.code_paper import CodePaper

        if printer is None:
            return
        now = datetime.now().astimezone()
        day = long_date(now.date())
        if CodePaper(code, worker, laptop_name(), day).draw(printer):
            self.say_printed(f"{day}, {now:%H:%M}")
        else:
            self.printed.say(NOT_PRINTED, "bad")

    def say_printed(self, when: str) -> None:
        """Notes that it went to the printer."""
        self.printed.say(f"Sent to the printer {when}", "good")
        self.print.setText("Print again")

    def forget(self) -> None:
        """Takes the code off the screen."""
        self.card.show_code("")
        self.field.clear()
        self.printed.say("")
        self.print.setText("Print the code")

    def focus_first(self) -> None:
        """Print: typing comes after, and would cover the code."""
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self, text: str) -> None:
        found = self._compare(text)
        self.is_ready = found.complete
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
