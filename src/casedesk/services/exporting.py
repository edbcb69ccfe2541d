"""The case workbook out, and its empty template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from casedesk.interchange.workbook.csv_writer import csv_files
from casedesk.interchange.workbook.rows_out import workbook_rows
from casedesk.interchange.workbook.written_size import size_warnings
from casedesk.interchange.workbook.xlsx_writer import xlsx_bytes
from casedesk.services.departure import (
    OWN_COUNCIL,
    Departure,
    send_file,
    send_folder,
    write_preview,
)
from casedesk.services.importing import known_lists
from casedesk.services.packs import packs_at_hand
from casedesk.services.session import Session
from casedesk.system.clock import Clock
from casedesk.system.resources import shipped_catalogue

PURPOSE = "own records"


@dataclass(frozen=True)
class Exported:
    """What was written. `disclosure` is the sharing log's entry."""

    target: Path
    families: int
    rows: int
    disclosure: str
    warnings: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """The answer for JSON."""
        return {
            "file": str(self.target),
            "families": self.families,
            "rows": self.rows,
            "disclosure": self.disclosure,
            "warnings": list(self.warnings),
        }


def export_workbook(session: Session, target: Path) -> Exported:
    """Every case file to a case workbook: `target` ending in .xlsx, else a folder of CSV files.

    It goes to the council itself: the sharing log says so, the access log too. Raises
    `FileProblem` when the place cannot be written.
    """
    with session.store.unit_of_work(session.worker) as uow:
        uow.log_access("exported the workbook", None, target.name)
    with session.store.read() as reading:
        cases = list(reading.case_files())
    sheets = workbook_rows(cases, session.programme)
    documents = sum(len(case.documents) for case in cases)
    departure = Departure(
        family_id=None,
        recipient=OWN_COUNCIL,
        purpose=PURPOSE,
        items=[{"id": case.family.ref, "kind": "family", "because": OWN_COUNCIL} for case in cases],
    )
    written: bytes | dict[str, bytes]
    if target.suffix.casefold() == ".xlsx":
        written = xlsx_bytes(sheets)
        entry = send_file(session, departure, target, written)
    else:
        written = csv_files(sheets)
        entry = send_folder(session, departure, target, written)
    warnings = list(size_warnings(sheets, written))
    if documents:
        warnings.append(f"{documents} documents are not in the workbook; a backup keeps them.")
    return Exported(target, len(cases), sheets.total, entry, tuple(warnings))


def write_template(target: Path, today: date | None = None) -> None:
    """An empty case workbook with headings, notes and drop-down lists. Raises `FileProblem`."""
    from casedesk.interchange.workbook.template import template_bytes  # openpyxl is slow to import

    lists = known_lists(shipped_catalogue(), packs_at_hand(), Clock(today).today())
    write_preview(target, template_bytes(lists))
