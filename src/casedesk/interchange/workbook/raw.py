"""A workbook as it was read: sheets of rows of cells, nothing understood yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from casedesk.interchange.workbook.problems import ProblemLog

MOST_BYTES = 100 * 1024 * 1024
MOST_ROWS = 200_000
MOST_COLUMNS = 256
MOST_CHARACTERS = 32_767
MOST_LEVELS = 64
BLANK_ROWS_TO_STOP = 200

Progress = Callable[[str, int], None]
"""Called now and then with what is being done and the rows done; may raise to cancel."""

ROWS_A_STEP = 5_000


@dataclass(frozen=True, slots=True)
class OddCell:
    """A cell without a usable value: `shown` is what stands there, `wrong` why it won't do."""

    shown: str
    wrong: str


RawValue = str | bool | int | float | date | datetime | OddCell | None
"""A cell: None is blank; a `date` had no time of day; text is as it was written."""


@dataclass(slots=True)
class RawSheet:
    """The rows of one known sheet.

    `columns` are the known headings that were found, `rows` the row's number in the file
    and its cells in the order of `columns`. Blank rows are left out.
    """

    name: str
    columns: tuple[str, ...] = ()
    rows: list[tuple[int, list[RawValue]]] = field(default_factory=list)


@dataclass(slots=True)
class RawWorkbook:
    """A workbook as it was read, with what was ignored (`log.warnings`) and what is wrong.

    `sheets` are by name, in the order of the schema.
    """

    file_name: str
    log: ProblemLog = field(default_factory=ProblemLog)
    sheets: dict[str, RawSheet] = field(default_factory=dict)
