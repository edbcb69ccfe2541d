"""The vault's folder: what is in it, what is not one, and how one is made all or not at all.

`casedesk.db`, `keys.json`, `backups/` and `lock`. Making a vault, new or from a backup, puts a
marker down first and the key file last: a folder with the marker and without the key file was
never finished, holds nothing that anybody could open, and may be cleared and used again.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from casedesk.domain.errors import VaultError
from casedesk.storage.engine import refuse_plain, require_cipher
from casedesk.storage.kdf_cost import Cost
from casedesk.storage.key_file import KeyFile, read_key_file
from casedesk.storage.ports import HeldLock, Machine
from casedesk.storage.private_files import (
    PART_SUFFIX,
    disk_problem,
    make_private_folder,
    sync_folder,
    write_atomically,
)

DATABASE = "casedesk.db"
KEYS = "keys.json"
BACKUPS = "backups"
LOCK = "lock"
MARKER = ".unfinished"

SIDE_FILES = (f"{DATABASE}-wal", f"{DATABASE}-shm", f"{DATABASE}-journal")


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """What a vault says of itself without being opened.

    `bound` means that the passphrase works on this laptop only; `cost` is that of one guess of
    the passphrase; `leads` are the fingerprints of the team leads who can open the vault;
    `backups` the names of the files in its own backups folder, oldest first.
    """

    folder: Path
    vault_id: str
    device_id: str
    created_at: datetime
    has_passphrase: bool
    bound: bool
    cost: Cost | None
    has_recovery: bool
    leads: tuple[str, ...]
    database_bytes: int
    backups: tuple[str, ...]


def vault_info(folder: Path) -> VaultInfo:
    """What `keys.json` and the folder say. Raises `VaultError` when it is not a vault."""
    require_vault(folder)
    keys = read_key_file(folder / KEYS)
    slot = keys.passphrase
    try:
        database_bytes = (folder / DATABASE).stat().st_size
        backups = tuple(sorted(p.name for p in (folder / BACKUPS).glob("*.casedesk-backup")))
    except OSError as error:
        raise disk_problem(error, folder) from error
    return VaultInfo(
        folder=folder,
        vault_id=keys.vault_id,
        device_id=keys.device_id,
        created_at=keys.created_at,
        has_passphrase=slot is not None,
        bound=slot is not None and slot.binding is not None,
        cost=slot.cost if slot else None,
        has_recovery=keys.recovery is not None,
        leads=tuple(lead.lead for lead in keys.leads),
        database_bytes=database_bytes,
        backups=backups,
    )


def require_vault(folder: Path) -> None:
    """Refuses a folder that is not there, is not a vault, or holds a plain database.

    Raises `VaultError`, or `DamagedVault` when one of the vault's two files is missing.
    """
    require_cipher()
    try:
        if not folder.exists():
            raise VaultError(
                f"There is no vault in {folder}: create one there, or name the folder of yours."
            )
        has_keys, has_database = (folder / KEYS).is_file(), (folder / DATABASE).is_file()
        unfinished = (folder / MARKER).exists()
    except OSError as error:
        raise disk_problem(error, folder) from error
    if not has_keys and unfinished:
        raise VaultError(
            f"The vault in {folder} was never finished and holds nothing: create or restore it "
            "there again."
        )
    if not has_keys and not has_database:
        raise VaultError(
            f"{folder} is not a vault (it has no keys.json and no {DATABASE}): name the folder of "
            "your vault."
        )
    refuse_plain(folder / DATABASE)
    if not has_keys:
        # Says that it is missing and what to do.
        read_key_file(folder / KEYS)


def take_lock(folder: Path, machine: Machine) -> HeldLock:
    """This process as the vault's one writer. Raises `VaultInUse` with who has it."""
    return machine.lock(folder / LOCK)


@contextlib.contextmanager
def making(folder: Path, machine: Machine) -> Iterator[HeldLock]:
    """Makes a vault in an empty or missing folder; on any failure everything is taken away.

    Yields the held lock, which the caller keeps when all went well. Raises `VaultError` when
    the folder holds something else.
    """
    was_there = folder.exists()
    _require_empty(folder)
    make_private_folder(folder)
    try:
        lock = take_lock(folder, machine)
    except BaseException:
        if not was_there:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
    try:
        # Looked at again under the lock: two may have found it empty at the same time.
        _require_empty(folder)
        write_atomically(folder / MARKER, b"")
        _clear_unfinished(folder)
        make_private_folder(folder / BACKUPS)
        yield lock
        (folder / MARKER).unlink()
        sync_folder(folder)
    except BaseException as error:
        _take_away(folder, lock, remove_folder=not was_there)
        if isinstance(error, OSError):
            raise disk_problem(error, folder) from error
        raise


def _require_empty(folder: Path) -> None:
    try:
        if not folder.exists():
            return
        if not folder.is_dir():
            raise VaultError(f"{folder} is a file: choose an empty folder for the vault.")
        names = {path.name for path in folder.iterdir()}
    except OSError as error:
        raise disk_problem(error, folder) from error
    if KEYS in names:
        raise VaultError(f"There is already a vault in {folder}: choose an empty folder.")
    # A lock file alone is what a refused or killed attempt leaves.
    others = {name for name in names if name != LOCK and not name.endswith(PART_SUFFIX)}
    ours = {DATABASE, BACKUPS, MARKER, *SIDE_FILES}
    if others and not (MARKER in names and others <= ours):
        raise VaultError(f"The folder {folder} is not empty: choose an empty folder for the vault.")


def _clear_unfinished(folder: Path) -> None:
    for name in (DATABASE, *SIDE_FILES):
        (folder / name).unlink(missing_ok=True)
    if (folder / BACKUPS).is_dir():
        (folder / BACKUPS).rmdir()
    for part in folder.glob(f".*{PART_SUFFIX}"):
        part.unlink()


def _take_away(folder: Path, lock: HeldLock, *, remove_folder: bool) -> None:
    with contextlib.suppress(OSError):
        (folder / KEYS).unlink(missing_ok=True)
        _clear_unfinished(folder)
        (folder / MARKER).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        # While it is held: whoever waits for this file then sees that it is another one.
        (folder / LOCK).unlink(missing_ok=True)
    lock.release()
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            # There an open file cannot be taken away.
            (folder / LOCK).unlink(missing_ok=True)
        if remove_folder:
            folder.rmdir()


def keys_of(folder: Path, *, tolerant: bool = False) -> KeyFile:
    """The vault's key file."""
    return read_key_file(folder / KEYS, tolerant=tolerant)
