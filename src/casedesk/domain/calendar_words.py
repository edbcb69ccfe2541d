"""Weekdays, months and lengths of time in the words that people use for them."""

from __future__ import annotations

import calendar

WEEKDAY = (
    "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    "|sat(?:urday)?|sun(?:day)?"
)
"""A weekday, whole or shortened, in small letters (a regular expression)."""
AMOUNT = (
    r"(?P<count>\d{1,4}|[a-z]{1,9}(?: couple of)?(?= [a-z]{3})) ?"
    r"(?P<unit>days?|d|weeks?|wks?|w|fortnights?|months?|mths?|m|years?|yrs?|y)"
)
"""A length of time: a count and a unit (a regular expression)."""

_COUNTS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
_FEW = {"a": 1, "an": 1, "a couple of": 2}
_MONTHS = tuple(name.lower() for name in calendar.month_name)
"""January is 1; an empty name stands before it."""
_DAYS = tuple(name.lower()[:3] for name in calendar.day_name)


def weekday_of(word: str) -> int:
    """Monday is 0. Raises `ValueError` for what is no weekday."""
    return _DAYS.index(word[:3])


def month_of(word: str) -> int | None:
    """January is 1: by its name or at least three letters of it; None for no month."""
    if len(word) < 3:
        return None
    return next((number for number, name in enumerate(_MONTHS) if name.startswith(word)), None)


def length_in_words(count: str, unit: str) -> tuple[int, int] | None:
    """(days, months) of "six" "weeks" or "6" "w"; None where the count is no number."""
    number = int(count) if count.isdecimal() else _number(count)
    if number is None:
        return None
    if unit.startswith("d"):
        return number, 0
    if unit.startswith("w"):
        return 7 * number, 0
    if unit.startswith("f"):
        return 14 * number, 0
    return 0, number * (12 if unit.startswith("y") else 1)


def _number(word: str) -> int | None:
    if word in _COUNTS:
        return _COUNTS.index(word) + 1
    return _FEW.get(word)
