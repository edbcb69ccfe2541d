"""Writes small case workbooks for the tests, as an Excel file and as a CSV folder."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook

Sheets = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows as heading to value, by sheet; the headings are those of all rows together."""

FAMILY = {"family_ref": "CD-1", "name": "Ash"}
PARENT = {"family_ref": "CD-1", "person_ref": "P-1", "given_name": "Ann", "family_name": "Ash",
          "role": "parent", "date_of_birth": date(1986, 4, 1)}  # fmt: skip
CHILD = {"family_ref": "CD-1", "person_ref": "P-2", "given_name": "Tyler", "family_name": "Ash",
         "role": "child", "date_of_birth": date(2013, 9, 8)}  # fmt: skip
HOUSEHOLD: dict[str, list[dict[str, Any]]] = {"Families": [FAMILY], "People": [PARENT, CHILD]}


def household(**sheets: Any) -> dict[str, list[dict[str, Any]]]:
    """The Ash family with more sheets; `Sharing_decisions` is the sheet with a space."""
    named = {name.replace("_", " "): rows for name, rows in sheets.items()}
    return {**HOUSEHOLD, **named}


def headings(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row))


def write_xlsx(path: Path, sheets: Sheets) -> Path:
    book = Workbook()
    for name in book.sheetnames:
        del book[name]
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        names = headings(rows)
        sheet.append(names)
        for row in rows:
            sheet.append([row.get(name) for name in names])
    book.save(path)
    return path


def write_csv(folder: Path, sheets: Sheets) -> Path:
    folder.mkdir(exist_ok=True)
    for title, rows in sheets.items():
        names = headings(rows)
        file_name = title.lower().replace(" ", "-") + ".csv"
        with (folder / file_name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(names)
            for row in rows:
                writer.writerow([_text(row.get(name)) for name in names])
    return folder


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else str(value)
