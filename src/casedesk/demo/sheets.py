"""Collects the rows of a case workbook (docs/interchange.md, The case workbook)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

SHEETS = (
    "Families", "Involvements", "Addresses", "People", "Relationships", "Facts", "Decisions",
    "Judgements", "Consents", "Sharing decisions", "Restrictions", "Contacts", "Goals",
    "Actions", "Reviews", "Assessments",
)  # fmt: skip

Row = dict[str, object]


class Caseload(dict[str, list[Row]]):
    """The rows of a case workbook by sheet; `beside` are rows that no sheet of it is for."""

    def __init__(self, sheets: Mapping[str, list[Row]], beside: Mapping[str, list[Row]]) -> None:
        super().__init__(sheets)
        self.beside = dict(beside)


class Sheets:
    """The sheets of a workbook in the making; blank cells are left out of the rows."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {sheet: [] for sheet in SHEETS}

    def add(self, sheet: str, **cells: object) -> None:
        """Adds a row. A column named by a keyword of Python takes an underscore (`from_`).

        Lists become text separated by `;`. None and empty lists are blank.
        """
        row: Row = {}
        for name, value in cells.items():
            if isinstance(value, tuple | list):
                value = ";".join(str(one) for one in value)
            if value is not None and value != "":
                row[name.rstrip("_")] = value
        self.rows[sheet].append(row)


def listed(values: Iterable[object]) -> str:
    """Values as a list of the workbook."""
    return ";".join(str(value) for value in values)
