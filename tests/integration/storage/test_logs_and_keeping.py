"""The access log, the sharing log, settings, packs and documents' bytes."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

import pytest
from case_file_kit import ACTOR, NINE_O_CLOCK, SetClock, every_kind, family
from sqlalchemy import Engine, text

from casedesk.domain.errors import NotFound
from casedesk.domain.records import Document
from casedesk.storage.blobs import PART_BYTES
from casedesk.storage.packs import KeptPack
from casedesk.storage.sharing_log import Disclosure
from casedesk.storage.store import CaseStore

ITEMS = (
    {"id": "f1", "kind": "fact", "because": "consent C-3; decision S-1"},
    {"id": "p1", "kind": "person", "because": "consent C-3"},
)


def disclosure(family_id: str | None, **fields: Any) -> Disclosure:
    said: dict[str, Any] = {
        "recipient": "schools", "organisation": "Millbridge High School", "person": "Mrs Reed",
        "purpose": "support", "items": ITEMS, "how": "saved", "sha256": "ab" * 32,
        "target_name": "report.pdf",
    } | fields  # fmt: skip
    return Disclosure(family_id=family_id, **said)


def test_readings_prints_and_exports_are_in_the_access_log(
    store: CaseStore, engine: Engine
) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
        unit.log_access("print", home.id, "progress report for schools")
        unit.log_access("export", None, "workbook")
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT * FROM access_log ORDER BY sequence")).all()
    assert [(row.who, row.action, row.family_id, row.instant) for row in rows] == [
        (ACTOR, "print", home.id, NINE_O_CLOCK),
        (ACTOR, "export", None, NINE_O_CLOCK),
    ]
    assert json.loads(rows[0].contents) == {"detail": [None, "progress report for schools"]}


def test_a_reading_is_in_the_access_log_though_nobody_remembers_to_say_so(
    store: CaseStore, engine: Engine
) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
    with store.unit_of_work(ACTOR) as unit:
        unit.case_file(home.id)
        unit.case_file(home.id)
    with store.unit_of_work(ACTOR) as unit:
        unit.case_file(home.id)
        unit.log_access("made a report", home.id)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT * FROM access_log ORDER BY sequence")).all()
    assert [(row.action, row.family_id) for row in rows] == [
        ("read", home.id),
        ("made a report", home.id),
    ]


def test_a_disclosure_is_pending_until_it_is_done(store: CaseStore, clock: SetClock) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
        unit.log_access("print", home.id)
        head = unit.head()
        entry_id = unit.begin_disclosure(disclosure(home.id))
    with store.read() as reading:
        (pending,) = reading.pending_disclosures()
    assert (pending.id, pending.state, pending.at, pending.ended_at) == (
        entry_id,
        "pending",
        NINE_O_CLOCK,
        None,
    )
    assert (pending.who, pending.family_id, pending.items) == (ACTOR, home.id, ITEMS)
    assert (pending.recipient, pending.organisation, pending.person, pending.purpose) == (
        "schools",
        "Millbridge High School",
        "Mrs Reed",
        "support",
    )
    assert (pending.how, pending.sha256, pending.target_name) == ("saved", "ab" * 32, "report.pdf")
    assert pending.heads[0] == head
    assert (pending.heads[1].log, pending.heads[1].sequence) == ("access_log", 1)
    clock.now += 5_000_000
    with store.unit_of_work(ACTOR) as unit:
        unit.finish_disclosure(entry_id)
        assert unit.pending_disclosures() == []
        (done,) = unit.disclosures(home.id)
    assert (done.state, done.ended_at) == ("done", NINE_O_CLOCK + 5_000_000)


def test_a_failed_disclosure_stays_in_the_log(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        unit.fail_disclosure(unit.begin_disclosure(disclosure(None)))
        assert [one.state for one in unit.disclosures()] == ["failed"]


def test_a_disclosure_ends_once(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        entry_id = unit.begin_disclosure(disclosure(None))
        unit.finish_disclosure(entry_id)
        for end in (unit.finish_disclosure, unit.fail_disclosure):
            with pytest.raises(NotFound):
                end(entry_id)
        assert [one.state for one in unit.disclosures()] == ["done"]


def test_the_sharing_log_has_a_history_and_is_oldest_first(
    store: CaseStore, clock: SetClock
) -> None:
    ids = []
    for number in range(3):
        clock.now += number
        with store.unit_of_work(ACTOR) as unit:
            ids.append(unit.begin_disclosure(disclosure(None, recipient=f"r{number}")))
            unit.finish_disclosure(ids[-1])
    with store.read() as reading:
        assert [one.id for one in reading.disclosures()] == ids
        added, ended = reading.history("Disclosure", ids[0])
    assert added.fields is not None
    assert added.fields["recipient"] == (None, "r0")
    assert added.fields["items"][1] == [dict(item) for item in ITEMS]
    assert ended.fields == {"state": ("pending", "done")}


@pytest.mark.parametrize("value", ["North", 5, True, None, ["a", {"b": 1.5}], {"é": "ü"}])
def test_a_setting_is_any_json(store: CaseStore, value: object) -> None:
    with store.unit_of_work(ACTOR) as unit:
        unit.set_setting("one", "first")
        unit.set_setting("one", value)
    with store.read() as reading:
        assert reading.setting("one") == value
        assert reading.setting("other", "default") == "default"


def test_pack_texts_are_kept_once(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        for version in ("2", "1", "2"):
            unit.keep_pack("sf-2022", version, version * 64, f"[pack]\nversion = {version}")
        assert unit.pack_texts() == [
            KeptPack("sf-2022", "1", "1" * 64, "[pack]\nversion = 1"),
            KeptPack("sf-2022", "2", "2" * 64, "[pack]\nversion = 2"),
        ]


@pytest.mark.parametrize("size", [0, 1, PART_BYTES, PART_BYTES + 1, 3 * PART_BYTES + 5])
def test_bytes_come_back_and_are_kept_once(store: CaseStore, engine: Engine, size: int) -> None:
    content = bytes(number % 251 for number in range(size))
    with store.unit_of_work(ACTOR) as unit:
        assert unit.put_blob(content) == unit.put_blob(content) == sha256(content).hexdigest()
    with store.read() as reading:
        assert reading.get_blob(sha256(content).hexdigest()) == content
        with pytest.raises(NotFound):
            reading.get_blob("0" * 64)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM blobs")) == 1


def test_a_document_is_journalled_by_its_hash(store: CaseStore, engine: Engine) -> None:
    with store.unit_of_work(ACTOR) as unit:
        kept = next(one for one in unit.add_all(every_kind(unit)) if isinstance(one, Document))
        (added,) = unit.history(Document, kept.id)
    assert added.fields is not None
    assert added.fields["sha256"] == (None, kept.sha256)
