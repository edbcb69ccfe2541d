"""Tells files apart by their content and reads the case workbook, whatever its form."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from casedesk.domain.errors import FileProblem
from casedesk.interchange.workbook.csv_reader import read_csv_folder
from casedesk.interchange.workbook.raw import Progress, RawWorkbook
from casedesk.interchange.workbook.row_collector import RowCollector
from casedesk.interchange.workbook.schema import (
    HELPER_SHEETS,
    SHEET_BY_FOLDED_NAME,
    SHEETS,
)
from casedesk.interchange.workbook.xlsx_parts import read_parts
from casedesk.interchange.workbook.xlsx_sheet import read_xlsx_sheet
from casedesk.interchange.workbook.zip_package import ZipPackage

FileForm = Literal[
    "xlsx", "csv-folder", "xml", "old-office", "open-document", "zip", "csv", "pdf", "empty",
    "missing", "special", "unknown",
]  # fmt: skip

_HEAD = 4_096
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS = "open it in a spreadsheet program, save it as an Excel workbook (.xlsx) and try again"
_REFUSALS: dict[str, str] = {
    "xml": "is XML, not a case workbook",
    "old-office": "is an old Excel file (.xls) or one protected by a password; without the "
    "password " + _SAVE_AS,
    "open-document": "is an OpenDocument file; " + _SAVE_AS,
    "zip": "is a zip file, not a workbook; if it holds CSV files, unpack it and import the folder",
    "csv": "is a single text file; put the CSV files, named like the sheets (families.csv, "
    "people.csv, …), into a folder and import the folder",
    "pdf": "is a PDF, not a workbook; ask for the spreadsheet it was made from",
    "empty": "is empty; ask for the file again",
    "missing": "was not found; check the name and try again",
    "special": "is not an ordinary file or folder; choose a workbook or a folder of CSV files",
    "unknown": "is not an Excel workbook (.xlsx) or a folder of CSV files; choose another file",
}


def looks_like(path: Path) -> FileForm:
    """What a file or folder is, by its content; its name is not looked at but for `csv`.

    `xlsx` and `csv-folder` may be a case workbook, `xml` a census. Raises `FileProblem`
    when the file may not be opened.
    """
    try:
        if path.is_dir():
            return "csv-folder"
        if not path.exists():
            return "missing"
        if not path.is_file():
            return "special"
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise FileProblem(
            f"“{path.name}” could not be opened; check that you may read it."
        ) from error
    if not head:
        return "empty"
    if head.startswith(b"PK"):
        return _zip_form(path)
    if head.startswith(_OLE):
        return "old-office"
    if head.startswith(b"%PDF"):
        return "pdf"
    return _text_form(head, path)


def _zip_form(path: Path) -> FileForm:
    try:
        with ZipPackage(path) as package:
            if "[Content_Types].xml" in package and "_rels/.rels" in package:
                return "xlsx"
            if "mimetype" in package and "content.xml" in package:
                return "open-document"
    except FileProblem:
        # What is wrong with it is said when it is read as the workbook it claims to be.
        return "xlsx"
    return "zip"


def _text_form(head: bytes, path: Path) -> FileForm:
    if head.startswith(_UTF16_MARKS):
        text = head.decode("utf-16", errors="replace")
    else:
        text = head.decode("utf-8-sig", errors="replace")
    if text.lstrip().startswith("<"):
        return "xml"
    if path.suffix.casefold() in (".csv", ".txt", ".tsv") and "\x00" not in text:
        return "csv"
    return "unknown"


def refusal(path: Path, form: FileForm) -> FileProblem:
    """The sentence for a file that is no case workbook, by what it is."""
    return FileProblem(f"“{path.name}” {_REFUSALS.get(form, _REFUSALS['unknown'])}.")


def read_workbook(path: Path, progress: Progress = lambda _what, _rows: None) -> RawWorkbook:
    """Read a case workbook: an `.xlsx` file, or a folder of CSV files.

    What is wrong with headings is in the answer's `log`; a file that cannot be used at all
    raises `FileProblem`, one sentence that names it. `progress` may raise to cancel.
    """
    form = looks_like(path)
    if form == "xlsx":
        book = _read_xlsx(path, progress)
    elif form == "csv-folder":
        try:
            book = read_csv_folder(path, progress)
        except OSError as error:
            raise FileProblem(
                f"“{path.name}” could not be read; check that you may open it."
            ) from error
    else:
        raise refusal(path, form)
    if not book.sheets:
        names = ", ".join(sheet.name for sheet in SHEETS[:4])
        raise FileProblem(
            f"“{path.name}” has none of the workbook's sheets ({names}, …); make an empty "
            "workbook with “casedesk workbook-template” and fill that in."
        )
    return book


def _read_xlsx(path: Path, progress: Progress) -> RawWorkbook:
    book = RawWorkbook(path.name)
    with ZipPackage(path) as package:
        parts = read_parts(package)
        known: dict[str, str] = {}
        for title, part in parts.sheets:
            folded = title.strip().casefold()
            sheet = SHEET_BY_FOLDED_NAME.get(folded)
            if sheet is None:
                if folded not in HELPER_SHEETS:
                    book.log.warn(
                        f"The sheet “{title}” is not one of the workbook's; it was left out."
                    )
            elif sheet.name in known:
                raise FileProblem(
                    f"“{path.name}” has two sheets called {sheet.name}; put the rows into one of "
                    "them and try again."
                )
            else:
                known[sheet.name] = part
        for sheet in SHEETS:
            if sheet.name in known:
                rows = RowCollector(book, sheet, progress)
                read_xlsx_sheet(package, known[sheet.name], book, parts, rows)
    return book
