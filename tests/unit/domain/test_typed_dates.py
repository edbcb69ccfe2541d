"""Dates as they are typed: every form in words and figures, and nothing guessed."""

from __future__ import annotations

from calendar import day_name
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.domain.dates import long_date, short_date
from casedesk.domain.typed_dates import Leaning, read_typed_date

TODAY = date(2026, 11, 24)
"""A Tuesday."""
LEANINGS: tuple[Leaning, ...] = get_args(Leaning)
ANY_DAY = st.dates(date(1900, 1, 1), date(2100, 12, 31))
ANY_LEANING = st.sampled_from(LEANINGS)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY),
        ("Tonight", TODAY),
        ("tomorrow", date(2026, 11, 25)),
        ("YESTERDAY", date(2026, 11, 23)),
        ("the day after tomorrow", date(2026, 11, 26)),
        ("fri", date(2026, 11, 27)),
        ("on Friday.", date(2026, 11, 27)),
        ("by thurs", date(2026, 11, 26)),
        ("this weds", date(2026, 11, 25)),
        ("next friday", date(2026, 12, 4)),
        ("friday next week", date(2026, 12, 4)),
        ("last tue", date(2026, 11, 17)),
        ("last mon", date(2026, 11, 23)),
        ("friday week", date(2026, 12, 4)),
        ("a week on Friday", date(2026, 12, 4)),
        ("a week today", date(2026, 12, 1)),
        ("a fortnight today", date(2026, 12, 8)),
        ("27/11", date(2026, 11, 27)),
        ("27/3/07", date(2007, 3, 27)),
        ("27.3.2007", date(2007, 3, 27)),
        ("27-3-07", date(2007, 3, 27)),
        ("27 3 2007", date(2007, 3, 27)),
        ("27 mar 2007", date(2007, 3, 27)),
        ("27mar07", date(2007, 3, 27)),
        ("27th of March, 2007", date(2007, 3, 27)),
        ("1st dec", date(2026, 12, 1)),
        ("March 27 2007", date(2007, 3, 27)),
        ("24th Nov. 2026", date(2026, 11, 24)),
        ("1 sept 1989", date(1989, 9, 1)),
        ("1/2/89", date(1989, 2, 1)),
        ("Tuesday 24 november 2026", date(2026, 11, 24)),
        ("tue the 24th", date(2026, 11, 24)),
        ("the 27th", date(2026, 11, 27)),
        ("2026-05-04", date(2026, 5, 4)),
        ("2026/5/4", date(2026, 5, 4)),
        ("in 6 weeks", date(2027, 1, 5)),
        ("6w", date(2027, 1, 5)),
        ("6 wks", date(2027, 1, 5)),
        ("in six weeks' time", date(2027, 1, 5)),
        ("in three days", date(2026, 11, 27)),
        ("within a fortnight", date(2026, 12, 8)),
        ("in a couple of weeks", date(2026, 12, 8)),
        ("in 3 months", date(2027, 2, 24)),
        ("in a year", date(2027, 11, 24)),
        ("2 weeks ago", date(2026, 11, 10)),
        ("a month ago", date(2026, 10, 24)),
        ("end of the month", date(2026, 11, 30)),
        ("the end of next month", date(2026, 12, 31)),
        ("end of the week", date(2026, 11, 27)),
        ("end of next week", date(2026, 12, 4)),
        ("end of year", date(2026, 12, 31)),
    ],
)
def test_what_people_type(text: str, day: date) -> None:
    assert read_typed_date(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "next week", "next month", "31 February 2026", "5/13/2026", "24 ma 2026",
        "24 foo 2026", "0/0/0", "29/2/2027", "Monday 24 November 2026", "fri 24 nov", "nov 26",
        "27", "2026", "am", "a w", "10:30", "10.30", "27 11", "in 0x weeks", "in some weeks",
        "9999 years ago", "in 9999 years", "fri or sat", "the 32nd", "²/3", "٢/٣/٢٠٢٦",
    ],
)  # fmt: skip
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    assert [read_typed_date(text, TODAY, leaning) for leaning in LEANINGS] == [None] * 3


