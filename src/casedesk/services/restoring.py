"""Putting a backup back in the vault's place; the vault that was there is kept aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from casedesk.domain.dates import long_date
from casedesk.domain.errors import DamagedVault, KnownError, NotFound, TiedToLaptop
from casedesk.services.session import Session, machine, schema
from casedesk.storage.backup_list import BackupEntry, backups_in
from casedesk.storage.backup_place import keep_backup_place, read_backup_place
from casedesk.storage.ports import Machine
from casedesk.storage.restore import backup_data_key
from casedesk.storage.restore import restore as put_back
from casedesk.storage.vault_folder import BACKUPS, keys_of

NO_BACKUP = (
    "No backup of this vault was found: plug in the stick or connect to the office drive, then "
    "choose the file yourself."
)
NONE_GOOD = (
    "None of the backups found can be restored: choose a file in another place, or ask your IT "
    "team."
)


@dataclass(frozen=True)
class FoundBackup:
    """A backup that could be put back; `at` is in the laptop's time zone."""

    path: Path
    at: datetime


@dataclass(frozen=True)
class Restored:
    """A vault that was put back. `checked` says that its records were opened and compared.

    `set_aside` is where the vault is that was there before.
    """

    path: Path
    at: datetime
    checked: bool
    set_aside: Path | None

    @property
    def sentence(self) -> str:
        """What was done and where the other vault is."""
        kept = f" The vault as it was is kept in {self.set_aside}." if self.set_aside else ""
        look = "opened and checked" if self.checked else "compared with its own list only"
        return f"The backup of {moment(self.at)} is back in place, {look}.{kept}"


def moment(at: datetime) -> str:
    """An instant for people: 23 November 2026, 14:03."""
    return f"{long_date(at.date())}, {at:%H:%M}"


def what_is_lost(at: datetime) -> str:
    """What putting back a backup of `at` takes away, as a sentence."""
    return f"Everything saved after {moment(at)} will not be in it."


def found_backups(folder: Path, also: Sequence[Path] = ()) -> tuple[FoundBackup, ...]:
    """Backups of the vault in `folder`, newest first, without opening it.

    Looked for beside the vault, in the place noted for it, and in the folders `also`.
    """
    return tuple(
        FoundBackup(entry.path, entry.created_at.astimezone()) for entry in _entries(folder, also)
    )


def restore_closed(
    folder: Path,
    passphrase: str,
    *,
    file: Path | None = None,
    on: Machine | None = None,
) -> Restored:
    """Puts the newest good backup (or `file`) in the place of a vault that is not open.

    Damaged ones are passed over. The passphrase is the one of that time: `WrongPassphrase`
    says that it is another. Where it is tied to another laptop the files are compared with
    their list only. Raises `NotFound` without a backup and `DamagedVault` when none is good;
    the vault is then as it was.
    """
    here = on or machine()
    place = read_backup_place(folder)
    chosen = [file] if file is not None else [entry.path for entry in _entries(folder, ())]
    if not chosen:
        raise NotFound(NO_BACKUP)
    for path in chosen:
        try:
            data_key = backup_data_key(path, passphrase, here.keystore)
        except TiedToLaptop:
            data_key = None
        except DamagedVault:
            continue
        try:
            return _put_back(path, folder, here, data_key, place.folder if place else None)
        except DamagedVault:
            continue
    raise DamagedVault(NONE_GOOD)


def restore_and_close(session: Session, file: Path) -> Restored:
    """Closes the open vault and puts a backup in its place.

    The vault is closed even when it raises: `DamagedVault` or `FileProblem` when the backup is
    no good, and the vault is then as it was.
    """
    vault = session.vault
    folder, here, data_key = vault.folder, vault.machine, vault.data_key
    entries = backups_in([file.parent], None, vault)
    same_key = any(entry.path.name == file.name and entry.same_key for entry in entries)
    place = read_backup_place(folder)
    try:
        with session.store.unit_of_work(session.worker) as uow:
            uow.log_access("restored a backup", None, file.name)
    except DamagedVault:
        # The very reason for restoring; the vault kept aside has no such entry then.
        same_key = same_key and vault.keys.knows(data_key)
    vault.close()
    key = data_key if same_key else None
    return _put_back(file, folder, here, key, place.folder if place else None)


def _put_back(
    file: Path, folder: Path, here: Machine, data_key: bytes | None, place: Path | None
) -> Restored:
    report = put_back(
        file, folder, machine=here, schema=schema(), data_key=data_key, set_aside=True
    )
    if place is not None:
        try:
            keep_backup_place(folder, place, report.vault_id)
        except KnownError:
            # It is noted again with the next backup.
            place = None
    return Restored(file, report.created_at.astimezone(), report.checked_inside, report.set_aside)


def _entries(folder: Path, also: Sequence[Path]) -> tuple[BackupEntry, ...]:
    place = read_backup_place(folder)
    places = [folder / BACKUPS, *([place.folder] if place else []), *also]
    return backups_in(places, _vault_id(folder) or (place.vault_id if place else None))


def _vault_id(folder: Path) -> str | None:
    try:
        return keys_of(folder, tolerant=True).vault_id
    except KnownError:
        return None
