"""Gathers the rows of one sheet: headings matched, blank rows skipped, limits kept.

The same for Excel workbooks and CSV files (docs/interchange.md, Reading and Limits).
"""

from __future__ import annotations

from collections.abc import Iterable

from casedesk.domain.errors import FileProblem
from casedesk.interchange.workbook.columns import Sheet
from casedesk.interchange.workbook.problems import shown
from casedesk.interchange.workbook.raw import (
    BLANK_ROWS_TO_STOP,
    MOST_COLUMNS,
    MOST_ROWS,
    ROWS_A_STEP,
    Progress,
    RawSheet,
    RawValue,
    RawWorkbook,
)


class RowCollector:
    """Takes the rows of a sheet in order and fills `sheet` of the workbook."""

    def __init__(self, book: RawWorkbook, schema: Sheet, progress: Progress) -> None:
        self.raw = RawSheet(schema.name)
        self.has_headings = False
        self._book = book
        self._schema = schema
        self._progress = progress
        self._last_filled = 0
        book.sheets[schema.name] = self.raw

    def enough(self, number: int) -> bool:
        """Whether reading stops before row `number`, because 200 blank rows end there."""
        if number - self._last_filled <= BLANK_ROWS_TO_STOP:
            return False
        self._book.log.warn(
            f"{self._schema.name}: reading stopped at row "
            f"{self._last_filled + BLANK_ROWS_TO_STOP}, after {BLANK_ROWS_TO_STOP} blank rows; "
            "nothing below it was read."
        )
        return True

    def headings(self, number: int, cells: Iterable[tuple[int, RawValue]]) -> dict[int, int]:
        """Match the heading row, given as (position, cell).

        Answers the index within a row, in the order of `raw.columns`, by position. A
        heading twice and a required one that is missing are errors.
        """
        self.has_headings = True
        self._last_filled = number
        by_name = self._schema.by_name
        found: dict[str, int] = {}
        for position, cell in cells:
            heading = shown(cell).strip() if not isinstance(cell, str) else cell.strip()
            name = heading.casefold()
            if not name:
                continue
            if name not in by_name:
                self._book.log.warn(
                    f"{self._schema.name}: the column “{shown(heading)}” is not one of this "
                    "sheet's and was left out."
                )
            elif name in found:
                self._book.log.error(
                    self._schema.name, number, name, name, "is a heading twice; keep one of them"
                )
            else:
                found[name] = position
        for column in self._schema.columns:
            if column.required and column.name not in found:
                self._book.log.error(
                    self._schema.name, number, column.name, column.name,
                    "is a required heading and is missing",
                )  # fmt: skip
        self.raw.columns = tuple(found)
        return {position: index for index, position in enumerate(found.values())}

    def row(self, number: int, cells: list[RawValue]) -> None:
        """Take a row that is not blank. Raises `FileProblem` beyond the limit of rows."""
        self._last_filled = number
        rows = self.raw.rows
        rows.append((number, cells))
        if len(rows) > MOST_ROWS:
            raise FileProblem(
                f"“{self._book.file_name}”, {self._schema.name}: there are more than "
                f"{MOST_ROWS:,} rows; split it into several workbooks and import them one after "
                "another."
            )
        if len(rows) % ROWS_A_STEP == 0:
            self._progress(f"Reading {self._schema.name}", len(rows))

    def no_heading(self, where: str) -> None:
        """Say that a column without a heading has contents and was left out."""
        self._book.log.warn(
            f"{self._schema.name}: column {where} has contents and no heading, and was left out."
        )


def too_many_columns(file_name: str, sheet: str, row: int) -> FileProblem:
    """The sentence for a row that is wider than any workbook of ours."""
    return FileProblem(
        f"“{file_name}”, {sheet}, row {row}: there are more than {MOST_COLUMNS} columns; keep "
        "only the workbook's own columns and try again."
    )
