"""Disclosures that a crash left pending: done or failed, by looking at the file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from casedesk.storage.store import CaseStore

SETTLER = "CaseDesk, at start"


def settle_pending(store: CaseStore) -> int:
    """Mark each pending entry of the sharing log done or failed; returns how many there were.

    One whose file is in its place with the digest that was logged is done
    (docs/consent.md, Sharing log).
    """
    with store.read() as reading:
        pending = reading.pending_disclosures()
    if not pending:
        return 0
    with store.unit_of_work(SETTLER) as uow:
        for entry in pending:
            if (
                entry.target_name is not None
                and _digest_of(Path(entry.target_name)) == entry.sha256
            ):
                uow.finish_disclosure(entry.id)
            else:
                uow.fail_disclosure(entry.id)
    return len(pending)


def folder_digest(files: Mapping[str, bytes]) -> str:
    """SHA-256 over the names and digests of a folder's files, in order of name."""
    lines = [f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _digest_of(target: Path) -> str | None:
    try:
        if target.is_dir():
            return folder_digest({path.name: path.read_bytes() for path in target.iterdir()})
        return hashlib.sha256(target.read_bytes()).hexdigest()
    except OSError:
        return None
