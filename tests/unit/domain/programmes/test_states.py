"""Met, not met, not known, and since when (docs/criteria.md, The state of a criterion)."""

from __future__ import annotations

import pytest

from casedesk.domain.programmes import records_state_on

from .casework import CATALOGUE, MENTAL_HEALTH, OFFENCE, Household, day, small_pack

PACK = small_pack(OFFENCE, MENTAL_HEALTH)
CHILD_PACK = small_pack('who = "child"\ntest = "count"\nfacts = ["offence"]\nmonths = 12')
SCHOOL = small_pack(
    'who = "school-age"\ntest = "attendance-below"\npercent = 90\nterms = 1',
    'who = "child"\ntest = "count-terms"\nfacts = ["exclusion-fixed"]\nat_least = 3\nterms = 3',
)


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2026-05-03", "not_known"),
        ("2026-05-04", "not_met"),
        ("2026-11-03", "not_met"),
        ("2026-11-04", "not_known"),
    ],
)
def test_a_check_that_found_nothing_stands_for_six_months(on: str, state: str) -> None:
    house = Household()
    house.checked("2026-05-04")
    found = house.criterion(on, PACK)
    assert found.records_state == state
    assert (found.question is None) is (state == "not_met")
    assert found.since is None


def test_a_check_for_another_criterion_says_nothing_here() -> None:
    house = Household()
    house.checked("2026-05-04", criterion="other")
    assert house.criterion("2026-05-04", PACK).records_state == "not_known"


def test_a_check_in_error_says_nothing() -> None:
    house = Household()
    house.in_error(house.checked("2026-05-04"))
    assert house.criterion("2026-05-04", PACK).records_state == "not_known"


@pytest.mark.parametrize(
    ("event", "state"),
    [("2025-05-03", "not_met"), ("2026-05-03", "met"), ("2026-05-04", "met")],
)
def test_an_old_event_before_the_check_does_not_overtake_it(event: str, state: str) -> None:
    house = Household()
    tyler = house.person("Tyler", "2011-03-01")
    house.event("offence", event, tyler)
    house.checked("2026-05-04")
    assert house.criterion("2026-06-01", PACK).records_state == state


@pytest.mark.parametrize(
    ("event", "state"), [("2026-05-03", "not_met"), ("2026-05-04", "not_known")]
)
def test_an_event_on_the_day_of_the_check_overtakes_it_whoever_it_is_about(
    event: str, state: str
) -> None:
    house = Household()
    # An adult's offence meets no indicator of this pack.
    house.event("offence", event, house.person("Kerry", "1985-01-01", "parent"))
    house.checked("2026-05-04")
    assert house.criterion("2026-06-01", CHILD_PACK).records_state == state


def test_a_later_check_settles_it_again() -> None:
    house = Household()
    house.event("offence", "2026-05-10", house.person("Kerry", "1985-01-01", "parent"))
    house.checked("2026-05-04")
    house.checked("2026-05-11")
    states = [
        house.criterion(on, CHILD_PACK).records_state
        for on in ("2026-05-09", "2026-05-10", "2026-05-11", "2026-11-10", "2026-11-11")
    ]
    assert states == ["not_met", "not_known", "not_met", "not_met", "not_known"]


@pytest.mark.parametrize(
    ("last", "on", "state"),
    [
        ("2026-05-03", "2026-06-01", "not_met"),
        ("2026-05-04", "2026-06-01", "not_known"),
        ("2026-05-04", "2026-05-04", "met"),
        (None, "2026-06-01", "met"),
    ],
)
def test_a_spell_that_was_current_on_the_day_of_the_check_overtakes_it(
    last: str | None, on: str, state: str
) -> None:
    house = Household()
    house.spell("mental-health", "2026-01-01", last, house.person("Kerry", "1985-01-01", "parent"))
    house.checked("2026-05-04")
    assert house.criterion(on, PACK).records_state == state


def test_a_spell_after_the_check_overtakes_it_for_good() -> None:
    house = Household()
    kerry = house.person("Kerry", "1985-01-01", "parent")
    house.spell("mental-health", "2026-06-01", "2026-06-30", kerry)
    house.checked("2026-05-04")
    states = [
        house.criterion(on, PACK).records_state
        for on in ("2026-05-31", "2026-06-01", "2026-06-30", "2026-07-01")
    ]
    assert states == ["not_met", "met", "met", "not_known"]


def test_a_nomination_overtakes_a_check_in_a_pack_without_that_indicator() -> None:
    house = Household()
    house.checked("2026-05-04")
    house.nominated("2026-05-20", criterion="other")
    assert house.criterion("2026-06-01", PACK).records_state == "not_met"
    house.nominated("2026-05-20")
    assert house.criterion("2026-05-19", PACK).records_state == "not_met"
    assert house.criterion("2026-06-01", PACK).records_state == "not_known"


