"""The rules of the programmes: one family, and the whole caseload with and without reading."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from benchmarks.caseload import TODAY
from benchmarks.measuring import Row, alternate, median, seconds
from benchmarks.vaults import vault_of
from casedesk.domain.programmes import evaluate, summarise
from casedesk.domain.records import CaseFile
from casedesk.services.criteria import criteria_of_all, pack_for
from casedesk.services.session import Session

ONE_FAMILY = 0.010
CASELOAD = 3.0
SAMPLE = 500


def run(folder: Path, *, small: bool) -> list[Row]:
    """One family, every family in memory, and every family out of the vault."""
    count = 200 if small else 5_000
    size = f"{count:,} families"
    with vault_of(folder, count).session() as session:
        with session.store.read() as reading:
            ids = [one.id for one in reading.families()[:count]]
            cases = list(reading.case_files(ids))
        single = [seconds(partial(_explain, session, [case])) for case in cases[:SAMPLE]]
        rows = [
            _row("one family", "1 family", statistics.median(single), ONE_FAMILY),
            _row(
                "one family, 19 of 20 are faster",
                "1 family",
                statistics.quantiles(single, n=20)[-1],
                ONE_FAMILY,
            ),
            _row(
                "the caseload in memory, states alone",
                size,
                median(partial(_states, session, cases)),
                CASELOAD,
            ),
            _row(
                "the caseload in memory, every reason in words",
                size,
                median(partial(_explain, session, cases)),
                CASELOAD,
            ),
        ]
        cases.clear()
        ours, reading_alone = alternate(
            lambda: sum(1 for _ in criteria_of_all(session, as_at=TODAY)),
            partial(_read_all, session),
        )
    job = "criteria: the caseload out of the vault, in words"
    return [*rows, Row(job, size, ours, reading_alone, "reading alone")]


def _row(what: str, size: str, took: float, budget: float) -> Row:
    return Row(f"criteria: {what}", size, took, budget_seconds=budget)


def _explain(session: Session, cases: Sequence[CaseFile]) -> None:
    for case in cases:
        evaluate(case, pack_for(session, case, None), TODAY, session.catalogue)


def _states(session: Session, cases: Sequence[CaseFile]) -> None:
    for case in cases:
        summarise(case, pack_for(session, case, None), TODAY, session.catalogue)


def _read_all(session: Session) -> int:
    with session.store.read() as reading:
        return sum(1 for _ in reading.case_files())
