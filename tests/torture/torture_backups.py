"""R6: a backup under constant writing is opened and checked, and comes back equal by content."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from torture_outcome import Control, Outcome
from torture_vault import copied, family_id, new_vault, numbers_saved, opened, save_visit

from casedesk.domain.errors import KnownError
from casedesk.services.session import Session, machine, schema
from casedesk.services.vaults import backup
from casedesk.storage.restore import restore

A_VAULT = 10
PAUSE = 0.002
"""Seconds between two visits: enough that the vault stays small."""


def run(place: Path, backups: int, control_tries: int = 6) -> Outcome:
    """Makes so many backups while another thread saves without a pause, and restores each."""
    template = place / "template"
    new_vault(template)
    failures: list[str] = []
    saved_meanwhile = 0
    for start in range(0, backups, A_VAULT):
        folder = copied(template, place / "vault")
        for number in range(start, min(start + A_VAULT, backups)):
            with opened(folder) as session, _saving(session) as said:
                before = said[0]
                file = Path(str(backup(session, place / "backups")["file"]))
                after = said[0]
            saved_meanwhile += after - before
            failures += _compared(place, file, before, after + 1, f"backup {number}")
            file.unlink()
    caught = sum(_copied_by_a_file_copier(place, template) for _ in range(control_tries))
    return Outcome(
        "R6",
        "backups during constant writing, each restored and compared",
        backups,
        failures,
        Control("the database file copied as it lies", control_tries, caught),
        {"visits saved during the backups": saved_meanwhile},
    )


@contextmanager
def _saving(session: Session) -> Iterator[list[int]]:
    """Saves visit after visit on a thread; the list holds how many were acknowledged."""
    there = len(numbers_saved(session))
    said, stop, family = [there], threading.Event(), family_id(session)

    def save() -> None:
        while not stop.is_set():
            with session.store.unit_of_work(session.worker) as uow:
                save_visit(uow, family, said[0])
            said[0] += 1
            stop.wait(PAUSE)

    thread = threading.Thread(target=save)
    thread.start()
    try:
        yield said
    finally:
        stop.set()
        thread.join()


def _compared(place: Path, file: Path, least: int, most: int, what: str) -> Iterator[str]:
    again = place / "again"
    shutil.rmtree(again, ignore_errors=True)
    try:
        restore(file, again, machine=machine(use_keyring=False), schema=schema())
        with opened(again) as session:
            found = numbers_saved(session)
    except (KnownError, AssertionError) as error:
        yield f"{what}: {error}"
        return
    if found != set(range(len(found))):
        yield f"{what}: there are gaps in what it holds"
    if not least <= len(found) <= most:
        yield f"{what}: it holds {len(found)} visits, of {least} to {most}"


def _copied_by_a_file_copier(place: Path, template: Path) -> bool:
    """Whether a copy of the files under writing is not what was acknowledged before it."""
    folder, copy = copied(template, place / "vault"), place / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    with opened(folder) as session, _saving(session) as said:
        while said[0] < A_VAULT:
            continue
        before = said[0]
        copy.mkdir()
        for name in ("keys.json", "casedesk.db"):
            shutil.copyfile(folder / name, copy / name)
    try:
        with opened(copy) as session:
            return len(numbers_saved(session)) < before
    except (KnownError, AssertionError):
        return True
