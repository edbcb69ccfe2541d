"""Members who are named in words and are not among an item's people."""

from __future__ import annotations

from typing import Any

import pytest

from casedesk.domain.gate import members_named
from casedesk.domain.people import members_of
from casedesk.domain.records import Record
from gate.household import (
    TYLER,
    action,
    address,
    ask,
    assessment,
    case_of,
    contact,
    decision,
    document,
    event,
    goal,
    item,
    judgement,
    person,
    review,
)


def found(text: str, **fields: Any) -> tuple[str, ...]:
    """The names found of one member with these names."""
    member = person("p", "1990-01-01", "other", **fields)
    return tuple(one.name for one in members_named(members_of(case_of(people=member)), [text]))


@pytest.mark.parametrize(
    ("names", "text", "hit"),
    [
        ({"given_name": "Tyler"}, "Saw Tyler today", True),
        ({"given_name": "Tyler"}, "saw tyler today", True),
        ({"given_name": "Tyler"}, "TYLER, again", True),
        ({"given_name": "Tyler"}, "Tyler's teacher", True),
        ({"given_name": "Tyler"}, "Tyler’s teacher", True),
        ({"given_name": "Tyler"}, "Taylor and Tylers", False),
        ({"given_name": "Ann"}, "Annual planning with Hannah", False),
        ({"given_name": "Tyler", "known_as": "Ty"}, "Ty was in", True),
        ({"given_name": "Tyler", "known_as": "Ty"}, "Typing", False),
        ({"given_name": "Tyler", "known_as": "  "}, "  nobody  ", False),
        ({"given_name": "Zoë"}, "zoe came", True),
        ({"given_name": "Zoe"}, "Zoë came", True),
        ({"given_name": "D'Arcy"}, "d’arcy came", True),
        ({"given_name": "Anne Marie"}, "anne  marie", True),
        ({"given_name": "Anne Marie"}, "Anne said", True),
        ({"given_name": "Anne Marie"}, "Marie said", False),
        ({"given_name": "Mary-Jane"}, "Mary-Jane said", True),
        ({"given_name": "C++"}, "C++ came", True),
        # A name that is an everyday word counts with a capital.
        ({"given_name": "Will"}, "will visit", False),
        ({"given_name": "Will"}, "Will visits; we will see", True),
        ({"given_name": "Will"}, "we will see Will", True),
        ({"given_name": "Grace"}, "GRACE", True),
        ({"given_name": "J"}, "j came", False),
        ({"given_name": "J"}, "J came", True),
        ({"given_name": "J Arthur"}, "J. Smith", False),
        ({"given_name": "Tyler", "family_name": "Ashworth"}, "Mr Ashworth", False),
    ],
)
def test_whole_words_whatever_their_case(names: dict[str, Any], text: str, hit: bool) -> None:
    assert bool(found(text, **names)) is hit


def test_the_name_is_the_one_on_the_record_once_a_person() -> None:
    assert found("ty and tyler", given_name="Tyler", known_as="Ty") == ("Tyler",)
    assert found("ty alone", given_name="Tyler", known_as="Ty") == ("Ty",)


@pytest.mark.parametrize(
    "record",
    [
        event("x", detail="Kerry rang"),
        event("x", source="Kerry"),
        event("x", source_ref="Letter from Kerry"),
        contact("x", people=("tyler",), text="Kerry rang"),
        contact("x", people=("tyler",), also_present="Kerry's sister"),
        contact("x", people=("tyler",), child_voice=(("tyler", "Kerry is nice"),)),
        goal("x", people=("tyler",), title="Kerry at work"),
        goal("x", people=("tyler",), family_words="Kerry wants it"),
        action("x", people=("tyler",), title="Ring Kerry"),
        action("x", people=("tyler",), owner="Kerry"),
        address("x", person_id="tyler", address="c/o Kerry, 4 Mill Lane"),
        assessment("x", people=("tyler",), summary="Kerry copes"),
        review("x", "2026-05-01", people=("tyler",), text="Kerry copes"),
        review("x", "2026-05-01", people=("tyler",), also_present="Kerry"),
        document("x", people=("tyler",), note="From Kerry"),
    ],
)
def test_every_free_text_of_an_item_is_read(record: Record) -> None:
    assert item(ask(case_of(record)), "x").names_unlisted == ("Kerry",)


def test_those_among_its_people_are_not_listed() -> None:
    visit = contact("V-1", people=("kerry",), children_seen=("tyler",), text="Kerry, Tyler, Ellie")
    assert item(ask(case_of(visit)), "V-1").names_unlisted == ("Ellie",)


def test_an_item_that_names_nobody_in_its_people_lists_them_all() -> None:
    visit = contact("V-1", text="Ellie and Kerry")
    assert item(ask(case_of(visit)), "V-1").names_unlisted == ("Kerry", "Ellie")


def test_decisions_and_judgements_are_read_too() -> None:
    sal = person("sal", "1990-01-01", "other", given_name="GP's")
    case = case_of(judgement("j-1", "health"), decision("d-1", "crime"), people=(*TYLER, *sal))
    assert item(ask(case), "j-1").names_unlisted == ("GP's",)
    assert item(ask(case), "d-1").names_unlisted == ()
