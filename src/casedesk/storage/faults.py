"""What the disk and the encrypted engine can do to us, as plain sentences."""

from __future__ import annotations

import sqlite3
from types import ModuleType

from sqlcipher3 import dbapi2

from casedesk.domain.errors import DamagedVault, FileProblem, KnownError, VaultInUse

_DAMAGED = (
    "The vault's database is damaged and could not be read: close CaseDesk and restore the "
    "latest backup."
)
_FULL = (
    "The disk is full, so nothing was saved: free some space and try again; what was saved "
    "before is safe."
)
_READ_ONLY = (
    "The vault's folder cannot be written to, so nothing was saved: check the folder's "
    "permissions and try again."
)
_IO = (
    "The disk reported an error, so nothing was saved: make a backup to another disk and tell "
    "your IT team."
)
_BUSY = "The vault is being written to by something else: wait a moment and try again."
_CANNOT_OPEN = (
    "The vault's database could not be opened: check that you may read and write its folder."
)

_SENTENCES: tuple[tuple[str, type[KnownError], str], ...] = (
    ("file is not a database", DamagedVault, _DAMAGED),
    ("disk image is malformed", DamagedVault, _DAMAGED),
    ("file is encrypted", DamagedVault, _DAMAGED),
    # A full-text index that cannot read its own pages.
    ("vtable constructor failed", DamagedVault, _DAMAGED),
    ("disk is full", FileProblem, _FULL),
    ("readonly database", FileProblem, _READ_ONLY),
    ("disk i/o error", FileProblem, _IO),
    ("database is locked", VaultInUse, _BUSY),
    ("unable to open database file", FileProblem, _CANNOT_OPEN),
)


def known_fault(error: BaseException, driver: ModuleType = dbapi2) -> KnownError | None:
    """The plain sentence for a database error that the world caused, or None for a bug.

    Only operational and general database errors are looked at: a broken constraint or a
    wrong statement is ours, and stays what it is.
    """
    if not isinstance(error, (driver.DatabaseError, sqlite3.DatabaseError)):
        return None
    if isinstance(error, (driver.IntegrityError, driver.ProgrammingError)):
        return None
    said = str(error).lower()
    for fragment, family, sentence in _SENTENCES:
        if fragment in said:
            return family(sentence)
    return None
