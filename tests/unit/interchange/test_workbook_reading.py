"""Reading Excel workbooks and CSV folders: headings, sheets, blank rows, cells of each type."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from workbook_files import FAMILY, HOUSEHOLD, write_csv, write_xlsx

from casedesk.domain.errors import FileProblem
from casedesk.interchange.workbook import looks_like, read_workbook
from casedesk.interchange.workbook.raw import OddCell, RawWorkbook
from casedesk.interchange.workbook.xlsx_parts import is_date_format
from casedesk.interchange.workbook.xlsx_sheet import column_letters, column_number
from casedesk.interchange.workbook.xlsx_values import date_value


def rows(book: RawWorkbook, sheet: str) -> list[dict[str, Any]]:
    raw = book.sheets[sheet]
    return [dict(zip(raw.columns, cells, strict=True)) for _number, cells in raw.rows]


def errors(book: RawWorkbook) -> list[str]:
    return [problem.sentence for problem in book.log.problems]


def save(path: Path, *lines: list[Any], title: str = "Families") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for line in lines:
        sheet.append(line)
    book.save(path)
    return path


@pytest.fixture(params=["xlsx", "csv"])
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Writes sheets in either form and answers the path."""

    def write(sheets: Any) -> Path:
        if request.param == "xlsx":
            return write_xlsx(tmp_path / "cases.xlsx", sheets)
        return write_csv(tmp_path / "cases", sheets)

    return write


def test_both_forms_hold_the_same_rows(written: Any) -> None:
    book = read_workbook(written(HOUSEHOLD))
    assert list(book.sheets) == ["Families", "People"]
    assert rows(book, "Families") == [FAMILY]
    people = rows(book, "People")
    assert [one["person_ref"] for one in people] == ["P-1", "P-2"]
    assert book.log.warnings == []
    assert errors(book) == []


def test_headings_match_whatever_their_case_order_and_outer_spaces(written: Any) -> None:
    book = read_workbook(written({"Families": [{" NAME ": "Ash", "Family_Ref": "CD-1"}]}))
    assert rows(book, "Families") == [{"name": "Ash", "family_ref": "CD-1"}]


def test_other_sheets_and_columns_are_reported_and_ignored(written: Any) -> None:
    path = written({"Families": [{**FAMILY, "colour": "red"}], "Notes": [{"a": 1}]})
    book = read_workbook(path)
    assert rows(book, "Families") == [FAMILY]
    assert any("colour" in one for one in book.log.warnings)
    assert any("otes" in one for one in book.log.warnings)
    assert len(book.log.warnings) == 2


def test_a_required_heading_missing_is_an_error(written: Any) -> None:
    book = read_workbook(written({"Facts": [{"family_ref": "CD-1", "on": "2026-01-01"}]}))
    assert errors(book) == [
        "Facts, row 1, column kind: “kind” is a required heading and is missing."
    ]


