"""A damaged vault at the unlock page: the latest good backup back in its place, in one action."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from casedesk.domain.errors import KnownError
from casedesk.services.restoring import (
    NO_BACKUP,
    FoundBackup,
    Restored,
    found_backups,
    moment,
    restore_closed,
    what_is_lost,
)
from casedesk.ui.dialogs import Dialogs, FileKind, Message, Question
from casedesk.ui.jobs import Jobs

BACKUP_FILES = FileKind("CaseDesk backups", ("casedesk-backup",))


class RestoreOffer(QObject):
    """Looks for backups, says what would be lost, and puts the newest good one back.

    Signals:
        busy_changed(words): what is being done, "" when it ended.
        refused(sentence): it could not be put back; the vault is as it was.
        restored(): the vault that is there now may be tried.
    """

    busy_changed = Signal(str)
    refused = Signal(str)
    restored = Signal()

    def __init__(self, folder: Path, jobs: Jobs, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._jobs = jobs
        self._dialogs = dialogs

    def begin(self, passphrase: str) -> None:
        """`passphrase` is what was typed: it has to open the backup."""
        folder = self._folder
        self.busy_changed.emit("Looking for backups…")
        self._jobs.read(
            self,
            lambda: found_backups(folder),
            lambda found: self._on_found(found, passphrase),
            self._on_failed,
        )

    def _on_found(self, found: tuple[FoundBackup, ...], passphrase: str) -> None:
        self.busy_changed.emit("")
        if found:
            self._ask(found[0], passphrase)
            return
        message = Message("No backup was found", NO_BACKUP, "Choose a backup file")
        self._dialogs.tell(message, lambda: self._choose(passphrase))

    def _choose(self, passphrase: str) -> None:
        def chosen(file: Path | None) -> None:
            if file is not None:
                self._restore(passphrase, file)

        self._dialogs.choose_open_file("Choose a backup file", [BACKUP_FILES], chosen)

    def _ask(self, newest: FoundBackup, passphrase: str) -> None:
        question = Question(
            f"Go back to {moment(newest.at)}?",
            f"{what_is_lost(newest.at)} The damaged vault is kept aside, not deleted. If this "
            "backup is damaged too, the one before it is taken.",
            "Restore this backup",
            "Leave it as it is",
            grave=True,
        )

        def answered(agreed: bool) -> None:
            if agreed:
                self._restore(passphrase, None)

        self._dialogs.confirm(question, answered)

    def _restore(self, passphrase: str, file: Path | None) -> None:
        folder = self._folder
        self.busy_changed.emit("Restoring…")
        # Among the writes: the lock before may still be closing the vault.
        self._jobs.write(
            self,
            lambda: restore_closed(folder, passphrase, file=file),
            self._on_restored,
            self._on_failed,
        )

    def _on_restored(self, restored: Restored) -> None:
        self.busy_changed.emit("")
        message = Message("Your backup is back in place", restored.sentence, "Unlock it")
        self._dialogs.tell(message, self.restored.emit)

    def _on_failed(self, error: KnownError) -> None:
        self.busy_changed.emit("")
        self.refused.emit(error.sentence)
