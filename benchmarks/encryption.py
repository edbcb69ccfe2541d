"""What encryption costs: one mixed workload on SQLCipher and on plain SQLite.

Both files are copies of one vault made in the same way, both go through the same code and
the same build of the engine, and a connection differs in nothing but the key.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from benchmarks.caseload import TODAY, families, family
from benchmarks.measuring import Row, alternate
from benchmarks.vaults import PACK, vault_of
from casedesk.domain.records import Contact
from casedesk.storage.engine import MAIN_CACHE_KIB, READ_ONLY, open_keyed
from casedesk.storage.listing import SORTS, FamilyQuery
from casedesk.storage.store import CaseStore

BUDGET_RATIO = 1.5
ACTOR = "Sam Okoro"
DEVICE = "BENCH"
PARTS = ("insert", "read", "search", "timeline", "list_pages")
TYPED = ("h", "ho", "hol", "holroyd", "landlord", "arrears", "07700 9001", "breakfast club")
SETTINGS = (
    "journal_mode",
    "synchronous",
    "foreign_keys",
    "secure_delete",
    "temp_store",
    "cache_size",
    "page_size",
)


def run(folder: Path, *, small: bool) -> list[Row]:
    """One row for each part of the workload, and the whole with its budget."""
    count = 200 if small else 5_000
    kept = vault_of(folder, count)
    encrypted, plain = folder / "encrypted.db", folder / "plain.db"
    _copy(kept.database, kept.data_key, encrypted, kept.data_key)
    _copy(kept.database, kept.data_key, plain, None)
    engines = (
        _engine(partial(open_keyed, encrypted, kept.data_key)),
        _engine(partial(_open_plain, plain)),
    )
    _require_same_settings(engines)
    with_key, without = (_Workload(CaseStore(engine, DEVICE), count) for engine in engines)
    rows: list[Row] = []
    ours = bare = 0.0
    for part in PARTS:
        one, other = alternate(getattr(with_key, part), getattr(without, part), rounds=7)
        ours, bare = ours + one, bare + other
        name = part.replace("_", " ")
        rows.append(Row(f"encryption: {name}", f"{count:,} families", one, other, "plain SQLite"))
    for engine in engines:
        engine.dispose()
    whole = Row(
        "encryption: whole workload",
        f"{count:,} families",
        ours,
        bare,
        "plain SQLite",
        budget_ratio=BUDGET_RATIO,
    )
    return [*rows, whole]


class _Workload:
    """A keyworker's mixture, on other families in every round and the same on both sides."""

    def __init__(self, store: CaseStore, count: int) -> None:
        self._store = store
        self._count = count
        with store.read() as reading:
            self._families = [one.id for one in reading.families()]
        self._query = FamilyQuery(pack_hash=PACK.content_hash, today=TODAY)
        self._next = count
        self._step = 0

    def insert(self) -> None:
        """Thirty families at once, then twenty contacts saved one by one."""
        first, self._next = self._next, self._next + 31
        with self._store.unit_of_work(ACTOR) as uow:
            uow.add_all(record for records in families(first, 30) for record in records)
        records = family(self._next - 1, contacts=20)
        with self._store.unit_of_work(ACTOR) as uow:
            uow.add_all(one for one in records if not isinstance(one, Contact))
        for contact in records:
            if isinstance(contact, Contact):
                with self._store.unit_of_work(ACTOR) as uow:
                    uow.add(contact)

    def read(self) -> None:
        """A hundred families opened one by one."""
        for family_id in self._some(100):
            with self._store.read() as reading:
                reading.case_file(family_id)

    def search(self) -> None:
        """What somebody types, key by key."""
        for typed in TYPED:
            with self._store.read() as reading:
                reading.search(typed)

    def timeline(self) -> None:
        """The contacts of two hundred families, newest first."""
        with self._store.read() as reading:
            for case in reading.case_files(self._some(200), wanted=(Contact,)):
                sorted(case.contacts, key=lambda one: (one.on, one.order), reverse=True)

    def list_pages(self) -> None:
        """The first page of the list in every order, and one far down."""
        for sort in SORTS:
            for offset in (0, self._count // 2):
                with self._store.read() as reading:
                    reading.family_list(replace(self._query, sort=sort, offset=offset))

    def _some(self, count: int) -> list[str]:
        self._step += 1
        start = self._step * 977
        return [self._families[(start + at * 37) % self._count] for at in range(count)]


def _engine(connect: Callable[[], Any]) -> Engine:
    """An engine whose transactions begin as `casedesk.storage.engine` has them."""
    engine = create_engine(
        "sqlite://", creator=connect, module=dbapi2, poolclass=QueuePool, pool_use_lifo=True
    )

    def begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get(READ_ONLY, False)
        connection.exec_driver_sql("BEGIN DEFERRED" if reads else "BEGIN IMMEDIATE")

    event.listen(engine, "begin", begin)
    return engine


def _open_plain(path: Path) -> Any:
    connection = dbapi2.connect(
        str(path), timeout=30.0, isolation_level=None, check_same_thread=False
    )
    for setting in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
        "mmap_size = 0",
        f"cache_size = -{MAIN_CACHE_KIB}",
    ):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _require_same_settings(engines: tuple[Engine, Engine]) -> None:
    """Both sides are opened alike, or the comparison would say nothing."""
    said = []
    for engine in engines:
        with engine.connect() as connection:
            said.append(
                {
                    name: str(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())
                    for name in SETTINGS
                }
            )
    if said[0] != said[1]:
        raise RuntimeError(f"the two files are opened in different ways: {said}")


def _copy(source: Path, key: bytes, target: Path, target_key: bytes | None) -> None:
    """Copies a database row by row into a new file, encrypted or not."""
    connection = open_keyed(source, key)
    try:
        secret = "" if target_key is None else f"x'{target_key.hex()}'"
        connection.execute("ATTACH DATABASE ? AS other KEY ?", (str(target), secret))
        connection.execute("SELECT sqlcipher_export('other')").fetchone()
        connection.execute("DETACH DATABASE other")
    finally:
        connection.close()
