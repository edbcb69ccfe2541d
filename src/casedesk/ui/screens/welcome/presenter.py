"""What the first run knows from step to step: who, which passphrase, the vault once made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from casedesk.domain.errors import KeyringRefused, KnownError
from casedesk.services.backup_places import notes_on_place
from casedesk.services.backups import back_up
from casedesk.services.first_run import (
    NewSession,
    TypedBack,
    code_typed_back,
    compare_typed,
    set_up,
)
from casedesk.services.session import Session
from casedesk.services.settings import BackupState, Settings
from casedesk.services.unlocking import close_session
from casedesk.ui.jobs import Jobs


class WelcomePresenter(QObject):
    """Makes the vault on a worker and holds it open until the window takes it.

    Signals:
        made(): the vault is there and `code` must be put on paper.
        code_kept(): the code was typed back.
        backed_up(BackupState): a backup was made and checked.
        place_noted(notes): what to know of the place for backups that was chosen.
        failed(sentence): the step did not work; nothing is half done.
        keyring_refused(): it was the keyring, and the vault can be made without it.
        busy_changed(words): what is being done, "" when it ended.
    """

    made = Signal()
    code_kept = Signal()
    backed_up = Signal(object)
    place_noted = Signal(object)
    failed = Signal(str)
    keyring_refused = Signal()
    busy_changed = Signal(str)

    def __init__(
        self, folder: Path, jobs: Jobs, today: date | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._jobs = jobs
        self._today = today
        self.settings = Settings(worker="", role="keyworker")
        self.session: Session | None = None
        self.code = ""
        self.bound = False

    def know(self, settings: Settings) -> None:
        """Keeps what the first step asked."""
        self.settings = settings

    def make(self, passphrase: str, *, use_keyring: bool = True) -> None:
        """Makes the vault under `passphrase`, tied to this laptop by its keyring or not."""
        folder, settings, today = self._folder, self.settings, self._today
        self.busy_changed.emit("Making your vault…")
        self._jobs.write(
            self,
            lambda: set_up(folder, settings, passphrase, today=today, use_keyring=use_keyring),
            self._on_made,
            self._on_failed,
            dropped=lambda made: close_session(made.session),
        )

    def go_on_with(self, session: Session, code: str) -> None:
        """Takes over a vault whose code was never typed back, with a new code."""
        self.session, self.code = session, code
        self.settings = replace(self.settings, worker=session.worker)

    def compare(self, typed: str) -> TypedBack:
        """How what was typed compares with the code."""
        return compare_typed(self.code, typed)

    def keep_code(self, typed: str) -> None:
        """Notes that the code is on paper, and forgets it here."""
        session, code = self.session, self.code
        if session is None:
            return
        self.busy_changed.emit("Saving…")
        self._jobs.write(
            self,
            lambda: code_typed_back(session, code, typed),
            self._on_code_kept,
            self._on_failed,
        )

    def look_at_place(self, folder: Path) -> None:
        """Finds out what to know of a place: a drive may take its time to answer."""
        vault_folder = self._folder
        self._jobs.read(
            self, lambda: notes_on_place(folder, vault_folder, 0), self.place_noted.emit
        )

    def back_up_to(self, folder: Path) -> None:
        """Makes the first backup in `folder` and checks it."""
        session = self.session
        if session is None:
            return
        self.busy_changed.emit("Backing up and checking…")
        self._jobs.write(
            self, lambda: back_up(session, folder), self._on_backed_up, self._on_failed
        )

    def give_session(self) -> Session:
        """Hands the open vault over; it is the window's from now on."""
        session, self.session = self.session, None
        if session is None:
            raise LookupError("there is no vault yet")
        return session

    def put_away(self) -> None:
        """Closes the vault if the window goes before the end; the next start goes on."""
        session, self.session = self.session, None
        self.code = ""
        if session is not None:
            self._jobs.write(self, lambda: close_session(session), lambda _: None)

    def _on_made(self, made: NewSession) -> None:
        self.session, self.code, self.bound = made.session, made.recovery_code, made.bound
        self.busy_changed.emit("")
        self.made.emit()

    def _on_code_kept(self, _: None) -> None:
        self.code = ""
        self.busy_changed.emit("")
        self.code_kept.emit()

    def _on_backed_up(self, state: BackupState) -> None:
        self.busy_changed.emit("")
        self.backed_up.emit(state)

    def _on_failed(self, error: KnownError) -> None:
        self.busy_changed.emit("")
        self.failed.emit(error.sentence)
        if isinstance(error, KeyringRefused):
            self.keyring_refused.emit()
