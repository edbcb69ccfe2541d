"""Step 3: the recovery code, shown once, printed, and typed back from the paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from casedesk.services.first_run import TypedBack
from casedesk.ui.forms.code_to_paper import CodeToPaper
from casedesk.ui.screens.welcome.step import Step
from casedesk.ui.theme.theme import Theme


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
        self.paper = CodeToPaper(theme, compare)
        self.card, self.print, self.printed = self.paper.card, self.paper.print, self.paper.printed
        self.field, self.hint = self.paper.field, self.paper.hint
        self.column.addWidget(self.paper)
        self.column.addStretch(1)
        self.paper.ready_changed.connect(self.ready_changed)
        self.paper.entered.connect(self.entered)
        self.paper.print_asked.connect(self.print_asked)

    @property
    def is_ready(self) -> bool:
        """Whether the whole code is typed back."""
        return self.paper.is_ready

    @property
    def typed(self) -> str:
        """What was typed."""
        return self.paper.typed

    def show_code(self, code: str) -> None:
        """Shows the code that has to be put on paper."""
        self.paper.show_code(code)

    def say_printed(self, when: str) -> None:
        """Notes that it went to the printer."""
        self.paper.say_printed(when)

    def forget(self) -> None:
        """Takes the code off the screen."""
        self.paper.forget()

    def focus_first(self) -> None:
        """Print: typing comes after, and would cover the code."""
        self.paper.focus_first()
