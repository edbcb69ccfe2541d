"""An edited, reordered or cut journal or access log shows; an honest one verifies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from case_file_kit import ACTOR, KEY, SetClock, contact, fact, family
from sqlalchemy import Connection, Engine, text

from casedesk.domain.records import Family
from casedesk.storage.chain import Head
from casedesk.storage.engine import make_engine
from casedesk.storage.sharing_log import Disclosure
from casedesk.storage.store import CaseStore
from casedesk.storage.verify import verify_chain

DISCLOSURE = Disclosure(
    family_id=None, recipient="schools", purpose="support", items=(), how="saved", sha256="0" * 64
)


@pytest.fixture
def home_id(store: CaseStore) -> str:
    """A family with six journal entries and three in the access log."""
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
        first = unit.add(fact(home))
        unit.add(contact(home))
        for action in ("read", "print", "export"):
            unit.log_access(action, home.id, f"{action} by {ACTOR}")
    with store.unit_of_work(ACTOR) as unit:
        second = unit.change(replace(first, detail="Seen"))
        unit.change(replace(second, detail="Seen again"))
        unit.add(fact(home, ref="F-2"))
    return home.id


def findings(engine: Engine, *heads: Head) -> list[str]:
    with engine.connect() as connection:
        return verify_chain(connection, heads)


def tamper(path: object, change: Callable[[Connection], object]) -> None:
    """Somebody who has the key, past the program."""
    engine = make_engine(path, KEY)  # type: ignore[arg-type]
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        change(connection)
    engine.dispose()


def test_an_honest_history_verifies(store: CaseStore, engine: Engine, home_id: str) -> None:
    with store.read() as reading:
        heads = reading.heads()
    assert [(head.log, head.sequence) for head in heads] == [("journal", 6), ("access_log", 3)]
    assert findings(engine, *heads) == []


EDITS = [
    f"UPDATE {log} SET {change} WHERE sequence = {sequence}"  # noqa: S608
    for log, sequences in (("journal", (1, 4, 6)), ("access_log", (2,)))
    for sequence in sequences
    for change in (
        "contents = replace(contents, 'e', 'a')",
        "contents = NULL, salt = NULL",
        "who = 'Somebody Else'",
        "instant = instant - 1",
        "action = 'remove'",
        "record_id = 'another'",
        "family_id = NULL",
        "salt = randomblob(16)",
        "digest = randomblob(32)",
        "link = randomblob(32)",
        "device = '9Z'",
        "sequence = sequence + 100",
    )
]
CUTS = [
    "DELETE FROM journal WHERE sequence = 1",
    "DELETE FROM journal WHERE sequence = 4",
    "DELETE FROM access_log WHERE sequence = 2",
    "UPDATE journal SET sequence = 1000 - sequence",
    "UPDATE journal SET sequence = CASE sequence WHEN 3 THEN -4 WHEN 4 THEN -3 ELSE -sequence END",
]


@pytest.mark.parametrize("statement", [*EDITS, *CUTS])
def test_an_edit_shows(path: object, engine: Engine, home_id: str, statement: str) -> None:
    tamper(path, lambda connection: connection.execute(text(statement)))
    found = findings(engine)
    assert found
    assert all(one.endswith(".") for one in found)


def test_two_entries_that_changed_places_show(path: object, engine: Engine, home_id: str) -> None:
    def swap(connection: Connection) -> None:
        for old, new in ((3, 99), (4, 3), (99, 4)):
            connection.execute(
                text("UPDATE journal SET sequence = :new WHERE sequence = :old"),
                {"old": old, "new": new},
            )

    tamper(path, swap)
    assert any("chain breaks" in one for one in findings(engine))


@pytest.mark.parametrize("log", ["journal", "access_log"])
def test_a_cut_tail_shows_behind_a_head_that_was_written_down(
    store: CaseStore, path: object, engine: Engine, home_id: str, log: str
) -> None:
    with store.read() as reading:
        heads = reading.heads()
    cut = text(f"DELETE FROM {log} WHERE sequence >= 3")  # noqa: S608
    tamper(path, lambda connection: connection.execute(cut))
    assert findings(engine) == [], "a tail cut clean off cannot show without a head"
    found = findings(engine, *heads)
    assert len(found) == 1
    assert "cut off" in found[0]


def test_the_sharing_log_writes_the_heads_down(
    store: CaseStore, path: object, engine: Engine, home_id: str
) -> None:
    with store.unit_of_work(ACTOR) as unit:
        unit.begin_disclosure(DISCLOSURE)
    assert findings(engine) == []
    tamper(path, lambda at: at.execute(text("DELETE FROM journal WHERE sequence >= 5")))
    tamper(path, lambda at: at.execute(text("DELETE FROM access_log WHERE sequence = 3")))
    assert [("access log" in one, "cut off" in one) for one in findings(engine)] == [
        (False, True),
        (True, True),
    ]


def test_a_tail_made_anew_shows(
    store: CaseStore, path: object, engine: Engine, home_id: str
) -> None:
    with store.read() as reading:
        heads = reading.heads()
    for table in ("journal WHERE sequence >= 5", "search_entries", "search_names", "search_notes"):
        tamper(path, lambda at, table=table: at.execute(text(f"DELETE FROM {table}")))  # noqa: S608
    with store.unit_of_work("Forger") as unit:
        unit.add(fact(unit.get(Family, home_id), ref="F-8"))
        unit.add(fact(unit.get(Family, home_id), ref="F-9"))
    assert findings(engine) == []
    assert any("written down" in one for one in findings(engine, *heads))


def test_erased_contents_leave_a_chain_that_verifies(
    store: CaseStore, engine: Engine, home_id: str
) -> None:
    with store.unit_of_work(ACTOR) as unit:
        other = unit.add(family("CD-2", "Smith-Jones"))
        unit.add(fact(other))
    with store.unit_of_work("Lead") as unit:
        unit.erase_contents(family_id=home_id)
    assert findings(engine) == []
    with engine.connect() as connection:
        rows = connection.execute(
            text("SELECT family_id, action, contents, salt FROM journal UNION ALL "
                 "SELECT family_id, action, contents, salt FROM access_log")
        ).all()  # fmt: skip
    for row in rows:
        kept = row.family_id == other.id or row.action == "erase"
        assert (row.contents is not None, row.salt is not None) == (kept, kept)
    with store.read() as reading:
        history = reading.history("Family", home_id)
    assert [(entry.action, entry.fields) for entry in history] == [("add", None), ("erase", {})]


def test_single_records_can_be_erased(store: CaseStore, engine: Engine, home_id: str) -> None:
    with store.unit_of_work("Lead") as unit:
        (one, two) = unit.case_file(home_id).facts
        unit.erase_contents(record_ids=[one.id])
        assert {entry.fields is None for entry in unit.history("Fact", one.id)} == {True}
        assert {entry.fields is None for entry in unit.history("Fact", two.id)} == {False}
    assert findings(engine) == []


def test_what_came_after_an_erasure_cannot_be_blanked(
    store: CaseStore, path: object, engine: Engine, home_id: str
) -> None:
    with store.unit_of_work("Lead") as unit:
        unit.erase_contents(family_id=home_id)
    with store.unit_of_work(ACTOR) as unit:
        unit.add(contact(unit.get(Family, home_id), "V-2"))
    blank = text("UPDATE journal SET contents = NULL, salt = NULL WHERE sequence = 8")
    tamper(path, lambda connection: connection.execute(blank))
    assert findings(engine) == [
        "The contents of entry 8 of laptop 7K in the journal are missing, and nobody erased them."
    ]


def test_every_laptop_has_its_own_chain(
    store: CaseStore, engine: Engine, clock: SetClock, home_id: str
) -> None:
    elsewhere = CaseStore(engine, "9Z", clock)
    with elsewhere.unit_of_work("Bea") as unit:
        unit.add(contact(unit.get(Family, home_id), "V-2"))
        assert unit.head().sequence == 1
    with store.unit_of_work(ACTOR) as unit:
        assert unit.head().sequence == 6
        heads = unit.heads()
    assert sorted((head.device, head.sequence) for head in heads if head.log == "journal") == [
        ("7K", 6),
        ("9Z", 1),
    ]
    assert findings(engine, *heads) == []


def test_at_most_fifty_findings_are_given(store: CaseStore, path: object, engine: Engine) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
        unit.add_all(contact(home, f"V-{number}") for number in range(100))
    tamper(path, lambda connection: connection.execute(text("UPDATE journal SET who = 'x'")))
    assert len(findings(engine)) == 50
