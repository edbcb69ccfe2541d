"""Calendar arithmetic by counting (docs/criteria.md, Dates, ages, windows)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache

ONE_DAY = timedelta(days=1)


@cache
def months_away(day: date, months: int) -> date:
    """The same day of the month, one month after the other, or the month's last day."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        if month == 0:
            year, month = year - 1, 12
    number = day.day
    while True:
        try:
            return date(year, month, number)
        except ValueError:
            number -= 1


def in_the_last(months: int, day: date, as_at: date) -> bool:
    """Whether `day` is in the last `months` to `as_at`: the first day is left out."""
    return months_away(as_at, -months) < day <= as_at


@lru_cache(maxsize=50_000)
def completed_years(born: date, day: date) -> int:
    """Birthdays had by `day`; minus one before birth."""
    if day < born:
        return -1
    years = 0
    for year in range(born.year + 1, day.year + 1):
        try:
            birthday = date(year, born.month, born.day)
        except ValueError:
            birthday = date(year, 3, 1)
        if birthday <= day:
            years += 1
    return years


def days_between(first: date, last: date) -> tuple[date, ...]:
    """Every day from the first to the last, both included; none where first is later."""
    return tuple(first + ONE_DAY * step for step in range((last - first).days + 1))
