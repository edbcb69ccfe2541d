"""`make torture`: every promise of docs/reliability.md, tried as often as it says.

Prints one table and writes results/latest.json. Some of it watches and disturbs what goes to
the disk, which needs a C compiler and Linux.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import disk_watch
import torture_backups
import torture_clear_text
import torture_clock
import torture_damage
import torture_disk
import torture_guesses
import torture_kills
import torture_lock
import torture_memory
import torture_migrations
import torture_power
import torture_races
import torture_typing
from torture_outcome import Outcome, table

RESULTS = Path(__file__).parent / "results" / "latest.json"
A_TRIGGER, TRIGGERS = 20, len(torture_lock.TRIGGERS)
Harness = Callable[[Path, bool], Outcome]

HARNESSES: dict[str, Harness] = {
    "kills": lambda place, small: torture_kills.run(place, 40 if small else 2_000),
    "power": lambda place, small: torture_power.run(place, 20 if small else 500),
    "typing": lambda place, small: torture_typing.run(place, 4 if small else 200),
    "disk": lambda place, small: torture_disk.run(place, 4 if small else None),
    "damage": lambda place, small: torture_damage.run(place, 20 if small else 2_000),
    "races": lambda place, small: torture_races.run(place, 10 if small else 200),
    "backups": lambda place, small: torture_backups.run(place, 5 if small else 100),
    "migrations": lambda place, small: torture_migrations.run(place, 4 if small else 20),
    "clock": lambda place, small: torture_clock.run(place, 30),
    "guesses": lambda place, small: torture_guesses.run(place, 30 if small else 1_000),
    "clear text": lambda place, small: torture_clear_text.run(place, 8 if small else 64),
    "memory": lambda place, small: torture_memory.run(place, 2 if small else 20),
    "lock": lambda place, small: torture_lock.run(place, 6 if small else A_TRIGGER * TRIGGERS),
}


def main() -> int:
    """Runs the harnesses; the exit status is 1 where a promise was broken."""
    parser = argparse.ArgumentParser(prog="make torture", description=__doc__)
    parser.add_argument("--only", choices=sorted(HARNESSES), action="append")
    parser.add_argument("--small", action="store_true", help="the counts of the tests")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the file to write")
    arguments = parser.parse_args()
    if not disk_watch.is_loaded():
        disk_watch.start_again_with_it()
    results: Path = arguments.results
    others = _read(results) if arguments.only else []
    outcomes: list[Outcome] = []
    for name, harness in HARNESSES.items():
        if arguments.only and name not in arguments.only:
            continue
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="torture-") as place:
            outcomes.append(harness(Path(place), arguments.small))
        said = "holds" if outcomes[-1].holds else "BROKEN"
        print(f"{name}: {said}, {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
        _keep(outcomes, others, results)
    print(table(outcomes))
    for one in outcomes:
        for failure in one.failures[:20]:
            print(f"{one.promise}: {failure}")
    return 0 if all(one.holds for one in outcomes) else 1


def _read(results: Path) -> list[dict[str, Any]]:
    return list(json.loads(results.read_text("utf-8"))) if results.exists() else []


def _keep(outcomes: list[Outcome], others: list[dict[str, Any]], results: Path) -> None:
    """What was found, and what was found before of what was not tried this time."""
    results.parent.mkdir(exist_ok=True)
    found = [one.as_dict() for one in outcomes]
    names = {(one["promise"], one["what"]) for one in found}
    rest = [one for one in others if (one["promise"], one["what"]) not in names]
    results.write_text(json.dumps([*rest, *found], indent=1), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
