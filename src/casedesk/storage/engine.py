"""The one place that opens the encrypted database (docs/architecture.md, The vault).

SQLCipher 4 with a raw 256-bit key: every page is encrypted and authenticated. The key goes
in first, by a statement and never by an address, so it stays out of logs; every other
setting follows. Everything here that only SQLite has stays in this module.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from casedesk.domain.errors import DamagedVault, VaultError
from casedesk.storage.faults import known_fault

KEY_BYTES = 32
PLAIN_HEADER = b"SQLite format 3\x00"
MAIN_CACHE_KIB = 64_000
OTHER_CACHE_KIB = 8_000
BUSY_SECONDS = 30.0
PRIVATE_FILE = 0o600

READ_ONLY = "casedesk_read_only"
"""Execution option: `connection.execution_options(**{READ_ONLY: True})` reads only, so its
transaction begins deferred and waits for nobody; every other transaction takes the write lock
at once."""

NO_CIPHER = (
    "The database engine of this installation cannot encrypt, so the vault was not opened: "
    "install CaseDesk again."
)
PLAIN_DATABASE = (
    "The vault's database is not encrypted, so it was not opened: it is not one that CaseDesk "
    "made; restore a backup instead."
)
DAMAGED_DATABASE = (
    "The vault's database cannot be read with its key, because the file is damaged: restore the "
    "latest backup."
)


def require_cipher(driver: ModuleType = dbapi2) -> str:
    """The cipher's version, such as `4.19.0 community`.

    Raises `VaultError` when the engine has none: it would write everything in clear.
    """
    connection = driver.connect(":memory:")
    try:
        row = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    if not row or not row[0]:
        raise VaultError(NO_CIPHER)
    return str(row[0])


def sqlite_version(driver: ModuleType = dbapi2) -> str:
    """The version of SQLite inside the cipher, such as 3.53.3."""
    return str(driver.sqlite_version)


def refuse_plain(path: Path) -> None:
    """Refuses a missing, an empty and an unencrypted database before anything opens it.

    Raises `DamagedVault` for the first two, `VaultError` for the third.
    """
    try:
        with path.open("rb") as file:
            header = file.read(len(PLAIN_HEADER))
    except FileNotFoundError:
        raise DamagedVault(
            f"The vault's database ({path.name}) is missing from its folder: restore the latest "
            "backup."
        ) from None
    except OSError as error:
        raise VaultError(
            f"The vault's database could not be read ({error.strerror}): check that you may read "
            "and write its folder."
        ) from error
    if header == PLAIN_HEADER:
        raise VaultError(PLAIN_DATABASE)
    if len(header) < len(PLAIN_HEADER):
        raise DamagedVault(DAMAGED_DATABASE)


def open_keyed(
    path: Path,
    data_key: bytes,
    *,
    cache_kib: int = MAIN_CACHE_KIB,
    create: bool = False,
    read_only: bool = False,
    driver: ModuleType = dbapi2,
) -> Any:
    """An open connection to the encrypted database at `path`, in autocommit: begin yourself.

    `data_key` is the raw 256-bit key; `cache_kib` the page cache in KiB; `create` makes a new
    private file and refuses one that is there; `read_only` leaves the file untouched.

    Raises `VaultError` for a plain SQLite file, an engine without the cipher or a folder that
    cannot be used, and `DamagedVault` for a missing file, a wrong key or a damaged first page
    (they look the same from here: the key check value in the key file tells them apart).
    """
    if len(data_key) != KEY_BYTES:
        raise ValueError("the data key is 32 bytes")
    require_cipher(driver)
    if create:
        _make_private_file(path)
    else:
        refuse_plain(path)
    try:
        connection = driver.connect(
            path.absolute().as_uri() + ("?mode=ro" if read_only else "?mode=rw"),
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
    except driver.Error as error:
        raise known_fault(error, driver) or error from error
    try:
        _apply_settings(connection, data_key, cache_kib, read_only)
    except driver.Error as error:
        connection.close()
        known = known_fault(error, driver)
        if isinstance(known, DamagedVault):
            raise DamagedVault(DAMAGED_DATABASE) from None
        raise known or error from error
    except BaseException:
        connection.close()
        raise
    return connection


def make_engine(
    path: Path, data_key: bytes | Callable[[], bytes], *, read_only: bool = False
) -> Engine:
    """An engine over the database at `path`; the file must be there (`open_keyed` makes it).

    `data_key` is the key, or what gives it at each new connection (and may refuse by then).

    Transactions are explicit, so that statements which change the schema roll back too: BEGIN
    IMMEDIATE, or BEGIN DEFERRED with the `READ_ONLY` execution option. The first connection has
    the large cache, and the pool hands out the last one used, so ordinary work stays on it. A
    full disk, a read-only folder, a damaged page and the like are raised as `KnownError`.
    `read_only` is for a database that must not change by a byte.
    """
    engine = create_engine(
        "sqlite://",
        creator=_creator(path, data_key, read_only),
        module=dbapi2,
        poolclass=QueuePool,
        pool_use_lifo=True,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _say_plainly)
    return engine.execution_options(**{READ_ONLY: True}) if read_only else engine


def _creator(
    path: Path, data_key: bytes | Callable[[], bytes], read_only: bool
) -> Callable[[], Any]:
    opened = itertools.count()

    def connect() -> Any:
        first = next(opened) == 0
        cache_kib = MAIN_CACHE_KIB if first else OTHER_CACHE_KIB
        key = data_key() if callable(data_key) else data_key
        return open_keyed(path, key, cache_kib=cache_kib, read_only=read_only)

    return connect


def _make_private_file(path: Path) -> None:
    # Made before SQLite opens it: its journal files take over the database's permissions.
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
    except OSError as error:
        raise VaultError(
            f"The vault's database could not be made ({error.strerror}): choose a folder that you "
            "may write to."
        ) from error


def _apply_settings(connection: Any, data_key: bytes, cache_kib: int, read_only: bool) -> None:
    run = connection.execute
    # First of all, or a wrong key is reported on standard error.
    run("PRAGMA cipher_log_level = NONE")
    run(f"PRAGMA key = \"x'{data_key.hex()}'\"")
    run("SELECT count(*) FROM sqlite_master").fetchone()
    if not read_only:
        mode = run("PRAGMA journal_mode = WAL").fetchone()
        if mode is None or mode[0] != "wal":
            raise VaultError(
                "The vault's folder cannot keep a write-ahead log: move the vault to a disk of "
                "this computer."
            )
    run("PRAGMA synchronous = FULL")
    run("PRAGMA foreign_keys = ON")
    run("PRAGMA secure_delete = ON")
    run("PRAGMA temp_store = MEMORY")
    run("PRAGMA mmap_size = 0")
    run(f"PRAGMA cache_size = -{int(cache_kib)}")


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get(READ_ONLY, False)
    connection.exec_driver_sql("BEGIN DEFERRED" if reads else "BEGIN IMMEDIATE")


def _say_plainly(context: ExceptionContext) -> None:
    known = known_fault(context.original_exception)
    if known is not None:
        raise known from context.original_exception
