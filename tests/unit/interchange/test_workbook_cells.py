"""One cell at a time: what every type of column takes and refuses."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from memory_vault import LISTS, TODAY

from casedesk.interchange.workbook.cells import Refused
from casedesk.interchange.workbook.columns import Column, Holds
from casedesk.interchange.workbook.listed_cells import parser_for
from casedesk.interchange.workbook.raw import OddCell
from casedesk.interchange.workbook.schema import SHEET_BY_NAME

NOON = datetime(2026, 5, 4, 12, 30)  # noqa: DTZ001 - the local clock's, without a zone


def parse(holds: Holds, cell: Any, **given: Any) -> Any:
    return parser_for(Column("some", holds, **given), LISTS)(cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (date(2026, 5, 4), date(2026, 5, 4)),
        ("2026-05-04", date(2026, 5, 4)),
        ("4/5/2026", date(2026, 5, 4)),
        (" 04/05/2026 ", date(2026, 5, 4)),
        ("29/02/2024", date(2024, 2, 29)),
        ("1899-12-31", date(1899, 12, 31)),
    ],
)
def test_dates_are_read_day_first(cell: Any, expected: date) -> None:
    assert parse(Holds.DATE, cell) == expected


@pytest.mark.parametrize(
    "cell",
    ["04/05/26", "05/24/2026", "29/02/2026", "2026-13-01", "4.5.2026", "4 May 2026", "2026/05/04",
     "2026-05-04 10:00", "2026-05-04T00:00:00", "soon", "٢٠٢٦-٠٥-٠٤", "0000-01-01", 46146, 46146.5,
     True, NOON, OddCell("#N/A", "is an error")],
)  # fmt: skip
def test_what_is_no_date_is_refused(cell: Any) -> None:
    with pytest.raises(Refused):
        parse(Holds.DATE, cell)


def test_today_has_happened_and_tomorrow_only_in_planned_columns() -> None:
    tomorrow = date(2026, 11, 25)
    assert parse(Holds.DATE, TODAY) == TODAY
    assert parse(Holds.DATE, tomorrow, planned=True) == tomorrow
    with pytest.raises(Refused, match="not be after today"):
        parse(Holds.DATE, tomorrow)
    with pytest.raises(Refused, match="not be after today"):
        parse(Holds.MOMENT, "2026-11-25 09:00")


def test_exactly_the_named_columns_may_lie_after_today() -> None:
    planned = {
        (sheet.name, column.name)
        for sheet in SHEET_BY_NAME.values()
        for column in sheet.columns
        if column.planned
    }
    names = {name for _sheet, name in planned}
    assert names == {
        "to", "release_due", "expires_on", "due", "due_on", "started_on", "joined_on", "left_on",
        "alert_review_on",
    }  # fmt: skip
    every = {
        column.name
        for sheet in SHEET_BY_NAME.values()
        for column in sheet.columns
        if column.holds is Holds.DATE
    }
    assert {"on", "from", "closed_on", "died_on", "date_of_birth", "held_on"} <= every - names


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (date(2026, 5, 4), (date(2026, 5, 4), None)),
        (NOON, (date(2026, 5, 4), time(12, 30))),
        ("2026-05-04", (date(2026, 5, 4), None)),
        ("4/5/2026 9:05", (date(2026, 5, 4), time(9, 5))),
        ("2026-05-04T09:05:07", (date(2026, 5, 4), time(9, 5, 7))),
        ("2026-05-04 00:00", (date(2026, 5, 4), time(0, 0))),
        ("2026-05-04 09:05:07.5", (date(2026, 5, 4), time(9, 5, 7, 500000))),
    ],
)
def test_a_contact_may_have_a_time(cell: Any, expected: Any) -> None:
    assert parse(Holds.MOMENT, cell) == expected


@pytest.mark.parametrize(
    "cell", ["2026-05-04 25:00", "2026-05-04 9", "2026-05-04 09:05Z", "09:05", 46146.4, False]
)
def test_what_is_no_moment_is_refused(cell: Any) -> None:
    with pytest.raises(Refused):
        parse(Holds.MOMENT, cell)


@pytest.mark.parametrize("cell", ["yes", " Y ", "TRUE", "1", 1, 1.0, True])
def test_yes(cell: Any) -> None:
    assert parse(Holds.YES_NO, cell) is True


@pytest.mark.parametrize("cell", ["No", "n", "false", "0", 0, False])
def test_no(cell: Any) -> None:
    assert parse(Holds.YES_NO, cell) is False


@pytest.mark.parametrize("cell", ["maybe", 2, "ja", "-", date(2026, 1, 1)])
def test_neither_yes_nor_no(cell: Any) -> None:
    with pytest.raises(Refused, match="yes or no"):
        parse(Holds.YES_NO, cell)


@pytest.mark.parametrize(("cell", "expected"), [(7, 7), ("7", 7), (" 120 ", 120), (0, 0)])
def test_whole_numbers(cell: Any, expected: int) -> None:
    assert parse(Holds.WHOLE, cell) == expected


@pytest.mark.parametrize(
    "cell",
    ["7.0", 7.5, -1, "-1", "1e3", "1_000", "1,000", "٧", "", True, 10**12, "9" * 12,
     date(2026, 1, 1)],
)  # fmt: skip
def test_what_is_no_whole_number_is_refused(cell: Any) -> None:
    with pytest.raises(Refused):
        parse(Holds.WHOLE, cell)


@pytest.mark.parametrize(("cell", "expected"), [(10, 10), ("0", 0)])
def test_scores(cell: Any, expected: int) -> None:
    assert parse(Holds.SCORE, cell) == expected


@pytest.mark.parametrize("cell", [11, "11", -1, 5.5, "five"])
def test_scores_run_from_0_to_10(cell: Any) -> None:
    with pytest.raises(Refused, match="0 to 10"):
        parse(Holds.SCORE, cell)


@pytest.mark.parametrize(
    ("cell", "expected"), [(2.5, "2.5"), ("2.50", "2.5"), (10, "10"), ("3", "3"), (0.5, "0.5")]
)
def test_days_may_have_halves(cell: Any, expected: str) -> None:
    assert str(parse(Holds.DAYS, cell)) == expected
    assert isinstance(parse(Holds.DAYS, cell), Decimal)


@pytest.mark.parametrize("cell", ["2,5", "-1", "two", 1e300, True, date(2026, 1, 1)])
def test_what_is_no_number_of_days_is_refused(cell: Any) -> None:
    with pytest.raises(Refused, match="half days"):
        parse(Holds.DAYS, cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("  kept exactly \n as written ", "  kept exactly \n as written "),
        ("one\r\ntwo", "one\ntwo"),
        ("bidi \u202e kept", "bidi \u202e kept"),
        ("tab\tand\nline", "tab\tand\nline"),
        (412, "412"),
        (412.25, "412.25"),
        (0.1 + 0.2, "0.3"),
        (100012345678, "100012345678"),
        (True, "TRUE"),
        (date(2026, 5, 4), "2026-05-04"),
        ("   ", None),
        ("'(clear)", "(clear)"),
    ],
)
def test_text(cell: Any, expected: str | None) -> None:
    assert parse(Holds.TEXT, cell) == expected


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\x9f", "\ud800"]
)
def test_control_characters_are_refused_and_named(character: str) -> None:
    with pytest.raises(Refused, match=f"U\\+{ord(character):04X}"):
        parse(Holds.TEXT, f"a{character}b")


def test_references_lose_outer_spaces_and_hold_no_separator() -> None:
    assert parse(Holds.REF, " CD-7 ") == "CD-7"
    assert parse(Holds.REF, 412) == "412"
    assert parse(Holds.REFS, " P-1;P-2 ;; P-1") == ("P-1", "P-2")
    assert parse(Holds.REFS, " ; ") is None
    for bad in ("P-1;P-2", "P-1\nP-2"):
        with pytest.raises(Refused, match="one reference"):
            parse(Holds.REF, bad)


def test_listed_values_ignore_case_and_outer_spaces() -> None:
    assert parse(Holds.CHOICE, " Home VISIT ", choices=("home visit",)) == "home visit"
    assert parse(Holds.PROGRAMME, "Troubled-Families-2015") == "troubled-families-2015"
    assert parse(Holds.CRITERION, "CRIME") == "crime"
    assert parse(Holds.FACT_KIND, "Offence ") == "offence"
    assert parse(Holds.BENEFIT, "ESA") == "esa"
    assert parse(Holds.CATEGORIES, "Health; HOUSING;") == ("health", "housing")
    assert parse(Holds.CODES, "aut; Ld") == ("AUT", "LD")
    assert parse(Holds.CODE, "wbri") == "WBRI"
    assert parse(Holds.CONDITION, "Safeguarding") == "safeguarding"
    assert parse(Holds.CONDITION, "Schedule 1, our words") == "Schedule 1, our words"


def test_a_recipient_may_be_narrowed_to_one_organisation() -> None:
    assert parse(Holds.RECIPIENTS, "Schools/ Millbridge  High; NHS") == (
        "schools/Millbridge High", "nhs",
    )  # fmt: skip
    for bad in ("schools/", "bank", "bank/One", "schools; bank"):
        with pytest.raises(Refused, match="separated by semicolons"):
            parse(Holds.RECIPIENTS, bad)


@pytest.mark.parametrize(
    ("holds", "cell"),
    [(Holds.CHOICE, "visit"), (Holds.PROGRAMME, "families-1999"), (Holds.CRITERION, "luck"),
     (Holds.FACT_KIND, "rumour"), (Holds.BENEFIT, "pension"), (Holds.CATEGORIES, "gossip"),
     (Holds.PURPOSES, "curiosity"), (Holds.SAME_AS, "P-1"), (Holds.SAME_AS, "/P-1")],
)  # fmt: skip
def test_values_that_no_list_has_are_refused(holds: Holds, cell: str) -> None:
    with pytest.raises(Refused, match="should"):
        parse(holds, cell, choices=("home visit", "office"))


@pytest.mark.parametrize("holds", sorted(Holds, key=str))
def test_a_cell_in_error_is_refused_in_every_column(holds: Holds) -> None:
    with pytest.raises(Refused, match="error of the sheet"):
        parse(holds, OddCell("#REF!", "is an error of the sheet"))
