"""The empty workbook to fill in: headings, notes and drop-down lists.

Lists that are too long for a cell's own drop-down stand on a hidden sheet, which reading
passes over (docs/interchange.md, The template).
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from casedesk.interchange.workbook.codes import ETHNICITY
from casedesk.interchange.workbook.columns import LISTS, Column, Holds, Sheet
from casedesk.interchange.workbook.known_lists import KnownLists
from casedesk.interchange.workbook.raw import MOST_ROWS
from casedesk.interchange.workbook.schema import SHEETS
from casedesk.interchange.workbook.xlsx_sheet import column_letters

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST_OWN_LIST = 250
_LISTS = "Lists"
_WIDE = {Holds.TEXT: 24, Holds.VOICES: 32, Holds.DATE: 13, Holds.MOMENT: 18}
_MADE = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_FORMATS = {Holds.DATE: "yyyy-mm-dd", Holds.REF: "@", Holds.REFS: "@", Holds.SAME_AS: "@"}
_TEXT_COLUMNS = frozenset(("uprn", "nhs_number", "phone", "la_child_id", "version"))
"""Numbers of which a spreadsheet would drop the leading noughts."""


def template_bytes(lists: KnownLists) -> bytes:
    """An Excel file with every sheet, ready to be filled in and imported."""
    # On first use: openpyxl takes long to load, and nothing else here needs it.
    from openpyxl import Workbook

    book = Workbook()
    for name in book.sheetnames:
        del book[name]
    book.properties.creator = "CaseDesk"
    book.properties.title = "Case workbook"
    book.properties.created = book.properties.modified = _MADE
    dropped = _LongLists()
    for sheet in SHEETS:
        _sheet(book.create_sheet(sheet.name), sheet, lists, dropped)
    hidden = book.create_sheet(_LISTS)
    hidden.sheet_state = "hidden"
    for number, values in enumerate(dropped.columns, start=1):
        for row, value in enumerate(values, start=1):
            hidden.cell(row, number, value)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


class _LongLists:
    """The columns of the hidden sheet, each list once."""

    def __init__(self) -> None:
        self.columns: list[tuple[str, ...]] = []

    def place(self, values: tuple[str, ...]) -> str:
        if values not in self.columns:
            self.columns.append(values)
        letter = column_letters(self.columns.index(values))
        return f"{_LISTS}!${letter}$1:${letter}${len(values)}"


def _sheet(target: Worksheet, sheet: Sheet, lists: KnownLists, dropped: _LongLists) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill
    from openpyxl.worksheet.datavalidation import DataValidation

    target.freeze_panes = "A2"
    for number, column in enumerate(sheet.columns):
        letter = column_letters(number)
        heading = target.cell(1, number + 1, column.name)
        heading.font = Font(bold=True)
        if column.required:
            heading.fill = PatternFill("solid", fgColor="FFE8D9")
        heading.comment = Comment(note_of(column, lists), "CaseDesk", height=120, width=320)
        dimension = target.column_dimensions[letter]
        dimension.width = max(_WIDE.get(column.holds, 12), len(column.name) + 3)
        dimension.number_format = _format(column)
        values = choices_of(column, lists)
        if values and column.holds not in LISTS:
            own = ",".join(values)
            # Longer lists cannot stand in the rule itself; a comma would part a value.
            short = len(own) <= _LONGEST_OWN_LIST and not any("," in value for value in values)
            rule = DataValidation(
                type="list",
                formula1=f'"{own}"' if short else dropped.place(values),
                allow_blank=True,
                # Not a stop: `(clear)` must be possible in any column that is not required.
                errorStyle="warning",
                showErrorMessage=True,
                error="This is not one of the listed values.",
            )
            rule.add(f"{letter}2:{letter}{MOST_ROWS + 1}")
            target.add_data_validation(rule)


def _format(column: Column) -> str:
    if column.name in _TEXT_COLUMNS:
        return "@"
    return _FORMATS.get(column.holds, "General")


def choices_of(column: Column, lists: KnownLists) -> tuple[str, ...]:
    """The values a column may hold, where they are listed."""
    catalogue = lists.catalogue
    found: dict[Holds, Iterable[str]] = {
        Holds.CHOICE: column.choices,
        Holds.YES_NO: ("yes", "no"),
        Holds.FACT_KIND: catalogue.facts,
        Holds.BENEFIT: lists.benefits,
        Holds.CONDITION: catalogue.conditions,
        Holds.PROGRAMME: lists.programmes,
        Holds.CRITERION: sorted(lists.criteria),
        Holds.CATEGORIES: catalogue.categories,
        Holds.RECIPIENTS: catalogue.recipients,
        Holds.PURPOSES: catalogue.purposes,
        Holds.CODE: ETHNICITY,
        Holds.SCORE: [str(step) for step in range(11)],
    }
    return tuple(found.get(column.holds, ()))


_SAYS = {
    Holds.DATE: "A date: 2026-11-24 or 24/11/2026.",
    Holds.MOMENT: "A date, or a date and time: 2026-11-24 14:30.",
    Holds.WHOLE: "A whole number.",
    Holds.DAYS: "Days; halves allowed: 2.5.",
    Holds.REFS: "References separated by ;",
}


def note_of(column: Column, lists: KnownLists) -> str:
    """The comment on a heading: required or not, what it holds, the listed values."""
    parts = ["Required for a new row." if column.required else "May be blank."]
    parts.extend(part for part in (column.note, _SAYS.get(column.holds, "")) if part)
    values = choices_of(column, lists)
    if values:
        shown = ", ".join(values[:24]) + (" …" if len(values) > 24 else "")
        how = "Any of these, separated by ;" if column.holds in LISTS else "One of"
        parts.append(f"{how}: {shown}.")
    return "\n".join(parts)
