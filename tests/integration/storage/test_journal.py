"""The journal writes itself, completely, and says who changed what."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from case_file_kit import (
    ACTOR,
    DEVICE,
    NINE_O_CLOCK,
    SetClock,
    contact,
    every_kind,
    fact,
    family,
    person,
)
from sqlalchemy import Engine, Table, delete, insert, text, update

from casedesk.domain.records import Contact, Fact, Record
from casedesk.storage.guard import UnjournalledWriteError
from casedesk.storage.sharing_log import Disclosure
from casedesk.storage.store import CaseStore
from casedesk.storage.tables import (
    NOT_JOURNALLED,
    RECORD_TABLES,
    disclosures,
    metadata,
    packs,
    settings,
)
from casedesk.storage.unit_of_work import UnitOfWork

JOURNALLED = [table for table in metadata.sorted_tables if table.name not in NOT_JOURNALLED]
DISCLOSURE = Disclosure(
    family_id=None, recipient="own council", purpose="support", items=(), how="saved",
    sha256="0" * 64,
)  # fmt: skip


def entries(engine: Engine) -> list[Any]:
    with engine.connect() as connection:
        return connection.execute(text("SELECT * FROM journal ORDER BY sequence")).all()  # type: ignore[return-value]


def test_every_write_to_a_record_is_journalled(store: CaseStore, engine: Engine) -> None:
    """Every mapped kind: added one by one and in bulk, changed, removed."""
    with store.unit_of_work(ACTOR) as unit:
        given = every_kind(unit)
        stored = unit.add_all(given[:5]) + [unit.add(record) for record in _by_need(given[5:])]
    changed = []
    with store.unit_of_work(ACTOR) as unit:
        for record in stored:
            name, value = _some_text(record)
            changed.append(unit.change(replace(record, **{name: value})))
    with store.unit_of_work(ACTOR) as unit:
        for record in reversed(_by_need(changed)):
            unit.remove(record)
    rows = entries(engine)
    kinds = {kind.__name__ for kind in RECORD_TABLES}
    for action in ("add", "change", "remove"):
        of_action = [row for row in rows if row.action == action]
        assert {row.record_type for row in of_action} == kinds
        assert sorted(row.record_id for row in of_action) == sorted(one.id for one in stored)
    assert [row.sequence for row in rows] == list(range(1, 3 * len(stored) + 1))


def _by_need(records: list[Record]) -> list[Record]:
    order = list(RECORD_TABLES)
    return sorted(records, key=lambda record: order.index(type(record)))


def _some_text(record: Record) -> tuple[str, str]:
    """A text field of a record that may hold anything."""
    column = next(
        column
        for column in RECORD_TABLES[type(record)].columns
        if isinstance(getattr(record, column.name, None), str)
        and column.name
        not in {"id", "recorded_by", "state", "outcome", "decision", "kind", "sha256"}
        and not column.name.endswith("_id")
    )
    return column.name, f"{getattr(record, column.name)} again"


WRITES: dict[str, Callable[[UnitOfWork], Any]] = {
    settings.name: lambda unit: unit.set_setting("team", "North"),
    packs.name: lambda unit: unit.keep_pack("sf-2022", "3", "0" * 64, "[pack]"),
    disclosures.name: lambda unit: unit.begin_disclosure(DISCLOSURE),
}


@pytest.mark.parametrize("table", JOURNALLED, ids=lambda table: table.name)
def test_no_table_is_written_past_the_journal(store: CaseStore, table: Table) -> None:
    """Whatever is not in the list of exceptions is refused on the engine itself."""
    statements: list[Any] = [
        insert(table).values({table.columns.values()[0].name: "x"}),
        update(table).values({table.columns.values()[0].name: "x"}),
        delete(table),
        text(f'  insert or replace into "{table.name}" select * from {table.name}'),  # noqa: S608
        text(f"WITH one AS (SELECT 1) DELETE FROM main.{table.name}"),  # noqa: S608
        text(f"REPLACE INTO {table.name} SELECT * FROM {table.name}"),  # noqa: S608
    ]
    for statement in statements:
        with pytest.raises(UnjournalledWriteError), store.unit_of_work(ACTOR) as unit:
            unit._connection.execute(statement)


@pytest.mark.parametrize("table", JOURNALLED, ids=lambda table: table.name)
def test_every_journalled_table_is_one_of_records_or_has_its_own_way_in(
    store: CaseStore, engine: Engine, table: Table
) -> None:
    """A new table has to be thought of here, or be in the list of exceptions with its reason."""
    if "record" in table.info:
        return
    with store.unit_of_work(ACTOR) as unit:
        WRITES[table.name](unit)
    (row,) = entries(engine)
    assert (row.action, row.who, row.device) == ("add", ACTOR, DEVICE)


def test_the_exceptions_are_tables_and_say_why() -> None:
    assert set(NOT_JOURNALLED) < set(metadata.tables)
    assert all(NOT_JOURNALLED.values())
    assert not {table.name for table in RECORD_TABLES.values()} & set(NOT_JOURNALLED)


def test_a_change_says_only_what_changed(store: CaseStore, engine: Engine) -> None:
    home = family()
    with store.unit_of_work(ACTOR) as unit:
        unit.add(home)
        first = unit.add(fact(home, days=Decimal("2.5"), attended=0))
    with store.unit_of_work("Lead") as unit:
        unit.change(replace(first, days=Decimal("3.0"), to_on=date(2026, 7, 1), detail=None))
    row = entries(engine)[-1]
    assert json.loads(row.contents) == {"days": ["2.5", "3.0"], "to_on": [None, "2026-07-01"]}
    assert (row.who, row.action, row.record_type) == ("Lead", "change", "Fact")
    assert (row.record_id, row.family_id) == (first.id, home.id)


def test_history_has_the_fields_as_the_record_has_them(store: CaseStore, clock: SetClock) -> None:
    home, tyler = family(), person()
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all([home, tyler])
        seen = unit.add(
            contact(home, at_time=time(9, 30), people=(tyler.id,), child_voice=((None, "Art"),))
        )
    clock.now += 60_000_000
    with store.unit_of_work("Lead") as unit:
        unit.change(replace(seen, on=date(2026, 5, 5), significant=True))
        added, changed = unit.history(Contact, seen.id)
    assert added.fields == {
        "family_id": (None, home.id),
        "ref": (None, "V-1"),
        "on": (None, date(2026, 5, 4)),
        "at_time": (None, time(9, 30)),
        "people": (None, (tyler.id,)),
        "child_voice": (None, ((None, "Art"),)),
        "text": (None, "All well."),
    }
    assert changed.fields == {
        "on": (date(2026, 5, 4), date(2026, 5, 5)),
        "significant": (False, True),
    }
    assert (added.who, added.action, added.at) == (ACTOR, "add", NINE_O_CLOCK)
    assert (changed.who, changed.action, changed.at) == (
        "Lead",
        "change",
        NINE_O_CLOCK + 60_000_000,
    )
    assert (added.device, added.sequence, changed.sequence) == (DEVICE, 3, 4)


def test_a_removed_record_can_be_made_again_from_its_history(store: CaseStore) -> None:
    home = family()
    with store.unit_of_work(ACTOR) as unit:
        unit.add(home)
        kept = unit.add(fact(home, days=Decimal("1.5"), detail="Seen", confidential=True))
        unit.remove(kept)
        last = unit.history("Fact", kept.id)[-1]
    assert last.fields is not None
    again = Fact(id=kept.id, **{name: old for name, (old, _) in last.fields.items()})
    assert again == replace(kept, version=0, order=again.order, recorded_by="")


def test_settings_have_a_history_and_private_keys_stay_out_of_it(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        unit.set_setting("team", "North")
        unit.set_setting("team", "South")
        unit.set_setting("team", "South")
        unit.set_setting("identity.exchange_private", "c2VjcmV0")
        assert [entry.fields for entry in unit.history("Setting", "team")] == [
            {"value": (None, "North")},
            {"value": ("North", "South")},
        ]
        (made,) = unit.history("Setting", "identity.exchange_private")
    assert made.fields == {}


def test_a_bulk_is_journalled_in_full(store: CaseStore, engine: Engine) -> None:
    """More rows than any batch of the journal, of the search or of the records."""
    home = family()
    many = [contact(home, f"V-{number}", f"Visit {number}") for number in range(4_321)]
    with store.unit_of_work(ACTOR) as unit:
        unit.add(home)
        unit.add_all(many)
    rows = entries(engine)
    assert [row.record_id for row in rows] == [home.id, *(one.id for one in many)]
    with store.read() as reading:
        assert [hit.title for hit in reading.search("visit 4320")] == ["contact, 4 May 2026"]
