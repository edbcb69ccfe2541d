"""Dates as people type them, day before month."""

from __future__ import annotations

import calendar
import re
from datetime import date

_MONTHS = [name.lower() for name in calendar.month_name]
"""January is 1; an empty name stands before it."""
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4}|\d{2})")
_FIGURES = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WEEKDAY = re.compile(r"^(mon|tues?|wed(nes)?|thur?s?|fri|sat(ur)?|sun)(day)?,?\s+")


def read_date(text: str, today: date) -> date | None:
    """The date that `text` means, or None when it means none.

    "24 November 2026", "24 nov 26", "24/11/2026", "24.11.26", "2026-11-24", "today". A
    two-figure year is the nearest one at most 20 years ahead of `today`.
    """
    words = _WEEKDAY.sub("", " ".join(text.lower().split()))
    if words == "today":
        return today
    if found := _ISO.fullmatch(words):
        return _real(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.fullmatch(words):
        return _real(_year(found[3], today), int(found[2]), int(found[1]))
    if found := _WORDS.fullmatch(words):
        month = _month(found[2])
        return None if month is None else _real(_year(found[3], today), month, int(found[1]))
    return None


def _month(word: str) -> int | None:
    return next((i for i, name in enumerate(_MONTHS) if name.startswith(word)), None)


def _year(text: str, today: date) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    year += today.year // 100 * 100
    return year - 100 if year > today.year + 20 else year


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