def test_a_heading_twice_is_an_error(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", ["family_ref", "name", "Name "], ["1", "Ash", "Oak"])
    assert errors(read_workbook(path)) == [
        "Families, row 1, column name: “name” is a heading twice; keep one of them."
    ]


def test_a_file_with_none_of_the_sheets_is_refused(written: Any) -> None:
    with pytest.raises(FileProblem, match="none of the workbook's sheets"):
        read_workbook(written({"Notes": [{"family_ref": "CD-1"}]}))


def test_sheet_names_ignore_case_and_a_second_one_is_refused(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", ["family_ref", "name"], ["1", "Ash"], title=" families ")
    assert rows(read_workbook(path), "Families") == [{"family_ref": "1", "name": "Ash"}]
    book = Workbook()
    for title in ("Facts", "facts "):
        book.create_sheet(title).append(["family_ref", "kind"])
    book.save(tmp_path / "b.xlsx")
    with pytest.raises(FileProblem, match="two sheets called Facts"):
        read_workbook(tmp_path / "b.xlsx")


def test_contents_under_no_heading_are_reported_once(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", ["family_ref", "name"], ["1", "Ash", "stray"], ["2", "B", "x"])
    book = read_workbook(path)
    assert book.log.warnings == [
        "Families: column C has contents and no heading, and was left out."
    ]


def test_blank_rows_are_skipped_and_keep_their_numbers(written: Any) -> None:
    blank = {"family_ref": None, "name": "  "}
    book = read_workbook(written({"Families": [blank, FAMILY, blank, blank, FAMILY]}))
    assert [number for number, _cells in book.sheets["Families"].rows] == [3, 6]


@pytest.mark.parametrize(("blank", "read"), [(199, 2), (200, 1), (1000, 1)])
def test_reading_stops_after_200_blank_rows(written: Any, blank: int, read: int) -> None:
    nothing = {"family_ref": "", "name": ""}
    book = read_workbook(written({"Families": [FAMILY, *[nothing] * blank, FAMILY]}))
    assert len(book.sheets["Families"].rows) == read
    expected = [] if read == 2 else [
        "Families: reading stopped at row 202, after 200 blank rows; nothing below it was read."
    ]  # fmt: skip
    assert book.log.warnings == expected


def test_a_gap_in_row_numbers_counts_as_blank_rows(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Families"
    for place, value in {"A1": "family_ref", "B1": "name", "A2": "1", "B2": "Ash",
                         "A900000": "2", "B900000": "Oak"}.items():  # fmt: skip
        sheet[place] = value
    book.save(tmp_path / "a.xlsx")
    read = read_workbook(tmp_path / "a.xlsx")
    assert len(read.sheets["Families"].rows) == 1
    assert "row 202" in read.log.warnings[0]


def test_excel_cells_of_every_type(tmp_path: Path) -> None:
    path = save(
        tmp_path / "a.xlsx",
        ["family_ref", "name", "keyworker", "team", "referred_on", "address_protected", "alert"],
        [412, 7.5, datetime(2026, 5, 4, 12, 30), True, date(2026, 5, 4), "#N/A", "two\nlines "],  # noqa: DTZ001
    )
    (row,) = rows(read_workbook(path), "Families")
    assert row["family_ref"] == 412
    assert row["name"] == 7.5
    assert row["keyworker"] == datetime(2026, 5, 4, 12, 30)  # noqa: DTZ001
    assert row["team"] is True
    assert row["referred_on"] == date(2026, 5, 4)
    assert row["address_protected"] == OddCell(
        "#N/A", "is an error of the spreadsheet; correct the cell"
    )
    assert row["alert"] == "two\nlines "


def test_a_formula_without_a_stored_value_is_an_odd_cell(tmp_path: Path) -> None:
    path = save(tmp_path / "a.xlsx", ["family_ref", "name", "x"], ["1", "=1+1", "=2+2"])
    (row,) = rows(read_workbook(path), "Families")
    assert isinstance(row["name"], OddCell)
    assert "no stored value" in row["name"].wrong


def test_the_1904_date_system_is_honoured(tmp_path: Path) -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet.title = "Families"
    sheet.append(["family_ref", "name", "referred_on"])
    sheet.append(["1", "Ash", date(2026, 5, 4)])
    book.save(tmp_path / "a.xlsx")
    assert rows(read_workbook(tmp_path / "a.xlsx"), "Families")[0]["referred_on"] == date(
        2026, 5, 4
    )


@pytest.mark.parametrize(
    ("serial", "from_1904", "expected"),
    [
        (1, False, date(1900, 1, 1)),
        (59, False, date(1900, 2, 28)),
        (61, False, date(1900, 3, 1)),
        (46146, False, date(2026, 5, 4)),
        (44684, True, date(2026, 5, 4)),
        (0, True, date(1904, 1, 1)),
        (46146.5, False, datetime(2026, 5, 4, 12)),  # noqa: DTZ001
        (46146.999999999, False, date(2026, 5, 5)),
    ],
)
def test_serial_numbers_of_days(serial: float, from_1904: bool, expected: date) -> None:
    assert date_value(serial, from_1904) == expected


@pytest.mark.parametrize("serial", [0, 60, -1, 3_000_000, 1e300])
def test_serial_numbers_that_are_no_day(serial: float) -> None:
    assert isinstance(date_value(serial, False), OddCell)


@pytest.mark.parametrize(
    ("code", "expected"),
    [("yyyy-mm-dd", True), ("[$-809]dd mmmm yyyy", True), ("h:mm", True), ("[h]:mm", True),
     ("General", False), ("0.00", False), ('0 "days"', False), ("[Red]0", False),
     ("#,##0\\ \\d", False), ("@", False), ("[$£-809]#,##0.00;[Red]-d", False)],
)  # fmt: skip
def test_number_formats_that_show_dates(code: str, expected: bool) -> None:
    assert is_date_format(code) is expected


@pytest.mark.parametrize(("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (255, "IV")])
def test_columns_by_letters(number: int, letters: str) -> None:
    assert column_letters(number) == letters
    assert column_number(letters) == number


def csv_file(folder: Path, content: bytes, name: str = "families.csv") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("separator", [b",", b";"])
def test_csv_dialects(tmp_path: Path, mark: bytes, end: bytes, separator: bytes) -> None:
    lines = [[b"family_ref", b"name"], [b"CD-1", '"Ash ""é"" \n tree"'.encode()]]
    content = mark + b"".join(separator.join(line) + end for line in lines)
    book = read_workbook(csv_file(tmp_path / "in", content))
    assert rows(book, "Families") == [{"family_ref": "CD-1", "name": 'Ash "é" \n tree'}]


def test_a_semicolon_separates_only_where_the_headings_have_no_comma(tmp_path: Path) -> None:
    content = b"family_ref,name\nCD-1,Ash; and Oak\n"
    book = read_workbook(csv_file(tmp_path / "in", content))
    assert rows(book, "Families") == [{"family_ref": "CD-1", "name": "Ash; and Oak"}]


@pytest.mark.parametrize(
    "name",
    ["sharing-decisions.csv", "Sharing_Decisions.CSV", "sharing decisions.csv"],
)
def test_csv_files_are_named_like_the_sheets(tmp_path: Path, name: str) -> None:
    folder = csv_file(tmp_path / "in", b"family_ref\n", name)
    (folder / "readme.txt").write_text("not ours")
    (folder / "other.csv").write_text("a,b")
    book = read_workbook(folder)
    assert list(book.sheets) == ["Sharing decisions"]
    assert len([one for one in book.log.warnings if "other.csv" in one]) == 1


def test_two_files_for_one_sheet_are_refused(tmp_path: Path) -> None:
    folder = csv_file(tmp_path / "in", b"family_ref\n", "sharing-decisions.csv")
    csv_file(folder, b"family_ref\n", "sharing_decisions.csv")
    with pytest.raises(FileProblem, match="both the sheet Sharing decisions"):
        read_workbook(folder)


def test_a_csv_row_longer_than_the_headings_is_an_error(tmp_path: Path) -> None:
    content = b"family_ref,name\nCD-1,Ash, Oak\nCD-2,Elm,\n"
    book = read_workbook(csv_file(tmp_path / "in", content))
    assert len(errors(book)) == 1
    assert "row 2" in errors(book)[0]
    assert "quotation marks" in errors(book)[0]


def test_the_apostrophe_that_kept_text_from_running_is_taken_off(tmp_path: Path) -> None:
    cells = ["'=1", "''=1", "''", "'Abd", "'", "=1", "'\t=1"]
    content = "family_ref,name\n" + "".join(f"CD-{at},{cell}\n" for at, cell in enumerate(cells))
    book = read_workbook(csv_file(tmp_path / "in", content.encode()))
    assert [row["name"] for row in rows(book, "Families")] == [
        "=1", "'=1", "'", "'Abd", "'", "=1", "\t=1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "form"),
    [(b"", "empty"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old-office"), (b"%PDF-1.7", "pdf"),
     (b"<?xml version='1.0'?><Message/>", "xml"), (b"\xef\xbb\xbf  <Message/>", "xml"),
     ("<Message/>".encode("utf-16"), "xml"), (b"\x00\x01\x02", "unknown"), (b"words", "unknown")],
)  # fmt: skip
def test_files_are_told_apart_by_content(tmp_path: Path, content: bytes, form: str) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(content)
    assert looks_like(path) == form
    with pytest.raises(FileProblem, match=r"file\.xlsx"):
        read_workbook(path)


def test_what_is_there_and_what_is_not(tmp_path: Path) -> None:
    assert looks_like(tmp_path) == "csv-folder"
    assert looks_like(tmp_path / "none") == "missing"
    single = tmp_path / "families.csv"
    single.write_text("family_ref,name\n")
    assert looks_like(single) == "csv"
    path = write_xlsx(tmp_path / "workbook.dat", HOUSEHOLD)
    assert looks_like(path) == "xlsx"
    with pytest.raises(FileProblem, match="not found"):
        read_workbook(tmp_path / "none")
    with pytest.raises(FileProblem, match="put the CSV files"):
        read_workbook(single)


def test_progress_is_told_and_may_cancel(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Families": [FAMILY] * 5_001})
    told: list[tuple[str, int]] = []
    read_workbook(path, lambda what, done: told.append((what, done)))
    assert told == [("Reading Families", 5_000)]

    class Cancelled(Exception):
        pass

    def cancel(_what: str, _rows: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_workbook(path, cancel)
