"""Change every key after a passphrase got out: passphrases first, then the new code on paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.errors import KnownError
from casedesk.services.first_run import TypedBack, compare_typed
from casedesk.services.keys import change_every_key, prepare_code
from casedesk.services.settings import Settings
from casedesk.ui.desk import Desk
from casedesk.ui.dialogs import Message
from casedesk.ui.forms.code_to_paper import CodeToPaper
from casedesk.ui.screens.settings.flow import Flow
from casedesk.ui.screens.settings.leaving import Leaving
from casedesk.ui.shell.new_passphrase import NewPassphrase
from casedesk.ui.shell.secret_field import SecretField
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.field import Field

PASSPHRASES, PAPER = 0, 1
GO_ON = "Go on to the new code"
ACT = "Change every key and lock"


class RotationFlow(Flow):
    """Nothing is changed before the last button; then the session ends."""

    def __init__(self, desk: Desk, settings: Settings | None, leads: int) -> None:
        super().__init__(
            desk.theme,
            "Change every key",
            "For when a passphrase or a recovery code got out. Your whole vault is written again "
            "under a new key, with a new passphrase and a new recovery code. Then CaseDesk locks.",
            GO_ON,
        )
        self._desk = desk
        self._leaving = Leaving(desk, self)
        self._code = ""
        self.current = SecretField(desk.theme, "Passphrase now")
        personal = (settings.worker, settings.council, settings.team) if settings else ()
        self.new = NewPassphrase(desk.theme, personal)
        self.paper = CodeToPaper(desk.theme, self._compare)
        self._step = PASSPHRASES
        self._first = QWidget()
        column = QVBoxLayout(self._first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        backups = "Make a fresh one afterwards, and remove those."
        self.older = Banner(
            desk.theme, "warn", "Older backups open with the old passphrase", backups
        )
        column.addWidget(self.older)
        if leads:
            who = "Your team lead" if leads == 1 else f"Your {leads} team leads"
            again = "Give access again afterwards."
            column.addWidget(
                Banner(desk.theme, "warn", f"{who} will no longer be able to open it", again)
            )
        column.addWidget(Field(desk.theme, "Passphrase now", self.current))
        column.addWidget(self.new)
        column.addStretch(1)
        self.paper.hide()
        self.body.addWidget(self._first)
        self.body.addWidget(self.paper)
        self.current.textChanged.connect(self.allow)
        self.new.changed.connect(self.allow)
        self.new.entered.connect(self.go_on)
        self.paper.ready_changed.connect(self.allow)
        self.paper.print_asked.connect(self._on_print)
        self.allow()

    @property
    def step(self) -> int:
        """Passphrases (0) or the code on paper (1)."""
        return self._step

    @property
    def is_ready(self) -> bool:
        """Whether this step is done."""
        if self.step == PAPER:
            return self.paper.is_ready
        return bool(self.current.text()) and self.new.is_ready

    def focus_first(self) -> None:
        """The passphrase now, or Print."""
        if self.step == PAPER:
            self.paper.focus_first()
        else:
            self.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Takes every secret off the screen."""
        self._code = ""
        self.current.clear()
        self.new.forget()
        self.paper.forget()

    def go_on(self) -> None:
        """To the paper, and from there to the change."""
        if not self.next.isEnabled():
            return
        if self.step == PASSPHRASES:
            self._code = prepare_code()
            self.paper.show_code(self._code)
            self._turn_to(PAPER, ACT)
        else:
            self._rotate()

    def _rotate(self) -> None:
        session, code = self._desk.session, self._code
        current, new = self.current.text(), self.new.passphrase

        def done(sentence: str) -> Message:
            self.forget()
            return Message("Every key is changed", sentence, "Go to the unlock page")

        self.set_busy("Writing your vault again under the new key…")
        job = self._leaving.leave(
            lambda task: change_every_key(session, current, new, code, progress=task.step),
            done,
            self._on_failed,
        )
        if job is not None:
            job.progressed.connect(self._on_progress)

    def _on_progress(self, done: int, total: int, _: str) -> None:
        self.progress.bar.setRange(0, max(total, 1))
        self.progress.bar.setValue(done)

    def _on_failed(self, error: KnownError) -> None:
        # Most likely the passphrase now: that is on the first step.
        self._turn_to(PASSPHRASES, GO_ON)
        self.say_problem(f"{error.sentence} Nothing was changed.")
        self.focus_first()

    def _turn_to(self, step: int, words: str) -> None:
        self._step = step
        self._first.setVisible(step == PASSPHRASES)
        self.paper.setVisible(step == PAPER)
        self.next.setText(words)
        self.allow()
        self.focus_first()

    def _compare(self, typed: str) -> TypedBack:
        return compare_typed(self._code, typed)

    def _on_print(self) -> None:
        desk = self._desk
        self.paper.ask_printer(desk.dialogs, self._code, desk.session.worker)
