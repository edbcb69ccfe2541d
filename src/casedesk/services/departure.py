"""The one way out: bytes that leave the vault get their log entry and their place.

An entry is written as pending before the file gets its final name and done after it
(docs/consent.md, Sharing log). A pending one found at start is settled by looking at the
file. Nothing else in the program writes case data outside the vault.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casedesk.domain.errors import FileProblem
from casedesk.services.session import Session
from casedesk.services.settling import folder_digest
from casedesk.storage.sharing_log import Disclosure

OWN_COUNCIL = "own council"


@dataclass(frozen=True)
class Departure:
    """What leaves, for whom and on what basis.

    `items` are the gate's permitted items with their bases, as plain dictionaries; `how`
    is saved, printed or handed over.
    """

    family_id: str | None
    recipient: str
    purpose: str
    items: Sequence[Mapping[str, Any]]
    named_person: str | None = None
    how: str = "saved"


def send_file(session: Session, departure: Departure, target: Path, data: bytes) -> str:
    """Write `data` to `target` as one disclosure; returns the log entry's id.

    The file is written beside its target and renamed, so it is whole or not there.
    Raises `FileProblem` when the place cannot be written; the entry is then marked failed.
    """
    entry = _begin(session, departure, target, hashlib.sha256(data).hexdigest())
    try:
        _place_file(target, data)
    except OSError as error:
        _fail(session, entry)
        raise place_problem(target, error) from error
    _finish(session, entry)
    return entry


def send_folder(
    session: Session, departure: Departure, target: Path, files: Mapping[str, bytes]
) -> str:
    """Write a folder of files to `target`, which must be empty or not there, as one disclosure.

    Raises `FileProblem` when the place cannot be written or holds something already.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FileProblem(
            f"{target} already holds something; choose an empty folder or a new name."
        )
    entry = _begin(session, departure, target, folder_digest(files))
    try:
        _place_folder(target, files)
    except OSError as error:
        _fail(session, entry)
        raise place_problem(target, error) from error
    _finish(session, entry)
    return entry


def hand_over(
    session: Session, departure: Departure, data: bytes, hand: Callable[[bytes], None]
) -> str:
    """Give `data` to `hand`, which prints it, as one disclosure; returns the log entry's id.

    What `hand` raises goes on to the caller; the entry is then marked failed.
    """
    entry = _begin(session, departure, None, hashlib.sha256(data).hexdigest())
    try:
        hand(data)
    except BaseException:
        _fail(session, entry)
        raise
    _finish(session, entry)
    return entry


def write_preview(target: Path, data: bytes) -> None:
    """Write a watermarked preview: no disclosure. Raises `FileProblem`."""
    try:
        _place_file(target, data)
    except OSError as error:
        raise place_problem(target, error) from error


def place_problem(target: Path, error: OSError) -> FileProblem:
    """The plain sentence for a file that could not be written."""
    reason = (error.strerror or "the disk refused it").lower()
    return FileProblem(
        f"{target} could not be written ({reason}); nothing left the vault. "
        "Choose another place or free some space, and try again."
    )


def _begin(session: Session, departure: Departure, target: Path | None, digest: str) -> str:
    kind, _, organisation = departure.recipient.partition("/")
    with session.store.unit_of_work(session.worker) as uow:
        return uow.begin_disclosure(
            Disclosure(
                family_id=departure.family_id,
                recipient=kind,
                organisation=organisation or None,
                person=departure.named_person,
                purpose=departure.purpose,
                items=tuple(dict(item) for item in departure.items),
                how=departure.how,
                sha256=digest,
                target_name=None if target is None else str(target.absolute()),
            )
        )


def _finish(session: Session, entry: str) -> None:
    with session.store.unit_of_work(session.worker) as uow:
        uow.finish_disclosure(entry)


def _fail(session: Session, entry: str) -> None:
    with session.store.unit_of_work(session.worker) as uow:
        uow.fail_disclosure(entry)


def _place_file(target: Path, data: bytes) -> None:
    of_target = hashlib.sha256(target.name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    folder, prefix = target.absolute().parent, f".casedesk-{of_target}-"
    # What a disk that refused everything, its removal too, left of an earlier try.
    for left in folder.glob(f"{prefix}*"):
        left.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(prefix=prefix, dir=folder)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _place_folder(target: Path, files: Mapping[str, bytes]) -> None:
    beside = Path(tempfile.mkdtemp(prefix=".casedesk-", dir=target.absolute().parent))
    try:
        for name, data in files.items():
            _place_file(beside / name, data)
        if target.exists():
            target.rmdir()
        beside.replace(target)
    except BaseException:
        for path in beside.glob("*"):
            path.unlink(missing_ok=True)
        if beside.exists():
            beside.rmdir()
        raise
