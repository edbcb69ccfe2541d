"""Where this vault's backups go, kept in clear beside it: `backup-place.json`.

The vault's own settings say it too, but a damaged vault cannot be asked, and that is when the
backups are needed. It names a folder and the vault's id, nothing of a family.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from casedesk.storage.json_fields import FieldError, table, text
from casedesk.storage.private_files import write_atomically

PLACE = "backup-place.json"
_MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class BackupPlace:
    """The folder chosen for backups, and the id of the vault they are of."""

    folder: Path
    vault_id: str


def keep_backup_place(vault_folder: Path, folder: Path, vault_id: str) -> None:
    """Notes the folder; the same one again writes nothing. Raises `FileProblem`."""
    if read_backup_place(vault_folder) == BackupPlace(folder, vault_id):
        return
    said = {"folder": str(folder), "vault_id": vault_id}
    write_atomically(vault_folder / PLACE, json.dumps(said, indent=2).encode() + b"\n")


def read_backup_place(vault_folder: Path) -> BackupPlace | None:
    """The folder, or None when none was noted or the note cannot be read."""
    try:
        with (vault_folder / PLACE).open("rb") as file:
            fields = table(json.loads(file.read(_MOST_BYTES)), "file")
        return BackupPlace(Path(text(fields, "folder", 4_096)), text(fields, "vault_id", 64))
    except (OSError, ValueError, RecursionError, FieldError):
        return None