@pytest.mark.parametrize(
    ("text", "near", "ahead", "back"),
    [
        ("fri", date(2026, 11, 27), date(2026, 11, 27), date(2026, 11, 20)),
        ("mon", date(2026, 11, 23), date(2026, 11, 30), date(2026, 11, 23)),
        ("tue", date(2026, 11, 24), date(2026, 12, 1), date(2026, 11, 17)),
        ("27/3", date(2027, 3, 27), date(2027, 3, 27), date(2026, 3, 27)),
        ("1 oct", date(2026, 10, 1), date(2027, 10, 1), date(2026, 10, 1)),
        ("sat 1 may", date(2027, 5, 1), date(2027, 5, 1), None),
        ("24/11", TODAY, TODAY, TODAY),
        ("the 20th", date(2026, 11, 20), date(2026, 12, 20), date(2026, 11, 20)),
        ("6w", date(2027, 1, 5), date(2027, 1, 5), date(2026, 10, 13)),
        ("1/2/30", date(2030, 2, 1), date(2030, 2, 1), date(1930, 2, 1)),
        ("29 feb", date(2028, 2, 29), date(2028, 2, 29), date(2024, 2, 29)),
    ],
)
def test_which_of_two_days_is_meant(
    text: str, near: date | None, ahead: date | None, back: date | None
) -> None:
    assert read_typed_date(text, TODAY, "near") == near
    assert read_typed_date(text, TODAY, "ahead") == ahead
    assert read_typed_date(text, TODAY, "back") == back


@given(ANY_DAY, ANY_DAY, ANY_LEANING)
def test_every_long_form_is_read_again(day: date, today: date, leaning: Leaning) -> None:
    forms = (
        long_date(day),
        short_date(day),
        day.isoformat(),
        f"{day_name[day.weekday()]} {long_date(day)}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
    )
    assert {read_typed_date(form, today, leaning) for form in forms} == {day}


@given(ANY_DAY, st.integers(-180, 180), ANY_LEANING)
def test_a_day_without_its_year_is_the_one_that_is_meant(
    today: date, days: int, leaning: Leaning
) -> None:
    day = today + timedelta(days=days if leaning == "near" else abs(days))
    if leaning == "back":
        day = today - timedelta(days=abs(days))
    if (day.day, day.month) != (29, 2):
        assert read_typed_date(f"{day.day}/{day.month}", today, leaning) == day


@given(ANY_DAY, ANY_LEANING)
def test_29_february_is_the_nearest_there_is(today: date, leaning: Leaning) -> None:
    found = read_typed_date("29 February", today, leaning)
    assert found is not None
    assert (found.day, found.month) == (29, 2)
    assert abs((found - today).days) <= 366 * 8
    assert leaning != "ahead" or found >= today
    assert leaning != "back" or found <= today


@given(ANY_DAY, st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_year_in_two_figures_is_within_a_hundred_years(day: date, today: date) -> None:
    found = read_typed_date(f"{day.day}/{day.month}/{day.year % 100:02}", today)
    if (day.day, day.month) != (29, 2):
        assert found is not None
    if found is not None:
        assert (found.day, found.month, found.year % 100) == (day.day, day.month, day.year % 100)
        assert today.year - 80 < found.year <= today.year + 20


@given(st.sampled_from([name.lower() for name in day_name]), ANY_DAY, ANY_LEANING)
def test_a_weekday_is_within_a_week(name: str, today: date, leaning: Leaning) -> None:
    for text in (name, name[:3], f"this {name}"):
        found = read_typed_date(text, today, leaning)
        assert found is not None
        assert day_name[found.weekday()].lower() == name
        away = (found - today).days
        low, high = {"near": (-3, 3), "ahead": (1, 7), "back": (-7, -1)}[leaning]
        assert low <= away <= high


@given(st.integers(1, 200), st.sampled_from(["days", "weeks"]), ANY_DAY)
def test_so_long_ahead_is_so_long_ago_mirrored(count: int, unit: str, today: date) -> None:
    ahead = read_typed_date(f"in {count} {unit}", today)
    ago = read_typed_date(f"{count} {unit} ago", today)
    assert ahead is not None and ago is not None
    assert ahead - today == today - ago == timedelta(**{unit: count})


PIECES = (
    "today fri friday next last week weeks ago in 6 27 3 / . - 07 2007 mar march 1st dec the end "
    "of month fortnight a couple 0 99 9999 w d m y on by"
)


@given(
    st.one_of(
        st.text(max_size=30), st.lists(st.sampled_from(PIECES.split()), max_size=7).map(" ".join)
    ),
    st.dates(),
    ANY_LEANING,
)
def test_no_text_on_any_day_raises(text: str, today: date, leaning: Leaning) -> None:
    found = read_typed_date(text, today, leaning)
    assert found is None or type(found) is date
