"""Understands one cell: from what was read to a value of the column's type.

A parser takes a cell and answers its value, or raises `Refused` with the phrase that says
what was expected. Source of every rule: docs/interchange.md, Reading.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from casedesk.domain.dates import long_date
from casedesk.interchange.workbook.raw import OddCell, RawValue
from casedesk.interchange.workbook.text_escapes import decode_clear

Parser = Callable[[RawValue], Any]

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?", re.ASCII)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_DECIMAL = re.compile(r"\d{1,6}(?:\.\d{1,6})?", re.ASCII)
_MOST_WHOLE = 999_999_999
_HIGHEST_SCORE = 10
LONGEST_REFERENCE = 200
MOST_LISTED = 100
_YES_NO = {
    "yes": True, "y": True, "true": True, "1": True,
    "no": False, "n": False, "false": False, "0": False,
}  # fmt: skip

A_DAY = "should be a date, such as 2026-11-24 or 24/11/2026"
A_MOMENT = "should be a date, or a date and time such as 2026-11-24 14:30"


class Refused(Exception):
    """A cell that is not what its column holds; the text ends a sentence about it."""

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected


def as_text(cell: RawValue) -> str:
    """The cell as text, exactly as written: line breaks and outer spaces stay.

    Numbers come without a needless point, real dates as 2026-11-24. Raises `Refused` for
    control characters other than tab and line break, and for cells without a value.
    """
    if type(cell) is str:
        return cell if cell.isprintable() else _checked(cell)
    if isinstance(cell, OddCell):
        raise Refused(cell.wrong)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return format(cell, ".15g")
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    return str(cell)


def _checked(text: str) -> str:
    found = _CONTROL.search(text)
    if found:
        raise Refused(
            f"should hold no control characters (there is U+{ord(found[0]):04X} in it); "
            "delete it or type the text again"
        )
    return text.replace("\r\n", "\n")


def text(cell: RawValue) -> str | None:
    """Free text, kept exactly."""
    found = as_text(cell)
    return decode_clear(found) if found and not found.isspace() else None


def reference(cell: RawValue) -> str | None:
    """A reference of the team's own, without outer spaces."""
    found = as_text(cell).strip()
    if len(found) > LONGEST_REFERENCE:
        raise Refused(f"should be a reference of at most {LONGEST_REFERENCE} characters")
    if ";" in found or "\n" in found or "\r" in found or "\t" in found:
        raise Refused("should be one reference, without semicolon, tab or line break")
    return found or None


def references(cell: RawValue) -> tuple[str, ...] | None:
    """Several references, separated by semicolons; each once."""
    return tuple(dict.fromkeys(listed_in(cell))) or None


def listed_in(cell: RawValue) -> list[str]:
    """The parts of a list, without blank ones. Raises `Refused` when there are too many."""
    listed = [one for part in as_text(cell).split(";") if (one := part.strip())]
    if len(listed) > MOST_LISTED:
        raise Refused(f"should list at most {MOST_LISTED} values")
    return listed


def day(cell: RawValue) -> date:
    """A day of the calendar: a real date, or text with a four-figure year, day first."""
    if isinstance(cell, datetime):
        raise Refused("should be a date without a time of day")
    if isinstance(cell, date):
        return cell
    if isinstance(cell, OddCell):
        raise Refused(cell.wrong)
    if not isinstance(cell, str):
        raise Refused(A_DAY)
    return _day_in(cell.strip(), A_DAY)


def _day_in(written: str, expected: str) -> date:
    found = _ISO_DAY.fullmatch(written)
    if found:
        year, month, number = found.groups()
    else:
        found = _DAY_FIRST.fullmatch(written)
        if not found:
            raise Refused(expected)
        number, month, year = found.groups()
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        raise Refused("should be a day of the calendar (day first, then month)") from None


def moment(cell: RawValue) -> tuple[date, time | None]:
    """A day, and the time of day where there is one."""
    if isinstance(cell, datetime):
        return cell.date(), cell.time()
    if isinstance(cell, date):
        return cell, None
    if isinstance(cell, OddCell):
        raise Refused(cell.wrong)
    if not isinstance(cell, str):
        raise Refused(A_MOMENT)
    written = cell.strip()
    first, _, rest = written.replace("T", " ", 1).partition(" ")
    on = _day_in(first, A_MOMENT)
    if not rest.strip():
        return on, None
    found = _TIME.fullmatch(rest.strip())
    if not found:
        raise Refused(A_MOMENT)
    hour, minute, second, fraction = found.groups()
    try:
        at = time(int(hour), int(minute), int(second or 0), int((fraction or "").ljust(6, "0")))
    except ValueError:
        raise Refused(A_MOMENT) from None
    return on, at


def yes_no(cell: RawValue) -> bool:
    """Yes or no in any of the accepted forms."""
    if isinstance(cell, bool):
        return cell
    found = _YES_NO.get(as_text(cell).strip().casefold())
    if found is None:
        raise Refused("should be yes or no")
    return found


def whole(cell: RawValue) -> int:
    """A whole number from 0, written without a point."""
    if type(cell) is int and 0 <= cell <= _MOST_WHOLE:
        return cell
    if isinstance(cell, OddCell):
        raise Refused(cell.wrong)
    if isinstance(cell, str) and _WHOLE.fullmatch(cell.strip()):
        return int(cell.strip())
    raise Refused("should be a whole number, 0 or more, without a point")


def score(cell: RawValue) -> int:
    """A step from 0 to 10."""
    if isinstance(cell, OddCell):
        raise Refused(cell.wrong)
    try:
        found = whole(cell)
    except Refused:
        found = _HIGHEST_SCORE + 1
    if found > _HIGHEST_SCORE:
        raise Refused("should be a whole number from 0 to 10")
    return found


def days(cell: RawValue) -> Decimal:
    """A number of school days; whether halves are right is the fact's own rule."""
    if isinstance(cell, OddCell):
        raise Refused(cell.wrong)
    written = "" if isinstance(cell, bool | date) else as_text(cell).strip()
    if not _DECIMAL.fullmatch(written):
        raise Refused("should be a number of days, in whole or half days, such as 2.5")
    found = Decimal(written)
    return Decimal(int(found)) if found == int(found) else found.normalize()


def not_after(today: date, parser: Parser) -> Parser:
    """The parser of a column that records what has happened: nothing after today."""

    def checked(cell: RawValue) -> Any:
        found = parser(cell)
        on = found[0] if isinstance(found, tuple) else found
        if on > today:
            raise Refused(f"should not be after today ({long_date(today)})")
        return found

    return checked
