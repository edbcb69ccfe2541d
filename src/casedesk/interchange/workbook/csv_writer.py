"""Writes the workbook's rows as a folder of CSV files (docs/interchange.md, Writing)."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

from casedesk.interchange.workbook.rows_out import OutValue, WorkbookRows
from casedesk.interchange.workbook.schema import SHEETS
from casedesk.interchange.workbook.text_escapes import encode_csv_text


def csv_files(rows: WorkbookRows) -> dict[str, bytes]:
    """The bytes of each file by its name: UTF-8 with a mark, so that Excel reads it right.

    Every sheet has its file, also the empty ones.
    """
    files: dict[str, bytes] = {}
    for sheet in SHEETS:
        target = io.StringIO(newline="")
        writer = csv.writer(target, lineterminator="\r\n")
        writer.writerow([column.name for column in sheet.columns])
        for cells in rows.sheets[sheet.name]:
            writer.writerow([_written(value) for value in cells])
        files[sheet.file_name] = target.getvalue().encode("utf-8-sig", errors="replace")
    return files


def _written(value: OutValue) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return encode_csv_text(value)
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
