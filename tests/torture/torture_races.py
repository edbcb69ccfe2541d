"""R5: two programs, one vault: exactly one writes, and a dead one never blocks."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from pathlib import Path

from torture_child import fork
from torture_outcome import Control, Outcome
from torture_vault import PASSPHRASE, new_vault

from casedesk.domain.errors import VaultInUse
from casedesk.services.session import machine, schema
from casedesk.storage.ports import HeldLock, Machine
from casedesk.storage.vault import unlock

RACERS = 4


def run(place: Path, races: int, control_tries: int = 40, seed: int = 5) -> Outcome:
    """Lets four programs open one vault at the same moment, so many times."""
    folder = place / "vault"
    new_vault(folder)
    chance = random.Random(seed)
    here = machine(use_keyring=False)
    failures: list[str] = []
    killed = 0
    for number in range(races):
        winners = _race(folder, here, chance.choice(("close", "killed")))
        killed += winners.killed
        if winners.count != 1:
            failures.append(f"race {number}: {winners.count} programs opened the vault")
    broken = replace(here, lock=_lock_that_looks_first)
    caught = sum(_race(folder, broken, "close").count != 1 for _ in range(control_tries))
    return Outcome(
        "R5",
        f"{RACERS} programs open one vault at once; the winner is killed or closes",
        races,
        failures,
        Control("a lock file that is looked for and then made", control_tries, caught),
        {"winners killed": killed},
    )


class _Winners:
    def __init__(self, count: int, killed: int) -> None:
        self.count = count
        self.killed = killed


def _race(folder: Path, on: Machine, ends: str) -> _Winners:
    start_read, start_write = os.pipe()
    said_read, said_write = os.pipe()
    leave_read, leave_write = os.pipe()
    racers = [
        _racer(folder, on, ends, start_read, said_write, (leave_read, leave_write, start_write))
        for _ in range(RACERS)
    ]
    for end in (start_read, said_write, leave_read):
        os.close(end)
    os.close(start_write)  # off they go: their ends read an end of file
    answers = b""
    while len(answers) < RACERS:
        answers += os.read(said_read, 1) or b"!"
    os.close(leave_write)
    for racer in racers:
        os.waitpid(racer, 0)
    os.close(said_read)
    won = answers.count(b"1")
    return _Winners(won, won if ends == "killed" else 0)


def _racer(
    folder: Path, on: Machine, ends: str, start: int, said: int, others: tuple[int, int, int]
) -> int:
    child = fork()
    if child:
        return child
    leave, leave_write, start_write = others
    os.close(leave_write)
    os.close(start_write)
    try:
        os.read(start, 1)
        try:
            vault = unlock(folder, PASSPHRASE, machine=on, schema=schema())
        except VaultInUse:
            os.write(said, b"0")
        else:
            os.write(said, b"1")
            os.read(leave, 1)
            if ends == "close":
                vault.close()
    finally:
        os._exit(0)


class _Made:
    def __init__(self, path: Path) -> None:
        self._path = path

    def release(self) -> None:
        self._path.unlink(missing_ok=True)


def _lock_that_looks_first(path: Path, *_: object, **__: object) -> HeldLock:
    mine = path.with_name("looked-for")
    if mine.exists():
        raise VaultInUse("It is in use.")
    mine.write_text("mine")
    return _Made(mine)
