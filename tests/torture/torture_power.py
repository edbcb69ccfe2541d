"""R1 without power: whatever a disk keeps of what it was not yet told to sync, nothing is lost.

Everything a process does to the vault's folder is written down, and the folder is built again
as a power cut would leave it: what was synced is there; of what was not, each write is there,
missing, or torn at a sector, by chance. Names (made, renamed, removed) come through in order,
as far as some point after the last sync, as a journalling file system keeps them.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from disk_watch import (
    CUT,
    FOLDER,
    MARK,
    OPENED,
    REMOVED,
    RENAMED,
    SYNCED,
    WROTE,
    DiskWatch,
    Step,
    steps,
)
from torture_child import READY, Say, killed
from torture_outcome import Control, Outcome
from torture_vault import copied, family_id, new_vault, numbers_saved, opened, save_visit

from casedesk.domain.errors import KnownError

SECTOR = 512
NAMES = (OPENED, RENAMED, REMOVED, FOLDER)
NOT_ON_DISK = "-shm"
SECONDS = 1.0


def run(place: Path, cuts: int, control_tries: int = 40, seed: int = 11) -> Outcome:
    """Cuts the power at so many places of one stretch of saving."""
    chance = random.Random(seed)
    template, folder, trace = place / "template", place / "vault", place / "trace"
    new_vault(template)
    copied(template, folder)
    killed(lambda say: _save(folder, trace, say), SECONDS)
    done = list(steps(trace))
    failures: list[str] = []
    for number in range(cuts):
        cut = chance.randrange(len(done) + 1)
        wrong = _after(template, folder, done[:cut], chance, syncs=True)
        failures += [f"cut {number} at step {cut}: {what}" for what in wrong]
    caught = 0
    for _ in range(control_tries):
        cut = chance.randrange(len(done) // 2, len(done) + 1)
        caught += bool(list(_after(template, folder, done[:cut], chance, syncs=False)))
    return Outcome(
        "R1",
        "the power is cut during saves; unsynced writes are kept, dropped or torn by chance",
        cuts,
        failures,
        Control("a disk that says synced and is not", control_tries, caught),
        {"steps on the disk": len(done), "saves": sum(one.kind == MARK for one in done)},
    )


def _save(folder: Path, trace: Path, say: Say) -> None:
    watch = DiskWatch(folder)
    watch.watch(trace)
    say(READY)
    with opened(folder) as session:
        family = family_id(session)
        for number in range(100_000):
            with session.store.unit_of_work(session.worker) as uow:
                save_visit(uow, family, number)
            watch.mark(number)


def _after(
    template: Path, folder: Path, done: list[Step], chance: random.Random, *, syncs: bool
) -> Iterator[str]:
    copied(template, folder)
    _build(folder, done, chance, syncs=syncs)
    acknowledged = {one.at for one in done if one.kind == MARK}
    try:
        with opened(folder) as session:
            found = numbers_saved(session)
    except (KnownError, AssertionError) as error:
        yield str(error)
        return
    lost = sorted(acknowledged - found)
    if lost:
        yield f"visits {lost[0]} to {lost[-1]} were acknowledged and are not there"


def _build(folder: Path, done: list[Step], chance: random.Random, *, syncs: bool) -> None:
    """What is on the disk when the power goes after `done`."""
    synced = _last_syncs(done) if syncs else {}
    names_kept = max(synced.values(), default=-1)
    names = [number for number, one in enumerate(done) if one.kind in NAMES]
    later = [number for number in names if number > names_kept]
    names_to = chance.choice([names_kept, *later])
    for number, one in enumerate(done):
        if one.path.endswith(NOT_ON_DISK) or not one.path:
            continue
        if one.kind in NAMES:
            if number <= names_to:
                _name(one)
        elif number <= synced.get(one.path, -1):
            _write(one, one.content)
        elif chance.random() < 0.5:
            torn = chance.random() < 0.3 and one.kind == WROTE
            sectors = chance.randrange(len(one.content) // SECTOR + 1) if torn else None
            _write(one, one.content if sectors is None else one.content[: sectors * SECTOR])


def _last_syncs(done: list[Step]) -> dict[str, int]:
    """The last sync of each file, by the name it has now."""
    last: dict[str, int] = {}
    for number, one in enumerate(done):
        if one.kind == SYNCED:
            last[one.path] = number
        elif one.kind == RENAMED and one.path in last:
            last[one.to] = last.pop(one.path)
    return last


def _name(one: Step) -> None:
    path = Path(one.path)
    if one.kind == OPENED:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb" if one.at else "ab"):
            return
    if one.kind == FOLDER:
        path.mkdir(parents=True, exist_ok=True)
    elif one.kind == RENAMED and path.exists():
        path.replace(one.to)
    elif one.kind == REMOVED:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def _write(one: Step, content: bytes) -> None:
    path = Path(one.path)
    if not path.is_file():
        return
    if one.kind == CUT:
        with path.open("r+b") as file:
            file.truncate(one.at)
    elif one.kind == WROTE:
        with path.open("r+b") as file:
            file.seek(one.at)
            file.write(content)
