"""Restrictions, objections, confidential items and protected addresses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from casedesk.domain.records import Record
from gate.household import (
    ASHWORTHS,
    KERRY_AND_TYLER,
    TYLER,
    action,
    address,
    allowed,
    ask,
    case_of,
    consent,
    contact,
    document,
    event,
    goal,
    item,
    no_sharing,
    restriction,
    sharing,
)

YES = consent("C-1")
OK = {"authorised_by": "Samira Patel"}


@pytest.mark.parametrize(
    ("record", "goes"),
    [
        (restriction(), False),
        (restriction(start="2026-11-24"), False),
        (restriction(start="2026-11-25"), True),
        (restriction(to_on="2026-11-24"), False),
        (restriction(to_on="2026-11-23"), True),
        (restriction(person_id="kerry"), True),
        (restriction(purposes=("refer",)), False),  # a restriction is of everything
        (restriction(family_id="another"), False),
        (restriction("objection"), False),
        (restriction("objection", purposes=("support",)), False),
        (restriction("objection", purposes=("evaluate", "refer")), True),
        (restriction("objection", start="2026-11-25"), True),
        (restriction("objection", to_on="2026-11-23"), True),
        (restriction("objection", person_id="kerry"), True),
    ],
)
def test_a_restriction_or_objection_in_force_withholds(record: Record, goes: bool) -> None:
    case = case_of(event("F-1"), YES, sharing("S-1", **OK), record)
    assert ("F-1" in allowed(ask(case))) is goes


def test_one_restricted_person_withholds_the_whole_item() -> None:
    visit = contact("V-1", people=("kerry", "tyler"), categories=("education",))
    yes = consent("C-2", person_id="kerry")
    assert "V-1" in allowed(ask(case_of(visit, YES, yes)))
    held = item(ask(case_of(visit, YES, yes, restriction(person_id="kerry"))), "V-1")
    assert held.reason == "Kerry: under a restriction since 1 January"


def test_reasons_for_objections() -> None:
    case = case_of(event("F-1"), YES, restriction("objection", purposes=("support",)))
    assert item(ask(case), "F-1").reason == (
        "Tyler: objected on 1 January to “working together to help the family”"
    )
    case = case_of(event("F-1"), YES, restriction("objection"))
    assert item(ask(case), "F-1").reason == "Tyler: objected on 1 January to every purpose"


@pytest.mark.parametrize(
    "record",
    [
        event("F-1", confidential=True),
        contact("F-1", people=("tyler",), categories=("education",), confidential=True),
        goal("F-1", people=("tyler",), criterion="education", confidential=True),
        action("F-1", people=("tyler",), categories=("education",), confidential=True),
        document("F-1", people=("tyler",), categories=("education",), confidential=True),
    ],
)
def test_confidential_never_leaves(record: Any) -> None:
    rest = (YES, sharing("S-1", recipients=("schools", "family"), **OK))
    assert "F-1" in allowed(ask(case_of(replace(record, confidential=False), *rest)))
    for question in ({}, {"recipient": "family", "reader": "tyler"}):
        found = item(ask(case_of(record, *rest), **question), "F-1")
        assert (found.allowed, found.reason) == (False, "marked confidential")
    evaluation = ask(case_of(record, *rest), "ons", "evaluate")
    assert "F-1" not in allowed(evaluation)


HOUSE = {"categories": ("social-care",)}
TOLD = {**HOUSE, "protected_address": True}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((consent("C-1", **HOUSE),), None),
        ((consent("C-1", **HOUSE), sharing("S-1", **HOUSE, **OK)), None),
        ((sharing("S-1", **TOLD),), "decision S-1"),
        ((consent("C-1", **HOUSE), sharing("S-1", **TOLD)), "consent C-1; decision S-1"),
        (
            (consent("C-1", **HOUSE), sharing("S-1", **TOLD, basis="public-task")),
            "consent C-1; decision S-1",
        ),
        ((consent("C-1", **HOUSE, decision="refused"), sharing("S-1", **TOLD)), None),
        (
            (consent("C-1", **HOUSE, decision="refused"), sharing("S-1", **TOLD, **OK)),
            "decision S-1",
        ),
        # The newest decision counts, and it does not name the address.
        ((sharing("S-1", **TOLD), sharing("S-2", "2026-03-01", **HOUSE)), None),
        ((sharing("S-1", **TOLD, to_on="2026-11-23"),), None),
        ((sharing("S-1", **TOLD), no_sharing("S-2", "2026-03-01", **HOUSE)), None),
    ],
)
def test_a_protected_address_goes_only_under_a_decision_that_names_it(
    records: tuple[Record, ...], expected: str | None
) -> None:
    case = case_of(address("a-1", person_id="tyler", protected=True), *records)
    found = item(ask(case), "a-1")
    assert (found.because or None) == expected


def test_a_protected_address_of_the_family_needs_it_for_everyone() -> None:
    home = address("a-1", protected=True)
    one = sharing("S-1", **TOLD)
    both = sharing("S-1", **TOLD, people=("kerry", "tyler"))
    assert "a-1" not in allowed(ask(case_of(home, one, people=KERRY_AND_TYLER)))
    assert "a-1" in allowed(ask(case_of(home, both, people=KERRY_AND_TYLER)))
    assert "a-1" in allowed(ask(case_of(home, one, people=TYLER)))
    agreed = consent("C-2", person_id="kerry", **HOUSE)
    assert "a-1" not in allowed(ask(case_of(home, one, agreed, people=KERRY_AND_TYLER)))


def test_an_address_that_is_not_protected_goes_by_consent() -> None:
    case = case_of(address("a-1", person_id="tyler"), consent("C-1", **HOUSE))
    assert item(ask(case), "a-1").because == "consent C-1"


def test_a_protected_address_is_protected_from_the_family_too() -> None:
    home = address("a-1", person_id="tyler", protected=True)
    question = {"recipient": "family", "reader": "tyler"}
    told = sharing("S-1", recipients=("family",), **TOLD)
    untold = sharing("S-1", recipients=("family",), **HOUSE)
    assert "protected address" in item(ask(case_of(home), **question), "a-1").reason
    assert not item(ask(case_of(home, untold), **question), "a-1").allowed
    assert item(ask(case_of(home, told), **question), "a-1").because == (
        "the reader's own; decision S-1"
    )


def test_a_protected_address_never_goes_to_the_evaluation() -> None:
    told = sharing("S-1", recipients=("ons",), **TOLD, **OK)
    case = case_of(address("a-1", person_id="tyler", protected=True), told)
    assert "a-1" not in allowed(ask(case, "ons", "evaluate"))
    assert "a-1" in allowed(ask(case, "ons", "support"))


def test_nothing_goes_of_an_empty_file() -> None:
    result = ask(case_of(people=ASHWORTHS))
    assert result.nothing_may_go
    assert [one.kind for one in result.withheld] == ["person"] * 4
