"""Rounds with a window, in programs of their own: no window was ever made in what forks.

The program is a harness of this folder, started with `PLACE RUNS TRIES SEED`; it prints its
`Found` as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from disk_watch import PRELOAD

HOMES = ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")
Rounds = Callable[[Path, int, int, int], "Found"]


@dataclass
class Found:
    """What some rounds found. `counts` add up over programs, of `longest` the most counts."""

    failures: list[str] = field(default_factory=list)
    tries: int = 0
    caught: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    longest: dict[str, float] = field(default_factory=dict)

    def count(self, name: str, more: int = 1) -> None:
        """So many more of something."""
        self.counts[name] = self.counts.get(name, 0) + more

    def measure(self, name: str, value: float) -> None:
        """How long something took; the longest is kept."""
        self.longest[name] = max(value, self.longest.get(name, 0.0))


def apart(script: str, place: Path, runs: int, tries: int, seed: int, *, programs: int) -> Found:
    """Shares `runs` rounds and `tries` of the broken build among programs that run at once.

    Raises `AssertionError` with what a program said where one failed.
    """
    around = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "default.warning=false;qt.qpa.*=false",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
    }
    # What is watched on the disk is another harness's.
    around.pop(PRELOAD, None)
    started = []
    for number, (some, tried) in enumerate(
        zip(_shares(runs, programs), _shares(tries, programs), strict=True)
    ):
        folder = place / f"program-{number}"
        folder.mkdir(parents=True)
        home = {name: str(folder / name.lower()) for name in HOMES}
        for path in home.values():
            Path(path).mkdir()
        command = [sys.executable, script, str(folder), str(some), str(tried), str(seed + number)]
        started.append(
            subprocess.Popen(command, env=around | home, stdout=subprocess.PIPE, text=True)
        )
    together = Found()
    for process in started:
        said, _ = process.communicate()
        assert process.returncode == 0, f"{script} ended with {process.returncode}"
        _add(together, Found(**json.loads(said.splitlines()[-1])))
    return together


def main(rounds: Rounds) -> None:
    """What the program does: its rounds, as it was started."""
    place, runs, tries, seed = sys.argv[1:]
    print(json.dumps(asdict(rounds(Path(place), int(runs), int(tries), int(seed)))))


def _shares(whole: int, programs: int) -> Sequence[int]:
    return [whole * (one + 1) // programs - whole * one // programs for one in range(programs)]


def _add(together: Found, one: Found) -> None:
    together.failures += one.failures
    together.tries += one.tries
    together.caught += one.caught
    for name, more in one.counts.items():
        together.count(name, more)
    for name, value in one.longest.items():
        together.measure(name, value)
