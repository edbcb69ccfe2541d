"""The list of families: sorted, filtered and paged in SQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from case_file_kit import ACTOR, family, member, person

from casedesk.domain.records import Address, Involvement
from casedesk.storage.ids import new_id
from casedesk.storage.listing import SORTS, FamilyQuery
from casedesk.storage.store import CaseStore
from casedesk.storage.summaries import StoredSummary

ALL = FamilyQuery("a" * 64, date(2026, 11, 22))


@pytest.fixture(autouse=True)
def families(store: CaseStore) -> None:
    """Four families; the last has neither status nor involvement."""
    rows = (
        ("CD-3", "Ashworth", "open", "Jo", date(2026, 3, 1)),
        ("CD-1", "Pemberton", "closed", "Mark", date(2026, 1, 1)),
        ("CD-2", "Rahman", "open", "Mark", date(2026, 2, 1)),
    )
    with store.unit_of_work(ACTOR) as unit:
        for ref, name, status, keyworker, started_on in rows:
            home = unit.add(family(ref, name, status=status))
            then = Involvement(
                id=new_id(), family_id=home.id, programme="tf-2015", keyworker="Nobody",
                started_on=date(2020, 1, 1),
            )  # fmt: skip
            now = Involvement(
                id=new_id(), family_id=home.id, programme="sf-2022", current=True, team="North",
                keyworker=keyworker, referred_on=started_on, started_on=started_on,
            )  # fmt: skip
            unit.add_all([then, now])
        unit.add(family("CD-4", "Young"))
        tyler = person("Tyler", "Grey", school="Ashfield Primary")
        pemberton = unit.family_by_ref("CD-1")
        unit.add_all([tyler, member(pemberton, tyler)])
        rahman = unit.family_by_ref("CD-2")
        unit.add(Address(id=new_id(), family_id=rahman.id, address="7 Ash Grove"))


def refs(store: CaseStore, **chosen: Any) -> list[str]:
    query = replace(ALL, **chosen)
    with store.read() as reading:
        rows = reading.family_list(query)
        if "limit" not in chosen:
            assert reading.count_families(query) == len(rows)
    return [row.ref for row in rows]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, ["CD-3", "CD-1", "CD-2", "CD-4"]),
        ({"descending": True}, ["CD-4", "CD-2", "CD-1", "CD-3"]),
        ({"sort": "ref"}, ["CD-1", "CD-2", "CD-3", "CD-4"]),
        ({"sort": "status"}, ["CD-1", "CD-3", "CD-2", "CD-4"]),
        ({"sort": "status", "descending": True}, ["CD-2", "CD-3", "CD-1", "CD-4"]),
        ({"sort": "keyworker"}, ["CD-3", "CD-1", "CD-2", "CD-4"]),
        ({"sort": "started_on"}, ["CD-1", "CD-2", "CD-3", "CD-4"]),
        ({"sort": "started_on", "descending": True}, ["CD-3", "CD-2", "CD-1", "CD-4"]),
        ({"status": "open"}, ["CD-3", "CD-2"]),
        ({"keyworker": "Mark"}, ["CD-1", "CD-2"]),
        ({"keyworker": "Nobody"}, []),
        ({"keyworker": "Mark", "status": "open"}, ["CD-2"]),
        ({"text": "ash"}, ["CD-3", "CD-1", "CD-2"]),
        ({"text": "ash", "status": "open", "sort": "ref"}, ["CD-2", "CD-3"]),
        ({"text": "tyler"}, ["CD-1"]),
        ({"text": "cd-4"}, ["CD-4"]),
        ({"text": "  "}, ["CD-3", "CD-1", "CD-2", "CD-4"]),
        ({"text": "'\""}, []),
        ({"text": "nobody"}, []),
        ({"limit": 2}, ["CD-3", "CD-1"]),
        ({"limit": 2, "offset": 2}, ["CD-2", "CD-4"]),
        ({"limit": 2, "offset": 4}, []),
        ({"eligible": True}, []),
    ],
)
def test_the_list_is_as_asked_for(
    store: CaseStore, chosen: dict[str, Any], expected: list[str]
) -> None:
    assert refs(store, **chosen) == expected


def test_a_row_has_the_family_and_its_current_involvement(store: CaseStore) -> None:
    with store.read() as reading:
        ashworth, *_, young = reading.family_list(ALL)
    assert (ashworth.name, ashworth.status, ashworth.programme) == ("Ashworth", "open", "sf-2022")
    assert (ashworth.keyworker, ashworth.team, ashworth.started_on) == (
        "Jo",
        "North",
        date(2026, 3, 1),
    )
    assert ashworth.referred_on == ashworth.started_on
    assert (young.programme, young.keyworker, young.started_on, young.closed_on) == (None,) * 4
    assert (young.states, young.met_now, young.eligible, young.fresh) == ({}, 0, False, False)


def test_eligible_families_are_those_whose_summary_says_so(store: CaseStore, engine: Any) -> None:
    def summarise(case: Any, today: date) -> list[StoredSummary]:
        return [
            StoredSummary(
                pack_hash=ALL.pack_hash, states={}, met_now=0, met_in_programme=0,
                eligible=case.family.ref == "CD-2", stale_on=None,
            )
        ]  # fmt: skip

    summarising = CaseStore(engine, "7K", summarise=summarise, today=lambda: ALL.today)
    assert summarising.refresh_summaries([ALL.pack_hash]) == 4
    assert refs(store, eligible=True) == ["CD-2"]
    assert refs(store, eligible=False, sort="ref") == ["CD-1", "CD-3", "CD-4"]


def test_every_sort_is_tried_above() -> None:
    assert set(SORTS) == {"name", "ref", "status", "keyworker", "started_on"}
