"""A whole caseload out of a workbook, beside openpyxl that only reads the cells."""

from __future__ import annotations

import shutil
import statistics
import warnings
from functools import partial
from pathlib import Path

from benchmarks.measuring import ROUNDS, Row, seconds
from benchmarks.vaults import Kept, new_vault, vault_of
from casedesk.interchange.workbook import workbook_rows, xlsx_bytes
from casedesk.services.importing import import_file

SECONDS, RATIO = 60.0, 3.0
WHOLE = 5_000


def run(folder: Path, *, small: bool) -> list[Row]:
    """The import into an empty vault, all of it: read, checked, planned, saved, summarised."""
    return [_row(folder, count) for count in ((200,) if small else (200, WHOLE))]


def _row(folder: Path, count: int) -> Row:
    workbook = _workbook(folder, count)
    ours: list[float] = []
    theirs: list[float] = []
    for number in range(ROUNDS):
        vault = new_vault(folder / f"imported-{count}-{number}")
        ours.append(seconds(partial(_import, vault, workbook, count)))
        theirs.append(seconds(partial(_only_read, workbook)))
        shutil.rmtree(vault.folder)
    return Row(
        "import of a workbook",
        f"{count:,} families",
        statistics.median(ours),
        statistics.median(theirs),
        "openpyxl only reading it",
        SECONDS if count == WHOLE else None,
        RATIO if count == WHOLE else None,
    )


def _import(vault: Kept, workbook: Path, count: int) -> None:
    with vault.session() as session:
        import_file(session, workbook).raise_if_wrong()
        with session.store.read() as reading:
            found = len(reading.families())
    if found != count:
        raise RuntimeError(f"{found} of {count} families were imported")


def _workbook(folder: Path, count: int) -> Path:
    path = folder / f"caseload-{count}.xlsx"
    with vault_of(folder, count).session() as session, session.store.read() as reading:
        ids = [one.id for one in reading.families()[:count]]
        path.write_bytes(xlsx_bytes(workbook_rows(reading.case_files(ids))))
    return path


def _only_read(path: Path) -> int:
    """Every cell of every sheet, read and thrown away; how many rows there are."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(path, read_only=True, data_only=True)
        rows = sum(1 for sheet in book.worksheets for _ in sheet.iter_rows(values_only=True))
        book.close()
    return rows
