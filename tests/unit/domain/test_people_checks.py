"""What a person, a membership and a relationship must keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casedesk.domain.people_checks import (
    membership_problems,
    person_doubts,
    person_problems,
    relationship_problems,
)
from casedesk.domain.records import Membership, Person, Relationship

TODAY = date(2026, 11, 24)
NADIA = Person(id="n", given_name="Nadia", family_name="Haddad", date_of_birth=date(1990, 2, 3))
MEMBER = Membership(id="m", family_id="f", person_id="n", ref="P-1", role="parent")
PARENT = Relationship(id="r", family_id="f", person_id="n", relation="parent", other_person_id="i")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"given_name": " "}, "given_name"),
        ({"family_name": ""}, "family_name"),
        ({"sex": "unsaid"}, "sex"),
        ({"date_of_birth": date(2026, 11, 25)}, "date_of_birth"),
        ({"died_on": date(2026, 11, 25)}, "died_on"),
        ({"died_on": date(1990, 2, 2)}, "died_on"),
    ],
)
def test_a_person(change: dict[str, object], field: str) -> None:
    assert list(person_problems(NADIA, TODAY)) == []
    problems = person_problems(replace(NADIA, **change), TODAY)  # type: ignore[arg-type]
    assert [one.field for one in problems] == [field]


def test_born_and_died_today_is_possible() -> None:
    assert not list(person_problems(replace(NADIA, date_of_birth=TODAY, died_on=TODAY), TODAY))


def test_a_number_that_does_not_check_is_doubted_and_kept() -> None:
    assert list(person_doubts(NADIA)) == []
    doubted = replace(NADIA, nhs_number="999 000 0000", nino="QQ", upn="A1")
    assert len(list(person_doubts(doubted))) == 3


def test_a_membership() -> None:
    assert list(membership_problems(replace(MEMBER, joined_on=TODAY, left_on=TODAY))) == []
    wrong = replace(MEMBER, role="boss", joined_on=TODAY, left_on=date(2026, 11, 23))
    assert [one.field for one in membership_problems(wrong)] == ["role", "left_on"]


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (replace(PARENT, other_person_id="n"), "somebody else"),
        (replace(PARENT, other_person_id="x"), "in this family"),
        (replace(PARENT, relation="boss"), "should be one of"),
        (replace(PARENT, id="s", from_on=TODAY, to_on=date(2026, 11, 1)), "before the first"),
        (replace(PARENT, id="s"), "recorded already"),
        (replace(PARENT, id="s", person_id="i", other_person_id="n"), "other's parent"),
    ],
)
def test_a_relationship(one: Relationship, words: str) -> None:
    problems = [str(found) for found in relationship_problems(one, [PARENT], ["n", "i"])]
    assert len(problems) == 1
    assert words in problems[0]


def test_a_relationship_is_not_held_against_itself() -> None:
    assert list(relationship_problems(PARENT, [PARENT], ["n", "i"])) == []
