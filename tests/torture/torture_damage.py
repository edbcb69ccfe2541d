"""R4: damage is noticed before a value from it is shown, and the latest good backup restores."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from torture_outcome import Control, Outcome
from torture_vault import (
    FAMILY_REF,
    PASSPHRASE,
    new_vault,
    numbers_saved,
    opened,
    save_visit,
)

from casedesk.domain.errors import KnownError
from casedesk.services.session import machine, schema
from casedesk.services.vaults import backup
from casedesk.storage.restore import restore
from casedesk.storage.vault import unlock
from casedesk.storage.vault_check import check_vault

PAGE = 4096
MAC, IV = 64, 16
VISITS_AT_ONCE = 60
PLACES = ("data", "IV", "MAC")


def run(place: Path, pages: int, restores: int = 10, seed: int = 4) -> Outcome:
    """Flips a bit in the data, the IV and the MAC of each of `pages` pages, and cuts the file."""
    chance = random.Random(seed)
    folder, kept = _vault_of(place, pages)
    database = folder / "casedesk.db"
    whole = database.read_bytes()
    there = len(whole) // PAGE
    failures: list[str] = []
    runs = noticed_in_use = 0
    wanted = sorted(chance.sample(range(there), pages)) if pages < there else range(there)
    for page in wanted:
        for where in PLACES:
            at = page * PAGE + _offset(where, chance)
            database.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)])
                                 + whole[at + 1 :])  # fmt: skip
            noticed_in_use += _shows_or_says(folder, kept, f"page {page}, {where}", failures)
            runs += 1
    for cut in _cuts(len(whole), chance):
        database.write_bytes(whole[:cut])
        noticed_in_use += _shows_or_says(folder, kept, f"cut at {cut}", failures)
        runs += 1
    restored = 0
    for number in range(restores):
        at = chance.randrange(len(whole))
        database.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        restored += _restores(place, folder, kept, failures, number)
    shutil.rmtree(folder)
    tries = 40
    return Outcome(
        "R4",
        f"one bit in the data, IV and MAC of {len(wanted):,} of {there:,} pages; cuts",
        runs,
        failures,
        Control("plain SQLite", tries, _plain_tells_wrong(place, tries, chance)),
        {"refused while reading": noticed_in_use, "restored in one action": restored},
    )


def _vault_of(place: Path, pages: int) -> tuple[Path, set[int]]:
    folder = place / "vault"
    new_vault(folder)
    number = 0
    while (folder / "casedesk.db").stat().st_size < pages * PAGE:
        # Closed in between, so that everything is in the one file.
        with opened(folder) as session, session.store.unit_of_work(session.worker) as uow:
            for visit in range(number, number + VISITS_AT_ONCE):
                save_visit(uow, uow.family_by_ref(FAMILY_REF).id, visit)
        number += VISITS_AT_ONCE
    with opened(folder) as session:
        kept = numbers_saved(session)
        backup(session, place / "backups")
    return folder, kept


def _offset(where: str, chance: random.Random) -> int:
    if where == "MAC":
        return PAGE - MAC + chance.randrange(MAC)
    if where == "IV":
        return PAGE - MAC - IV + chance.randrange(IV)
    return chance.randrange(PAGE - MAC - IV)


def _cuts(size: int, chance: random.Random) -> Iterator[int]:
    yield from (0, 1, 100, PAGE, size - PAGE, size - 1)
    yield from (chance.randrange(size) for _ in range(6))


def _shows_or_says(folder: Path, kept: set[int], what: str, failures: list[str]) -> bool:
    """Reads everything; whether it was refused. Either is well but a wrong value is not.

    Damage that reading does not come upon (a page that nothing needs) must be named by the
    check of the vault.
    """
    try:
        with unlock(folder, PASSPHRASE, machine=machine(use_keyring=False), schema=schema()) as one:
            report = check_vault(one)
        named = not report.ok
    except KnownError:
        named = True
    if not named:
        failures.append(f"{what}: the check of the vault did not name it")
    try:
        with opened(folder) as session:
            found = numbers_saved(session)
    except (KnownError, AssertionError) as error:
        if isinstance(error, AssertionError):
            failures.append(f"{what}: a wrong value was shown ({error})")
        return True
    if found != kept:
        failures.append(f"{what}: other visits were shown than were saved")
    return False


def _restores(place: Path, folder: Path, kept: set[int], failures: list[str], number: int) -> bool:
    (file,) = (place / "backups").glob("casedesk-*")
    report = restore(
        file, folder, machine=machine(use_keyring=False), schema=schema(), set_aside=True
    )
    with opened(folder) as session:
        whole = numbers_saved(session) == kept
    if not whole:
        failures.append(f"restore {number}: it is not what was backed up")
    if report.set_aside is not None:
        shutil.rmtree(report.set_aside)
    return whole


def _plain_tells_wrong(place: Path, tries: int, chance: random.Random) -> int:
    """How often a plain database with a flipped bit shows another value and says nothing."""
    path = place / "plain.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (words TEXT)")
        rows = [(f"{FAMILY_REF} visit {number} " * 20,) for number in range(200)]
        connection.executemany("INSERT INTO notes VALUES (?)", rows)
    connection.close()
    whole, wrong = path.read_bytes(), 0
    for _ in range(tries):
        at = chance.randrange(PAGE, len(whole))
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        reading = sqlite3.connect(path)
        reading.text_factory = bytes
        try:
            found = reading.execute("SELECT words FROM notes").fetchall()
            wrong += found != [(words.encode(),) for (words,) in rows]
        except sqlite3.DatabaseError:
            continue
        finally:
            reading.close()
    return wrong
