"""Dates as people type and say them, day before month: "fri", "27/3", "in 6 weeks".

What is not understood for certain is no date (None); the field then says what to type. What is
understood is always shown in its long form, because "next Friday" is not the same to everybody.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Literal

from casedesk.domain.calendar_words import (
    AMOUNT,
    WEEKDAY,
    length_in_words,
    month_of,
    weekday_of,
)
from casedesk.domain.dates import add_months

Leaning = Literal["near", "ahead", "back"]
"""Which day is meant where more than one could be: the nearest, one to come, or one gone by."""

WEEK = 7
FRIDAY = 4
_AHEAD_AT_MOST = 20
"""A year in two figures is at most so many years ahead."""
_LEAP_YEARS_APART = 8

_Reader = Callable[[re.Match[str], date, Leaning], "date | None"]

_DAYS = {
    "today": 0,
    "tonight": 0,
    "now": 0,
    "tomorrow": 1,
    "yesterday": -1,
    "day after tomorrow": 2,
    "day before yesterday": -2,
}


def read_typed_date(text: str, today: date, leaning: Leaning = "near") -> date | None:
    """The day that `text` means when it is typed on `today`, or None when it means none.

    Understood are "today", "tomorrow", "yesterday"; a weekday alone, with "this", "next" (the
    one of next week) or "last" (the latest before today), and "Friday week"; "27/3",
    "27/3/07", "27 March", "1st Dec 2026", "March 1 2026", "2026-03-27", each with its weekday
    or without (a wrong weekday is no date); "the 27th"; "in 6 weeks", "6w", "two days ago", "a
    fortnight today"; "end of the month", "end of next week" (its Friday), "end of the year".

    `leaning` settles a weekday, or a day without its year: "ahead" (a date that is due) never
    gives a day before today and "back" (a contact) never one after it. A year in two figures
    is the nearest, at most 20 years ahead; looking back, at most this year. No text raises.
    """
    words = " ".join(text.casefold().replace("’", "'").replace(",", " ").split()).strip(" .")
    words = re.sub(r"^(?:on|by|the) (?:the )?", "", words)
    try:
        if words in _DAYS:
            return today + timedelta(days=_DAYS[words])
        for pattern, reader in _FORMS:
            if found := pattern.fullmatch(words):
                return reader(found, today, leaning)
    except (ValueError, OverflowError):
        return None  # The calendar has no such day.
    return None


def _weekday(found: re.Match[str], today: date, leaning: Leaning) -> date | None:
    """ "fri", "this fri": a day of the seven before or after today."""
    days = (weekday_of(found["weekday"]) - today.weekday()) % WEEK
    if leaning == "ahead":
        return today + timedelta(days=days or WEEK)
    if leaning == "back" or days > WEEK // 2:
        days -= WEEK
    return today + timedelta(days=days)


def _next_weekday(found: re.Match[str], today: date, leaning: Leaning) -> date:
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=WEEK + weekday_of(found["weekday"]))


def _last_weekday(found: re.Match[str], today: date, leaning: Leaning) -> date:
    gone = (today.weekday() - weekday_of(found["weekday"])) % WEEK
    return today - timedelta(days=gone or WEEK)


def _weeks_after(found: re.Match[str], today: date, leaning: Leaning) -> date:
    """ "Friday week", "a week on Friday", "a fortnight today"."""
    weeks = 2 if "fortnight" in found["weeks"] else 1
    name = found["weekday"]
    start = today + timedelta(days=_DAYS.get(name, 0))
    if name not in _DAYS:
        start = today + timedelta(days=(weekday_of(name) - today.weekday()) % WEEK or WEEK)
    return start + timedelta(days=WEEK * weeks)


def _in_a_while(found: re.Match[str], today: date, leaning: Leaning, sign: int = 0) -> date | None:
    """ "in 6 weeks" (+1), "2 weeks ago" (-1), or "6w", which leans (0)."""
    length = length_in_words(found["count"], found["unit"])
    if length is None:
        return None
    days, months = length
    way = sign or (-1 if leaning == "back" else 1)
    moved = add_months(today, way * months)
    # Months are kept inside the calendar there; here a day beyond its ends is no date.
    if months and abs((moved.year - today.year) * 12 + moved.month - today.month) != months:
        return None
    return moved + timedelta(days=way * days)


def _in_figures(found: re.Match[str], today: date, leaning: Leaning) -> date | None:
    return _day(found, int(found["month"]), today, leaning)


def _in_words(found: re.Match[str], today: date, leaning: Leaning) -> date | None:
    month = month_of(found["month"])
    return None if month is None else _day(found, month, today, leaning)


def _day(found: re.Match[str], month: int, today: date, leaning: Leaning) -> date | None:
    day, name = int(found["day"]), found["weekday"]
    weekday = None if name is None else weekday_of(name)
    if year := found["year"]:
        one = date(_year(year, today, leaning), month, day)
        return one if weekday in (None, one.weekday()) else None
    reach = _LEAP_YEARS_APART if (day, month) == (29, 2) else 1
    near = (_real(today.year + years, month, day) for years in range(-reach, reach + 1))
    return _best([one for one in near if one and weekday in (None, one.weekday())], today, leaning)


def _day_of_month(found: re.Match[str], today: date, leaning: Leaning) -> date | None:
    """ "the 27th"."""
    first = today.replace(day=1)
    months = (add_months(first, months) for months in (-2, -1, 0, 1, 2))
    near = [_real(one.year, one.month, int(found["day"])) for one in months]
    name = found["weekday"]
    fits = [one for one in near if one and (not name or one.weekday() == weekday_of(name))]
    return _best(fits, today, leaning)


def _year_first(found: re.Match[str], today: date, leaning: Leaning) -> date:
    return date(int(found["year"]), int(found["month"]), int(found["day"]))


def _end(found: re.Match[str], today: date, leaning: Leaning) -> date | None:
    """The last day of a month or year, the Friday of a week."""
    nexts = 1 if found["which"] else 0
    if found["what"] == "week":
        friday = today + timedelta(days=FRIDAY - today.weekday() + WEEK * nexts)
        return friday if friday >= today else None
    if found["what"] == "year":
        return date(today.year + nexts, 12, 31)
    first = add_months(today.replace(day=1), nexts)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _best(days: list[date], today: date, leaning: Leaning) -> date | None:
    if leaning == "ahead":
        return min((one for one in days if one >= today), default=None)
    if leaning == "back":
        return max((one for one in days if one <= today), default=None)
    return min(days, key=lambda one: (abs(one - today), one < today), default=None)


def _year(text: str, today: date, leaning: Leaning) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    latest = today.year + (0 if leaning == "back" else _AHEAD_AT_MOST)
    return latest - (latest - year) % 100


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_NAMED = rf"(?:(?P<weekday>{WEEKDAY}) (?:the )?)?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_NUMBER = r"(?P<day>\d{1,2})"
_FIGURE = r"(?P<month>\d{1,2})"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_THE = r"(?:the |this )?"


def _form(pattern: str, reader: _Reader) -> tuple[re.Pattern[str], _Reader]:
    return re.compile(pattern, re.ASCII), reader


_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    _form(rf"(?:this )?(?P<weekday>{WEEKDAY})", _weekday),
    _form(rf"next (?P<weekday>{WEEKDAY})", _next_weekday),
    _form(rf"(?P<weekday>{WEEKDAY}) next week", _next_weekday),
    _form(rf"last (?P<weekday>{WEEKDAY})", _last_weekday),
    _form(rf"(?P<weekday>{WEEKDAY}|today|tomorrow) (?P<weeks>week|fortnight)", _weeks_after),
    _form(
        rf"(?:a )?(?P<weeks>week|fortnight) (?:on )?(?P<weekday>{WEEKDAY}|today|tomorrow)",
        _weeks_after,
    ),
    _form(rf"{AMOUNT} ago", partial(_in_a_while, sign=-1)),
    _form(rf"(?:in|within) {AMOUNT}(?:'s?)?(?: time)?", partial(_in_a_while, sign=1)),
    _form(rf"{AMOUNT}(?:'s?)? time", partial(_in_a_while, sign=1)),
    _form(AMOUNT, _in_a_while),
    _form(rf"{_NAMED}{_NUMBER} ?[/.\- ] ?{_FIGURE} ?[/.\- ] ?{_YEAR}", _in_figures),
    _form(rf"{_NAMED}{_NUMBER}[/.\-]{_FIGURE}(?P<year>)", _in_figures),
    _form(rf"{_NAMED}{_NUMBER}(?:st|nd|rd|th)?(?: of)?[ \-]?{_MONTH}(?:[ \-]?{_YEAR})?", _in_words),
    _form(rf"{_NAMED}{_MONTH} {_NUMBER}(?:st|nd|rd|th)? (?P<year>\d{{4}})", _in_words),
    _form(rf"{_NAMED}{_NUMBER}(?:st|nd|rd|th)", _day_of_month),
    _form(r"(?P<year>\d{4})[/\-](?P<month>\d{1,2})[/\-](?P<day>\d{1,2})", _year_first),
    _form(rf"end of {_THE}(?P<which>next )?(?P<what>week|month|year)", _end),
)
