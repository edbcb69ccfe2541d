"""A whole caseload out of a workbook, beside openpyxl that only reads the cells."""

from __future__ import annotations

import warnings
from functools import partial
from itertools import count as counting
from pathlib import Path

from benchmarks.measuring import ROUNDS, Row, alternate
from benchmarks.vaults import new_vault, vault_of
from casedesk.interchange.workbook import workbook_rows, xlsx_bytes
from casedesk.services.importing import import_file

SECONDS, RATIO = 60.0, 3.0


def run(folder: Path, *, small: bool) -> list[Row]:
    """The import into an empty vault, all of it: read, checked, planned, saved, summarised."""
    rows: list[Row] = []
    for count, rounds in ((200, ROUNDS),) if small else ((200, ROUNDS), (5_000, ROUNDS)):
        workbook = _workbook(folder, count)
        number = counting(1)

        def imported(count: int = count, workbook: Path = workbook) -> None:
            target = folder / f"imported-{count}-{next(number)}"
            with new_vault(target).session() as session:
                outcome = import_file(session, workbook)
                outcome.raise_if_wrong()
                with session.store.read() as reading:
                    if len(reading.families()) != count:
                        raise RuntimeError("the import did not bring every family")

        ours, theirs = alternate(imported, partial(_only_read, workbook), rounds=rounds)
        budgets = {"budget_seconds": SECONDS, "budget_ratio": RATIO} if count == 5_000 else {}
        rows.append(
            Row(
                "import of a workbook",
                f"{count:,} families",
                ours,
                theirs,
                "openpyxl only reading it",
                **budgets,
            )
        )
    return rows


def _workbook(folder: Path, count: int) -> Path:
    path = folder / f"caseload-{count}.xlsx"
    with vault_of(folder, count).session() as session, session.store.read() as reading:
        ids = [one.id for one in reading.families()[:count]]
        path.write_bytes(xlsx_bytes(workbook_rows(reading.case_files(ids))))
    return path


def _only_read(path: Path) -> int:
    """Every cell of every sheet, read and thrown away."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(path, read_only=True, data_only=True)
        rows = sum(1 for sheet in book.worksheets for _ in sheet.iter_rows(values_only=True))
        book.close()
    return rows
