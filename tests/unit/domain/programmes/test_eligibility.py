"""Who may be in a programme (docs/criteria.md, Eligibility)."""

from __future__ import annotations

import pytest

from casedesk.domain.programmes import Pack, parse_pack
from casedesk.domain.records import Involvement

from .casework import (
    CATALOGUE,
    FAMILY_ID,
    MENTAL_HEALTH,
    OFFENCE,
    Household,
    criterion_text,
    day,
    head,
    small_pack,
)


def two_criteria(**top: int | bool) -> Pack:
    text = head(**top)  # type: ignore[arg-type]
    text += criterion_text([OFFENCE, MENTAL_HEALTH], ident="one")
    text += criterion_text([OFFENCE], ident="two")
    return parse_pack(text, "test-pack.toml", CATALOGUE)


@pytest.mark.parametrize(
    ("born", "dependent", "expectant", "role", "holds"),
    [
        ("2010-11-25", None, None, "child", True),
        ("2010-11-24", None, None, "child", False),
        ("2010-11-24", True, None, "child", True),
        ("2007-11-25", True, None, "child", True),
        ("2007-11-24", True, None, "child", False),
        ("2010-11-24", False, None, "child", False),
        ("1985-01-01", None, True, "parent", True),
        ("2009-01-01", None, True, "child", True),
        ("1985-01-01", None, False, "parent", False),
        (None, None, None, "child", True),
        (None, True, None, "parent", False),
        (None, None, None, None, False),
    ],
)
def test_a_dependent_child_or_somebody_expectant(
    born: str | None,
    dependent: bool | None,
    expectant: bool | None,
    role: str | None,
    holds: bool,
) -> None:
    house = Household()
    house.person("Sam", born, role, dependent=dependent, expectant=expectant)
    house.event("offence", "2026-05-09")
    found = house.result("2026-11-24", small_pack(OFFENCE, dependent_child=True))
    assert found.has_child is holds
    assert found.eligible is holds
    assert house.result("2026-11-24", small_pack(OFFENCE)).eligible


@pytest.mark.parametrize(("left", "holds"), [("2026-11-24", True), ("2026-11-23", False)])
def test_the_child_is_a_member_on_the_day(left: str, holds: bool) -> None:
    house = Household()
    house.person("Sam", "2016-01-01", left=left)
    house.event("offence", "2026-05-09")
    pack = small_pack(OFFENCE, dependent_child=True)
    assert house.result("2026-11-24", pack).eligible is holds


def test_a_child_to_be_born_is_no_child_yet() -> None:
    house = Household()
    house.person("Sam", "2026-11-25")
    house.event("offence", "2026-05-09")
    pack = small_pack(OFFENCE, dependent_child=True)
    assert not house.result("2026-11-24", pack).eligible
    assert house.result("2026-11-25", pack).eligible


@pytest.mark.parametrize(
    ("started", "on", "now", "in_programme"),
    [
        ("2026-01-01", "2026-06-01", 2, 2),
        ("2026-01-01", "2027-06-01", 0, 2),
        ("2027-05-08", "2027-06-01", 0, 2),
        ("2027-05-09", "2027-06-01", 0, 0),
        (None, "2026-06-01", 2, 2),
        (None, "2027-06-01", 0, 0),
        ("2027-07-01", "2027-06-01", 0, 0),
        ("2027-07-01", "2026-06-01", 2, 2),
    ],
)
def test_criteria_count_on_any_day_from_the_start(
    started: str | None, on: str, now: int, in_programme: int
) -> None:
    house = Household(started)
    house.event("offence", "2026-05-09", house.person("Tyler", "2011-03-01"))
    found = house.result(on, two_criteria(min_criteria=2))
    assert (found.met_now, found.met_in_programme, found.of) == (now, in_programme, 2)
    assert found.eligible is (in_programme == 2)
    assert found.needs_met_in_programme == in_programme


