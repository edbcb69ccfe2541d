"""A new recovery code: on paper, typed back, and only then in force."""

from __future__ import annotations

from casedesk.services.first_run import TypedBack, compare_typed
from casedesk.services.keys import prepare_code, put_code
from casedesk.ui.desk import Desk
from casedesk.ui.forms.code_to_paper import CodeToPaper
from casedesk.ui.screens.settings.saving_flow import SavingFlow

DONE = (
    "Your new recovery code is in force. The old code no longer opens your vault, only older "
    "backups: destroy its paper."
)


class CodeFlow(SavingFlow):
    """The old code works until the new one is typed back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "Make a new recovery code",
            "Print it or write it down, and keep it at the office, not with the laptop. The old "
            "code stops working when you have typed the new one back.",
            "Use the new code",
            DONE,
        )
        self._code = prepare_code()
        self.paper = CodeToPaper(desk.theme, self._compare)
        self.paper.show_code(self._code)
        self.body.addWidget(self.paper)
        self.paper.ready_changed.connect(self.allow)
        self.paper.entered.connect(self.go_on)
        self.paper.print_asked.connect(self._on_print)
        self.allow()

    @property
    def is_ready(self) -> bool:
        """Whether the whole code is typed back."""
        return self.paper.is_ready

    def focus_first(self) -> None:
        """Print."""
        self.paper.focus_first()

    def forget(self) -> None:
        """Takes the code off the screen and out of here."""
        self._code = ""
        self.paper.forget()

    def go_on(self) -> None:
        """Puts it in force."""
        if not self.next.isEnabled():
            return
        session, code, typed = self._desk.session, self._code, self.paper.typed
        self.put("Saving…", lambda: put_code(session, code, typed))

    def _compare(self, typed: str) -> TypedBack:
        return compare_typed(self._code, typed)

    def _on_print(self) -> None:
        desk = self._desk
        self.paper.ask_printer(desk.dialogs, self._code, desk.session.worker)
