"""The backups in a folder: read from the list in front of each, which needs no key and is quick.

Other vaults may keep theirs in the same folder, so only those of one vault are given.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from casedesk.domain.errors import KnownError
from casedesk.storage.backup_file import SUFFIX, open_backup_file
from casedesk.storage.key_file import parse_key_file
from casedesk.storage.open_vault import OpenVault


@dataclass(frozen=True, slots=True)
class BackupEntry:
    """One backup file. `created_at` is when its copy was taken, `revision` its tables' version.

    `same_key` says whether the open vault's key opens it; None when no vault was handed in.
    """

    path: Path
    vault_id: str
    created_at: datetime
    revision: str
    size_bytes: int
    same_key: bool | None


def backups_in(
    folders: Iterable[Path], vault_id: str | None, vault: OpenVault | None = None
) -> tuple[BackupEntry, ...]:
    """The backups of a vault (None = of any), the newest first.

    A file that is damaged, unfinished or something else is left out, and so is a folder that
    is not there.
    """
    found: dict[Path, BackupEntry] = {}
    for folder in folders:
        try:
            files = sorted(folder.glob(f"*{SUFFIX}"))
        except OSError:
            continue
        for file in files:
            entry = _entry(file, vault)
            if entry is not None and vault_id in (None, entry.vault_id):
                found[file.absolute()] = entry
    return tuple(sorted(found.values(), key=lambda one: (one.created_at, one.path), reverse=True))


def _entry(file: Path, vault: OpenVault | None) -> BackupEntry | None:
    try:
        with open_backup_file(file) as backup:
            manifest, keys = backup.manifest, parse_key_file(backup.keys)
        size = file.stat().st_size
    except (KnownError, OSError):
        return None
    same_key = None if vault is None else keys.knows(vault.data_key)
    return BackupEntry(
        file, manifest.vault_id, manifest.created_at, manifest.revision, size, same_key
    )
