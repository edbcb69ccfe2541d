"""Reads a folder of CSV files, one a sheet (docs/interchange.md, Reading)."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from casedesk.domain.errors import FileProblem
from casedesk.interchange.workbook.columns import Sheet
from casedesk.interchange.workbook.raw import (
    MOST_BYTES,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    Progress,
    RawValue,
    RawWorkbook,
)
from casedesk.interchange.workbook.row_collector import RowCollector, too_many_columns
from casedesk.interchange.workbook.schema import SHEETS
from casedesk.interchange.workbook.text_escapes import decode_csv_text
from casedesk.interchange.workbook.xlsx_parts import too_long

_SHEET_BY_STEM = {sheet.name.casefold(): sheet for sheet in SHEETS}


def sheet_of_file(path: Path) -> Sheet | None:
    """The sheet that a file is named after: `sharing-decisions.csv`, `Sharing Decisions.CSV`."""
    if path.suffix.casefold() != ".csv":
        return None
    stem = path.stem.casefold().replace("-", " ").replace("_", " ").strip()
    return _SHEET_BY_STEM.get(stem)


def read_csv_folder(folder: Path, progress: Progress) -> RawWorkbook:
    """Every known CSV file of a folder. Raises `FileProblem` naming the file at fault."""
    book = RawWorkbook(folder.name)
    by_sheet: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.casefold() != ".csv" or not path.is_file():
            continue
        sheet = sheet_of_file(path)
        if sheet is None:
            book.log.warn(f"The file “{path.name}” is not one of the workbook's; it was left out.")
        elif sheet.name in by_sheet:
            raise FileProblem(
                f"“{by_sheet[sheet.name].name}” and “{path.name}” are both the sheet "
                f"{sheet.name}; put the rows into one of them and try again."
            )
        else:
            by_sheet[sheet.name] = path
    for sheet in SHEETS:
        if sheet.name in by_sheet:
            _read_file(by_sheet[sheet.name], RowCollector(book, sheet, progress), book)
    return book


def _read_file(path: Path, rows: RowCollector, book: RawWorkbook) -> None:
    text = _text_of(path)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=_delimiter(text))
    places: dict[int, int] = {}
    width = 0
    unheaded: set[int] = set()
    number = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise FileProblem(
                f"“{path.name}”, row {number + 1}: a quotation mark is not closed or stands where "
                "none belongs, or a cell is too long; correct the row and try again."
            ) from error
        number += 1
        if not any(cell and not cell.isspace() for cell in cells):
            if rows.enough(number + 1):
                return
            continue
        if len(cells) > MOST_COLUMNS and any(cells[MOST_COLUMNS:]):
            raise too_many_columns(path.name, rows.raw.name, number)
        if not rows.has_headings:
            places = rows.headings(number, enumerate(cells))
            width = len(cells)
            unheaded = {at for at, cell in enumerate(cells) if not cell.strip()}
            continue
        taken: list[RawValue] = [None] * len(places)
        for at, cell in enumerate(cells):
            if not cell:
                continue
            index = places.get(at)
            if index is not None:
                if len(cell) > MOST_CHARACTERS:
                    raise too_long(path.name, rows.raw.name, number)
                taken[index] = None if cell.isspace() else decode_csv_text(cell)
            elif at >= width and not cell.isspace():
                book.log.error(
                    rows.raw.name, number, f"{at + 1} (beyond the headings)", cell,
                    "has no heading above it; is there a separator in a text without "
                    "quotation marks?",
                )  # fmt: skip
            elif at in unheaded and not cell.isspace():
                unheaded.discard(at)
                rows.no_heading(str(at + 1))
        rows.row(number, taken)


def _text_of(path: Path) -> str:
    if path.stat().st_size > MOST_BYTES:
        raise FileProblem(
            f"“{path.name}” is larger than 100 MiB; split it and import the parts one after "
            "another."
        )
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(path) from error
    except OSError as error:
        raise FileProblem(
            f"“{path.name}” could not be read; close it elsewhere and try again."
        ) from error
    if "\x00" in text:
        raise _not_utf8(path)
    return text


def _not_utf8(path: Path) -> FileProblem:
    return FileProblem(
        f"“{path.name}” is not text in UTF-8; in the spreadsheet program save it as "
        "“CSV UTF-8” and try again."
    )


def _delimiter(text: str) -> str:
    """A comma, or a semicolon where the heading row has no comma."""
    first = next((line for line in io.StringIO(text) if line.strip(" \t\r\n,;")), "")
    return "," if "," in first or ";" not in first else ";"
