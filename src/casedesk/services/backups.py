"""Backups by themselves and by hand: made, checked, listed, and the older ones let go."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from casedesk.domain.backup_keeping import DatedBackup, backups_to_remove
from casedesk.domain.errors import DamagedVault, FileProblem, KnownError
from casedesk.services import vaults
from casedesk.services.session import Session
from casedesk.services.settings import BACKUP_FOLDER, LAST_BACKUP, BackupState, backup_state
from casedesk.services.vault_checking import LAST_CHECK
from casedesk.storage.backup_check import check_backup
from casedesk.storage.backup_list import BackupEntry, backups_in
from casedesk.storage.backup_place import keep_backup_place, read_backup_place
from casedesk.storage.journal_tail import changes_after, journal_length
from casedesk.storage.vault_folder import BACKUPS, DATABASE

BACKUP_EVERY = timedelta(days=1)
AT_LOCK_EVERY = timedelta(hours=4)
QUICK_SECONDS = 5.0
"""At the lock the key must go soon: only a backup that was this quick last time is made."""
QUICK_BYTES = 100_000_000

CHECKS = "backup_checks"
TROUBLE = "backup_trouble"
OWN_SETTINGS = (LAST_BACKUP, BACKUP_FOLDER, CHECKS, TROUBLE, LAST_CHECK)
_CHECKS_KEPT = 20

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class BackupLine:
    """A backup to choose from. `at` and `checked_at` are in the laptop's time zone.

    `opens` says that the present key opens it (not one from before a change of keys). `good` is
    what came of the last check: True, False, or None when it was not looked at since it was
    made elsewhere.
    """

    path: Path
    at: datetime
    size_bytes: int
    opens: bool
    good: bool | None
    checked_at: datetime | None


def back_up(session: Session, folder: Path, progress: Progress | None = None) -> BackupState:
    """Makes a backup in `folder`, opens and checks it, and remembers where backups go.

    Only then older ones go, by `domain.backup_keeping`. Raises `FileProblem` when the folder is
    not there or cannot be written to and `DamagedVault` when the copy does not verify; nothing
    older is touched then.
    """
    if not folder.is_dir():
        raise FileProblem(f"{folder} is not there now: plug it in, or choose another place.")
    length, began = journal_length(session.vault), time.monotonic()
    made = vaults.backup(session, folder, progress)
    name = Path(made["file"]).name
    with session.store.unit_of_work(session.worker) as uow:
        uow.set_setting(BACKUP_FOLDER, str(folder))
        uow.set_setting(
            LAST_BACKUP,
            {
                "file": made["file"],
                "at": made["created"],
                "sequence": length,
                "seconds": round(time.monotonic() - began, 1),
            },
        )
        uow.set_setting(CHECKS, _with_check(uow.setting(CHECKS, {}), name, session, good=True))
        uow.set_setting(TROUBLE, None)
    keep_backup_place(session.vault.folder, folder, session.vault.vault_id)
    _let_older_go(session, folder, name)
    return backup_state(session)


def automatic_backup_is_due(session: Session) -> bool:
    """Whether to make one after the unlock: the last is a day old and something was saved."""
    return _is_due(session, BACKUP_EVERY)


def back_up_after_unlock(session: Session, progress: Progress | None = None) -> BackupState | None:
    """The day's backup when it is due; None when it is not or no place is chosen.

    Raises as `back_up`; what went wrong is also kept for `backup_trouble`.
    """
    folder = _folder(session)
    if folder is None or not automatic_backup_is_due(session):
        return None
    return _back_up_or_note(session, folder, progress)


def back_up_at_lock(session: Session) -> None:
    """One more at the lock, when there are changes and the last is four hours old.

    The window is blank by then, but the key stays until this is done, so it is left out where
    it would take long. What goes wrong is kept for the next unlock and never stops the lock.
    """
    folder = _folder(session)
    if folder is None or not _is_due(session, AT_LOCK_EVERY) or not _is_quick(session):
        return
    try:
        _back_up_or_note(session, folder, None)
    except KnownError:
        # Kept for the next unlock.
        return


def backup_trouble(session: Session) -> str:
    """Why the last automatic backup was not made, as a sentence; "" when it was."""
    with session.store.read() as reading:
        kept = reading.setting(TROUBLE, None)
    return kept["sentence"] if kept else ""


def backup_folder(session: Session) -> Path | None:
    """The place that was chosen, or None."""
    try:
        return _folder(session)
    except DamagedVault:
        # That is when it is needed: it is noted beside the vault, too.
        noted = read_backup_place(session.vault.folder)
        return noted.folder if noted else None


def list_backups(session: Session) -> tuple[BackupLine, ...]:
    """Every backup of this vault in the chosen place and beside the vault, newest first."""
    folder = backup_folder(session)
    try:
        with session.store.read() as reading:
            checks = reading.setting(CHECKS, {})
    except DamagedVault:
        checks = {}
    places = [session.vault.folder / BACKUPS, *([folder] if folder else [])]
    entries = backups_in(places, session.vault.vault_id, session.vault)
    return tuple(_line(entry, checks.get(entry.path.name)) for entry in entries)


def check_again(session: Session, file: Path, progress: Progress | None = None) -> BackupLine:
    """Opens one backup and looks at every page and count in it, and remembers what came of it.

    Raises `DamagedVault` when it is not good, `FileProblem` when it is not there, and
    `VaultError` for one from before a change of keys.
    """
    try:
        check_backup(session.vault, file, progress=progress)
    except DamagedVault:
        _remember_check(session, file, good=False)
        raise
    _remember_check(session, file, good=True)
    return next(line for line in list_backups(session) if line.path.name == file.name)


def remove_backups(session: Session, files: tuple[Path, ...]) -> int:
    """Takes backups away for good; gives how many went. Raises `FileProblem`."""
    gone = 0
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise FileProblem(
                f"{file.name} could not be removed: plug the place in, or remove it by hand."
            ) from error
        gone += 1
    with session.store.unit_of_work(session.worker) as uow:
        uow.log_access("backups removed", None, ", ".join(file.name for file in files))
    return gone


def _back_up_or_note(session: Session, folder: Path, progress: Progress | None) -> BackupState:
    try:
        return back_up(session, folder, progress)
    except KnownError as error:
        with session.store.unit_of_work(session.worker) as uow:
            uow.set_setting(TROUBLE, {"sentence": error.sentence})
        raise


def _is_due(session: Session, every: timedelta) -> bool:
    with session.store.read() as reading:
        last = reading.setting(LAST_BACKUP, None)
    if not last:
        return True
    age = session.clock.now() - datetime.fromisoformat(last["at"])
    # A last one in the future is a clock that was wrong; the file itself may be fine.
    if timedelta(0) <= age < every:
        return False
    changes = changes_after(session.vault, last.get("sequence", 0), but_settings=OWN_SETTINGS)
    return changes > 0


def _is_quick(session: Session) -> bool:
    with session.store.read() as reading:
        last = reading.setting(LAST_BACKUP, None) or {}
    seconds = last.get("seconds")
    if seconds is not None:
        return bool(seconds <= QUICK_SECONDS)
    try:
        return (session.vault.folder / DATABASE).stat().st_size <= QUICK_BYTES
    except OSError:
        return False


def _folder(session: Session) -> Path | None:
    with session.store.read() as reading:
        kept = reading.setting(BACKUP_FOLDER, None)
    return Path(kept) if kept else None


def _let_older_go(session: Session, folder: Path, just_made: str) -> None:
    entries = {
        entry.path.name: entry
        for entry in backups_in([folder], session.vault.vault_id, session.vault)
        # Those of an earlier key are taken away by hand only.
        if entry.same_key
    }
    dated = [
        DatedBackup(name, entry.created_at.astimezone(), entry.revision)
        for name, entry in entries.items()
    ]
    for name in backups_to_remove(dated, just_made):
        try:
            entries[name].path.unlink(missing_ok=True)
        except OSError:
            # One too many does no harm; the next backup tries again.
            continue


def _remember_check(session: Session, file: Path, *, good: bool) -> None:
    with session.store.unit_of_work(session.worker) as uow:
        kept = uow.setting(CHECKS, {})
        uow.set_setting(CHECKS, _with_check(kept, file.name, session, good=good))


def _with_check(
    kept: dict[str, dict[str, object]], name: str, session: Session, *, good: bool
) -> dict[str, dict[str, object]]:
    others = {key: value for key, value in kept.items() if key != name}
    newest = list(others.items())[-(_CHECKS_KEPT - 1) :]
    now = session.clock.now().isoformat(timespec="seconds")
    return {**dict(newest), name: {"at": now, "good": good}}


def _line(entry: BackupEntry, check: dict[str, object] | None) -> BackupLine:
    checked_at = datetime.fromisoformat(str(check["at"])).astimezone() if check else None
    return BackupLine(
        path=entry.path,
        at=entry.created_at.astimezone(),
        size_bytes=entry.size_bytes,
        opens=bool(entry.same_key),
        good=bool(check["good"]) if check else None,
        checked_at=checked_at,
    )
