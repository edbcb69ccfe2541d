"""The rules of the programmes: one family, and the whole caseload with and without reading."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.caseload import TODAY
from benchmarks.measuring import Row, alternate, median, seconds
from benchmarks.vaults import vault_of
from casedesk.domain.programmes import evaluate
from casedesk.domain.records import CaseFile
from casedesk.services.criteria import criteria_of_all, pack_for
from casedesk.services.session import Session

ONE_FAMILY = 0.010
CASELOAD = 3.0


def run(folder: Path, *, small: bool) -> list[Row]:
    """One family, every family in memory, and every family out of the vault."""
    count = 200 if small else 5_000
    size = f"{count:,} families"
    with vault_of(folder, count).session() as session:
        with session.store.read() as reading:
            cases = list(reading.case_files())[:count]
        in_memory = partial(_evaluate_all, session, cases, TODAY)
        single = [seconds(partial(_evaluate_all, session, [case], TODAY)) for case in cases[:500]]
        rows = [
            Row("criteria: one family", "1 family", statistics.median(single),
                budget_seconds=ONE_FAMILY),
            Row("criteria: the dearest of 500 families", "1 family", max(single),
                budget_seconds=ONE_FAMILY),
            Row("criteria: the caseload, in memory", size, median(in_memory),
                budget_seconds=CASELOAD),
        ]  # fmt: skip
        cases.clear()
        ours, reading_only = alternate(
            lambda: sum(1 for _ in criteria_of_all(session, as_at=TODAY)),
            partial(_read_all, session),
        )
    return [
        *rows,
        Row("criteria: the caseload, out of the vault", size, ours, reading_only, "reading alone"),
    ]


def _evaluate_all(session: Session, cases: Sequence[CaseFile], day: date) -> None:
    for case in cases:
        evaluate(case, pack_for(session, case, None), day, session.catalogue)


def _read_all(session: Session) -> int:
    with session.store.read() as reading:
        return sum(1 for _ in reading.case_files())