def test_a_decision_counts_while_it_stands() -> None:
    house = Household("2026-01-01")
    house.decided("met", "2026-03-01", criterion="one")
    house.decided("not_met", "2026-03-02", criterion="one")
    found = house.result("2026-06-01", two_criteria())
    assert (found.met_now, found.met_in_programme, found.needs_met_in_programme) == (0, 1, 0)
    assert found.eligible


def test_a_decision_made_before_the_start_still_stands_then() -> None:
    house = Household("2026-05-01")
    house.decided("met", "2026-03-01", criterion="one")
    house.decided("not_met", "2026-05-02", criterion="one")
    assert house.result("2026-06-01", two_criteria()).met_in_programme == 1
    house.decided("not_met", "2026-05-01", criterion="one")
    assert house.result("2026-06-01", two_criteria()).met_in_programme == 0


def test_what_was_decided_not_met_is_not_met_but_still_a_need() -> None:
    house = Household("2026-01-01")
    house.event("offence", "2026-05-09", house.person("Tyler", "2011-03-01"))
    house.decided("not_met", "2026-05-01", criterion="one", records="met")
    found = house.result("2026-06-01", two_criteria())
    assert (found.met_now, found.met_in_programme, found.needs_met_in_programme) == (1, 1, 2)


@pytest.mark.parametrize(("min_needs", "eligible"), [(0, True), (3, True), (4, False)])
def test_needs_are_indicators_that_somebody_met(min_needs: int, eligible: bool) -> None:
    house = Household("2026-01-01")
    tyler, kerry = (
        house.person("Tyler", "2011-03-01"),
        house.person("Kerry", "1985-01-01", "parent"),
    )
    house.event("offence", "2026-05-09", tyler)
    house.event("offence", "2026-05-09", kerry)
    house.spell("mental-health", "2026-01-15", "2026-02-15", kerry)
    found = house.result("2026-06-01", two_criteria(min_needs=min_needs))
    assert found.needs_met_in_programme == 3
    assert found.eligible is eligible


def test_family_facts_are_one_need_where_nobody_met_any() -> None:
    house = Household("2026-01-01")
    house.event("offence", "2026-05-09")
    house.spell("mental-health", "2026-01-15")
    assert house.result("2026-06-01", two_criteria()).needs_met_in_programme == 2
    # Somebody meets an indicator of the first criterion: its family facts add nothing more.
    house.event("offence", "2026-05-10", house.person("Tyler", "2011-03-01"))
    assert house.result("2026-06-01", two_criteria()).needs_met_in_programme == 2


def test_needs_of_before_the_start_do_not_count() -> None:
    house = Household("2026-05-01")
    kerry = house.person("Kerry", "1985-01-01", "parent")
    house.spell("mental-health", "2026-01-15", "2026-04-30", kerry)
    assert house.result("2026-06-01", two_criteria()).needs_met_in_programme == 0
    house.spell("mental-health", "2026-01-15", "2026-05-01", kerry)
    assert house.result("2026-06-01", two_criteria()).needs_met_in_programme == 1


def test_closing_changes_nothing_here() -> None:
    house = Household("2026-01-01")
    house.event("offence", "2026-05-09", house.person("Tyler", "2011-03-01"))
    before = house.result("2026-06-01", two_criteria()).as_dict()
    (only,) = house.involvements
    house.involvements = [
        Involvement(
            id=only.id,
            family_id=FAMILY_ID,
            programme=only.programme,
            current=True,
            started_on=only.started_on,
            closed_on=day("2026-05-10"),
        )
    ]
    assert house.result("2026-06-01", two_criteria()).as_dict() == before


def test_the_start_is_that_of_the_packs_own_involvement_else_of_the_current_one() -> None:
    house = Household("2026-05-01", programme="another")
    pack = two_criteria()
    assert house.result("2026-06-01", pack).started_on == day("2026-05-01")
    house.involvements.append(
        Involvement(
            id="involvement-2",
            family_id=FAMILY_ID,
            programme="test-pack",
            started_on=day("2024-02-01"),
        )
    )
    assert house.result("2026-06-01", pack).started_on == day("2024-02-01")
