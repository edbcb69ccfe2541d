"""What is an item as at a day: which records, whose, of which category."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casedesk.domain.gate import GateQuestion, open_gate
from casedesk.domain.records import Record
from gate.household import (
    ASHWORTHS,
    D,
    action,
    address,
    ask,
    assessment,
    attendance,
    case_of,
    catalogue,
    contact,
    decision,
    document,
    event,
    goal,
    item,
    judgement,
    person,
    review,
    spell,
)

EVERYONE = ("kerry", "wayne", "tyler", "ellie")


def ids(record: Record, **more: Any) -> list[tuple[str, str]]:
    """Kinds and ids of the items of one record, people apart."""
    result = ask(case_of(record), **more)
    return [(one.kind, one.id) for one in result.every if one.kind != "person"]


@pytest.mark.parametrize(
    ("record", "is_item"),
    [
        (event("F-1", on="2026-11-24"), True),
        (event("F-1", on="2026-11-25"), False),
        (event("F-1", on="2026-11-24", in_error=True), False),
        (spell("F-1", "early-help", "2026-11-24"), True),
        (spell("F-1", "early-help", "2026-11-25"), False),
        (spell("F-1", "early-help", "2026-01-01", "2026-02-01"), True),
        (attendance("F-1", "2026-09-01", "2026-11-24"), True),
        (attendance("F-1", "2026-09-01", "2026-11-25"), False),
        (contact("V-1", "2026-11-24"), True),
        (contact("V-1", "2026-11-25"), False),
        (goal("G-1", set_on="2026-11-24"), True),
        (goal("G-1", set_on="2026-11-25"), False),
        (goal("G-1"), True),
        (action("A-1", done_on="2026-11-25"), True),
        (address("a-1", from_on="2026-11-24"), True),
        (address("a-1", from_on="2026-11-25"), False),
        (address("a-1"), True),
        (address("a-1", from_on="2020-01-01", to_on="2021-01-01"), True),
        (assessment("as-1", "2026-11-24"), True),
        (assessment("as-1", "2026-11-25"), False),
        (decision("d-1", "education", on="2026-11-24"), True),
        (decision("d-1", "education", on="2026-11-25"), False),
        (replace(decision("d-1", "education"), in_error=True), False),
        (judgement("j-1", "health", "2026-11-24"), True),
        (judgement("j-1", "health", "2026-11-25"), False),
        (replace(judgement("j-1", "health"), in_error=True), False),
        (review("r-1", "2026-12-24"), True),
        (document("X-1", "2026-11-24"), True),
        (document("X-1", "2026-11-25"), False),
    ],
)
def test_what_had_not_happened_by_the_day_is_no_item(record: Record, is_item: bool) -> None:
    assert bool(ids(record)) is is_item


def test_the_seven_kinds_are_items_and_the_rest_stand_beside_them() -> None:
    result = ask(
        case_of(
            event("F-1"), contact("V-1"), goal("G-1"), action("A-1"), address("a-1"),
            assessment("as-1"), decision("d-1", "crime"), judgement("j-1", "crime"),
            review("r-1", "2026-12-01"), document("X-1"),
        )
    )  # fmt: skip
    assert [one.id for one in result.items] == [
        "F-1", "V-1", "G-1", "A-1", "P-1", "P-2", "P-3", "P-4", "a-1", "as-1",
    ]  # fmt: skip
    assert [(one.kind, one.id) for one in result.others] == [
        ("decision", "d-1"), ("judgement", "j-1"), ("review", "r-1"), ("document", "X-1"),
    ]  # fmt: skip


def test_items_of_a_kind_come_as_recorded() -> None:
    result = ask(case_of(event("F-2", on="2026-06-01"), event("F-1", on="2026-01-01")))
    assert [one.id for one in result.items if one.kind == "fact"] == ["F-2", "F-1"]


@pytest.mark.parametrize(
    ("record", "people"),
    [
        (event("F-1"), ("tyler",)),
        (event("F-1", person_id=None), ()),
        (
            contact("V-1", people=("wayne", "kerry"), children_seen=("tyler",)),
            ("wayne", "kerry", "tyler"),
        ),
        (contact("V-1", people=("kerry", "kerry"), children_seen=("kerry",)), ("kerry",)),
        (
            contact("V-1", children_seen=("tyler",), seen_alone=("tyler", "ellie")),
            ("tyler", "ellie"),
        ),
        (contact("V-1", child_voice=((None, "Hm."), ("ellie", "I like it."))), ("ellie",)),
        (goal("G-1", people=("ellie",)), ("ellie",)),
        (action("A-1", people=("wayne",)), ("wayne",)),
        (address("a-1", person_id="wayne"), ("wayne",)),
        (assessment("as-1", people=("kerry", "tyler")), ("kerry", "tyler")),
        (review("r-1", "2026-12-01", people=("kerry",)), ("kerry",)),
        (document("X-1", people=("kerry",)), ("kerry",)),
        (contact("V-1"), ()),
        (goal("G-1"), ()),
        (action("A-1"), ()),
        (address("a-1"), ()),
        (assessment("as-1"), ()),
        (decision("d-1", "crime"), ()),
        (judgement("j-1", "crime"), ()),
        (review("r-1", "2026-12-01"), ()),
        (document("X-1"), ()),
    ],
)
def test_who_is_in_it_and_who_it_is_about(record: Record, people: tuple[str, ...]) -> None:
    found = next(one for one in ask(case_of(record)).every if one.kind != "person")
    assert found.people == people
    assert found.about == (people or EVERYONE)


@pytest.mark.parametrize(
    ("joined", "left", "on", "as_at", "counts"),
    [
        (None, None, "2026-05-03", D, True),
        ("2026-11-24", None, "2026-05-03", D, True),  # a member on the day asked about
        ("2026-11-25", None, "2026-05-03", D, False),
        (None, "2026-11-24", "2026-05-03", D, True),
        (None, "2026-05-03", "2026-05-03", D, True),  # a member on the item's own date
        (None, "2026-05-02", "2026-05-03", D, False),
        ("2026-05-04", "2026-11-23", "2026-05-03", D, False),  # in between only
    ],
)
def test_an_item_that_names_nobody_is_about_members_then_or_now(
    joined: str | None, left: str | None, on: str, as_at: date, counts: bool
) -> None:
    wayne = person(
        "wayne",
        "1990-07-01",
        "other",
        joined_on=joined and date.fromisoformat(joined),
        left_on=left and date.fromisoformat(left),
    )
    case = case_of(contact("V-1", on), people=(*ASHWORTHS[:2], *wayne))
    assert item(ask(case, as_at=as_at), "V-1").about == (
        ("kerry", "wayne") if counts else ("kerry",)
    )


@pytest.mark.parametrize(
    ("record", "counts"),
    [
        (spell("F-1", "rent-arrears", "2026-05-01", "2026-06-30", person_id=None), True),
        (spell("F-1", "rent-arrears", "2026-05-11", "2026-06-30", person_id=None), False),
        (goal("G-1", set_on="2026-05-10"), True),
        (goal("G-1"), False),
        (action("A-1"), False),
        (address("a-1", from_on="2026-05-10"), True),
        (address("a-1"), False),
        (review("r-1", "2026-05-01", "2026-05-10"), True),
        (review("r-1", "2026-05-01", "2026-12-10"), False),
        (review("r-1", "2026-05-01"), False),
    ],
)
def test_dates_of_items(record: Record, counts: bool) -> None:
    """Wayne left on 10 May: he is in it only when its date is no later."""
    wayne = person("wayne", "1990-07-01", "other", left_on=date(2026, 5, 10))
    found = next(
        one
        for one in ask(case_of(record, people=(*ASHWORTHS[:2], *wayne))).every
        if one.kind != "person"
    )
    assert ("wayne" in found.about) is counts


def test_the_dead_and_the_unborn_are_no_members() -> None:
    people = (
        *person("kerry", "1992-02-11", "parent"),
        *person("maud", "1940-01-01", "other", died_on=date(2026, 1, 1)),
        *person("baby", "2026-11-25", "child"),
    )
    assert item(ask(case_of(action("A-1"), people=people)), "A-1").about == ("kerry",)


def test_with_nobody_to_be_about_it_is_withheld() -> None:
    kerry = person("kerry", "1992-02-11", "parent", joined_on=date(2026, 12, 1))
    found = item(ask(case_of(contact("V-1"), people=kerry)), "V-1")
    assert (found.about, found.allowed) == ((), False)
    assert "names nobody" in found.reason


@pytest.mark.parametrize(
    ("record", "categories"),
    [
        (event("F-1"), ("education",)),
        (event("F-1", "offence"), ("police-courts-probation",)),
        (event("F-1", "nomination", criterion="abuse"), ("violence-in-the-home",)),
        (event("F-1", "nothing-found", criterion="health"), ("health",)),
        (event("F-1", "nomination", criterion="unheard-of"), ("social-care",)),
        (contact("V-1"), ("social-care",)),
        (contact("V-1", categories=("health", "education", "health")), ("health", "education")),
        (goal("G-1", criterion="work"), ("employment",)),
        (goal("G-1", criterion="work", categories=("housing",)), ("housing",)),
        (goal("G-1", criterion="unheard-of"), ("social-care",)),
        (goal("G-1"), ("social-care",)),
        (action("A-1"), ("social-care",)),
        (action("A-1", categories=("housing",)), ("housing",)),
        (address("a-1"), ("social-care",)),
        (assessment("as-1"), ("social-care",)),
        (decision("d-1", "crime"), ("police-courts-probation",)),
        (judgement("j-1", "health"), ("health",)),
        (judgement("j-1", "unheard-of"), ("social-care",)),
        (review("r-1", "2026-12-01"), ("social-care",)),
        (review("r-1", "2026-12-01", categories=("health",)), ("health",)),
        (document("X-1"), ("social-care",)),
        (document("X-1", categories=("health",)), ("health",)),
    ],
)
def test_categories(record: Record, categories: tuple[str, ...]) -> None:
    found = next(one for one in ask(case_of(record)).every if one.kind != "person")
    assert found.categories == categories


@pytest.mark.parametrize(
    ("of_goal", "expected"),
    [
        ({"categories": ("housing",), "criterion": "work"}, ("housing",)),
        ({"criterion": "work"}, ("employment",)),
        ({}, ("social-care",)),
        ({"criterion": "work", "set_on": "2026-12-01"}, ("employment",)),
    ],
)
def test_an_action_takes_its_goals_category(
    of_goal: dict[str, Any], expected: tuple[str, ...]
) -> None:
    case = case_of(goal("G-1", **of_goal), action("A-1", goal_id="id-G-1"))
    assert item(ask(case), "A-1").categories == expected


def test_an_action_takes_neither_people_nor_marks_of_its_goal() -> None:
    case = case_of(
        goal("G-1", people=("tyler",), confidential=True), action("A-1", goal_id="id-G-1")
    )
    found = item(ask(case), "A-1")
    assert found.about == EVERYONE
    assert "confidential" not in found.reason


def test_a_kind_no_list_has_takes_every_category() -> None:
    found = item(ask(case_of(event("F-1", "something-else"))), "F-1")
    assert found.categories == tuple(catalogue().categories)


def test_facts_of_another_family_count_while_the_person_is_a_member() -> None:
    elsewhere = event("F-9", family_id="another")
    assert ids(elsewhere) == [("fact", "F-9")]
    gone = (*ASHWORTHS[:2], *person("tyler", "2012-03-05", "child", left_on=date(2026, 11, 23)))
    result = ask(case_of(elsewhere, event("F-1"), people=gone))
    assert [one.id for one in result.items if one.kind == "fact"] == ["F-1"]


def test_without_packs_a_nomination_is_social_care() -> None:
    case = case_of(event("F-1", "nomination", criterion="abuse"))
    result = open_gate(case, GateQuestion("schools", "support", D), catalogue(), {})
    assert item(result, "F-1").categories == ("social-care",)
