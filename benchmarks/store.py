"""What somebody waits for at the case file: opening, the list, search, a family, a save."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import count as counting
from pathlib import Path
from typing import Any

from benchmarks import bare
from benchmarks.caseload import TODAY, family
from benchmarks.fresh import alternate_fresh
from benchmarks.listing import list_rows
from benchmarks.measuring import Row, alternate, median
from benchmarks.today import today_rows
from benchmarks.vaults import Kept, vault_of
from casedesk.domain.records import Contact, Fact
from casedesk.domain.views.families_list import SORTS, FamilyListQuestion
from casedesk.services.criteria import criteria_of_family
from casedesk.services.family_list import find_families
from casedesk.services.family_page import open_family, overview
from casedesk.services.search import search_everything
from casedesk.services.session import Session
from casedesk.services.timeline import timeline
from casedesk.storage.ids import new_id

MANY_CONTACTS = 500
SAVES = 25
TODAY_UP_TO = 5_000
TYPED = ("holroyd", "07700 9004", "aoife o'br", "landlord arrears", "zz4 2", "cd-00019")
"""What is typed in the search box, key by key: names, numbers, notes, a postcode, a reference."""


def run(folder: Path, *, small: bool) -> list[Row]:
    """Every job at every size."""
    rows: list[Row] = []
    for count in (200,) if small else (200, 5_000, 50_000):
        size = f"{count:,} families"
        kept = vault_of(folder, count)
        with kept.session() as session:
            big = big_family(session, count)
            connection = bare.open_bare(kept.database, kept.data_key)
            one_size = _Size(session, connection, size)
            rows += list_rows(session, size)
            rows += one_size.search_rows()
            rows += one_size.family_rows(big)
            rows += one_size.save_rows()
            if count <= TODAY_UP_TO:
                rows += today_rows(session, size)
            connection.close()
        rows += _fresh_rows(kept, size)
    jobs = list(dict.fromkeys(row.job.partition(" (")[0] for row in rows))
    return sorted(rows, key=lambda row: jobs.index(row.job.partition(" (")[0]))


def a_days_looking(session: Session) -> None:
    """The list in every order, searches, and fifty families opened."""
    for sort in SORTS:
        page = find_families(session, FamilyListQuestion(sort=sort))
    for typed in TYPED:
        search_everything(session, typed)
    for row in page.rows:
        _look_at(session, row.ref)


class _Size:
    """The jobs on one open vault, beside the bare driver on the same file."""

    def __init__(self, session: Session, connection: Any, size: str) -> None:
        self._session = session
        self._connection = connection
        self._size = size

    def search_rows(self) -> Iterator[Row]:
        """Every key of what is typed: the middle one and the slowest."""
        keys = [typed[:end] for typed in TYPED for end in range(1, len(typed) + 1)]
        times = {typed: self._search(typed) for typed in keys if not typed.endswith(" ")}
        ours, theirs = (statistics.median(both) for both in zip(*times.values(), strict=True))
        slowest = max(times, key=lambda typed: times[typed][0])
        is_bare = "the bare FTS5 query, no row read"
        yield self._row("search: a key", ours, theirs, is_bare, 0.050, 1.5)
        job = f"search: the slowest key (“{slowest}”)"
        yield self._row(job, *times[slowest], is_bare, 0.050, 1.5)

    def _search(self, typed: str) -> tuple[float, float]:
        ours = partial(search_everything, self._session, typed)
        theirs = partial(bare.bare_search, self._connection, typed)
        ours()
        theirs()
        return alternate(ours, theirs)

    def family_rows(self, ref: str) -> Iterator[Row]:
        """A family with many contacts: its page with the entry in the access log, and its
        criteria as the command line gives them."""
        with self._session.store.read() as reading:
            family_id = reading.family_by_ref(ref).id
        read = partial(bare.bare_family, self._connection, family_id)
        ours, theirs = alternate(partial(_look_at, self._session, ref), read, rounds=9)
        job = f"open a family with {MANY_CONTACTS} contacts"
        yield self._row(job, ours, theirs, "its rows by the bare driver", 0.100)
        ask = partial(criteria_of_family, self._session, ref)
        yield Row(
            "`casedesk criteria` of that family",
            self._size,
            median(ask, rounds=9),
            budget_seconds=0.100,
        )

    def save_rows(self) -> Iterator[Row]:
        """A contact and a fact saved, each beside one row by the bare driver."""
        with self._session.store.read() as reading:
            one = reading.family_by_ref("CD-000007")
            case = reading.case_file(one.id)
        number = counting(1)

        def contact() -> Contact:
            return replace(case.contacts[0], id=new_id(), ref=f"S-{new_id()}")

        def fact() -> Fact:
            on = TODAY - timedelta(days=next(number) % 50)
            return Fact(
                id=new_id(), family_id=one.id, person_id=case.people[2].id,
                ref=f"S-{new_id()}", kind="offence", on=on,
            )  # fmt: skip

        def save(make: Callable[[], Contact | Fact]) -> None:
            with self._session.store.unit_of_work(self._session.worker) as uow:
                uow.add(make())

        insert = bare.contact_writer(self._connection, one.id)
        for job, make in (("contact", contact), ("fact, criteria worked out anew", fact)):
            ours, theirs = alternate(partial(save, make), insert, rounds=SAVES)
            yield self._row(f"save a {job}", ours, theirs, "one bare insert", 0.050, 3)
        bare.forget_written(self._connection)

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


def _look_at(session: Session, ref: str) -> None:
    open_family(session, ref)
    overview(session, ref)
    timeline(session, ref)


def _fresh_rows(kept: Kept, size: str) -> Iterator[Row]:
    """What a new process takes to the first list, and how much memory a day's looking takes."""
    bare.fold_log_in(kept.database, kept.data_key)
    ours, theirs = alternate_fresh(("unlock", kept.folder), ("bare-open", kept.folder))
    job = "unlock to first list, key derivation apart"
    yield Row(job, size, ours, theirs, "the bare driver", 0.300, 3)
    memory, idle = alternate_fresh(("open-memory", kept.folder), ("idle-memory",))
    job = "memory at most, open and looked through"
    yield Row(job, size, memory, idle, "the modules alone", 300, unit="MB")


def big_family(session: Session, count: int) -> str:
    """The reference of a family with many contacts, added when it is not there."""
    records = family(count, contacts=MANY_CONTACTS)
    ref = f"CD-{count:06d}"
    with session.store.read() as reading:
        known = {one.ref for one in reading.families()}
    if ref not in known:
        with session.store.unit_of_work(session.worker) as uow:
            uow.add_all(records)
    return ref
