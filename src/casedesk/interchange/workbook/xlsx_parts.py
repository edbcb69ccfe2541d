"""The parts of an Excel workbook around its sheets: list of sheets, shared texts, styles.

Source: ECMA-376 (Office Open XML), SpreadsheetML; only what cells' values need.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from casedesk.domain.errors import FileProblem
from casedesk.interchange.workbook.raw import MOST_CHARACTERS
from casedesk.interchange.workbook.text_escapes import decode_xlsx_text
from casedesk.interchange.workbook.xml_events import Attributes, local_name, stream_xml
from casedesk.interchange.workbook.zip_package import ZipPackage

TOO_LONG = "\x00too long\x00"
"""Stands for a shared text that no cell may hold; refused where a named column uses it."""

_LONGEST_FORMAT = 255
_OUR_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_NOT_FORMAT_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)


@dataclass(slots=True)
class WorkbookParts:
    """Where the sheets are and how their dates count.

    `sheets` are (name, part) in the workbook's order; `counts_from_1904` is the date
    system; `date_styles` says of each cell style whether its numbers are dates.
    `characters` counts the text of all cells read: a shared text counts wherever it stands.
    """

    sheets: list[tuple[str, str]] = field(default_factory=list)
    counts_from_1904: bool = False
    strings: list[str] = field(default_factory=list)
    date_styles: list[bool] = field(default_factory=list)
    characters: int = 0


def read_parts(package: ZipPackage) -> WorkbookParts:
    """Everything of a workbook but its sheets. Raises `FileProblem`."""
    found = WorkbookParts()
    roots = _relations(package, "_rels/.rels", "")
    main = next((to for kind, to in roots.values() if kind == "officeDocument"), None)
    if main is None or main not in package:
        raise package.damaged()
    folder, name = posixpath.split(main)
    relations = _relations(package, f"{folder}/_rels/{name}.rels".lstrip("/"), folder)
    for sheet, relation in _workbook(package, main, found):
        kind, target = relations.get(relation, ("", ""))
        if kind == "worksheet":
            if target not in package:
                raise package.damaged()
            found.sheets.append((sheet, target))
    by_kind = {kind: target for kind, target in relations.values() if target in package}
    if "sharedStrings" in by_kind:
        found.strings = _shared_strings(package, by_kind["sharedStrings"])
    if "styles" in by_kind:
        found.date_styles = _date_styles(package, by_kind["styles"])
    return found


def _relations(package: ZipPackage, part: str, folder: str) -> dict[str, tuple[str, str]]:
    """(last word of the type, part) by relation id."""
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, attributes: Attributes) -> None:
        if local_name(name) == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "").replace("\\", "/")
            whole = target if target.startswith("/") else posixpath.join("/", folder, target)
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = (kind, posixpath.normpath(whole).lstrip("/"))

    if part in package:
        stream_xml(package.chunks(part), package.name, start, _nothing, _nothing)
    return found


def _workbook(package: ZipPackage, part: str, into: WorkbookParts) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def start(name: str, attributes: Attributes) -> None:
        plain = local_name(name)
        if plain == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            found.append((attributes.get("name", ""), relation))
        elif plain == "workbookPr":
            into.counts_from_1904 = attributes.get("date1904", "0").lower() in ("1", "true", "on")

    stream_xml(package.chunks(part), package.name, start, _nothing, _nothing)
    return found


def _shared_strings(package: ZipPackage, part: str) -> list[str]:
    """The shared texts in order; the runs of a rich text joined, pronunciations left out."""
    found: list[str] = []
    pieces: list[str] = []
    length = 0
    inside_text = False
    inside_reading = 0

    def start(name: str, _attributes: Attributes) -> None:
        nonlocal inside_text, inside_reading, length
        plain = local_name(name)
        if plain == "t":
            inside_text = not inside_reading
        elif plain == "si":
            pieces.clear()
            length = 0
        elif plain == "rPh":
            inside_reading += 1

    def end(name: str) -> None:
        nonlocal inside_text, inside_reading
        plain = local_name(name)
        if plain == "t":
            inside_text = False
        elif plain == "si":
            text = decode_xlsx_text("".join(pieces)) if length <= MOST_CHARACTERS else TOO_LONG
            found.append("" if text.isspace() else text)
        elif plain == "rPh":
            inside_reading -= 1

    def text(data: str) -> None:
        nonlocal length
        if inside_text:
            length += len(data)
            if length <= MOST_CHARACTERS:
                pieces.append(data)

    stream_xml(package.chunks(part), package.name, start, end, text)
    return found


def _date_styles(package: ZipPackage, part: str) -> list[bool]:
    formats: dict[str, str] = {}
    styles: list[str] = []
    inside_cells = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal inside_cells
        plain = local_name(name)
        if plain == "numFmt":
            formats.setdefault(attributes.get("numFmtId", ""), attributes.get("formatCode", ""))
        elif plain == "cellXfs":
            inside_cells = True
        elif plain == "xf" and inside_cells:
            styles.append(attributes.get("numFmtId", "0"))

    def end(name: str) -> None:
        nonlocal inside_cells
        if local_name(name) == "cellXfs":
            inside_cells = False

    stream_xml(package.chunks(part), package.name, start, end, _nothing)
    return [
        is_date_format(formats[number])
        if number in formats
        else number.isdecimal() and len(number) < 4 and int(number) in _OUR_DATE_FORMATS
        for number in styles
    ]


def is_date_format(code: str) -> bool:
    """Whether a number format shows dates or times: it has a letter of one outside quotes."""
    first = code[:_LONGEST_FORMAT].partition(";")[0]
    letters = _NOT_FORMAT_LETTERS.sub("", first).lower()
    return "general" not in letters and any(letter in letters for letter in "dmyhs")


def too_long(file_name: str, sheet: str, row: int) -> FileProblem:
    """The sentence for a cell with more text than a cell can hold."""
    return FileProblem(
        f"“{file_name}”, {sheet}, row {row}: a cell holds more than {MOST_CHARACTERS:,} "
        "characters; shorten it or split the row and try again."
    )


def too_much_text(file_name: str) -> FileProblem:
    """The sentence for a few texts that many cells share, to no honest end."""
    return FileProblem(
        f"“{file_name}” holds more than 100 MiB of text; split it into several workbooks and "
        "import them one after another."
    )


def _nothing(*_: object) -> None:
    """Wanted by no part that uses it."""
