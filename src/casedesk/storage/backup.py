"""Verified backups: copied by the engine itself, opened, checked, and only then named.

The copy is SQLite's own online backup of one unchanging state, so work can go on meanwhile; it
is encrypted under the same key. What is compared with the vault: every page, the structure, the
schema, the journal's chain and heads, and the number of rows in every table.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from casedesk.domain.errors import DamagedVault, FileProblem
from casedesk.storage.backup_file import (
    DATABASE_MEMBER,
    KEYS_MEMBER,
    SUFFIX,
    Contents,
    make_manifest,
    open_backup_file,
    part_of,
    write_backup_file,
)
from casedesk.storage.database_copy import Progress, copied_database
from casedesk.storage.engine import make_engine
from casedesk.storage.faults import known_fault
from casedesk.storage.key_file import key_file_bytes
from casedesk.storage.open_vault import OpenVault
from casedesk.storage.ports import Schema
from casedesk.storage.private_files import (
    disk_problem,
    make_private_folder,
    sync_folder,
)
from casedesk.storage.vault_check import CheckLine, check_database

_WORK_PREFIX = ".casedesk-backup-"


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A backup that was opened and checked. `rows` and `heads` are what is in it."""

    path: Path
    size_bytes: int
    created_at: datetime
    revision: str
    rows: Mapping[str, int]
    heads: Mapping[str, str]


def backup(vault: OpenVault, folder: Path, *, progress: Progress | None = None) -> BackupReport:
    """Makes a verified backup of the vault as one new file in `folder`, made when missing.

    `progress` is told pages done and in all; what it raises stops the backup. Raises
    `DamagedVault` when the vault or the copy does not verify (older backups stay as they are)
    and `FileProblem` when the folder cannot be written; nothing half made is left behind.
    """
    try:
        if not folder.exists():
            make_private_folder(folder)
        work = work_folder(vault, folder)
    except OSError as error:
        raise disk_problem(error, folder) from error
    try:
        return _backup(vault, folder, work, progress)
    except OSError as error:
        raise disk_problem(error, folder) from error
    except dbapi2.Error as error:
        raise known_fault(error) or error from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
        # Once more where a single call was refused; a later backup takes what is left even so.
        shutil.rmtree(work, ignore_errors=True)


def row_counts(connection: Connection) -> dict[str, int]:
    """The number of rows of every table, virtual ones and their parts included."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' "
        "ESCAPE '\\' ORDER BY name"
    )
    return {name: _count(connection, name) for (name,) in names.all()}


def contents_of(connection: Connection, schema: Schema) -> Contents:
    """What is in the database: rows in each table and the head of each chain."""
    return Contents(row_counts(connection), dict(schema.journal_heads(connection)))


def require_whole(
    path: Path, data_key: bytes, schema: Schema, revision: str, expected: Contents
) -> None:
    """Opens a copy of a vault's database without changing it and compares it with `expected`.

    Raises `DamagedVault` saying what is wrong.
    """
    engine = make_engine(path, data_key, read_only=True)
    try:
        _refuse_bad(check_database(path, engine, schema))
        with engine.connect() as connection:
            found = contents_of(connection, schema)
            found_revision = schema.current_revision(connection)
    finally:
        engine.dispose()
    if found != expected or found_revision != revision:
        raise DamagedVault(
            "The backup does not hold the same records as the vault, so it was not kept: make "
            "another one."
        )


def _backup(vault: OpenVault, folder: Path, work: Path, progress: Progress | None) -> BackupReport:
    created_at = vault.machine.now()
    copy, schema, data_key = work / DATABASE_MEMBER, vault.schema, vault.data_key
    with copied_database(vault, copy, data_key, progress) as connection:
        contents = contents_of(connection, schema)
        revision = schema.current_revision(connection) or ""
    tell = progress or _nobody
    # Asked between the long steps too: a lock must not wait for all of them.
    tell(1, 1)
    require_whole(copy, data_key, schema, revision, contents)
    tell(1, 1)
    keys = key_file_bytes(vault.keys, data_key)
    (work / KEYS_MEMBER).write_bytes(keys)
    parts = {
        DATABASE_MEMBER: part_of(copy),
        KEYS_MEMBER: part_of(work / KEYS_MEMBER),
    }
    manifest = make_manifest(vault.vault_id, created_at, revision, parts, contents, data_key)
    part = work / "finished"
    write_backup_file(part, manifest, keys, copy)
    tell(1, 1)
    _read_back(part, data_key, contents)
    path = _name_it(part, folder, created_at)
    return BackupReport(
        path, path.stat().st_size, created_at, revision, contents.rows, contents.heads
    )


def _nobody(done: int, total: int) -> None:
    """Nobody wants to know how far it is."""


def _count(connection: Connection, name: str) -> int:
    quoted = name.replace('"', '""')
    statement = f'SELECT count(*) FROM "{quoted}"'  # noqa: S608 - a name from the schema, quoted
    return int(connection.exec_driver_sql(statement).scalar_one())


def _refuse_bad(lines: tuple[CheckLine, ...]) -> None:
    for line in lines:
        # A backup taken before a migration is of an older schema, and says so in its list.
        if not line.ok and line.what != "schema":
            raise DamagedVault(
                f"The copy did not verify, so it was not kept ({line.detail.rstrip('.')}): check "
                "the vault, and keep the earlier backups."
            )


def _read_back(part: Path, data_key: bytes, contents: Contents) -> None:
    with open_backup_file(part) as file:
        file.copy_database(len)
        if file.manifest.contents(data_key) != contents:
            raise DamagedVault(
                "The backup could not be read back as it was written, so it was not kept: try "
                "another disk."
            )


def _name_it(part: Path, folder: Path, created_at: datetime) -> Path:
    stamp = f"{created_at.astimezone():%Y%m%d-%H%M%S}"
    for again in range(1, 1000):
        path = folder / f"casedesk-{stamp}{'' if again == 1 else f'-{again}'}{SUFFIX}"
        if not path.exists():
            part.rename(path)
            sync_folder(folder)
            return path
    raise FileProblem(f"There are too many backups of one second in {folder}: try again.")


def work_folder(vault: OpenVault, folder: Path) -> Path:
    """A new private folder inside `folder` for a copy that is not finished. Raises `OSError`."""
    prefix = f"{_WORK_PREFIX}{vault.vault_id}-"
    # What a killed backup of this vault left; no other is running, because we have the lock.
    for left in folder.glob(f"{prefix}*"):
        shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=prefix, dir=folder))
