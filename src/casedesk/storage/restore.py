"""A vault from a backup: checked on the way, and all there or not there at all."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from casedesk.domain.errors import DamagedVault, FileProblem, VaultError
from casedesk.storage.backup import require_whole
from casedesk.storage.backup_file import DATABASE_MEMBER, BackupFile, open_backup_file
from casedesk.storage.database_copy import Progress
from casedesk.storage.device_secret import key_by_passphrase
from casedesk.storage.engine import make_engine, refuse_plain, require_cipher
from casedesk.storage.key_file import parse_key_file
from casedesk.storage.open_vault import NEWER_SCHEMA
from casedesk.storage.ports import Keystore, Machine, Schema
from casedesk.storage.private_files import PRIVATE_FILE, disk_problem, write_atomically
from casedesk.storage.vault_folder import DATABASE, KEYS, making, take_lock

FORGED = (
    "The backup's list was changed by something other than CaseDesk, so nothing was restored: use "
    "another backup."
)


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """A vault that was restored.

    `checked_inside` says that the records were opened and compared, which needs the key; without
    it the files were compared with the backup's digests only. `set_aside` is where the vault
    that was there before is now.
    """

    folder: Path
    vault_id: str
    created_at: datetime
    checked_inside: bool
    set_aside: Path | None


def backup_data_key(file: Path, passphrase: str, keystore: Keystore) -> bytes:
    """The data key by the passphrase slot that is in the backup.

    Raises as unlocking does: `WrongPassphrase`, `TiedToLaptop`, and what `restore` raises for a
    file that is no good.
    """
    with open_backup_file(file) as backup:
        return key_by_passphrase(parse_key_file(backup.keys), passphrase, keystore)


def restore(
    file: Path,
    folder: Path,
    *,
    machine: Machine,
    schema: Schema,
    data_key: bytes | None = None,
    set_aside: bool = False,
) -> RestoreReport:
    """Makes the vault that is in the backup `file`, in an empty or missing `folder`.

    With `data_key` every page, the journal and the row counts are checked before the vault is
    there. With `set_aside` a folder that is in the way is renamed, never removed. Raises
    `DamagedVault` for a file that is damaged or cut short, `VaultError` for a folder that is
    not empty or a newer schema, `FileProblem` for a file that cannot be read; nothing is left
    half made.
    """
    require_cipher()
    # Read through once before anything is made or moved.
    with open_backup_file(file) as backup:
        parse_key_file(backup.keys)
        backup.copy_database(len)
    aside = _set_aside(folder, machine) if set_aside else None
    if aside is not None and file.absolute().is_relative_to(folder.absolute()):
        file = aside / file.absolute().relative_to(folder.absolute())
    try:
        with open_backup_file(file) as backup, making(folder, machine) as lock:
            _fill(backup, folder, schema, data_key)
            manifest = backup.manifest
        lock.release()
    except BaseException:
        if aside is not None and not folder.exists():
            aside.rename(folder)
        raise
    return RestoreReport(
        folder, manifest.vault_id, manifest.created_at, data_key is not None, aside
    )


def take_out(backup: BackupFile, path: Path, progress: Progress | None = None) -> None:
    """Writes the backup's database, still encrypted, to the new private file `path`.

    `progress` is told bytes done and in all; what it raises stops it. Raises `DamagedVault`
    when it is not what the backup's list says.
    """
    size, done = backup.manifest.parts[DATABASE_MEMBER].size, 0
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE)
    with os.fdopen(handle, "wb") as target:

        def write(chunk: bytes) -> None:
            nonlocal done
            target.write(chunk)
            done += len(chunk)
            if progress is not None:
                progress(done, size)

        backup.copy_database(write)
        target.flush()
        os.fsync(target.fileno())
    refuse_plain(path)


def _fill(backup: BackupFile, folder: Path, schema: Schema, data_key: bytes | None) -> None:
    keys = parse_key_file(backup.keys)
    if keys.vault_id != backup.manifest.vault_id:
        raise DamagedVault(FORGED)
    path = folder / DATABASE
    take_out(backup, path)
    if data_key is not None:
        contents = backup.manifest.contents(data_key)
        if contents is None or not keys.knows(data_key) or not keys.sealed_by(data_key):
            raise DamagedVault(FORGED)
        _refuse_newer(path, data_key, schema)
        require_whole(path, data_key, schema, backup.manifest.revision, contents)
    # Last of all: it is what makes the folder a vault.
    write_atomically(folder / KEYS, backup.keys)


def _refuse_newer(path: Path, data_key: bytes, schema: Schema) -> None:
    engine = make_engine(path, data_key, read_only=True)
    try:
        with engine.connect() as connection:
            if schema.is_newer(connection):
                raise VaultError(NEWER_SCHEMA)
    finally:
        engine.dispose()


def _set_aside(folder: Path, machine: Machine) -> Path | None:
    try:
        if not folder.is_dir() or not any(folder.iterdir()):
            return None
        # Nobody may be working in it.
        take_lock(folder, machine).release()
        stamp = f"{machine.now().astimezone():%Y%m%d-%H%M%S}"
        for again in range(1, 1000):
            ending = "" if again == 1 else f"-{again}"
            aside = folder.with_name(f"{folder.name}-set-aside-{stamp}{ending}")
            if not aside.exists():
                return folder.rename(aside)
    except OSError as error:
        raise disk_problem(error, folder) from error
    raise FileProblem(f"{folder} could not be set aside: move it away and try again.")
