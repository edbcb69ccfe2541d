"""Undo: what one save wrote is taken back, read from the journal and journalled again.

Consents and sharing decisions are never removed: one that was just recorded is marked as
recorded in error instead (docs/consent.md, Consent).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from casedesk.domain.errors import InvalidRecord, NotFound
from casedesk.domain.records import Consent, Family, Record, SharingDecision
from casedesk.domain.views.saved import Saved, Undo
from casedesk.services.session import Session
from casedesk.storage.journal_pages import (
    ADD,
    CHANGE,
    REMOVE,
    JournalEntry,
    entries_between,
    record_from,
    touched_since,
)
from casedesk.storage.unit_of_work import UnitOfWork

MOVED_ON = (
    "Something in it was changed since, so it was not undone: its History shows every change."
)
NOTHING = "There is nothing left to undo: its History shows every change."
KEPT_FOR_GOOD = (Consent, SharingDecision)


def undo(session: Session, handle: Undo) -> Saved[Record]:
    """Take back one save, all of it, as a save of its own; its `undo` does it again.

    Raises `InvalidRecord` when any of its records was changed since, or others have come to
    refer to what it added.
    """
    with session.store.unit_of_work(session.worker) as uow:
        before = uow.head()
        written = [
            one
            for one in entries_between(uow, handle.device, handle.first, handle.last)
            if one.kind is not None
        ]
        if not written or any(one.fields is None for one in written):
            raise InvalidRecord(NOTHING)
        if touched_since(uow, {one.record_id for one in written}, handle.device, handle.last):
            raise InvalidRecord(MOVED_ON)
        taken = [_take_back(uow, one) for one in reversed(written)]
        after = uow.head()
        what = handle.what.removeprefix("Undone: ")
        sentence = what if what != handle.what else f"Undone: {what}"
        return Saved(
            record=taken[-1],
            family_ref=_family_ref(uow, taken, written),
            sentence=sentence,
            kinds=frozenset(one.record_type for one in written),
            undo=Undo(after.device, before.sequence + 1, after.sequence, sentence),
        )


def _take_back(uow: UnitOfWork, entry: JournalEntry) -> Record:
    kind = entry.kind
    if kind is None:
        raise InvalidRecord(NOTHING)
    if entry.action == REMOVE:
        return uow.add(record_from(entry, side=0))
    record: Record = uow.get(kind, entry.record_id)
    if entry.action == CHANGE:
        return uow.change(put_back(record, entry))
    if entry.action != ADD:
        raise InvalidRecord(NOTHING)
    if isinstance(record, KEPT_FOR_GOOD):
        return uow.change(replace(record, in_error=True))
    uow.remove(record)
    return record


def put_back(record: Record, entry: JournalEntry, only: Iterable[str] | None = None) -> Record:
    """A record with the values that stood in it before a change; `only` some of its fields."""
    wanted = None if only is None else frozenset(only)
    old: dict[str, Any] = {
        name: pair[0]
        for name, pair in (entry.fields or {}).items()
        if wanted is None or name in wanted
    }
    return replace(record, **old)


def _family_ref(uow: UnitOfWork, taken: list[Record], written: list[JournalEntry]) -> str:
    for record in taken:
        if isinstance(record, Family):
            return record.ref
    for entry in written:
        if entry.family_id is not None:
            try:
                return uow.get(Family, entry.family_id).ref
            except NotFound:
                continue
    return ""
