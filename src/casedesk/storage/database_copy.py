"""A copy of one unchanging state of the open database, under the same key or another one.

SQLite's own online backup, page by page: each page is decrypted by the one connection and
encrypted by the other, so work can go on meanwhile and the copy may have a key of its own.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection

from casedesk.domain.errors import VaultError
from casedesk.storage.engine import OTHER_CACHE_KIB, open_keyed
from casedesk.storage.open_vault import OpenVault

Progress = Callable[[int, int], None]
"""Told pages done and pages in all; what it raises stops the copy."""

PAGES_AT_ONCE = 1_024
"""4 MiB: often enough to stop soon, seldom enough to cost nothing."""


@contextlib.contextmanager
def copied_database(
    vault: OpenVault, copy: Path, key: bytes, progress: Progress | None = None
) -> Iterator[Connection]:
    """Copies the database to the new file `copy` under `key` (32 bytes).

    Yields a connection that still sees the state that was copied. The copy is one file with
    nothing beside it. Raises `VaultError` when the vault is locked, and what `progress` raises.
    """
    with vault.reading() as connection:
        # The first read fixes the state that this connection sees until it is closed.
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        source = connection.connection.dbapi_connection
        if source is None:
            raise VaultError("The vault is locked: unlock it and try again.")
        target = open_keyed(copy, key, cache_kib=OTHER_CACHE_KIB, create=True)
        try:
            if progress is None:
                source.backup(target)
            else:
                source.backup(target, pages=PAGES_AT_ONCE, progress=_told(progress))
            target.execute("PRAGMA journal_mode = DELETE").fetchall()
        finally:
            target.close()
        yield connection


def _told(progress: Progress) -> Callable[[int, int, int], None]:
    def tell(status: int, remaining: int, total: int) -> None:
        progress(total - remaining, total)

    return tell
