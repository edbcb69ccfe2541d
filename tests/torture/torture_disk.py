"""R3: a full disk, an I/O error or a read-only folder at any write leaves the old or the new."""

from __future__ import annotations

import csv
import errno
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from disk_watch import DiskWatch
from torture_child import READY, Ended, Say, finished
from torture_migrations import FIXTURES, _vault_of
from torture_outcome import Control, Outcome
from torture_vault import (
    CHEAP,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    SHARED_REF,
    add_shared_family,
    copied,
    family_id,
    new_vault,
    numbers_saved,
    opened,
    save_visit,
)

from casedesk.domain.errors import KnownError, WrongPassphrase
from casedesk.domain.views.report_preview import ReportChoices
from casedesk.services import vaults
from casedesk.services.importing import import_file
from casedesk.services.report_preview import save_report
from casedesk.services.session import machine, schema
from casedesk.storage.vault import unlock
from casedesk.storage.vault_keys import change_passphrase

ERRORS = {"full": errno.ENOSPC, "I/O error": errno.EIO, "read-only": errno.EROFS}
CALLS = "calls "


@dataclass(frozen=True)
class Job:
    """Something that writes: `prepare` makes the place, `do` is what is disturbed.

    `check` gives what is wrong afterwards, told whether it was said to be done.
    """

    name: str
    prepare: Callable[[Path, Path], None]
    do: Callable[[Path], None]
    check: Callable[[Path, bool], Iterator[str]]


def run(place: Path, most: int | None = None, seed: int = 13) -> Outcome:
    """Fails the n-th call of every job, for every n (or `most` of them), with each error."""
    chance = random.Random(seed)
    new_vault(place / "template")
    failures: list[str] = []
    runs = refused = 0
    figures: dict[str, int | str | float] = {}
    for job in JOBS:
        undisturbed = _disturb(place, job, 0, errno.ENOSPC, from_then_on=True)
        assert not undisturbed.wrong, (job.name, undisturbed.wrong)
        count = undisturbed.calls
        figures[f"{job.name} calls"] = count
        cases = [
            (number, error, on)
            for number in range(1, count + 1)
            for error in ERRORS
            for on in (True, False)
        ]
        for number, error, on in (
            cases if most is None else chance.sample(cases, min(most, len(cases)))
        ):
            told = _disturb(place, job, number, ERRORS[error], from_then_on=on)
            runs += 1
            refused += told.refused
            what = f"{job.name}, call {number} {error}{' from then on' if on else ''}"
            failures += [f"{what}: {one}" for one in told.wrong]
    caught, tries = _careless(place)
    return Outcome(
        "R3",
        "a disk that is full, broken or read-only at the n-th call of "
        + ", ".join(job.name for job in JOBS),
        runs,
        failures,
        Control("a file written over in place", tries, caught),
        figures | {"refused with a sentence": refused},
    )


@dataclass(frozen=True)
class _Told:
    calls: int
    refused: bool
    wrong: Sequence[str]


def _disturb(place: Path, job: Job, number: int, error: int, *, from_then_on: bool) -> _Told:
    folder = place / "work"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    job.prepare(place / "template", folder)

    def work(say: Say) -> None:
        watch = DiskWatch(folder)
        watch.watch()
        say(READY)
        watch.fail(number, error, from_then_on=from_then_on)
        try:
            job.do(folder)
        except KnownError as refusal:
            said = refusal.sentence
        else:
            said = "done"
        say(f"{CALLS}{watch.calls}")
        watch.fail(0, 0, from_then_on=False)
        say(said.replace("\n", "\\n"))
        if said != "done":
            # The same program, after space was freed.
            job.do(folder)
            say("done again")

    try:
        ended = finished(work)
    except AssertionError as failed:
        return _Told(0, False, [str(failed)[-600:]])
    return _judged(job, folder, ended)


def _judged(job: Job, folder: Path, ended: Ended) -> _Told:
    calls, said, *more = ended.said
    is_refused = said != "done"
    wrong = []
    if is_refused and (not said.endswith(".") or "Error" in said or "\\n" in said):
        wrong.append(f"the message is no plain sentence: {said}")
    if is_refused and more != ["done again"]:
        wrong.append("it did not work again afterwards")
    try:
        wrong += job.check(folder, True)
    except (KnownError, AssertionError) as error:
        wrong.append(f"{type(error).__name__}: {error}")
    return _Told(int(calls.removeprefix(CALLS)), is_refused, wrong)


def _careless(place: Path) -> tuple[int, int]:
    """How often a file that is written over in place is neither the old nor the new."""
    folder = place / "careless"
    folder.mkdir()
    target = folder / "keys.json"
    old, new = b"old" * 4_000, b"new" * 4_000
    caught = tries = 0
    for number in range(1, 5):
        target.write_bytes(old)

        def work(say: Say, number: int = number) -> None:
            watch = DiskWatch(folder)
            watch.watch()
            watch.fail(number, errno.ENOSPC, from_then_on=True)
            try:
                with target.open("wb", buffering=4_096) as file:
                    for start in range(0, len(new), 4_096):
                        file.write(new[start : start + 4_096])
            except OSError:
                say("refused")

        finished(work)
        tries += 1
        caught += target.read_bytes() not in (old, new)
    return caught, tries


