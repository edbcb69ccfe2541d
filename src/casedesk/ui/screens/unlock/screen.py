"""The page that asks for the passphrase (and, behind a link, for the recovery code)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from casedesk.ui.dialogs import Dialogs
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens.unlock.passphrase_form import PassphraseForm
from casedesk.ui.screens.unlock.presenter import SECOND_MS, Refused, Unlocked, UnlockPresenter
from casedesk.ui.screens.unlock.recovery_form import RecoveryForm
from casedesk.ui.shell.page_area import PageArea
from casedesk.ui.shell.split_page import SplitPage
from casedesk.ui.theme.theme import Theme

PANEL = 480
FACTS = (
    ("lock", "Only your passphrase opens your records."),
    ("hard-drive", "Works with no signal."),
    ("timer", "Locks itself when you are away."),
)


class UnlockScreen(SplitPage):
    """Nothing about the vault's contents is said here.

    Signals:
        opened(Unlocked): the vault is open.
        other_vault_chosen(folder): the worker wants another vault.
    """

    opened = Signal(object)
    other_vault_chosen = Signal(object)
    title = "Unlock"

    def __init__(
        self,
        folder: Path,
        theme: Theme,
        jobs: Jobs,
        dialogs: Dialogs,
        *,
        today: date | None = None,
        second_ms: int = SECOND_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Locked on this laptop.", FACTS, PANEL, parent)
        self._dialogs = dialogs
        self.presenter = UnlockPresenter(
            folder, jobs, today=today, second_ms=second_ms, parent=self
        )
        self.passphrase = PassphraseForm(theme)
        self.recovery = RecoveryForm(theme)
        self._forms = QStackedWidget()
        for form in (self.passphrase, self.recovery):
            self._forms.addWidget(_in_the_middle(form))
        self.set_work(self._forms)
        self.passphrase.unlock_asked.connect(self.presenter.try_passphrase)
        self.passphrase.recovery_asked.connect(self.show_recovery)
        self.passphrase.other_asked.connect(self._on_other_asked)
        self.recovery.recover_asked.connect(self.presenter.try_recovery)
        self.recovery.back_asked.connect(self.show_passphrase)
        self.presenter.busy_changed.connect(self._on_busy_changed)
        self.presenter.wait_changed.connect(self._on_wait_changed)
        self.presenter.refused.connect(self._on_refused)
        self.presenter.opened.connect(self._on_opened)

    @property
    def form_shown(self) -> PassphraseForm | RecoveryForm:
        """The form in front."""
        return self.recovery if self._forms.currentIndex() else self.passphrase

    def focus_first(self) -> None:
        """Puts the focus where the worker types."""
        self.form_shown.focus_first()

    def show_recovery(self) -> None:
        """Turns to the recovery code."""
        self._forms.setCurrentIndex(1)
        self.focus_first()

    def show_passphrase(self) -> None:
        """Turns back to the passphrase."""
        self._forms.setCurrentIndex(0)
        self.focus_first()

    def _on_busy_changed(self, busy: bool) -> None:
        self.form_shown.set_busy(busy)

    def _on_wait_changed(self, seconds: int) -> None:
        self.form_shown.set_wait(seconds)

    def _on_refused(self, refused: Refused) -> None:
        self.form_shown.show_refused(refused)

    def _on_opened(self, opened: Unlocked) -> None:
        self.passphrase.forget()
        self.recovery.forget()
        self.opened.emit(opened)

    def _on_other_asked(self) -> None:
        self._dialogs.choose_folder("Choose the folder of the vault", self._on_other_chosen)

    def _on_other_chosen(self, folder: Path | None) -> None:
        if folder is not None:
            self.other_vault_chosen.emit(folder)


def _in_the_middle(form: QWidget) -> QWidget:
    inside = QWidget()
    # Stretches, not an alignment: that would give wrapped words the height of one line.
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(form, 1000)
    row.addStretch(1)
    column = QVBoxLayout(inside)
    column.setContentsMargins(24, 16, 24, 16)
    column.addStretch(1)
    column.addLayout(row)
    column.addStretch(1)
    return PageArea(inside)
