"""The answer: person items, what the worker leaves out, and the JSON."""

from __future__ import annotations

import json
from datetime import date

from casedesk.domain.gate import leave_out, naming_unlisted
from gate.household import (
    ASHWORTHS,
    KERRY_AND_TYLER,
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
    person,
    restriction,
    review,
    sharing,
)

YES = consent("C-1")


def test_a_person_is_released_by_the_first_item_that_names_them_and_may_go() -> None:
    facts = (
        event("F-1", "offence"),
        event("F-2", on="2026-07-01"),
        event("F-3", on="2026-06-01"),
    )
    decided = sharing("S-1", categories=("social-care",))
    result = ask(case_of(*facts, contact("V-1", people=("tyler",)), YES, decided))
    found = item(result, "P-3")
    assert (found.allowed, found.because, found.categories) == (True, "consent C-1", ())
    assert (found.people, found.people_refs, found.record_id) == (("tyler",), ("P-3",), "tyler")
    only_visit = ask(case_of(contact("V-1", people=("tyler",)), YES, decided))
    assert item(only_visit, "P-3").because == "decision S-1"


def test_with_nothing_else_the_name_stays_behind() -> None:
    found = item(ask(case_of(event("F-1", "offence"), YES)), "P-3")
    assert found.reason == "Tyler: nothing else that names Tyler may go"


def test_an_item_of_the_whole_family_releases_nobodys_name() -> None:
    everyone = (YES, consent("C-2", person_id="kerry"))
    household = event("F-1", person_id=None)
    result = ask(case_of(household, *everyone, people=KERRY_AND_TYLER))
    assert allowed(result) == {"F-1"}


def test_an_address_and_a_goal_release_a_name_and_a_review_does_not() -> None:
    yes = consent("C-1", categories=("social-care",))
    for record in (address("x", person_id="tyler"), goal("x", people=("tyler",))):
        assert "P-3" in allowed(ask(case_of(record, yes)))
    for other in (review("x", "2026-05-01", people=("tyler",)), document("x", people=("tyler",))):
        assert allowed(ask(case_of(other, yes))) == {"x"}


def test_who_has_a_person_item() -> None:
    people = (
        *person("left", "1990-01-01", "other", left_on=date(2020, 1, 1)),
        *person("dead", "1990-01-01", "other", died_on=date(2020, 1, 1)),
        *person("today", "1990-01-01", "other", joined_on=date(2026, 11, 24)),
        *person("later", "1990-01-01", "other", joined_on=date(2026, 11, 25)),
        *person("unborn", "2026-11-25", "child"),
        *person("named", "1990-01-01", "other", joined_on=date(2026, 11, 25)),
    )
    result = ask(case_of(contact("V-1", people=("named",)), people=people))
    assert [one.record_id for one in result.items if one.kind == "person"] == [
        "left",
        "dead",
        "today",
        "named",
    ]


def test_leaving_an_item_out_takes_along_what_hung_on_it() -> None:
    noted = contact("V-1", people=("tyler",), categories=("education",), text="Kerry was cross.")
    letter = document("X-1", people=("tyler",), categories=("education",))
    result = ask(case_of(noted, letter, YES))
    assert [one.id for one in naming_unlisted(result)] == ["V-1"]
    left = leave_out(result, ["id-V-1"])
    assert allowed(left) == {"X-1"}
    assert item(left, "V-1").reason == "left out by the worker"
    assert item(left, "P-3").reason == "what names this person was left out by the worker"
    assert not naming_unlisted(left)
    assert allowed(leave_out(left, ["id-X-1"])) == set()


def test_leaving_one_of_two_out_keeps_the_name_on_the_others_basis() -> None:
    facts = (event("F-1"), contact("V-1", people=("tyler",)))
    decided = sharing("S-1", categories=("social-care",))
    left = leave_out(ask(case_of(*facts, YES, decided)), ["id-F-1"])
    assert allowed(left) == {"V-1", "P-3"}
    assert item(left, "P-3").because == "decision S-1"


def test_a_person_can_be_left_out_and_what_is_withheld_keeps_its_reason() -> None:
    result = ask(case_of(event("F-1"), event("F-2", "offence"), YES))
    left = leave_out(result, ["tyler", "id-F-2"])
    assert allowed(left) == {"F-1"}
    assert item(left, "F-2").reason == item(result, "F-2").reason
    assert (item(left, "P-3").because, item(left, "P-3").reason) == ("", "left out by the worker")
    assert leave_out(left, []) == left


def test_open_categories_are_those_permitted_for_every_member() -> None:
    def categories(*records: object) -> frozenset[str]:
        return ask(case_of(*records, people=KERRY_AND_TYLER)).open_categories  # type: ignore[arg-type]

    both = {"categories": ("education", "health")}
    assert categories() == frozenset()
    assert categories(consent("C-1", **both)) == frozenset()
    everyone = (consent("C-1", **both), consent("C-2", person_id="kerry"))
    assert categories(*everyone) == {"education"}
    assert categories(*everyone, restriction(person_id="kerry")) == frozenset()
    nobody = ask(case_of(*everyone, people=KERRY_AND_TYLER), as_at=date(1980, 1, 1))
    assert nobody.open_categories == frozenset()
    reader = ask(case_of(people=KERRY_AND_TYLER), "family", reader="kerry")
    assert "health" in reader.open_categories
    assert not ask(case_of(people=ASHWORTHS), "family", reader="kerry").open_categories


def test_the_json_of_the_documented_form() -> None:
    visit = contact(
        "V-1", people=("tyler",), categories=("education", "health"), text="Kerry said yes."
    )
    result = ask(
        case_of(event("F-1", person_id=None), visit, action("A-1"), YES, people=ASHWORTHS[4:6])
    )
    assert json.loads(json.dumps(result.as_dict())) == {
        "family": "CD-0412",
        "recipient": "schools",
        "purpose": "support",
        "as_at": "2026-11-24",
        "items": [
            {
                "id": "F-1",
                "kind": "fact",
                "people": [],
                "categories": ["education"],
                "allowed": True,
                "because": "consent C-1",
                "names_unlisted": [],
            },
            {
                "id": "V-1",
                "kind": "contact",
                "people": ["P-3"],
                "categories": ["education", "health"],
                "allowed": False,
                "because": "Tyler: health not agreed for schools; not asked",
                "names_unlisted": [],
            },
            {
                "id": "A-1",
                "kind": "action",
                "people": [],
                "categories": ["social-care"],
                "allowed": False,
                "because": "Tyler: social care not agreed for schools; not asked",
                "names_unlisted": [],
            },
            {
                "id": "P-3",
                "kind": "person",
                "people": ["P-3"],
                "categories": [],
                "allowed": False,
                "because": "Tyler: nothing else that names Tyler may go",
                "names_unlisted": [],
            },
        ],
        "also": [],
    }


def test_the_recipient_stands_in_the_json_as_it_was_asked() -> None:
    result = ask(case_of(), "schools/Millbridge High School")
    assert result.as_dict()["recipient"] == "schools/Millbridge High School"