def _closed_vault(template: Path, folder: Path) -> None:
    copied(template, folder / "vault")


def _save(folder: Path) -> None:
    with opened(folder / "vault") as session:
        family, first = family_id(session), len(numbers_saved(session))
        for number in range(first, first + 3):
            with session.store.unit_of_work(session.worker) as uow:
                save_visit(uow, family, number)


def _whole(folder: Path, done: bool) -> Iterator[str]:
    with opened(folder / "vault") as session:
        found = numbers_saved(session)
    if found != set(range(len(found))):
        yield "there are gaps in what was saved"
    if done and len(found) < 3:
        yield "it was said to be saved and is not there"


def _with_import(template: Path, folder: Path) -> None:
    _closed_vault(template, folder)
    rows = [["CD-0001", f"IM-{one}", "2026-11-20", "A visit."] for one in range(40)]
    (folder / "in").mkdir()
    with (folder / "in" / "contacts.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["family_ref", "contact_ref", "at", "text"], *rows])


def _import(folder: Path) -> None:
    with opened(folder / "vault") as session:
        import_file(session, folder / "in")


def _imported(folder: Path, done: bool) -> Iterator[str]:
    with opened(folder / "vault") as session:
        numbers_saved(session)
        with session.store.read() as reading:
            case = reading.case_file(reading.family_by_ref("CD-0001").id)
    if len(case.contacts) != 40:
        yield f"{len(case.contacts)} of 40 rows are there"


def _back_up(folder: Path) -> None:
    with opened(folder / "vault") as session:
        vaults.backup(session, folder / "backups")


def _backed_up(folder: Path, done: bool) -> Iterator[str]:
    yield from _whole(folder, False)
    files = list((folder / "backups").iterdir())
    if not files or any(not one.name.startswith("casedesk-") for one in files):
        yield f"the folder of backups holds {[one.name for one in files]}"
    for number, file in enumerate(files):
        again = folder / f"again-{number}"
        vaults.restore(file, again, lambda: PASSPHRASE)
        with opened(again) as session:
            numbers_saved(session)


def _old_schema(template: Path, folder: Path) -> None:
    old = template.parent / "old"
    if not old.exists():
        old.mkdir()
        _vault_of(old, sorted(FIXTURES.glob("*.sql"))[0])
    copied(next(iter(old.glob("template-*"))), folder / "vault")


def _migrate(folder: Path) -> None:
    unlock(
        folder / "vault", PASSPHRASE, machine=machine(use_keyring=False), schema=schema()
    ).close()


def _migrated(folder: Path, done: bool) -> Iterator[str]:
    with opened(folder / "vault") as session, session.store.read() as reading:
        if len(list(reading.case_files())) != 1:
            yield "the family is gone"


def _change_passphrase(folder: Path) -> None:
    try:
        vault = unlock(
            folder / "vault", PASSPHRASE, machine=machine(use_keyring=False), schema=schema()
        )
    except WrongPassphrase:
        return  # it was changed before what failed
    with vault:
        change_passphrase(vault, PASSPHRASE, OTHER_PASSPHRASE, cost=CHEAP)


def _changed(folder: Path, done: bool) -> Iterator[str]:
    with opened(folder / "vault", OTHER_PASSPHRASE) as session:
        if numbers_saved(session):
            yield "there are visits that nobody saved"


def _with_consent(template: Path, folder: Path) -> None:
    _closed_vault(template, folder)
    with opened(folder / "vault") as session:
        add_shared_family(session)


def _save_report(folder: Path) -> None:
    choices = ReportChoices(recipient="schools", as_at=date(2026, 11, 20))
    with opened(folder / "vault") as session:
        save_report(session, SHARED_REF, choices, folder / "out.pdf")


def _report_whole(folder: Path, done: bool) -> Iterator[str]:
    yield from _whole(folder, False)
    report = (folder / "out.pdf").read_bytes()
    if not report.startswith(b"%PDF") or b"%%EOF" not in report[-32:]:
        yield "the PDF is cut short"
    left = [one.name for one in folder.iterdir() if one.name not in ("vault", "out.pdf")]
    if left:
        yield f"something was left beside it: {left}"


JOBS = (
    Job("save", _closed_vault, _save, _whole),
    Job("import", _with_import, _import, _imported),
    Job("backup", _closed_vault, _back_up, _backed_up),
    Job("migrate", _old_schema, _migrate, _migrated),
    Job("change the passphrase", _closed_vault, _change_passphrase, _changed),
    Job("report", _with_consent, _save_report, _report_whole),
)
