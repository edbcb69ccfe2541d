"""Whole case files: what they hold, in which order, and what a person brings along."""

from __future__ import annotations

from datetime import date

import pytest
from case_file_kit import ACTOR, contact, every_kind, fact, family, member, person

from casedesk.domain.errors import NotFound
from casedesk.domain.records import (
    CaseFile,
    Consent,
    Family,
    Membership,
    Person,
    Record,
    Restriction,
    SharingDecision,
)
from casedesk.storage.case_files import EVERYTHING, FAMILIES_AT_ONCE, FIELDS, FOR_CRITERIA
from casedesk.storage.ids import new_id
from casedesk.storage.store import CaseStore


def parts(case: CaseFile) -> dict[str, tuple[Record, ...]]:
    return {field: getattr(case, field) for field in FIELDS.values()}


def test_a_case_file_holds_every_kind_in_the_order_recorded(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        stored = unit.add_all(every_kind(unit))
    with store.read() as reading:
        case = reading.case_file(stored[0].id)
    assert case.family == stored[0]
    for kind, field in FIELDS.items():
        expected = tuple(record for record in stored if isinstance(record, kind))
        assert getattr(case, field) == expected != ()


def test_the_order_is_that_of_recording_not_of_ids(store: CaseStore) -> None:
    home = family()
    third, second, first = (contact(home, f"V-{number}") for number in (3, 2, 1))
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all([home, first, second])
        unit.add(third)
    with store.read() as reading:
        assert [one.ref for one in reading.case_file(home.id).contacts] == ["V-1", "V-2", "V-3"]


def consent(of: Family, who: Person, ref: str) -> Consent:
    return Consent(
        id=new_id(), family_id=of.id, person_id=who.id, ref=ref, recipients=("schools",),
        categories=("education",), purposes=("support",), decision="given",
        decided_on=date(2026, 1, 1),
    )  # fmt: skip


def decision(of: Family, ref: str, *who: Person) -> SharingDecision:
    return SharingDecision(
        id=new_id(), family_id=of.id, ref=ref, people=tuple(one.id for one in who),
        recipients=("police",), categories=("social-care",), decision="share",
        basis="safeguarding", reason="Risk", told_family=True, decided_by="Ann",
        decided_on=date(2026, 1, 1), from_on=date(2026, 1, 1),
    )  # fmt: skip


def restriction(of: Family, who: Person) -> Restriction:
    return Restriction(
        id=new_id(), family_id=of.id, person_id=who.id, kind="restriction",
        from_on=date(2026, 1, 1),
    )  # fmt: skip


def test_what_was_recorded_about_a_person_elsewhere_comes_along(store: CaseStore) -> None:
    """Facts, consents, restrictions and sharing decisions; nothing else, and nobody else's."""
    mothers, fathers = family("CD-1", "Mother's"), family("CD-2", "Father's")
    tyler, gran = person(), person("Gran")
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all([mothers, fathers, tyler, gran])
        unit.add_all([member(mothers, tyler), member(fathers, tyler), member(fathers, gran, "P-2")])
        unit.add_all(
            [
                fact(mothers, tyler, "F-1"),
                fact(mothers, None, "F-2"),
                fact(fathers, tyler, "F-1"),
                fact(fathers, gran, "F-2"),
                fact(fathers, None, "F-3"),
                consent(mothers, tyler, "C-1"),
                consent(fathers, gran, "C-2"),
                restriction(fathers, tyler),
                restriction(fathers, gran),
                decision(fathers, "S-1", tyler, gran),
                decision(fathers, "S-2", gran),
                contact(fathers, people=(tyler.id,)),
            ]
        )
    with store.read() as reading:
        alone = reading.case_file(mothers.id)
        both = list(reading.case_files())
    assert [(one.family_id == mothers.id, one.ref) for one in alone.facts] == [
        (True, "F-1"),
        (True, "F-2"),
        (False, "F-1"),
    ]
    assert [one.ref for one in alone.consents] == ["C-1"]
    assert [one.person_id for one in alone.restrictions] == [tyler.id]
    assert [one.ref for one in alone.sharing_decisions] == ["S-1"]
    assert alone.contacts == ()
    assert [one.id for one in alone.people] == [tyler.id]
    assert parts(both[0]) == parts(alone)
    assert [len(both[1].facts), len(both[1].consents), len(both[1].restrictions)] == [4, 2, 2]
    assert [one.ref for one in both[1].sharing_decisions] == ["S-1", "S-2"]


def test_what_a_family_recorded_about_somebody_who_left_stays_its_own(store: CaseStore) -> None:
    home, tyler = family(), person()
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all([home, tyler, fact(home, tyler), decision(home, "S-1", tyler)])
    with store.read() as reading:
        case = reading.case_file(home.id)
    assert (len(case.facts), len(case.sharing_decisions), case.people) == (1, 1, ())


def test_a_sharing_decision_that_names_other_people_now_counts_for_those(store: CaseStore) -> None:
    here, there = family("CD-1"), family("CD-2")
    tyler, gran = person(), person("Gran")
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all([here, there, tyler, gran, member(here, tyler), member(there, gran)])
        first = unit.add(decision(there, "S-1", gran))
        kept = unit.case_file(here.id).sharing_decisions
        second = unit.change(
            SharingDecision(**{**_given(first), "people": (tyler.id,), "version": 1})
        )
        moved = unit.case_file(here.id).sharing_decisions
        unit.remove(second)
        gone = unit.case_file(here.id).sharing_decisions
    assert (kept, moved, gone) == ((), (second,), ())


def _given(record: SharingDecision) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def test_many_case_files_come_by_reference_in_a_few_queries(store: CaseStore) -> None:
    total = FAMILIES_AT_ONCE + 3
    homes = [family(f"CD-{number:04d}") for number in range(total)]
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all(reversed(homes))
        unit.add_all(fact(home) for home in homes)
    with store.read() as reading:
        cases = list(reading.case_files())
        chosen = list(reading.case_files({homes[7].id, homes[2].id, "unknown"}))
    assert [case.family.ref for case in cases] == [home.ref for home in homes]
    assert all(len(case.facts) == 1 for case in cases)
    assert [case.family.ref for case in chosen] == ["CD-0002", "CD-0007"]


def test_only_what_is_wanted_is_read(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home, *_ = unit.add_all(every_kind(unit))
        (case,) = unit.case_files([home.id], wanted=FOR_CRITERIA)
    read = {kind for kind, field in FIELDS.items() if getattr(case, field)}
    assert read == {*FOR_CRITERIA, Membership}
    assert set(EVERYTHING) == set(FIELDS)


def test_families_are_found_by_reference_and_listed(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all([family("CD-2", "Smith-Jones", status="open"), family("CD-1", "O'Brien")])
    with store.read() as reading:
        assert [(one.ref, one.name, one.status) for one in reading.families()] == [
            ("CD-1", "O'Brien", None),
            ("CD-2", "Smith-Jones", "open"),
        ]
        assert reading.family_by_ref("CD-2").name == "Smith-Jones"
        with pytest.raises(NotFound):
            reading.case_file(new_id())


def test_a_reading_stays_as_it_was_when_it_began(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
    with store.read() as reading:
        assert reading.case_file(home.id).contacts == ()
        with store.unit_of_work(ACTOR) as unit:
            unit.add(contact(home))
        assert reading.case_file(home.id).contacts == ()
    with store.read() as reading:
        assert len(reading.case_file(home.id).contacts) == 1
