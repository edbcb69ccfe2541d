"""Dates, ages and windows (docs/criteria.md, Dates, ages, windows)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.domain.dates import (
    add_months,
    age_on,
    birthday,
    in_last_months,
    leaves_window_on,
    long_date,
    next_day,
    short_date,
)

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))
MONTHS = st.integers(min_value=1, max_value=60)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2028, 3, 31), -1, date(2028, 2, 29)),
        (date(2026, 11, 24), -12, date(2025, 11, 24)),
        (date(2028, 2, 29), -12, date(2027, 2, 28)),
        (date(2027, 2, 28), 12, date(2028, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 2, 28), -6, date(2025, 8, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(1, 1, 5), -1, date.min),
        (date(9999, 12, 5), 1, date.max),
    ],
)
def test_months_are_added_by_the_calendar(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        (date(2026, 5, 24), False),
        (date(2026, 5, 25), True),
        (date(2026, 11, 24), True),
        (date(2026, 11, 25), False),
    ],
)
def test_the_window_is_open_at_its_start_and_closed_at_its_end(day: date, inside: bool) -> None:
    assert in_last_months(day, 6, date(2026, 11, 24)) is inside


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 3, 1)),
        (date(2026, 8, 28), 6, date(2027, 2, 28)),
        (date(2026, 8, 29), 6, date(2027, 3, 1)),
        (date(2026, 5, 9), 12, date(2027, 5, 9)),
        (date(2028, 2, 29), 12, date(2029, 3, 1)),
    ],
)
def test_an_event_leaves_the_window_on(day: date, months: int, expected: date) -> None:
    assert leaves_window_on(day, months) == expected


@given(DAYS, MONTHS)
def test_leaving_is_the_first_day_out_of_the_window(day: date, months: int) -> None:
    out = leaves_window_on(day, months)
    assert in_last_months(day, months, out - timedelta(days=1))
    assert not in_last_months(day, months, out)


@given(DAYS, MONTHS, st.integers(min_value=0, max_value=400))
def test_once_out_of_the_window_always_out(day: date, months: int, later: int) -> None:
    out = leaves_window_on(day, months) + timedelta(days=later)
    assert not in_last_months(day, months, out)


@given(DAYS, MONTHS, st.integers(min_value=0, max_value=400))
def test_windows_never_step_back(day: date, months: int, later: int) -> None:
    assert add_months(day, -months) <= add_months(day + timedelta(days=later), -months)
    assert add_months(day, months) <= add_months(day + timedelta(days=later), months)


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2008, 11, 24), date(2026, 11, 23), 17),
        (date(2008, 11, 24), date(2026, 11, 24), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(2026, 11, 24), date(2026, 11, 23), -1),
        (date(2026, 11, 24), date(2026, 11, 24), 0),
    ],
)
def test_age_is_completed_years(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


@given(DAYS, st.integers(min_value=0, max_value=100))
def test_a_birthday_is_the_first_day_of_an_age(born: date, age: int) -> None:
    first = birthday(born, age)
    assert age_on(born, first) == age
    assert age_on(born, first - timedelta(days=1)) == age - 1


def test_the_calendar_has_a_last_day() -> None:
    assert birthday(date(9990, 2, 3), 18) == date.max
    assert next_day(date.max) == date.max
    assert next_day(date(2026, 12, 31)) == date(2027, 1, 1)
    assert leaves_window_on(date.max, 6) == date.max


def test_dates_are_written_in_words() -> None:
    assert long_date(date(2026, 5, 4)) == "4 May 2026"
    assert short_date(date(2026, 11, 24)) == "24 Nov 2026"
