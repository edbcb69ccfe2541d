"""Undo: what one save wrote is taken back, read from the journal and journalled again.

A save may be taken back while its records are as it left them: untouched since, or touched by
later saves that were taken back in their turn. So a chain of saves on one record can be undone
one after the other, and done again.

Consents and sharing decisions are never removed: one that was just recorded is marked as
recorded in error instead (docs/consent.md, Consent).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    entries_of_record,
    record_from,
)
from casedesk.storage.unit_of_work import UnitOfWork

MOVED_ON = "Something in it was changed since: its History shows every change."
NOTHING = "There is nothing left to undo: its History shows every change."
KEPT_FOR_GOOD = (Consent, SharingDecision)
_UNDONE = "Undone: "
_BLANKS: tuple[Any, ...] = (None, "", ())


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
        if any(_moved_on(uow, one, handle) for one in written):
            raise InvalidRecord(MOVED_ON)
        taken = [_take_back(uow, one) for one in reversed(written)]
        after = uow.head()
        what = handle.what.removeprefix(_UNDONE)
        sentence = what if what != handle.what else f"{_UNDONE}{what}"
        return Saved(
            record=taken[-1],
            family_ref=_family_ref(uow, taken, written),
            sentence=sentence,
            kinds=frozenset(one.record_type for one in written),
            undo=Undo(after.device, before.sequence + 1, after.sequence, sentence),
        )


def what_was_done(handle: Undo) -> str:
    """What a handle stands for, in the words of its save, without a full stop."""
    return handle.what.removeprefix(_UNDONE).rstrip(".")


def _moved_on(uow: UnitOfWork, entry: JournalEntry, handle: Undo) -> bool:
    """Whether a record is other than the save left it."""
    first: dict[str, Any] = {}
    now: dict[str, Any] = {}
    there = was_there = None
    for one in _since(uow, entry, handle):
        if one.fields is None:
            return True
        was_there = (one.action != ADD) if was_there is None else was_there
        there = one.action != REMOVE
        for name, (old, new) in one.fields.items():
            first.setdefault(name, old)
            now[name] = new
    return there != was_there or any(not _same(first[name], now[name]) for name in now)


def _since(uow: UnitOfWork, entry: JournalEntry, handle: Undo) -> Iterator[JournalEntry]:
    """What was done to a record after a save, oldest first."""
    later = []
    for one in entries_of_record(uow, entry.record_type, entry.record_id):
        if one.device == handle.device and one.sequence <= handle.last:
            break
        later.append(one)
    return reversed(later)


def _same(one: Any, other: Any) -> bool:
    # An entry of an added or removed record leaves out what says nothing.
    if one is False or other is False:
        return not one and not other
    return bool(one == other) or (one in _BLANKS and other in _BLANKS)


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
