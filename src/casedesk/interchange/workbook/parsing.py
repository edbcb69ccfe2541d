"""From the cells of a workbook to typed rows, and everything wrong with single cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from casedesk.interchange.workbook.cells import Parser, Refused
from casedesk.interchange.workbook.columns import Column, Holds, Sheet
from casedesk.interchange.workbook.known_lists import KnownLists
from casedesk.interchange.workbook.listed_cells import parser_for
from casedesk.interchange.workbook.problems import ProblemLog, shown
from casedesk.interchange.workbook.raw import (
    ROWS_A_STEP,
    OddCell,
    Progress,
    RawSheet,
    RawValue,
    RawWorkbook,
)
from casedesk.interchange.workbook.same_as import splits
from casedesk.interchange.workbook.schema import SHEET_BY_NAME
from casedesk.interchange.workbook.text_escapes import is_clear_command


class Clear:
    """The value of a cell that says `(clear)`: its field is to be emptied."""

    def __repr__(self) -> str:
        return "(clear)"


CLEAR: Final = Clear()

_FEW_VALUES = frozenset(Holds) - {Holds.TEXT, Holds.VOICES, Holds.MOMENT}
_MOST_REMEMBERED = 20_000


@dataclass(slots=True)
class Row:
    """One row understood: `values` by heading, blank cells left out.

    `bad` names the headings whose cells were refused: they are neither blank nor known.
    """

    number: int
    values: dict[str, Any]
    bad: tuple[str, ...] = ()


@dataclass(slots=True)
class ParsedRows:
    """Typed rows by sheet, in the order of the schema, and what is wrong so far."""

    lists: KnownLists
    log: ProblemLog
    sheets: dict[str, list[Row]] = field(default_factory=dict)

    def rows(self, sheet: Sheet) -> list[Row]:
        return self.sheets.get(sheet.name, [])

    def family_refs(self) -> set[str]:
        """Every family that the file names, to be fetched from the vault where it is there.

        A `same_as` of `A/B/C` may mean family `A` or family `A/B`; both are named.
        """
        found: set[str] = set()
        for rows in self.sheets.values():
            for row in rows:
                if "family_ref" in row.values:
                    found.add(row.values["family_ref"])
                if "same_as" in row.values:
                    found.update(family for family, _person in splits(row.values["same_as"]))
        return found


def parse_rows(
    raw: RawWorkbook, lists: KnownLists, progress: Progress = lambda _what, _rows: None
) -> ParsedRows:
    """Understand every cell of a workbook; problems go to the answer's `log`.

    The rows of `raw` are let go as they are understood.
    """
    parsed = ParsedRows(lists, raw.log)
    for sheet in raw.sheets.values():
        parsed.sheets[sheet.name] = _parse_sheet(sheet, parsed, progress)
    return parsed


def _parse_sheet(raw: RawSheet, parsed: ParsedRows, progress: Progress) -> list[Row]:
    schema = SHEET_BY_NAME[raw.name]
    readers = [
        _CellReader(schema, schema.by_name[name], parsed.lists, parsed.log) for name in raw.columns
    ]
    rows: list[Row] = []
    for number, cells in raw.rows:
        values: dict[str, Any] = {}
        bad: tuple[str, ...] = ()
        for reader, cell in zip(readers, cells, strict=True):
            if cell is None:
                continue
            try:
                value = reader.read(cell)
            except Refused as refused:
                parsed.log.error(raw.name, number, reader.name, _as_written(cell), refused.expected)
                bad = (*bad, reader.name)
                continue
            if value is not None:
                values[reader.name] = value
                if reader.check is not None and value is not CLEAR:
                    reader.doubt(number, value)
        rows.append(Row(number, values, bad))
        if len(rows) % ROWS_A_STEP == 0:
            progress(f"Checking {raw.name}", len(rows))
    raw.rows.clear()
    return rows


class _CellReader:
    """Reads the cells of one column; remembers what it understood of repeated texts."""

    def __init__(self, sheet: Sheet, column: Column, lists: KnownLists, log: ProblemLog) -> None:
        self.name = column.name
        self.check = column.check
        self._sheet = sheet
        self._column = column
        self._log = log
        self._parse: Parser = parser_for(column, lists)
        self._remembers = column.holds in _FEW_VALUES
        self._remembered: dict[str, Any] = {}

    def read(self, cell: RawValue) -> Any:
        """The value, None for blank, or CLEAR. Raises `Refused`."""
        if type(cell) is not str:
            return self._parse(cell)
        if not self._remembers:
            return self._clear() if is_clear_command(cell) else self._parse(cell)
        found = self._remembered.get(cell)
        if found is None:
            found = self._clear() if is_clear_command(cell) else self._parse(cell)
            if len(self._remembered) < _MOST_REMEMBERED:
                self._remembered[cell] = found
        return found

    def doubt(self, row: int, value: Any) -> None:
        """Warn about a value that is kept as written and is likely wrong."""
        written = "; ".join(value) if isinstance(value, tuple) else value
        doubt = self.check and self.check(written)
        if doubt:
            self._log.warn(
                f"{self._sheet.name}, row {row}, column {self.name}: “{shown(written)}” was kept "
                f"as written. {doubt}"
            )

    def _clear(self) -> Clear:
        if self._column.required:
            raise Refused("cannot empty a required column; leave the cell blank to keep its value")
        if self.name in (self._sheet.own_ref, "same_as"):
            raise Refused("cannot empty a reference; leave the cell blank to keep it")
        return CLEAR


def _as_written(cell: RawValue) -> object:
    return cell.shown if isinstance(cell, OddCell) else cell
