"""Reads the rows of one sheet of an Excel workbook, in one pass.

Formulas count by the value that the spreadsheet program stored and are never evaluated.
Source: ECMA-376, SpreadsheetML; rules in docs/interchange.md, Reading.
"""

from __future__ import annotations

from casedesk.interchange.workbook.raw import (
    MOST_BYTES,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    RawValue,
    RawWorkbook,
)
from casedesk.interchange.workbook.row_collector import RowCollector, too_many_columns
from casedesk.interchange.workbook.xlsx_parts import (
    TOO_LONG,
    WorkbookParts,
    too_long,
    too_much_text,
)
from casedesk.interchange.workbook.xlsx_values import (
    NO_RESULT,
    date_value,
    error_value,
    iso_value,
    plain_number,
    text_value,
)
from casedesk.interchange.workbook.xml_events import (
    Attributes,
    EnoughRead,
    local_name,
    stream_xml,
)
from casedesk.interchange.workbook.zip_package import ZipPackage

_LAST_ROW = 1_048_576
_UNWANTED = -1
_DIGITS = "0123456789"


def column_number(letters: str) -> int:
    """`A` is 0, `AA` is 26. Raises ValueError for anything that is not letters A to Z."""
    if not letters:
        raise ValueError("not a column")
    number = 0
    for letter in letters:
        if not "A" <= letter <= "Z" or number > _LAST_ROW:
            raise ValueError("not a column")
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """0 is `A`, 26 is `AA`."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class SheetHandler:
    """Turns the events of a sheet's XML into rows for the collector.

    One object a sheet; `start`, `end` and `text` are called for every element, so they do
    as little as they can.
    """

    def __init__(self, book: RawWorkbook, parts: WorkbookParts, rows: RowCollector) -> None:
        self._book = book
        self._parts = parts
        self._strings = parts.strings
        self._date_styles = parts.date_styles
        self._from_1904 = parts.counts_from_1904
        self._rows = rows
        self._names: dict[str, str] = {}
        self._wanted: dict[str, int] = {}
        self._unheaded: set[str] = set()
        self._row = 0
        self._width = 0
        self._cells: list[RawValue] = []
        self._filled = False
        self._first: list[tuple[int, RawValue]] = []
        self._letters = ""
        self._kind = "n"
        self._style: str | None = None
        self._index = _UNWANTED
        self._formula = False
        self._has_value = False
        self._taking = False
        self._pieces: list[str] = []
        self._length = 0
        self._phonetic = 0

    def start(self, name: str, attributes: Attributes) -> None:
        plain = self._names.get(name) or self._learn(name)
        if plain == "c":
            self._start_cell(attributes)
        elif plain == "v" or plain == "t":
            self._taking = not self._phonetic
            self._has_value = True
        elif plain == "row":
            self._start_row(attributes)
        elif plain == "f":
            self._formula = True
        elif plain == "rPh":
            self._phonetic += 1

    def end(self, name: str) -> None:
        plain = self._names[name]
        if plain == "v" or plain == "t":
            self._taking = False
        elif plain == "c":
            if self._has_value or self._formula:
                self._end_cell()
        elif plain == "row":
            self._end_row()
        elif plain == "rPh":
            self._phonetic -= 1

    def text(self, data: str) -> None:
        if self._taking:
            self._length += len(data)
            if self._length <= MOST_CHARACTERS:
                self._pieces.append(data)

    def _learn(self, name: str) -> str:
        plain = self._names[name] = local_name(name)
        return plain

    def _start_row(self, attributes: Attributes) -> None:
        given = attributes.get("r")
        number = int(given) if given is not None else self._row + 1
        if not self._row < number <= _LAST_ROW:
            raise ValueError("rows out of order")
        self._row = number
        if self._rows.enough(number):
            raise EnoughRead
        self._letters = ""
        self._filled = False
        self._cells = [None] * self._width

    def _start_cell(self, attributes: Attributes) -> None:
        place = attributes.get("r")
        if place is not None:
            self._letters = letters = place.rstrip(_DIGITS)
        else:
            before = column_number(self._letters) if self._letters else -1
            self._letters = letters = column_letters(before + 1)
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s")
        self._formula = self._has_value = self._taking = False
        self._pieces = []
        self._length = 0
        index = self._wanted.get(letters)
        self._index = self._place(letters) if index is None else index

    def _place(self, letters: str) -> int:
        """What to do with a column not met before; remembered once headings are known."""
        if self._rows.has_headings and column_number(letters) < MOST_COLUMNS:
            self._wanted[letters] = _UNWANTED
        return _UNWANTED

    def _end_cell(self) -> None:
        if self._index == _UNWANTED:
            self._end_unwanted_cell()
            return
        value = self._value()
        if value is not None:
            self._cells[self._index] = value
            self._filled = True
            if type(value) is str:
                self._parts.characters += len(value)

    def _end_unwanted_cell(self) -> None:
        letters = self._letters
        if self._rows.has_headings:
            if letters in self._unheaded:
                return
            if self._value() is None:
                return
            if column_number(letters) >= MOST_COLUMNS:
                raise too_many_columns(self._book.file_name, self._rows.raw.name, self._row)
            self._unheaded.add(letters)
            self._rows.no_heading(letters)
            return
        value = self._value()
        if value is not None:
            number = column_number(letters)
            if number >= MOST_COLUMNS:
                raise too_many_columns(self._book.file_name, self._rows.raw.name, self._row)
            self._first.append((number, value))

    def _end_row(self) -> None:
        if self._filled:
            self._rows.row(self._row, self._cells)
            if self._parts.characters > MOST_BYTES:
                raise too_much_text(self._book.file_name)
        elif self._first:
            places = self._rows.headings(self._row, self._first)
            self._wanted = {column_letters(place): index for place, index in places.items()}
            # A column with an unknown heading has been reported; it is not "no heading".
            self._unheaded = {column_letters(place) for place, _cell in self._first}
            self._width = len(places)
            self._first = []
        elif self._rows.enough(self._row + 1):
            raise EnoughRead

    def _value(self) -> RawValue:
        kind = self._kind
        text = self._pieces[0] if len(self._pieces) == 1 else "".join(self._pieces)
        if self._length > MOST_CHARACTERS:
            raise too_long(self._book.file_name, self._rows.raw.name, self._row)
        if kind == "s":
            number = int(text)
            if number < 0:
                raise ValueError("no such text")
            shared = self._strings[number]
            if shared is TOO_LONG:
                raise too_long(self._book.file_name, self._rows.raw.name, self._row)
            return shared or None
        if kind == "n":
            if not text.strip():
                return NO_RESULT if self._formula else None
            amount = plain_number(text.strip())
            return date_value(amount, self._from_1904) if self._shows_a_date() else amount
        if kind in ("str", "inlineStr"):
            if not self._has_value and self._formula:
                return NO_RESULT
            return text_value(text)
        if kind == "b":
            return text.strip() in ("1", "true")
        if kind == "e":
            return error_value(text)
        if kind == "d":
            return iso_value(text)
        raise ValueError("no such type of cell")

    def _shows_a_date(self) -> bool:
        if self._style is None:
            return bool(self._date_styles) and self._date_styles[0]
        return int(self._style) < len(self._date_styles) and self._date_styles[int(self._style)]


def read_xlsx_sheet(
    package: ZipPackage, part: str, book: RawWorkbook, parts: WorkbookParts, rows: RowCollector
) -> None:
    """Read one sheet into the collector. Raises `FileProblem`."""
    handler = SheetHandler(book, parts, rows)
    try:
        stream_xml(package.chunks(part), package.name, handler.start, handler.end, handler.text)
    except (ValueError, IndexError, OverflowError) as error:
        raise package.damaged() from error
