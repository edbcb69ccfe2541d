"""An opened vault: the lock, the engine and the data key, until it is closed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine

from casedesk.domain.errors import DamagedVault, VaultError
from casedesk.storage.engine import OTHER_CACHE_KIB, READ_ONLY, make_engine, open_keyed
from casedesk.storage.key_file import KeyFile
from casedesk.storage.ports import HeldLock, Machine, Schema
from casedesk.storage.vault_folder import DATABASE, MARKER

NEWER_SCHEMA = (
    "This vault was last used with a newer CaseDesk and was left untouched: install the newest "
    "version to open it."
)
NO_SCHEMA = (
    "The vault's database has no tables of CaseDesk's in it, so it was not opened: restore the "
    "latest backup."
)


class OpenVault:
    """A vault that this process has open; a context manager that closes it.

    `folder` is the vault's, `engine` its database's, `device_id` names this copy of the vault
    in the order recorded.
    """

    def __init__(
        self,
        folder: Path,
        keys: KeyFile,
        data_key: bytes,
        lock: HeldLock,
        machine: Machine,
        schema: Schema,
    ) -> None:
        self.folder = folder
        self.keys = keys
        self.machine = machine
        self.schema = schema
        self._data_key: bytes | None = data_key
        # Asked at each connection: once closed, nothing opens the database again behind us.
        self.engine: Engine = make_engine(folder / DATABASE, lambda: self.data_key)
        self._lock = lock

    @property
    def vault_id(self) -> str:
        """The vault's own id, the same in every backup of it."""
        return self.keys.vault_id

    @property
    def device_id(self) -> str:
        """The id of this copy of the vault, for references and the order recorded."""
        return self.keys.device_id

    @property
    def data_key(self) -> bytes:
        """The raw key (32 bytes). Raises `VaultError` after `close`."""
        if self._data_key is None:
            raise VaultError("The vault is locked: unlock it and try again.")
        return self._data_key

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for reading one unchanging state of the database."""
        with self.engine.connect() as connection:
            yield connection.execution_options(**{READ_ONLY: True})

    def raw_connection(self) -> Any:
        """A driver's connection of its own, in autocommit; close it."""
        return open_keyed(self.folder / DATABASE, self.data_key, cache_kib=OTHER_CACHE_KIB)

    def close(self, before_release: Callable[[], None] | None = None) -> None:
        """Closes the database, forgets the key and gives the lock up; again is harmless.

        `before_release` is called between: with the files closed and still ours alone.
        """
        self.engine.dispose()
        self._data_key = None
        try:
            if before_release is not None:
                before_release()
        finally:
            self._lock.release()

    def __enter__(self) -> OpenVault:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def is_current(folder: Path, data_key: bytes, schema: Schema) -> bool:
    """Whether the database has the newest tables, found out without touching it.

    Raises `VaultError` when a newer program wrote it and `DamagedVault` when the key does not
    open it or there is no schema at all.
    """
    path = folder / DATABASE
    side_files = [path.with_name(path.name + end) for end in ("-wal", "-shm")]
    were_there = [side.exists() for side in side_files]
    engine = make_engine(path, data_key, read_only=True)
    try:
        with engine.connect() as connection:
            if schema.is_newer(connection):
                raise VaultError(NEWER_SCHEMA)
            revision = schema.current_revision(connection)
    finally:
        engine.dispose()
        if not any(were_there):
            # Reading makes them, empty; a read-only connection does not take them away.
            for side in side_files:
                with contextlib.suppress(OSError):
                    side.unlink(missing_ok=True)
    if revision is None:
        raise DamagedVault(NO_SCHEMA)
    return revision == schema.head_revision()


def finish_making(folder: Path) -> None:
    """Takes the marker of making away from a vault that has its key file."""
    with contextlib.suppress(OSError):
        (folder / MARKER).unlink(missing_ok=True)
