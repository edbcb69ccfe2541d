"""A day in its long form, and how far away it is."""

from __future__ import annotations

import calendar
from datetime import date

from casedesk.domain.dates import long_date

_DAYS_UP_TO = 60
_MONTHS_FROM = 90


def echo_of(day: date, today: date) -> str:
    """ "Friday 27 November 2026, in 3 days": what a typed date was understood to mean."""
    return f"{calendar.day_name[day.weekday()]} {long_date(day)}, {distance(day, today)}"


def distance(day: date, today: date) -> str:
    """ "today", "tomorrow", "in 3 days", "6 weeks ago", "in 4 months", "20 years ago"."""
    days = (day - today).days
    if days in _NEAR:
        return _NEAR[days]
    how_far = _counted(abs(days))
    return f"in {how_far}" if days > 0 else f"{how_far} ago"


def _counted(days: int) -> str:
    if days < 14 or (days <= _DAYS_UP_TO and days % 7):
        return f"{days} days"
    if days < _MONTHS_FROM:
        return _with_unit(days // 7, "week")
    months = round(days / 30.44)
    return _with_unit(months, "month") if months < 24 else _with_unit(days // 365, "year")


def _with_unit(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if count == 1 else 's'}"


_NEAR = {0: "today", 1: "tomorrow", -1: "yesterday"}
