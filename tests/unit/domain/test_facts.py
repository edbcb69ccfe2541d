"""What may be recorded as a fact (docs/criteria.md, Facts)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casedesk.domain.facts import (
    check_fact,
    fact_warnings,
    first_day_of,
    happened_by,
    is_current_on,
)
from casedesk.domain.records import Fact, Person
from casedesk.system.resources import shipped_catalogue

TODAY = date(2026, 11, 24)
CATALOGUE = shipped_catalogue()
TYLER = Person(
    id="p",
    given_name="Tyler",
    family_name="Ashworth",
    date_of_birth=date(2011, 3, 1),
    died_on=date(2026, 10, 1),
)


def fact(kind: str, person: str | None = "p", **fields: Any) -> Fact:
    return Fact(id="f", ref="F-1", family_id="family", kind=kind, person_id=person, **fields)


def columns(one: Fact, person: Person | None = None) -> list[str]:
    return [problem.column for problem in check_fact(one, CATALOGUE, TODAY, person)]


SEP, JUL = date(2026, 9, 1), date(2026, 7, 20)
TERM = {"from_on": date(2026, 4, 15), "to_on": JUL, "possible": 120, "attended": 100}


@pytest.mark.parametrize(
    "one",
    [
        fact("offence", on=SEP),
        fact("offence", person=None, on=TODAY),
        fact("mental-health", from_on=SEP),
        fact("mental-health", from_on=SEP, to_on=date(2030, 1, 1)),
        fact("mental-health", from_on=SEP, to_on=SEP),
        fact("custody", from_on=SEP, release_due=date(2027, 6, 1)),
        fact("attendance", **TERM),
        fact("attendance", **{**TERM, "to_on": date(2026, 12, 18), "authorised": 20}),
        fact("exclusion-fixed", on=SEP, days=Decimal("2.5")),
        fact("exclusion-fixed", on=SEP, days=Decimal("0.5"), person=None),
        fact("out-of-work-benefit", from_on=SEP, benefit="uc-search"),
        fact("out-of-work-benefit", from_on=SEP),
        fact("nomination", on=SEP, criterion="crime", person=None),
    ],
)
def test_sound_facts_are_taken(one: Fact) -> None:
    assert columns(one) == []


@pytest.mark.parametrize(
    ("one", "wrong"),
    [
        (fact("fairy-tale", on=SEP), ["kind"]),
        (fact("offence"), ["on"]),
        (fact("offence", on=SEP, from_on=SEP), ["from"]),
        (fact("offence", on=SEP, to_on=SEP), ["to"]),
        (fact("offence", on=date(2026, 11, 25)), ["on"]),
        (fact("mental-health"), ["from"]),
        (fact("mental-health", to_on=SEP), ["from"]),
        (fact("mental-health", from_on=SEP, on=SEP), ["on"]),
        (fact("mental-health", from_on=SEP, to_on=date(2026, 8, 31)), ["to"]),
        (fact("mental-health", from_on=date(2026, 11, 25)), ["from"]),
        (fact("custody", from_on=SEP, release_due=date(2026, 8, 31)), ["release_due"]),
        (fact("attendance", **{**TERM, "to_on": None}), ["to"]),
        (fact("attendance", **{**TERM, "possible": None}), ["possible"]),
        (fact("attendance", **{**TERM, "attended": None}), ["attended"]),
        (fact("attendance", **{**TERM, "possible": 0, "attended": 0}), ["possible"]),
        (fact("attendance", **{**TERM, "attended": -1}), ["attended"]),
        (fact("attendance", **{**TERM, "authorised": -1}), ["authorised"]),
        (fact("attendance", **{**TERM, "attended": 121}), ["attended"]),
        (fact("attendance", **{**TERM, "authorised": 21}), ["authorised"]),
        (fact("attendance", person=None, **TERM), ["person_ref"]),
        (fact("custody", person=None, from_on=SEP), ["person_ref"]),
        (fact("licence", person=None, from_on=SEP), ["person_ref"]),
        (fact("community-order", person=None, from_on=SEP), ["person_ref"]),
        (fact("employment", person=None, from_on=SEP), ["person_ref"]),
        (fact("out-of-work-benefit", person=None, from_on=SEP), ["person_ref"]),
        (fact("exclusion-fixed", on=SEP), ["days"]),
        (fact("exclusion-fixed", on=SEP, days=Decimal("0.25")), ["days"]),
        (fact("exclusion-fixed", on=SEP, days=Decimal(0)), ["days"]),
        (fact("exclusion-fixed", on=SEP, days=Decimal("NaN")), ["days"]),
        (fact("out-of-work-benefit", from_on=SEP, benefit="lottery"), ["benefit"]),
        (fact("offence", on=SEP, days=Decimal(1)), ["days"]),
        (fact("employment", from_on=SEP, benefit="jsa"), ["benefit"]),
        (fact("nomination", on=SEP), ["criterion"]),
        (fact("nothing-found", on=SEP, criterion=""), ["criterion"]),
        (fact("offence", on=SEP, criterion="crime"), ["criterion"]),
    ],
)
def test_anything_else_is_refused(one: Fact, wrong: list[str]) -> None:
    assert columns(one) == wrong


def test_a_fact_is_not_before_birth_and_doubtful_after_death() -> None:
    assert columns(fact("offence", on=date(2011, 2, 28)), TYLER) == ["on"]
    assert columns(fact("mental-health", from_on=date(2011, 2, 28)), TYLER) == ["from"]
    assert columns(fact("mental-health", from_on=date(2011, 3, 1)), TYLER) == []
    late = fact("mental-health", from_on=date(2026, 10, 2))
    assert columns(late, TYLER) == []
    assert [str(one) for one in fact_warnings(late, TYLER)] == ["from is after the person's death"]
    assert fact_warnings(fact("offence", on=date(2026, 10, 1)), TYLER) == []
    assert fact_warnings(late, None) == []


def test_a_problem_reads_as_a_rule() -> None:
    (problem,) = check_fact(fact("offence"), CATALOGUE, TODAY, None)
    assert str(problem) == "on is needed: “Proven offence” is an event"
    assert problem.field == "on"


def test_when_a_fact_has_happened_depends_on_its_shape() -> None:
    assert happened_by(fact("offence", on=SEP), "event", SEP)
    assert not happened_by(fact("offence", on=SEP), "event", date(2026, 8, 31))
    assert happened_by(fact("neet", from_on=SEP, to_on=None), "spell", SEP)
    assert not happened_by(fact("attendance", **TERM), "measure", date(2026, 7, 19))
    assert happened_by(fact("attendance", **TERM), "measure", JUL)


def test_a_spell_holds_on_both_its_ends() -> None:
    spell = fact("neet", from_on=date(2026, 9, 1), to_on=date(2026, 9, 30))
    held = [is_current_on(spell, date(2026, month, day)) for month, day in
            ((8, 31), (9, 1), (9, 30), (10, 1))]  # fmt: skip
    assert held == [False, True, True, False]
    assert is_current_on(fact("neet", from_on=SEP), date(2090, 1, 1))
    assert not is_current_on(fact("offence", on=SEP), SEP)
    assert first_day_of(spell) == SEP
    assert first_day_of(fact("offence", on=JUL)) == JUL
