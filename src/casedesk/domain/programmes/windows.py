"""The edges of windows of months, remembered.

A caseload asks about the same few thousand days again and again, so each answer is kept.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from casedesk.domain.dates import add_months, leaves_window_on

_KEPT = 16384


@lru_cache(maxsize=_KEPT)
def months_back(day: date, months: int) -> date:
    """The day before the first of the last `months` to `day`: `day` minus the months."""
    return add_months(day, -months)


@lru_cache(maxsize=_KEPT)
def leaves_on(day: date, months: int) -> int:
    """The day number on which `day` leaves the last `months`."""
    return leaves_window_on(day, months).toordinal()


def in_window(day: date, months: int, as_at: date) -> bool:
    """Whether `day` lies in the last `months` to `as_at`."""
    return months_back(as_at, months) < day <= as_at
