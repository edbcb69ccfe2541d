"""A full disk, a read-only file and another writer: one plain sentence, nothing half saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_file_kit import ACTOR, DEVICE, KEY, contact, family
from sqlalchemy import Engine, event

from casedesk.domain.errors import KnownError
from casedesk.storage.engine import make_engine, open_keyed
from casedesk.storage.store import CaseStore
from casedesk.storage.verify import verify_chain


def allow_pages(engine: Engine, more: int) -> None:
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + more}")


@pytest.mark.parametrize("room", range(0, 60, 3))
def test_a_disk_that_fills_up_at_any_moment_leaves_what_was_saved(
    store: CaseStore, engine: Engine, room: int
) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
    allow_pages(engine, room)
    with pytest.raises(KnownError, match="disk is full"), store.unit_of_work(ACTOR) as unit:
        unit.add_all(contact(home, f"V-{number}", "long " * 200) for number in range(200))
    allow_pages(engine, 10_000)
    with store.unit_of_work(ACTOR) as unit:
        unit.add(contact(home, "V-0", "after"))
    with store.read() as reading:
        assert [one.text for one in reading.case_file(home.id).contacts] == ["after"]
        assert len(reading.search("long")) == 0
    with engine.connect() as connection:
        assert verify_chain(connection) == []


def test_a_unit_that_goes_on_after_the_disk_was_full_saves_nothing(
    store: CaseStore, engine: Engine
) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
    allow_pages(engine, 0)
    with pytest.raises(KnownError, match="disk is full"), store.unit_of_work(ACTOR) as unit:
        with pytest.raises(KnownError):
            unit.add_all(contact(home, f"V-{number}", "long " * 200) for number in range(99))
        unit.set_setting("team", "North")
    with store.read() as reading:
        assert reading.setting("team") is None


def test_a_file_that_may_only_be_read_says_so(path: Path) -> None:
    engine = make_engine(path, KEY)
    event.listen(engine, "connect", lambda driver, _: driver.execute("PRAGMA query_only = ON"))
    with (
        pytest.raises(KnownError, match="cannot be written"),
        CaseStore(engine, DEVICE).unit_of_work(ACTOR) as unit,
    ):
        unit.add(family())
    engine.dispose()


def test_another_writer_is_waited_for_and_then_named(path: Path, store: CaseStore) -> None:
    other = open_keyed(path, KEY)
    other.execute("BEGIN IMMEDIATE")
    engine = make_engine(path, KEY)
    event.listen(engine, "connect", lambda driver, _: driver.execute("PRAGMA busy_timeout = 1"))
    with (
        pytest.raises(KnownError, match="written to by something else"),
        CaseStore(engine, DEVICE).unit_of_work(ACTOR) as unit,
    ):
        unit.add(family())
    other.execute("ROLLBACK")
    with CaseStore(engine, DEVICE).unit_of_work(ACTOR) as unit:
        unit.add(family())
    engine.dispose()
    other.close()
