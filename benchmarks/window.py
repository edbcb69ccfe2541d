"""The window, from the click to the picture, and how long it answers nothing meanwhile.

Every number is from a process of its own. A block of the interface thread is measured twice:
as the thread's own work, which has the budget, and by the clock, which on a machine with
other work to do is longer.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.fresh import ROOT
from benchmarks.measuring import ROUNDS, Row
from benchmarks.store import MANY_CONTACTS, big_family
from benchmarks.today import plan_visits
from benchmarks.vaults import Kept, vault_of

BLOCK_SECONDS = 0.050
BARE_WINDOW = "a bare PySide6 window"
STEPS = {
    "unlock to the first page": ("unlock to the first page, key derivation apart", 0.300),
    "list opened": ("families list opened", 0.100),
    "today": ("today turned to again", 0.150),
    "search, middle key": ("search in the list: a key", 0.050),
    "search, slowest key": ("search in the list: the slowest key", 0.050),
    "family opened": (f"a family with {MANY_CONTACTS} contacts opened", 0.100),
    "slowest tab": ("slowest tab of that family, for the first time", 0.100),
    "note saved": ("note saved, acknowledged", 0.050),
    "lock to blank": ("lock to blank", 0.200),
}
"""What a day says -> what the row is called, and its budget in seconds."""
BLOCKS = {
    "unlock to the first page": "unlock to the first page",
    "list opened": "families list opened",
    "today": "today turned to again",
    "search": "a key of a search",
    "family opened": f"a family with {MANY_CONTACTS} contacts opened",
    "slowest tab": "slowest tab, for the first time",
    "note saved": "note saved",
}

Said = dict[str, float]


def run(folder: Path, *, small: bool) -> list[Row]:
    """The start, a day at every size, and typing in a long note."""
    processes = _Processes(folder / "bytecode")
    rows: list[Row] = []
    for count in (200,) if small else (200, 5_000, 50_000):
        kept = vault_of(folder, count)
        with kept.session() as session:
            family = big_family(session, count)
            plan_visits(session)
        if not rows:
            rows += _start_rows(processes, kept)
            rows += _typing_rows(processes, kept, family)
        rows += _day_rows(processes, kept, family, f"{count:,} families")
    jobs = list(dict.fromkeys(row.job for row in rows))
    return sorted(rows, key=lambda row: jobs.index(row.job))


class _Processes:
    """Starts the jobs as an installed program starts: its modules are compiled already."""

    def __init__(self, bytecode: Path) -> None:
        self._environment = {
            **{name: said for name, said in os.environ.items() if name != _NEVER_COMPILE},
            "PYTHONPYCACHEPREFIX": str(bytecode),
        }

    def say(self, job: str, *arguments: object) -> Said:
        """What one process said."""
        command = [sys.executable, "-m", "benchmarks.window_jobs", job, str(time.time())]
        said = subprocess.run(
            [*command, *map(str, arguments)],
            cwd=ROOT,
            env=self._environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        answer: Said = json.loads(said.stdout)
        return answer

    def medians(self, *jobs: tuple[object, ...]) -> list[Said]:
        """The medians of several jobs in turns, each a job's name and its arguments."""
        for job, *arguments in jobs:
            self.say(str(job), *arguments)
        rounds = [
            [self.say(str(job), *arguments) for job, *arguments in jobs] for _ in range(ROUNDS)
        ]
        return [_median(list(answers)) for answers in zip(*rounds, strict=True)]


def _median(answers: list[Said]) -> Said:
    return {name: statistics.median(one[name] for one in answers) for name in answers[0]}


def _start_rows(processes: _Processes, kept: Kept) -> Iterator[Row]:
    ours, bare = processes.medians(("start", kept.folder), ("bare-window",))
    job = "start to passphrase box"
    yield Row(job, "", ours["seconds"], bare["seconds"], BARE_WINDOW, 1.0, 1.6)
    yield Row(f"{job}: its work", "", ours["work"], bare["work"], BARE_WINDOW, 1.0, 1.6)


def _typing_rows(processes: _Processes, kept: Kept, family: str) -> Iterator[Row]:
    size, is_bare = "20,000 words", "a bare QPlainTextEdit"
    ours, bare = processes.medians(("typing", kept.folder, family), ("bare-typing",))
    yield Row("typing in a visit's note: a key", size, ours["key"], bare["key"], is_bare, 0.050)
    job = "longest block: typing in it, drafts written meanwhile"
    yield Row(job, size, ours["typing work"], bare["typing work"], is_bare, BLOCK_SECONDS)
    job = "longest block by the clock: typing in it"
    yield Row(job, size, ours["typing block"], bare["typing block"], is_bare)


def _day_rows(processes: _Processes, kept: Kept, family: str, size: str) -> Iterator[Row]:
    day, bare = processes.medians(("a-day", kept.folder, family), ("bare-window",))
    for name, (job, budget) in STEPS.items():
        yield Row(job, size, day[name], budget_seconds=budget)
    for name, job in BLOCKS.items():
        work = day[f"{name} work"]
        yield Row(f"longest block: {job}", size, work, budget_seconds=BLOCK_SECONDS)
    longest = max(day[f"{name} block"] for name in BLOCKS)
    yield Row("longest block by the clock, of all these", size, longest)
    memory, idle = day["memory"], bare["memory"]
    job = "memory at most, after a day in the window"
    yield Row(job, size, memory, idle, BARE_WINDOW, 300, 2, unit="MB")


_NEVER_COMPILE = "PYTHONDONTWRITEBYTECODE"
