"""Turns the text of one Excel cell into a value, by the cell's type and style.

Source: ECMA-376, SpreadsheetML: cell types and date systems. Day 60 of the 1900 system is
29 February 1900, which never was.
"""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta

from casedesk.interchange.workbook.raw import OddCell, RawValue
from casedesk.interchange.workbook.text_escapes import decode_xlsx_text

_DAY_SECONDS = 86_400
_BEFORE_1900_LEAP = date(1899, 12, 31)
_AFTER_1900_LEAP = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
_NEVER_WAS = 60
_LAST_SERIAL = 2_958_465
_EXACT_WHOLE = 10**15

NO_RESULT = OddCell("formula", "has no stored value; open and save it in a spreadsheet program")
_NOT_A_DAY = "is not a day of the calendar"


def error_value(text: str) -> RawValue:
    """A cell in which a spreadsheet shows an error, such as `#N/A`."""
    return OddCell(text.strip() or "#ERROR", "is an error of the spreadsheet; correct the cell")


def plain_number(text: str) -> int | float:
    """A number of a cell: whole where it has no fraction. Raises ValueError."""
    if text.isdecimal() and text.isascii() and len(text) < 16:
        return int(text)
    if "_" in text or not text.isascii():
        raise ValueError("not a number of a cell")
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("not a number of a cell")
    return int(number) if number.is_integer() and abs(number) < _EXACT_WHOLE else number


def date_value(number: int | float, counts_from_1904: bool) -> RawValue:
    """A serial number as a day, or as a day and time to the second."""
    days = math.floor(number)
    seconds = round((number - days) * _DAY_SECONDS)
    if seconds == _DAY_SECONDS:
        days, seconds = days + 1, 0
    shown_as = str(number)
    if counts_from_1904:
        first, lowest = _EPOCH_1904, 0
    elif days < _NEVER_WAS:
        first, lowest = _BEFORE_1900_LEAP, 0 if seconds else 1
    else:
        first, lowest = _AFTER_1900_LEAP, _NEVER_WAS + 1
    if not lowest <= days <= _LAST_SERIAL:
        return OddCell(shown_as, _NOT_A_DAY)
    try:
        day = first + timedelta(days=days)
    except OverflowError:
        return OddCell(shown_as, _NOT_A_DAY)
    if not seconds:
        return day
    return datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)  # noqa: DTZ001


def iso_value(text: str) -> RawValue:
    """A cell that holds its date as text of the standard form (cell type `d`)."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return OddCell(text, _NOT_A_DAY)
    if moment.tzinfo is not None:
        return OddCell(text, "names a time zone; times are the local clock's")
    at_midnight = moment.hour == moment.minute == moment.second == moment.microsecond == 0
    return moment.date() if at_midnight else moment


def text_value(text: str) -> RawValue:
    """Text as it was meant; one of nothing but spaces is a blank cell."""
    meant = decode_xlsx_text(text)
    return None if not meant or meant.isspace() else meant