def test_attendance_does_not_overtake_a_check() -> None:
    house = Household()
    house.term(house.person("Tyler", "2011-03-01"), "2026-04-13", "2026-07-21", 95)
    house.checked("2026-05-04")
    assert house.criterion("2026-08-01", SCHOOL).records_state == "not_met"
    house.excluded("2026-07-22", "person-tyler")
    assert house.criterion("2026-08-01", SCHOOL).records_state == "not_known"


@pytest.mark.parametrize(
    ("left", "state"), [(None, "not_met"), ("2026-06-01", "not_met"), ("2026-05-31", "not_known")]
)
def test_a_check_about_somebody_counts_while_they_are_a_member(
    left: str | None, state: str
) -> None:
    house = Household()
    house.checked("2026-05-04", person=house.person("Tyler", "2011-03-01", left=left))
    assert house.criterion("2026-06-01", PACK).records_state == state


@pytest.mark.parametrize(
    ("left", "state"), [("2026-06-01", "not_known"), ("2026-05-31", "not_met")]
)
def test_what_overtakes_a_check_counts_while_its_person_is_a_member(left: str, state: str) -> None:
    house = Household()
    kerry = house.person("Kerry", "1985-01-01", "parent", left=left)
    house.event("offence", "2026-05-10", kerry)
    house.checked("2026-05-04")
    assert house.criterion("2026-06-01", CHILD_PACK).records_state == state


def test_since_is_the_start_of_the_unbroken_run_across_indicators() -> None:
    house = Household(started="2026-09-01")
    tyler, kerry = (
        house.person("Tyler", "2011-03-01"),
        house.person("Kerry", "1985-01-01", "parent"),
    )
    house.event("offence", "2025-05-09", tyler)
    house.spell("mental-health", "2026-05-09", "2026-10-01", kerry)
    house.event("offence", "2026-10-02", tyler)
    # The offence leaves the window on 9 May 2026, the day the spell begins.
    assert house.criterion("2026-11-24", PACK).since == day("2025-05-09")
    assert house.criterion("2025-05-08", PACK).since is None


def test_since_begins_again_after_a_gap_of_one_day() -> None:
    house = Household()
    tyler = house.person("Tyler", "2011-03-01")
    house.event("offence", "2025-05-09", tyler)
    house.event("offence", "2026-05-10", tyler)
    assert house.criterion("2026-05-08", PACK).since == day("2025-05-09")
    assert house.criterion("2026-05-09", PACK).since is None
    assert house.criterion("2026-11-24", PACK).since == day("2026-05-10")


def test_since_is_of_the_records_whatever_was_decided() -> None:
    house = Household()
    house.event("offence", "2026-05-09", house.person("Tyler", "2011-03-01"))
    house.decided("not_met", "2026-06-01", records="met")
    found = house.criterion("2026-07-01", PACK)
    assert (found.state, found.records_state, found.since) == ("not_met", "met", day("2026-05-09"))
    house.decided("met", "2026-06-01", records="met")
    assert house.criterion("2027-07-01", PACK).since is None


def test_what_happened_later_does_not_change_an_earlier_day() -> None:
    house = Household()
    tyler = house.person("Tyler", "2011-03-01")
    house.checked("2026-05-04")
    before = house.criterion("2026-05-20", PACK).as_dict()
    house.event("offence", "2026-05-21", tyler)
    house.spell("mental-health", "2026-05-21", None, tyler)
    assert house.criterion("2026-05-20", PACK).as_dict() == before


def test_the_records_state_can_be_asked_by_itself() -> None:
    house = Household()
    house.checked("2026-05-04")
    state = records_state_on(house.case(), PACK, "test", day("2026-06-01"), CATALOGUE)
    assert state == "not_met"
    with pytest.raises(KeyError):
        records_state_on(house.case(), PACK, "absent", day("2026-06-01"), CATALOGUE)


def test_the_facts_behind_a_state_are_named_for_the_gate() -> None:
    house = Household()
    tyler = house.person("Tyler", "2011-03-01")
    house.checked("2026-01-04")
    house.checked("2026-05-04", person=tyler)
    assert house.criterion("2026-05-20", PACK).behind == ("fact-1", "fact-2")
    house.event("offence", "2026-05-21", tyler)
    assert house.criterion("2026-05-21", PACK).behind == ("fact-3",)
    assert house.criterion("2027-05-21", PACK).behind == ()
