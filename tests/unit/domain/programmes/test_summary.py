"""What is kept for lists, until when it is true, and the strip of months."""

from __future__ import annotations

import pytest

from casedesk.domain.programmes import month_strip, summarise
from casedesk.domain.views.criteria import Summary

from .casework import CATALOGUE, MENTAL_HEALTH, OFFENCE, Household, day, maybe, small_pack

PACK = small_pack(OFFENCE, MENTAL_HEALTH, measures=[
    'measure = "none-in"\nfacts = ["offence"]\nmonths = 6'], dependent_child=True)  # fmt: skip


def summary(house: Household, on: str) -> Summary:
    return summarise(house.case(), PACK, day(on), CATALOGUE)


def test_a_summary_says_what_the_result_says() -> None:
    house = Household("2026-05-01")
    house.event("offence", "2026-05-09", house.person("Tyler", "2016-03-01"))
    kept, whole = summary(house, "2026-06-01"), house.result("2026-06-01", PACK)
    assert kept.states == {"test": "met"}
    assert kept.eligible is whole.eligible is True
    assert (kept.met_now, kept.met_in_programme, kept.needs_met_in_programme) == (1, 1, 1)
    assert (kept.programme, kept.version, kept.content_hash) == (
        "test-pack",
        "1",
        PACK.content_hash,
    )
    assert (kept.family_id, kept.as_at) == ("family-1", day("2026-06-01"))


@pytest.mark.parametrize(
    ("on", "stale"),
    [
        ("2026-05-08", "2026-05-09"),
        ("2026-05-09", "2027-05-09"),
        ("2027-05-08", "2027-05-09"),
        # Tyler's sixteenth birthday, then his nineteenth.
        ("2027-05-09", "2032-03-01"),
        ("2032-03-01", "2035-03-01"),
        ("2035-03-01", None),
    ],
)
def test_a_summary_is_true_until_something_may_differ(on: str, stale: str | None) -> None:
    house = Household("2020-01-01")
    house.event("offence", "2026-05-09", house.person("Tyler", "2016-03-01"))
    assert summary(house, on).stale_on == maybe(stale)


@pytest.mark.parametrize(
    ("change", "stale"),
    [
        ({"left": "2026-07-01"}, "2026-07-02"),
        ({"died": "2026-07-01"}, "2026-07-02"),
        ({"joined": "2026-07-01"}, "2026-07-01"),
        ({}, "2032-03-01"),
    ],
)
def test_memberships_end_a_summary(change: dict[str, str], stale: str) -> None:
    house = Household("2020-01-01")
    house.person("Tyler", "2016-03-01", **change)  # type: ignore[arg-type]
    assert summary(house, "2026-06-01").stale_on == day(stale)


def test_a_check_a_start_and_a_decision_to_come_end_a_summary() -> None:
    house = Household("2026-07-01")
    house.person("Tyler", "2016-03-01")
    house.checked("2026-05-04")
    assert summary(house, "2026-06-01").stale_on == day("2026-07-01")
    assert summary(house, "2026-07-01").stale_on == day("2026-11-04")
    house.decided("met", "2026-06-10")
    assert summary(house, "2026-06-01").stale_on == day("2026-06-10")


def test_the_strip_shows_the_last_day_of_each_month_and_the_day_itself() -> None:
    house = Household("2025-10-01")
    house.event("offence", "2025-11-01", house.person("Tyler", "2016-03-01"))
    house.checked("2025-10-31")
    house.decided("not_met", "2026-12-15", records="met")
    strip = month_strip(house.case(), PACK, day("2026-12-20"), 16, catalogue=CATALOGUE)["test"]
    assert [cell.on.isoformat() for cell in strip[:3]] == ["2025-09-30", "2025-10-31", "2025-11-30"]
    assert strip[-1].on == day("2026-12-20")
    assert [cell.state for cell in strip] == [
        "not_known", "not_met", *["met"] * 12, "not_known", "not_met",
    ]  # fmt: skip
    # Six months after the offence, which is more than six months after the start.
    assert [cell.improved for cell in strip] == [False] * 8 + [True] * 8


def test_the_strip_has_24_months_across_years() -> None:
    strip = month_strip(Household().case(), PACK, day("2028-02-29"), catalogue=CATALOGUE)["test"]
    assert len(strip) == 24
    assert (strip[0].on, strip[-2].on) == (day("2026-03-31"), day("2028-01-31"))
    (only,) = month_strip(Household().case(), PACK, day("2028-02-01"), 1, catalogue=CATALOGUE)[
        "test"
    ]
    assert only.on == day("2028-02-01")
