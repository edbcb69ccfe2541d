"""R1: no acknowledged write is ever lost, and no change is half there, whenever it is killed."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from torture_child import READY, Ended, Say, killed
from torture_outcome import Control, Outcome
from torture_vault import copied, family_id, new_vault, numbers_saved, opened, save_visit

from casedesk.domain.errors import KnownError
from casedesk.services.drafts import DraftKey, all_drafts, keep_draft
from casedesk.services.importing import import_file
from casedesk.services.session import machine, schema
from casedesk.services.vaults import backup
from casedesk.storage.restore import restore

EARLY = 0.35
ROUNDS_A_VAULT = 40
IMPORTED = 60
ENOUGH = 5
"""So often the broken build is caught before the harness is believed."""
DRAFT = DraftKey("note", "CD-0001")


@dataclass(frozen=True)
class Kind:
    """A kind of work, killed within `longest` seconds.

    `check` gives what is wrong with the vault after what was said.
    """

    name: str
    share: int
    longest: float
    work: Callable[[Path, Say], None]
    check: Callable[[Path, Ended], Iterator[str]]


def run(place: Path, kills: int, control_tries: int = 40, seed: int = 1) -> Outcome:
    """Kills so many times, over every kind of work."""
    chance = random.Random(seed)
    template = place / "template"
    new_vault(template)
    failures: list[str] = []
    acknowledged: dict[str, int] = {kind.name: 0 for kind in KINDS}
    names = [kind for kind in KINDS for _ in range(kind.share)]
    folder = place / "vault"
    for number in range(kills):
        if number % ROUNDS_A_VAULT == 0:
            copied(template, folder)
            for made in (*place.glob("files/*"), *place.glob("backups/*")):
                _remove(made)
        kind = names[number % len(names)]
        ended = killed(lambda say, of=kind: of.work(folder, say), chance.uniform(0, kind.longest))
        acknowledged[kind.name] += len(ended.said)
        failures += [
            f"{kind.name}, kill {number}: {what}" for what in _checked(kind, folder, ended)
        ]
    tries = caught = 0
    while tries < control_tries and caught < ENOUGH:
        copied(template, folder)
        ended = killed(lambda say: _save_too_early(folder, say), chance.uniform(0.02, EARLY))
        tries += 1
        caught += bool(list(_checked(KINDS[0], folder, ended)))
    return Outcome(
        "R1",
        "kill -9 during saves, drafts, imports, backups and locks",
        kills,
        failures,
        Control("says saved before it is", tries, caught),
        {f"{name} acknowledged": count for name, count in acknowledged.items()},
    )


def _checked(kind: Kind, folder: Path, ended: Ended) -> Iterator[str]:
    try:
        yield from kind.check(folder, ended)
    except (AssertionError, KnownError) as error:
        yield f"{type(error).__name__}: {error}"


def _remove(path: Path) -> None:
    if path.is_dir():
        for one in path.iterdir():
            _remove(one)
        path.rmdir()
    else:
        path.unlink()


def _save(folder: Path, say: Say) -> None:
    with opened(folder) as session:
        first, family = len(numbers_saved(session)), family_id(session)
        say(READY)
        for number in range(first, first + 100_000):
            with session.store.unit_of_work(session.worker) as uow:
                save_visit(uow, family, number)
            say(str(number))


def _save_too_early(folder: Path, say: Say) -> None:
    with opened(folder) as session:
        family = family_id(session)
        say(READY)
        for number in range(100_000):
            with session.store.unit_of_work(session.worker) as uow:
                save_visit(uow, family, number)
                say(str(number))


def _all_there(folder: Path, ended: Ended) -> Iterator[str]:
    with opened(folder) as session:
        found = numbers_saved(session)
    for said in ended.said:
        if said.isdecimal() and int(said) not in found:
            yield f"visit {said} was acknowledged and is not there"


def _draft(folder: Path, say: Say) -> None:
    with opened(folder) as session:
        say(READY)
        for number in range(100_000):
            keep_draft(
                session, DRAFT, {"number": number, "text": "w" * number}, title="Note",
                page="family", args={"family": "CD-0001"},
            )  # fmt: skip
            say(str(number))


def _draft_there(folder: Path, ended: Ended) -> Iterator[str]:
    with opened(folder) as session:
        numbers_saved(session)
        kept = [one for one in all_drafts(session) if one.key == DRAFT]
    if not ended.said:
        return
    if len(kept) != 1:
        yield "the draft is gone"
    elif kept[0].contents["number"] < int(ended.said[-1]):
        yield f"the draft is number {kept[0].contents['number']}, acknowledged {ended.said[-1]}"
    elif kept[0].contents["text"] != "w" * kept[0].contents["number"]:
        yield "the draft is half of one and half of another"


def _import(folder: Path, say: Say) -> None:
    with opened(folder) as session:
        say(READY)
        for number in range(1_000):
            with session.store.read() as reading:
                case = reading.case_file(reading.family_by_ref("CD-0001").id)
            start = sum(one.ref.startswith("IM-") for one in case.contacts)
            import_file(session, _workbook(folder.parent / "files" / f"{start}-{number}", start))
            say(f"imported {start}")


def _workbook(folder: Path, start: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    rows = [
        ["CD-0001", f"IM-{number}", "2026-11-20", f"Visit number {number}."]
        for number in range(start, start + IMPORTED)
    ]
    with (folder / "contacts.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["family_ref", "contact_ref", "at", "text"], *rows])
    return folder


def _import_whole(folder: Path, ended: Ended) -> Iterator[str]:
    with opened(folder) as session:
        numbers_saved(session)
        with session.store.read() as reading:
            case = reading.case_file(reading.family_by_ref("CD-0001").id)
    found = sum(one.ref.startswith("IM-") for one in case.contacts)
    if found % IMPORTED:
        yield f"{found} rows are there: part of an import"
    for said in ended.said:
        if found < int(said.removeprefix("imported ")) + IMPORTED:
            yield f"the import at {said} was acknowledged and is not there"


def _back_up(folder: Path, say: Say) -> None:
    with opened(folder) as session:
        say(READY)
        for _ in range(1_000):
            first, family = len(numbers_saved(session)), family_id(session)
            with session.store.unit_of_work(session.worker) as uow:
                save_visit(uow, family, first)
            say(str(first))
            say(f"file {backup(session, folder.parent / 'backups')['file']}")


def _backups_open(folder: Path, ended: Ended) -> Iterator[str]:
    yield from _all_there(folder, ended)
    for said in ended.said:
        if said.startswith("file ") and not Path(said.removeprefix("file ")).exists():
            yield f"the backup {said} is not there"
    for file in sorted((folder.parent / "backups").glob("casedesk-*"))[-2:]:
        again = folder.parent / "again"
        _remove(again) if again.exists() else None
        restore(file, again, machine=machine(use_keyring=False), schema=schema())
        with opened(again) as session:
            numbers_saved(session)


def _lock(folder: Path, say: Say) -> None:
    say(READY)
    for _ in range(1_000):
        with opened(folder) as session:
            first, family = len(numbers_saved(session)), family_id(session)
            with session.store.unit_of_work(session.worker) as uow:
                save_visit(uow, family, first)
            say(str(first))


KINDS = (
    Kind("saves", 4, EARLY, _save, _all_there),
    Kind("drafts", 2, EARLY, _draft, _draft_there),
    Kind("imports", 1, 0.7, _import, _import_whole),
    Kind("backups", 2, 1.0, _back_up, _backups_open),
    Kind("locks", 1, 0.9, _lock, _all_there),
)
