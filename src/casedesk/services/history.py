"""History: who changed what, when, from what to what; and putting it back.

Read from the journal, which every save writes (docs/architecture.md, Journal).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from casedesk.domain.errors import InvalidRecord, NotFound
from casedesk.domain.records import (
    CaseFile,
    Consent,
    GoalScore,
    PlannedVisit,
    Professional,
    Record,
    SafeContact,
    SharingDecision,
)
from casedesk.domain.views.history import FieldChange, HistoryLine, HistoryPage
from casedesk.domain.views.saved import Saved, Undo
from casedesk.services.history_words import KINDS, Words
from casedesk.services.record_rules import check_record
from casedesk.services.restored import follow
from casedesk.services.session import Session
from casedesk.services.undoing import put_back
from casedesk.storage.journal_pages import (
    ADD,
    CHANGE,
    REMOVE,
    JournalEntry,
    count_of_family,
    entries_between,
    entries_of_family,
    entries_of_record,
    record_from,
)
from casedesk.storage.people_queries import families_of_people
from casedesk.storage.reader import Reader

NOT_THERE = "That entry of the history cannot be put back: choose a change of one record."
RULED_OUT = (
    "A consent or sharing decision is never edited: record a new one, or mark this one as an error."
)
_DID = {ADD: "added", CHANGE: "changed", REMOVE: "removed"}
_LEDGER = (Consent, SharingDecision)
_BESIDE: tuple[type[Record], ...] = (PlannedVisit, GoalScore, Professional, SafeContact)
"""Records of a family that its case file does not hold."""


def history_of_family(
    session: Session, ref: str, *, offset: int = 0, limit: int = 50
) -> HistoryPage:
    """A page of everything that was done to a family's records, newest first.

    Its people's own details are among it. Raises `NotFound`.
    """
    with session.store.read() as reading:
        case = reading.case_file(reading.family_by_ref(ref).id)
        ids = _records_of(reading, case)
        entries = entries_of_family(reading, case.family.id, ids, offset, limit)
        total = count_of_family(reading, case.family.id, ids)
        words = _words(session, reading, case)
        lines = tuple(_line(reading, words, case, one) for one in entries)
    return HistoryPage(lines=lines, total=total, offset=offset)


def history_of_record(
    session: Session, ref: str, record_type: str, record_id: str
) -> tuple[HistoryLine, ...]:
    """Everything that was done to one record of a family, newest first. Raises `NotFound`."""
    with session.store.read() as reading:
        case = reading.case_file(reading.family_by_ref(ref).id)
        words = _words(session, reading, case)
        entries = entries_of_record(reading, record_type, record_id)
        return tuple(_line(reading, words, case, one) for one in entries)


def restore(
    session: Session, device: str, sequence: int, *, field: str | None = None
) -> Saved[Record]:
    """Put back what stood before an entry of the history: one field, or all of its fields.

    A record that was removed comes back. What was changed since in other fields stays. The
    values must keep today's rules. Raises `InvalidRecord` for what cannot be put back,
    `NotFound`.
    """
    with session.store.unit_of_work(session.worker) as uow:
        before = uow.head()
        entry = next(iter(entries_between(uow, device, sequence, sequence)), None)
        kind = entry.kind if entry is not None else None
        if entry is None or kind is None or entry.fields is None or entry.action == ADD:
            raise InvalidRecord(NOT_THERE)
        if kind in _LEDGER:
            raise InvalidRecord(RULED_OUT)
        if entry.action == REMOVE:
            record = uow.add(record_from(entry, side=0))
        else:
            if field is not None and field not in entry.fields:
                raise InvalidRecord(NOT_THERE)
            current: Record = uow.get(kind, entry.record_id)
            record = put_back(current, entry, None if field is None else [field])
            record = uow.change(record)
        family_id = entry.family_id or _a_family_of(uow, entry.record_id)
        case = uow.case_file(family_id)
        check_record(session, case, record)
        follow(session, uow, record)
        after = uow.head()
        words = _words(session, uow, case)
        sentence = f"Put back: {words.record(entry.record_type, _values(record))}."
        return Saved(
            record=record,
            family_ref=case.family.ref,
            sentence=sentence,
            kinds=frozenset({entry.record_type}),
            undo=Undo(after.device, before.sequence + 1, after.sequence, sentence),
        )


def _words(session: Session, reading: Reader, case: CaseFile) -> Words:
    around = reading.records_of(Professional, case.family.id)
    return Words(case, session.catalogue, session.packs, around)


def _records_of(reading: Reader, case: CaseFile) -> tuple[str, ...]:
    """The ids of every record of a family and of its people."""
    parts: Iterable[Any] = (getattr(case, one.name) for one in fields(case) if one.name != "family")
    own = (record.id for part in parts for record in part)
    beside = (one.id for kind in _BESIDE for one in reading.records_of(kind, case.family.id))
    return (case.family.id, *own, *beside)


def _a_family_of(reading: Reader, person_id: str) -> str:
    refs = families_of_people(reading, [person_id]).get(person_id, ())
    if not refs:
        raise NotFound("The person is in no family any more: add them to one first.")
    return reading.family_by_ref(refs[0]).id


def _line(reading: Reader, words: Words, case: CaseFile, entry: JournalEntry) -> HistoryLine:
    changes = entry.fields or {}
    side = 0 if entry.action == REMOVE else 1
    values: Mapping[str, Any] = {name: pair[side] for name, pair in changes.items()}
    if entry.action == CHANGE and entry.kind is not None:
        values = {**_values_now(reading, entry), **values}
    what = words.record(entry.record_type, values)
    did = _DID.get(entry.action, "erased the contents of")
    return HistoryLine(
        device=entry.device,
        sequence=entry.sequence,
        at=datetime.fromtimestamp(entry.at / 1_000_000, UTC),
        who=entry.who,
        action=entry.action,
        words=f"{entry.who} {did} {what}",
        kind=KINDS.get(entry.record_type, entry.record_type),
        what=what,
        record_type=entry.record_type,
        record_id=entry.record_id,
        fields=tuple(
            FieldChange(
                name,
                words.label(name),
                words.value(entry.record_type, name, old),
                words.value(entry.record_type, name, new),
            )
            for name, (old, new) in changes.items()
            if words.shows(name)
        ),
        restorable=(
            entry.action in (CHANGE, REMOVE)
            and entry.fields is not None
            and entry.kind is not None
            and entry.kind not in _LEDGER
        ),
    )


def _values_now(reading: Reader, entry: JournalEntry) -> Mapping[str, Any]:
    if entry.kind is None:
        return {}
    try:
        return _values(reading.get(entry.kind, entry.record_id))
    except NotFound:
        return {}


def _values(record: Record) -> dict[str, Any]:
    return {one.name: getattr(record, one.name) for one in fields(record)}
