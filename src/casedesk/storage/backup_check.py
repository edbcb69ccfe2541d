"""Opens a backup as a restore would, and compares what is in it with its own sealed list."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlcipher3 import dbapi2

from casedesk.domain.errors import DamagedVault, VaultError
from casedesk.storage.backup import BackupReport, require_whole, work_folder
from casedesk.storage.backup_file import DATABASE_MEMBER, open_backup_file
from casedesk.storage.database_copy import Progress
from casedesk.storage.faults import known_fault
from casedesk.storage.key_file import parse_key_file
from casedesk.storage.open_vault import OpenVault
from casedesk.storage.private_files import disk_problem
from casedesk.storage.restore import FORGED, take_out
from casedesk.storage.vault_folder import BACKUPS

EARLIER_KEY = (
    "This backup was made before the vault's key was changed, so it opens with the passphrase of "
    "that time only: restore it from the unlock page when you need it."
)


def check_backup(vault: OpenVault, file: Path, *, progress: Progress | None = None) -> BackupReport:
    """Takes the database out of `file`, opens it and looks at every page and every count.

    The copy stays encrypted, is private, and is gone at the end. Raises `DamagedVault` saying
    what is wrong, `FileProblem` when the file or the disk is, `VaultError` for another key's.
    """
    work = None
    try:
        with open_backup_file(file) as backup:
            keys, manifest = parse_key_file(backup.keys), backup.manifest
            if not keys.knows(vault.data_key):
                raise VaultError(EARLIER_KEY)
            contents = manifest.contents(vault.data_key)
            if contents is None or not keys.sealed_by(vault.data_key):
                raise DamagedVault(FORGED)
            work = work_folder(vault, vault.folder / BACKUPS)
            copy = work / DATABASE_MEMBER
            take_out(backup, copy, progress)
        require_whole(copy, vault.data_key, vault.schema, manifest.revision, contents)
        return BackupReport(
            file,
            file.stat().st_size,
            manifest.created_at,
            manifest.revision,
            contents.rows,
            contents.heads,
        )
    except OSError as error:
        raise disk_problem(error, file) from error
    except dbapi2.Error as error:
        raise known_fault(error) or error from error
    finally:
        if work is not None:
            shutil.rmtree(work, ignore_errors=True)
