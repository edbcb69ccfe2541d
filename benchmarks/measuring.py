"""Alternating runs, medians, and one row a job."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

ROUNDS = 5


@dataclass(frozen=True)
class Row:
    """One measured job.

    `ours` and `bare` are median seconds of alternating runs, or MB where `unit` says so;
    `budget_seconds` (in the same unit) and `budget_ratio` are what docs/performance.md allows;
    `size` says how much there was.
    """

    job: str
    size: str
    ours: float
    bare: float | None = None
    bare_is: str = ""
    budget_seconds: float | None = None
    budget_ratio: float | None = None
    unit: str = "s"

    @property
    def ratio(self) -> float | None:
        return self.ours / self.bare if self.bare else None

    @property
    def within(self) -> bool:
        """Whether it keeps its budgets."""
        slow = self.budget_seconds is not None and self.ours > self.budget_seconds
        dear = (
            self.budget_ratio is not None
            and self.ratio is not None
            and self.ratio > self.budget_ratio
        )
        return not slow and not dear

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "ratio": self.ratio, "within": self.within}


def alternate(
    ours: Callable[[], object], bare: Callable[[], object], *, rounds: int = ROUNDS
) -> tuple[float, float]:
    """Median seconds of each, run in turns so that both meet the same machine."""
    mine, theirs = [], []
    for _ in range(rounds):
        mine.append(seconds(ours))
        theirs.append(seconds(bare))
    return statistics.median(mine), statistics.median(theirs)


def median(work: Callable[[], object], *, rounds: int = ROUNDS) -> float:
    """Median seconds of one job."""
    return statistics.median(seconds(work) for _ in range(rounds))


def seconds(work: Callable[[], object]) -> float:
    """Seconds that one call takes, the garbage collector at rest."""
    gc.collect()
    gc.disable()
    try:
        begun = time.perf_counter()
        work()
        return time.perf_counter() - begun
    finally:
        gc.enable()


def shown(value: float, unit: str = "s") -> str:
    """Seconds in a unit that reads well, or a number of another unit."""
    if unit != "s":
        return f"{value:.0f} {unit}"
    if value >= 1:
        return f"{value:.2f} s"
    if value >= 0.001:
        return f"{value * 1000:.1f} ms"
    return f"{value * 1_000_000:.0f} µs"


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = [
        "| job | size | CaseDesk | bare work | ratio | budget | within |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        budget = ", ".join(
            part
            for part in (
                shown(row.budget_seconds, row.unit) if row.budget_seconds is not None else "",
                f"≤ {row.budget_ratio:g} ×" if row.budget_ratio is not None else "",
            )
            if part
        )
        bare = f"{shown(row.bare, row.unit)} ({row.bare_is})" if row.bare is not None else "–"
        ratio = f"{row.ratio:.2f} ×" if row.ratio is not None else "–"
        lines.append(
            f"| {row.job} | {row.size} | {shown(row.ours, row.unit)} | {bare} | {ratio} "
            f"| {budget or '–'} | {'yes' if row.within else 'no'} |"
        )
    return "\n".join(lines)
