"""One appointment as an iCalendar file, read back by a reader of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from casedesk.interchange.icalendar import Appointment, calendar_bytes

LONDON = ZoneInfo("Europe/London")
VISIT = Appointment(
    uid="0193-5f00@casedesk",
    summary="CD-0412",
    on=date(2026, 11, 24),
    at_time=time(10, 30),
    minutes=60,
    sequence=0,
    cancelled=False,
    stamp=datetime(2026, 11, 20, 16, 41, 5, tzinfo=UTC),
)


def unfolded(data: bytes) -> list[str]:
    assert data.endswith(b"\r\n")
    return data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def values(data: bytes) -> dict[str, str]:
    """The properties of the event by name, parameters included in the name."""
    lines = unfolded(data)
    event = lines[lines.index("BEGIN:VEVENT") + 1 : lines.index("END:VEVENT")]
    return dict(line.split(":", 1) for line in event)


def test_a_visit_is_whole_and_in_order() -> None:
    lines = unfolded(calendar_bytes(VISIT))
    assert lines[:5] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//CaseDesk//Planned visit//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    assert lines[-1] == "END:VCALENDAR"
    assert values(calendar_bytes(VISIT)) == {
        "UID": "0193-5f00@casedesk",
        "DTSTAMP": "20261120T164105Z",
        "DTSTART;TZID=Europe/London": "20261124T103000",
        "DTEND;TZID=Europe/London": "20261124T113000",
        "SUMMARY": "CD-0412",
        "SEQUENCE": "0",
        "STATUS": "CONFIRMED",
        "CLASS": "PRIVATE",
        "TRANSP": "OPAQUE",
    }
    opened = [line[6:] for line in lines if line.startswith("BEGIN:")]
    assert sorted(opened) == sorted(line[4:] for line in lines if line.startswith("END:"))


def test_without_a_time_it_is_the_whole_day() -> None:
    data = calendar_bytes(replace(VISIT, at_time=None, minutes=None))
    assert values(data)["DTSTART;VALUE=DATE"] == "20261124"
    assert b"VTIMEZONE" not in data and b"DTEND" not in data
    assert values(data)["TRANSP"] == "TRANSPARENT"


def test_without_a_length_it_has_no_end() -> None:
    assert not [name for name in values(calendar_bytes(replace(VISIT, minutes=None)))
                if name.startswith("DTEND")]  # fmt: skip


def test_a_visit_that_is_moved_or_called_off_is_the_same_entry() -> None:
    first = values(calendar_bytes(VISIT))
    off = values(calendar_bytes(replace(VISIT, sequence=3, cancelled=True)))
    assert off["UID"] == first["UID"]
    assert (off["SEQUENCE"], off["STATUS"]) == ("3", "CANCELLED")


@pytest.mark.parametrize(
    ("summary", "written"),
    [
        ("a;b,c\\d", "a\\;b\\,c\\\\d"),
        ("two\r\nlines\rof\ntext", "two\\nlines\\nof\\ntext"),
        ("bell\x07 and \u2028 sign", "bell and  sign"),
        ("END:VEVENT\r\nATTACH:file", "END:VEVENT\\nATTACH:file"),
    ],
)
def test_no_text_gets_out_of_its_line(summary: str, written: str) -> None:
    data = calendar_bytes(replace(VISIT, summary=summary))
    assert values(data)["SUMMARY"] == written
    assert len(unfolded(data)) == len(unfolded(calendar_bytes(VISIT)))


@pytest.mark.parametrize("summary", ["x" * 400, "é" * 150, "🧒" * 60, "ab" + "ü" * 36])
def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut(summary: str) -> None:
    data = calendar_bytes(replace(VISIT, summary=summary))
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", data)
    for part in data.split(b"\r\n"):
        part.decode()
    assert values(data)["SUMMARY"] == summary


def offset_by_the_file(data: bytes, local: datetime) -> timedelta:
    """The offset that the file's own VTIMEZONE gives: the onset last before the local time."""
    lines = unfolded(data)
    zone = lines[lines.index("BEGIN:VTIMEZONE") : lines.index("END:VTIMEZONE")]
    onsets = []
    for kind in ("DAYLIGHT", "STANDARD"):
        part = zone[zone.index(f"BEGIN:{kind}") + 1 : zone.index(f"END:{kind}")]
        said = dict(line.split(":", 1) for line in part)
        rule = dict(one.split("=") for one in said["RRULE"].split(";"))
        assert (rule["FREQ"], rule["BYDAY"]) == ("YEARLY", "-1SU")
        hour = time(int(said["DTSTART"][9:11]))
        for year in (local.year - 1, local.year):
            last = date(year, int(rule["BYMONTH"]), 31)
            sunday = last - timedelta(days=(last.weekday() + 1) % 7)
            onsets.append((datetime.combine(sunday, hour), said["TZOFFSETTO"]))
    _, offset = max(one for one in onsets if one[0] <= local)
    return timedelta(hours=int(offset[1:3]))


def test_the_clock_is_right_on_every_day_of_some_years() -> None:
    for year in (2026, 2027, 2032):
        for day in range(365):
            local = datetime.combine(date(year, 1, 1) + timedelta(days=day), time(9, 30))
            data = calendar_bytes(replace(VISIT, on=local.date(), at_time=local.time()))
            expected = local.replace(tzinfo=LONDON).utcoffset()
            assert offset_by_the_file(data, local) == expected, local
