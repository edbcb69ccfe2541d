"""Calendar arithmetic exactly as the criteria rules define it (docs/criteria.md, Dates).

Dates are `datetime.date` without a time of day. Months are calendar months; an age is in
completed years.
"""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta

DAY = timedelta(days=1)
MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later (earlier when negative).

    Where that month has no such day, its last day: 31 March minus 1 month is 28 or 29
    February. The result is clamped to the calendar (`date.min`, `date.max`).
    Adding is not the inverse of subtracting: use `leaves_window_on` to ask when something
    falls out of a window.
    """
    index = day.year * 12 + (day.month - 1) + months
    year, month = divmod(index, 12)
    if year < MINYEAR:
        return date.min
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, _last_day_of(year, month + 1)))


def _last_day_of(year: int, month: int) -> int:
    return 29 if month == 2 and calendar.isleap(year) else MONTH_LENGTHS[month - 1]


def in_last_months(day: date, months: int, as_at: date) -> bool:
    """Whether `day` lies in the half-open window (`as_at` minus `months`, `as_at`]."""
    return add_months(as_at, -months) < day <= as_at


def leaves_window_on(day: date, months: int) -> date:
    """The first day D after `day` on which `day` is no longer in the last `months` to D.

    31 August leaves the last 6 months on 1 March, because 28 February looks back to 28
    August.
    """
    out = add_months(day, months)
    while out < date.max and add_months(out, -months) < day:
        out += DAY
    return out


def age_on(born: date, day: date) -> int:
    """Completed years on `day`; negative before birth.

    Someone born on 29 February is a year older on 1 March in a year that is not a leap
    year.
    """
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def birthday(born: date, age: int) -> date:
    """The first day on which someone born on `born` is `age` years old."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        if born.year + age > MAXYEAR:
            return date.max
        return date(born.year + age, 3, 1)


def next_day(day: date) -> date:
    """The day after, or the last day of the calendar."""
    return day if day == date.max else day + DAY


def long_date(day: date) -> str:
    """A date as the screens and reports write it: `4 May 2026`."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def short_date(day: date) -> str:
    """A date as tables write it: `4 May 2026` with the month in three letters."""
    return f"{day.day} {calendar.month_abbr[day.month]} {day.year}"
