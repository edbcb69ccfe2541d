"""The case file as a report may see it."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from casedesk.domain.gate.permitted_case import permitted_case
from casedesk.domain.records import CaseFile, Involvement, Relationship
from gate.household import (
    HOME,
    action,
    address,
    ask,
    assessment,
    case_of,
    consent,
    contact,
    decision,
    document,
    event,
    goal,
    judgement,
    no_sharing,
    person,
    restriction,
    review,
    sharing,
)

YES = consent("C-1", categories=("education", "social-care", "health"))


def related(one: str, relation: str, other: str, **more: date) -> Relationship:
    return Relationship(
        id=f"{one}-{other}",
        family_id=HOME,
        person_id=one,
        relation=relation,
        other_person_id=other,
        **more,
    )


FULL = case_of(
    Involvement(
        id="i-1",
        family_id=HOME,
        programme="troubled-families-2015",
        current=True,
        referred_on=date(2026, 1, 1),
        started_on=date(2026, 2, 1),
        keyworker="Jo Hebden",
        team="North",
    ),
    Involvement(id="i-0", family_id=HOME, closure_reason="Moved away"),
    event("F-1"),
    event("F-2", "offence"),
    contact(
        "V-1",
        people=("tyler",),
        children_seen=("tyler",),
        child_voice=(("tyler", "It is fine."), (None, "They laughed.")),
    ),
    contact("V-2", people=("tyler", "kerry")),
    goal("G-1", people=("tyler",), achieved_on="2026-11-25"),
    goal("G-2", people=("kerry",)),
    action("A-1", goal_id="id-G-1", people=("tyler",), done_on="2026-11-25"),
    action("A-2", goal_id="id-G-2", people=("tyler",), done_on="2026-11-24"),
    address("a-1", person_id="tyler"),
    address("a-2", person_id="tyler", protected=True),
    assessment("as-1", people=("tyler",)),
    assessment("as-2", people=("kerry",)),
    decision("d-1", "education"),
    judgement("j-1", "health"),
    review("r-1", "2026-05-01", "2026-05-02", people=("tyler",), text="Went well."),
    review("r-2", "2026-12-01", "2026-12-02", people=("tyler",), text="Later.", also_present="GP"),
    document("X-1", people=("tyler",), categories=("education",)),
    document("X-2", people=("kerry",)),
    related("kerry", "parent", "tyler"),
    related("tyler", "sibling", "ellie"),
    YES,
    sharing("S-1", people=("kerry",)),
    no_sharing("S-2", people=("ellie",), categories=("health",)),
    restriction(person_id="wayne"),
)


def kept(case: CaseFile) -> dict[str, list[str]]:
    """Ids of what a case file holds, by list."""
    return {
        field.name: [record.id for record in getattr(case, field.name)]
        for field in fields(CaseFile)
        if field.name != "family" and getattr(case, field.name)
    }


def test_only_what_may_go_is_in_it() -> None:
    assert kept(permitted_case(FULL, ask(FULL))) == {
        "involvements": ["i-1"],
        "addresses": ["a-1"],
        "people": ["tyler"],
        "memberships": ["in-tyler"],
        "facts": ["id-F-1"],
        "contacts": ["id-V-1"],
        "goals": ["id-G-1"],
        "actions": ["id-A-1", "id-A-2"],
        "reviews": ["r-1", "r-2"],
        "assessments": ["as-1"],
        "documents": ["id-X-1"],
    }


def test_with_nothing_permitted_only_the_cover_is_left() -> None:
    assert kept(permitted_case(FULL, ask(FULL, "police"))) == {"involvements": ["i-1"]}


def test_the_cover_holds_name_reference_and_keyworker() -> None:
    seen = permitted_case(FULL, ask(FULL))
    assert (seen.family.ref, seen.family.name, seen.family.alert) == ("CD-0412", "Ashworth", None)
    (involvement,) = seen.involvements
    assert (involvement.keyworker, involvement.team) == ("Jo Hebden", "North")
    assert (involvement.referred_on, involvement.started_on) == (None, None)


def test_a_person_is_a_name_a_date_of_birth_and_a_place_in_the_drawing() -> None:
    seen = permitted_case(FULL, ask(FULL))
    (tyler,) = seen.people
    assert (tyler.full_name, tyler.date_of_birth, tyler.sex) == (
        "Tyler Ashworth",
        date(2012, 3, 5),
        "male",
    )
    assert (tyler.school, tyler.phone) == (None, None)
    assert seen.person_ref("tyler") == "P-3"


def test_what_came_after_the_day_is_not_there() -> None:
    seen = permitted_case(FULL, ask(FULL))
    assert seen.goals[0].achieved_on is None
    assert [one.done_on for one in seen.actions] == [None, date(2026, 11, 24)]
    held, planned = seen.reviews
    assert (held.held_on, held.text) == (date(2026, 5, 2), "Went well.")
    assert (planned.held_on, planned.text, planned.also_present) == (None, None, None)


def test_an_action_does_not_point_at_a_goal_that_stays_behind() -> None:
    seen = permitted_case(FULL, ask(FULL))
    assert [one.goal_id for one in seen.actions] == ["id-G-1", None]


def test_the_drawing_has_the_relationships_between_those_who_may_be_named() -> None:
    people = tuple(
        record
        for name in ("kerry", "tyler", "ellie")
        for record in person(name, None, "other", died_on=date(2026, 11, 25))
    )
    facts = tuple(event(f"F-{name}", person_id=name) for name in ("kerry", "tyler", "ellie"))
    relations = (
        related("kerry", "parent", "tyler", from_on=date(2026, 11, 24)),
        related("kerry", "partner", "ellie", to_on=date(2026, 11, 25)),
        related("tyler", "sibling", "ellie", from_on=date(2026, 11, 25)),
    )
    yes = [consent(f"C-{name}", person_id=name) for name in ("kerry", "tyler", "ellie")]
    case = case_of(*facts, *relations, *yes, people=people)
    seen = permitted_case(case, ask(case))
    assert [one.id for one in seen.relationships] == ["kerry-tyler", "kerry-ellie"]
    assert [one.to_on for one in seen.relationships] == [None, None]
    assert {one.died_on for one in seen.people} == {None}
    without = case_of(*facts, *relations, *yes[:2], people=people)
    assert [one.id for one in permitted_case(without, ask(without)).relationships] == [
        "kerry-tyler"
    ]


def test_nobody_is_named_in_what_goes_whose_name_may_not() -> None:
    """A review releases no name, so the people in it are taken out."""
    case = case_of(
        review("r-1", "2026-05-01", people=("tyler",)),
        document("X-1", people=("tyler",)),
        consent("C-1", categories=("social-care",)),
    )
    seen = permitted_case(case, ask(case))
    assert seen.people == ()
    assert [one.people for one in (*seen.reviews, *seen.documents)] == [(), ()]
