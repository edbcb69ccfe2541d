"""What somebody waits for at the case file: opening, the list, search, a family, a save."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import count as counting
from pathlib import Path
from typing import Any

from benchmarks import bare
from benchmarks.caseload import TODAY, family
from benchmarks.fresh import alternate_fresh
from benchmarks.measuring import ROUNDS, Row, alternate, median
from benchmarks.vaults import PACK, Kept, vault_of
from casedesk.domain.records import Contact, Fact
from casedesk.services.families import family_named
from casedesk.services.search import search_everything
from casedesk.services.session import Session
from casedesk.storage.ids import new_id
from casedesk.storage.listing import SORTS, FamilyQuery

MANY_CONTACTS = 500
TYPED = ("holroyd", "07700 9004", "aoife o'br", "landlord arrears", "zz4 2", "cd-00019")
"""What is typed in the search box, key by key: names, numbers, notes, a postcode, a reference."""
FILTERS: Sequence[tuple[str, dict[str, Any]]] = (
    ("status", {"status": "assessing"}),
    ("keyworker", {"keyworker": "Jo Hebden"}),
    ("eligible", {"eligible": True}),
    ("text", {"text": "holroyd"}),
)
FIRST = FamilyQuery(pack_hash=PACK.content_hash, today=TODAY, limit=bare.LIST_ROWS)


def run(folder: Path, *, small: bool) -> list[Row]:
    """The rows at every size; what a waiting person notices at the largest has the budget."""
    rows: list[Row] = []
    for count in (200,) if small else (200, 5_000, 50_000):
        kept = vault_of(folder, count)
        with kept.session() as session:
            big = _big_family(session, count)
            connection = bare.open_bare(kept.database, kept.data_key)
            one_size = _Size(session, connection, f"{count:,} families")
            rows += [
                *one_size.list_rows(),
                *one_size.search_rows(),
                one_size.family_row(big),
                *one_size.save_rows(),
            ]
            connection.close()
        rows += _fresh_rows(kept, f"{count:,} families")
    return sorted(rows, key=lambda row: row.job)


def first_list(session: Session) -> None:
    """The first page of the list of families, and how many there are."""
    with session.store.read() as reading:
        reading.family_list(FIRST)
        reading.count_families(FIRST)


def a_days_looking(session: Session) -> None:
    """The list in every order, searches, and fifty families opened."""
    with session.store.read() as reading:
        for sort in SORTS:
            reading.family_list(replace(FIRST, sort=sort))
        some = [row.id for row in reading.family_list(replace(FIRST, limit=50))]
    for typed in TYPED:
        search_everything(session, typed)
    for family_id in some:
        with session.store.read() as reading:
            reading.case_file(family_id)


class _Size:
    """The jobs on one open vault, beside the bare driver on the same file."""

    def __init__(self, session: Session, connection: Any, size: str) -> None:
        self._session = session
        self._connection = connection
        self._size = size

    def list_rows(self) -> Iterator[Row]:
        """Opening the list; the slowest sort, far page and filter, each named."""
        read = partial(bare.bare_first_list, self._connection, PACK.content_hash)
        ours, theirs = alternate(partial(self._page, FIRST), read, rounds=9)
        yield self._row("list: open", ours, theirs, "the same rows by the bare driver", 0.100)
        with self._session.store.read() as reading:
            total = reading.count_families(FIRST)
        yield self._slowest("sort", [(sort, replace(FIRST, sort=sort)) for sort in SORTS])
        last = max(0, total - bare.LIST_ROWS)
        far = [(sort, replace(FIRST, sort=sort, offset=last)) for sort in SORTS]
        yield self._slowest("last page", far)
        yield self._slowest("filter", [(name, replace(FIRST, **how)) for name, how in FILTERS])

    def search_rows(self) -> Iterator[Row]:
        """Every key of what is typed: the middle one and the slowest."""
        keys = [typed[:end] for typed in TYPED for end in range(1, len(typed) + 1)]
        keys = [typed for typed in keys if not typed.endswith(" ")]
        times = {typed: self._search(typed) for typed in keys}
        is_bare = "the bare FTS5 query, no rows read"
        ours, theirs = (statistics.median(both) for both in zip(*times.values(), strict=True))
        yield self._row("search: a key", ours, theirs, is_bare, 0.050, 1.5)
        slowest = max(times, key=lambda typed: times[typed][0])
        yield self._row(f"search: slowest key (“{slowest}”)", *times[slowest], is_bare, 0.050, 1.5)

    def _search(self, typed: str) -> tuple[float, float]:
        return alternate(
            partial(search_everything, self._session, typed),
            partial(bare.bare_search, self._connection, bare.expression_of(typed)),
        )

    def family_row(self, ref: str) -> Row:
        """Opening a family with many contacts, with the entry in the access log."""

        def work() -> None:
            with self._session.store.unit_of_work(self._session.worker) as uow:
                one = family_named(uow, ref)
                uow.case_file(one.id)
                uow.log_access("opened", one.id)

        with self._session.store.read() as reading:
            family_id = reading.family_by_ref(ref).id
        read = partial(bare.bare_family, self._connection, family_id)
        ours, theirs = alternate(work, read, rounds=9)
        job = f"open a family with {MANY_CONTACTS} contacts"
        return self._row(job, ours, theirs, "its rows by the bare driver", 0.100)

    def save_rows(self) -> Iterator[Row]:
        """A contact and a fact saved, each beside one row by the bare driver."""
        with self._session.store.read() as reading:
            one = reading.family_by_ref("CD-000007")
            case = reading.case_file(one.id)
        number = counting(1)

        def contact() -> Contact:
            return replace(case.contacts[0], id=new_id(), ref=f"S-{next(number)}")

        def fact() -> Fact:
            on = TODAY - timedelta(days=next(number) % 50)
            return Fact(
                id=new_id(), family_id=one.id, person_id=case.people[2].id,
                ref=f"S-{next(number)}", kind="offence", on=on,
            )  # fmt: skip

        def save(make: Callable[[], Contact | Fact]) -> None:
            with self._session.store.unit_of_work(self._session.worker) as uow:
                uow.add(make())

        pattern = self._connection.execute(
            "SELECT * FROM contacts WHERE family_id = ? LIMIT 1", (one.id,)
        )
        columns = [column[0] for column in pattern.description]
        values = dict(zip(columns, pattern.fetchone(), strict=True))

        def insert() -> None:
            row = values | {"id": new_id(), "ref": f"BARE-{next(number)}"}
            bare.bare_insert(self._connection, columns, row.values())

        for job, make in (("contact", contact), ("fact, criteria worked out anew", fact)):
            ours, theirs = alternate(partial(save, make), insert, rounds=25)
            yield self._row(f"save a {job}", ours, theirs, "one bare insert", 0.050, 3)
        self._connection.execute("DELETE FROM contacts WHERE ref LIKE 'BARE-%'")

    def _page(self, query: FamilyQuery) -> None:
        with self._session.store.read() as reading:
            reading.family_list(query)

    def _slowest(self, what: str, queries: Sequence[tuple[str, FamilyQuery]]) -> Row:
        times = {name: median(partial(self._page, query)) for name, query in queries}
        slowest = max(times, key=lambda name: times[name])
        return Row(
            f"list: slowest {what} ({slowest})",
            self._size,
            times[slowest],
            budget_seconds=0.100,
        )

    def _row(
        self,
        job: str,
        ours: float,
        theirs: float,
        bare_is: str,
        budget_seconds: float,
        budget_ratio: float | None = None,
    ) -> Row:
        return Row(job, self._size, ours, theirs, bare_is, budget_seconds, budget_ratio)


def _fresh_rows(kept: Kept, size: str) -> Iterator[Row]:
    """What a new process takes to the first list, and how much memory a day's looking."""
    with _nobody_else(kept):
        ours, theirs = alternate_fresh(("unlock", kept.folder), ("bare-open", kept.folder))
        memory, idle = alternate_fresh(("open-memory", kept.folder), ("idle-memory",))
    yield Row("unlock to first list, key apart", size, ours, theirs, "bare driver", 0.300, 3)
    yield Row(
        "memory, vault open and looked through",
        size,
        memory,
        idle,
        "the modules alone",
        300,
        unit="MB",
    )


@contextmanager
def _nobody_else(kept: Kept) -> Iterator[None]:
    """The write-ahead log folded in first, so that no round pays for what others wrote."""
    connection = bare.open_bare(kept.database, kept.data_key)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    connection.close()
    yield


def _big_family(session: Session, count: int) -> str:
    """The reference of a family with many contacts, added when it is not there."""
    records = family(count, contacts=MANY_CONTACTS)
    ref = f"CD-{count:06d}"
    with session.store.read() as reading:
        known = {one.ref for one in reading.families()}
    if ref not in known:
        with session.store.unit_of_work(session.worker) as uow:
            uow.add_all(records)
    return ref
