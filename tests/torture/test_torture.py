"""The short counts of the harnesses: each promise holds, and each broken build is caught.

The long counts, and what needs a library preloaded, are run by `make torture`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import torture_backups
import torture_clear_text
import torture_clock
import torture_damage
import torture_guesses
import torture_kills
import torture_lock
import torture_memory
import torture_migrations
import torture_races
import torture_typing
from torture_outcome import Outcome

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and fork")

SHORT: dict[str, Callable[[Path], Outcome]] = {
    "R1, first half": lambda place: torture_kills.run(place, 20, seed=101),
    "R1, second half": lambda place: torture_kills.run(place, 20, seed=102),
    "R2": lambda place: torture_typing.run(place, 4, control_tries=2),
    "R4": lambda place: torture_damage.run(place, 20, restores=3),
    "R5": lambda place: torture_races.run(place, 10),
    "R6": lambda place: torture_backups.run(place, 5, control_tries=2),
    "R7": lambda place: torture_migrations.run(place, 4),
    "R8": lambda place: torture_clock.run(place, 30),
    "S1": lambda place: torture_guesses.run(place, 30),
    "S3, on the disk": lambda place: torture_clear_text.run(place, 8),
    "S3, in memory": lambda place: torture_memory.run(place, 2, control_tries=0),
    "S8": lambda place: torture_lock.run(place, 6, control_tries=2),
}


@pytest.mark.parametrize("promise", SHORT)
def test_the_promise_holds_and_the_harness_can_fail(promise: str, tmp_path: Path) -> None:
    outcome = SHORT[promise](tmp_path)
    assert outcome.failures == []
    assert outcome.control.caught > 0, f"{outcome.control.broken} was never caught"
    assert outcome.runs > 0
