"""The keyworker's decisions beside the records (docs/criteria.md, Decisions)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casedesk.domain.records import Order

from .casework import OFFENCE, Household, day, small_pack

PACK = small_pack(OFFENCE)


def with_offence() -> Household:
    house = Household()
    house.event("offence", "2026-05-09", house.person("Tyler", "2011-03-01"))
    return house


@pytest.mark.parametrize(
    ("on", "state"), [("2026-05-31", "met"), ("2026-06-01", "not_met"), ("2028-01-01", "not_met")]
)
def test_a_decision_stands_from_its_day(on: str, state: str) -> None:
    house = with_offence()
    house.decided("not_met", "2026-06-01", records="met")
    found = house.criterion(on, PACK)
    assert found.state == state
    assert (found.decision is None) is (on < "2026-06-01")


def test_the_newest_by_date_stands_then_by_order_recorded() -> None:
    house = with_offence()
    house.decided("met", "2026-06-10", records="met")
    house.decided("not_met", "2026-06-01", records="met")
    assert house.criterion("2026-07-01", PACK).state == "met"
    assert house.criterion("2026-06-09", PACK).state == "not_met"
    house.decided("not_met", "2026-06-10", records="met")
    assert house.criterion("2026-07-01", PACK).state == "not_met"
    # Order recorded is the record's own order, not its place.
    house.decisions[-1] = replace(house.decisions[-1], order=Order(0, "test", 0))
    assert house.criterion("2026-07-01", PACK).state == "met"


def test_decisions_in_error_or_under_another_programme_never_count() -> None:
    house = with_offence()
    house.decided("not_met", "2026-06-01", in_error=True)
    house.decided("not_met", "2026-06-01", programme="bnes-connecting-families")
    house.decided("not_met", "2026-06-01", criterion="other")
    found = house.criterion("2026-07-01", PACK)
    assert (found.state, found.decision) == ("met", None)


def test_a_decision_keeps_the_version_it_was_made_under() -> None:
    house = with_offence()
    house.decided("not_met", "2026-06-01", records="met", version="0.9")
    found = house.criterion("2026-07-01", PACK)
    assert found.as_dict()["decision"] == {
        "state": "not_met",
        "on": "2026-06-01",
        "by": "Jo Hebden",
        "reason": "Seen at home",
        "programme_version": "0.9",
    }
    assert found.reason == (
        "Jo Hebden decided on 1 June 2026 that this is not met: Seen at home. "
        "From the records: Met because Tyler has 1 proven offence in the last 12 months; the "
        "threshold is 1 or more. The decision was made under version 0.9 of the programme."
    )


@pytest.mark.parametrize(
    ("records", "on", "changed"),
    [
        ("met", "2026-06-01", False),
        ("met", "2027-05-08", False),
        ("met", "2027-05-09", True),
        ("met", "2027-06-01", True),
        ("not_known", "2026-06-01", True),
        ("not_met", "2026-06-01", True),
    ],
)
def test_records_changed_says_so_from_the_day_they_differ(
    records: str, on: str, changed: bool
) -> None:
    house = with_offence()
    house.decided("met", "2026-06-01", records=records)
    found = house.criterion(on, PACK)
    assert found.records_changed is changed
    assert found.state == "met"
    assert ("look at it again" in found.reason) is changed


def test_a_change_that_went_back_is_still_a_change() -> None:
    house = Household()
    tyler = house.person("Tyler", "2011-03-01")
    house.decided("not_met", "2026-01-01", records="not_known")
    assert not house.criterion("2026-05-08", PACK).records_changed
    house.event("offence", "2025-01-09", tyler)
    house.event("offence", "2025-01-01", tyler)
    # The offence of 9 January 2025 was known to the records until 8 January 2026.
    assert house.criterion("2026-05-08", PACK).records_changed


@pytest.mark.parametrize(
    ("records", "changed"), [("not_met", False), ("not_known", True), ("met", True)]
)
def test_not_met_on_every_day_is_no_change(records: str, changed: bool) -> None:
    house = Household()
    house.checked("2026-01-01")
    house.checked("2026-06-01")
    house.decided("met", "2026-01-01", records=records)
    assert house.criterion("2026-11-30", PACK).records_changed is changed
    assert house.criterion("2026-12-01", PACK).records_changed is True


def test_only_the_standing_decision_is_held_against_the_records() -> None:
    house = with_offence()
    house.decided("met", "2026-05-01", records="not_known")
    assert house.criterion("2026-05-31", PACK).records_changed
    house.decided("met", "2026-06-01", records="met")
    assert house.criterion("2026-05-31", PACK).records_changed
    assert not house.criterion("2026-06-01", PACK).records_changed


def test_without_a_kept_state_the_records_of_its_own_day_are_taken() -> None:
    house = with_offence()
    house.decided("met", "2026-06-01", records=None)
    assert not house.criterion("2027-05-08", PACK).records_changed
    assert house.criterion("2027-05-09", PACK).records_changed


def test_with_no_decision_nothing_has_changed() -> None:
    assert not with_offence().criterion("2028-01-01", PACK).records_changed


def test_a_decision_settles_the_question() -> None:
    house = Household()
    assert house.criterion("2026-06-01", PACK).question == (
        "Ask somebody about it since 2 June 2025."
    )
    house.decided("met", "2026-06-01")
    found = house.criterion("2026-06-01", PACK)
    assert (found.state, found.records_state, found.question) == ("met", "not_known", None)
    assert found.since is None
    assert day("2026-06-01") == found.decision.on if found.decision else False
