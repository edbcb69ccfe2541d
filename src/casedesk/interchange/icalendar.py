"""One appointment as an iCalendar file (RFC 5545).

Times are local to Europe/London and the file carries that zone's own rules (a VTIMEZONE), so it
needs no table of zones here and is right on both sides of a change of the clocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

PRODUCT = "-//CaseDesk//Planned visit//EN"
ZONE = "Europe/London"
LINE_OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# Since 1996 summer time runs from the last Sunday of March to the last of October, at 01:00 UTC.
_ZONE_LINES = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T010000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "TZNAME:BST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "TZNAME:GMT",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """What the file says. `at_time` None is the whole day; `minutes` None says no end.

    `uid` is the same for every version of it and `sequence` counts them, so that a calendar
    moves the entry it has. `stamp` is when the file was made (with its zone).
    """

    uid: str
    summary: str
    on: date
    at_time: time | None
    minutes: int | None
    sequence: int
    cancelled: bool
    stamp: datetime


def calendar_bytes(appointment: Appointment) -> bytes:
    """The whole file: UTF-8, lines of at most 75 octets that end in CR LF."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(_ZONE_LINES if appointment.at_time is not None else ()),
        "BEGIN:VEVENT",
        f"UID:{_text(appointment.uid)}",
        f"DTSTAMP:{appointment.stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        *_when(appointment),
        f"SUMMARY:{_text(appointment.summary)}",
        f"SEQUENCE:{appointment.sequence}",
        f"STATUS:{'CANCELLED' if appointment.cancelled else 'CONFIRMED'}",
        "CLASS:PRIVATE",
        f"TRANSP:{'OPAQUE' if appointment.at_time is not None else 'TRANSPARENT'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(part + b"\r\n" for line in lines for part in _folded(line))


def _when(one: Appointment) -> Iterable[str]:
    if one.at_time is None:
        yield f"DTSTART;VALUE=DATE:{_day(one.on)}"
        return
    begins = datetime.combine(one.on, one.at_time)
    yield f"DTSTART;TZID={ZONE}:{_moment(begins)}"
    if one.minutes:
        yield f"DTEND;TZID={ZONE}:{_moment(begins + timedelta(minutes=one.minutes))}"


def _day(day: date) -> str:
    # Written out: the year of %Y has fewer than four figures on some systems.
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _moment(at: datetime) -> str:
    return f"{_day(at.date())}T{at:%H%M%S}"


def _text(words: str) -> str:
    """A value of type TEXT: escaped, and with no other sign of control in it."""
    joined = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in joined if sign == "\n" or sign.isprintable()).translate(
        _ESCAPES
    )


def _folded(line: str) -> Iterator[bytes]:
    """A line in parts of at most 75 octets, each but the first after a blank; no letter is cut."""
    part, room = b"", LINE_OCTETS
    for sign in line:
        octets = sign.encode()
        if len(part) + len(octets) > room:
            yield part
            part = b" "
        part += octets
    yield part
