"""The page that asks for the passphrase (and, behind a link, for the recovery code)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from casedesk.ui.dialogs import Dialogs
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens.unlock.passphrase_form import PassphraseForm
from casedesk.ui.screens.unlock.presenter import SECOND_MS, Refused, Unlocked, UnlockPresenter
from casedesk.ui.shell.page_area import PageArea
from casedesk.ui.shell.split_page import SplitPage
from casedesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from casedesk.ui.screens.unlock.recovery_form import RecoveryForm
    from casedesk.ui.screens.unlock.restore_offer import RestoreOffer

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
        self._folder, self._jobs, self._dialogs = folder, jobs, dialogs
        self.presenter = UnlockPresenter(
            folder, jobs, today=today, second_ms=second_ms, parent=self
        )
        self.passphrase = PassphraseForm(theme)
        self._theme = theme
        self._recovery: RecoveryForm | None = None
        self._restore: RestoreOffer | None = None
        self._forms = QStackedWidget()
        self._forms.addWidget(_in_the_middle(self.passphrase))
        self.set_work(self._forms)
        self.passphrase.unlock_asked.connect(self.presenter.try_passphrase)
        self.passphrase.recovery_asked.connect(self.show_recovery)
        self.passphrase.other_asked.connect(self._on_other_asked)
        self.passphrase.restore_asked.connect(self._on_restore_asked)
        self.presenter.busy_changed.connect(self._on_busy_changed)
        self.presenter.wait_changed.connect(self._on_wait_changed)
        self.presenter.refused.connect(self._on_refused)
        self.presenter.opened.connect(self._on_opened)

    @property
    def recovery(self) -> RecoveryForm:
        """The form for the recovery code, made when it is first asked for."""
        if self._recovery is None:
            from casedesk.ui.screens.unlock.recovery_form import RecoveryForm

            self._recovery = RecoveryForm(self._theme)
            self._recovery.recover_asked.connect(self.presenter.try_recovery)
            self._recovery.back_asked.connect(self.show_passphrase)
            self._forms.addWidget(_in_the_middle(self._recovery))
        return self._recovery

    @property
    def form_shown(self) -> PassphraseForm | RecoveryForm:
        """The form in front."""
        return self.recovery if self._forms.currentIndex() else self.passphrase

    def focus_first(self) -> None:
        """Puts the focus where the worker types."""
        self.form_shown.focus_first()

    def show_recovery(self) -> None:
        """Turns to the recovery code."""
        form = self.recovery
        self._forms.setCurrentIndex(1)
        form.focus_first()

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
        if self._recovery is not None:
            self._recovery.forget()
        self.opened.emit(opened)

    def _on_restore_asked(self, passphrase: str) -> None:
        if self._restore is None:
            from casedesk.ui.screens.unlock.restore_offer import RestoreOffer

            self._restore = RestoreOffer(self._folder, self._jobs, self._dialogs, self)
            self._restore.busy_changed.connect(self._on_restoring)
            self._restore.refused.connect(self._on_not_restored)
            self._restore.restored.connect(self._on_restored)
        self._restore.begin(passphrase)

    def _on_restoring(self, words: str) -> None:
        self.passphrase.set_busy(bool(words), words)

    def _on_not_restored(self, sentence: str) -> None:
        self.passphrase.show_refused(Refused("damaged", sentence))

    def _on_restored(self) -> None:
        self.presenter.try_passphrase(self.passphrase.field.text())

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
    column.setContentsMargins(24, 8, 24, 8)
    column.addStretch(1)
    column.addLayout(row)
    column.addStretch(1)
    return PageArea(inside)
