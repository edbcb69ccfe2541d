"""Attendance: terms, rates and how they are shown (docs/criteria.md, Attendance)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.domain.programmes.attendance import shown_rate

from .casework import Household, day, maybe, small_pack

BELOW_90 = 'who = "school-age"\ntest = "attendance-below"\npercent = 90\nterms = 3'
BELOW_90_OF_2 = BELOW_90.replace("terms = 3", "terms = 2")
THREE = small_pack(BELOW_90)
TWO = small_pack(BELOW_90_OF_2)
WITHOUT_AUTHORISED = small_pack(BELOW_90_OF_2 + "\nexclude_authorised = true")


def pupil(house: Household) -> str:
    return house.person("Tyler", "2014-05-04")


def three_terms(*attended: int, possible: int = 100) -> Household:
    house = Household()
    tyler = pupil(house)
    dates = [
        ("2025-09-03", "2025-12-19"),
        ("2026-01-05", "2026-03-27"),
        ("2026-04-13", "2026-07-21"),
    ]
    for (first, last), number in zip(dates, attended, strict=False):
        house.term(tyler, first, last, number, possible)
    return house


@pytest.mark.parametrize(
    ("attended", "state"),
    [
        ((90, 90, 90), "not_known"),
        ((90, 90, 89), "met"),
        ((100, 100, 70), "not_known"),
        ((100, 100, 69), "met"),
        ((50, 50), "not_known"),
    ],
)
def test_the_rate_is_over_the_terms_together_and_below_means_below(
    attended: tuple[int, ...], state: str
) -> None:
    assert three_terms(*attended).criterion("2026-07-21", THREE).records_state == state


def test_rates_are_compared_exactly() -> None:
    house = three_terms(8996, 8996, 8996, possible=10000)
    found = house.criterion("2026-07-21", THREE)
    assert found.records_state == "met"
    assert found.reason == (
        "Met because Tyler attended 89.96% over the last 3 terms; the threshold is below 90%."
    )


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2026-07-20", "not_known"),
        ("2026-07-21", "met"),
        ("2027-01-20", "met"),
        ("2027-01-21", "not_known"),
    ],
)
def test_terms_speak_from_their_last_day_for_six_months(on: str, state: str) -> None:
    assert three_terms(80, 80, 80).criterion(on, THREE).records_state == state


def test_the_terms_used_are_the_facts_that_count() -> None:
    house = Household()
    tyler = pupil(house)
    house.term(tyler, "2025-04-13", "2025-07-21", 10)
    for first, last in (("2025-09-03", "2025-12-19"), ("2026-01-05", "2026-03-27")):
        house.term(tyler, first, last, 80)
    found = house.criterion("2026-04-01", TWO)
    (indicator,) = found.indicators
    assert indicator.facts == ("F-2", "F-3")
    assert indicator.people == ("P-1",)
    assert found.since == day("2025-12-19")


@pytest.mark.parametrize(
    ("second_from", "terms"),
    [("2026-02-14", 2), ("2026-02-13", 1)],
)
def test_measures_that_share_a_day_are_one_term(second_from: str, terms: int) -> None:
    house = Household()
    tyler = pupil(house)
    house.term(tyler, "2026-01-05", "2026-02-13", 10)
    house.term(tyler, second_from, "2026-03-27", 10)
    met = house.criterion("2026-03-27", TWO).records_state
    assert met == ("met" if terms == 2 else "not_known")


def test_measures_are_one_term_through_a_third_and_only_once_ended() -> None:
    house = Household()
    tyler = pupil(house)
    house.term(tyler, "2025-09-03", "2025-12-19", 100)
    house.term(tyler, "2026-01-05", "2026-02-13", 70)
    house.term(tyler, "2026-02-20", "2026-03-20", 100)
    house.term(tyler, "2026-02-01", "2026-03-27", 100)
    # On 20 March there are three terms; on 27 March the last three measures are one.
    assert house.criterion("2026-03-20", TWO).records_state == "met"
    later = house.criterion("2026-03-27", TWO)
    assert later.records_state == "not_known"
    assert house.criterion("2026-03-27", small_pack(BELOW_90.replace("90", "95"))).state == (
        "not_known"
    )
    ninety_three = small_pack(BELOW_90_OF_2.replace("percent = 90", "percent = 93"))
    assert house.criterion("2026-03-27", ninety_three).indicators[0].facts == (
        "F-1",
        "F-2",
        "F-3",
        "F-4",
    )


def test_authorised_absence_counts_as_attendance_where_the_pack_says_so() -> None:
    house = Household()
    tyler = pupil(house)
    house.term(tyler, "2025-09-03", "2025-12-19", 85, authorised=5)
    house.term(tyler, "2026-01-05", "2026-03-27", 85, authorised=5)
    assert house.criterion("2026-03-27", TWO).records_state == "met"
    assert house.criterion("2026-03-27", WITHOUT_AUTHORISED).records_state == "not_known"
    house.term(tyler, "2026-04-13", "2026-07-21", 84, authorised=5)
    assert house.criterion("2026-07-21", WITHOUT_AUTHORISED).records_state == "met"


@pytest.mark.parametrize(
    ("born", "role", "state"),
    [
        ("2021-03-28", "child", "not_known"),
        ("2021-03-27", "child", "met"),
        ("2010-03-28", "child", "met"),
        ("2010-03-27", "child", "not_known"),
        (None, "child", "met"),
        (None, "other", "not_known"),
    ],
)
def test_school_age_is_five_or_over_and_under_sixteen(
    born: str | None, role: str, state: str
) -> None:
    house = Household()
    tyler = house.person("Tyler", born, role)
    house.term(tyler, "2025-09-03", "2025-12-19", 80)
    house.term(tyler, "2026-01-05", "2026-03-27", 80)
    assert house.criterion("2026-03-27", TWO).records_state == state
    assert maybe(born) is None or day(str(born)) < day("2026-03-27")


@pytest.mark.parametrize(
    ("percent", "threshold", "shown"),
    [
        (Fraction(8996, 100), 90, "89.96%"),
        (Fraction(899999, 10000), 90, "89.9999%"),
        (Fraction(90), 90, "90.0%"),
        (Fraction(9004, 100), 90, "90.0%"),
        (Fraction(500, 7), 90, "71.4%"),
        (Fraction(8805, 100), 90, "88.1%"),
        (Fraction(0), 90, "0.0%"),
        (Fraction(9996, 100), 90, "100.0%"),
        (Fraction(9004, 100), Fraction("90.05"), "90.0%"),
        (Fraction(9005, 100), Fraction("90.05"), "90.1%"),
    ],
)
def test_a_rate_is_shown_to_one_place_or_as_many_as_keep_its_side(
    percent: Fraction, threshold: Fraction, shown: str
) -> None:
    assert shown_rate(percent, Fraction(threshold)) == shown


@given(st.integers(0, 300), st.integers(1, 300), st.integers(1, 100))
def test_rounding_never_crosses_the_threshold(attended: int, possible: int, percent: int) -> None:
    exact = Fraction(100 * min(attended, possible), possible)
    shown = Fraction(shown_rate(exact, Fraction(percent)).rstrip("%"))
    assert (shown < percent) is (exact < percent)
    assert abs(shown - exact) <= Fraction(1, 20)
