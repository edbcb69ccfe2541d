"""The journal by unit of work and by family, and records put together again from it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, func, or_, select

from casedesk.domain.records import Record
from casedesk.storage.mapping import BY_NAME
from casedesk.storage.reader import Reader
from casedesk.storage.tables import journal
from casedesk.storage.tables.base import Codes, Voices

ADD, CHANGE, REMOVE = "add", "change", "remove"

_C = journal.c


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One entry. `at` is microseconds since 1970 UTC; `fields` None once they were erased.

    `fields` are field -> (old, new), as the record has them.
    """

    device: str
    sequence: int
    at: int
    who: str
    action: str
    record_type: str
    record_id: str
    family_id: str | None
    fields: Mapping[str, tuple[Any, Any]] | None

    @property
    def kind(self) -> type[Record] | None:
        """The kind of record; None for a setting, a pack or a disclosure."""
        mapper = BY_NAME.get(self.record_type)
        return None if mapper is None else mapper.kind


def entries_between(reading: Reader, device: str, first: int, last: int) -> list[JournalEntry]:
    """The entries of one device from `first` to `last`, both included, oldest first."""
    query = _SELECT.where(_C.device == device, _C.sequence.between(first, last))
    return _read(reading, query.order_by(_C.sequence))


def entries_of_family(
    reading: Reader, family_id: str, record_ids: Collection[str], offset: int, limit: int
) -> list[JournalEntry]:
    """The entries about a family's records, newest first.

    `record_ids` are those it has now; what was removed from it is found by the family.
    """
    query = _SELECT.where(_about(family_id, record_ids)).order_by(
        _C.instant.desc(), _C.device, _C.sequence.desc()
    )
    return _read(reading, query.offset(offset).limit(limit))


def count_of_family(reading: Reader, family_id: str, record_ids: Collection[str]) -> int:
    """How many entries there are about a family's records."""
    query = select(func.count()).select_from(journal).where(_about(family_id, record_ids))
    return reading._connection.scalar(query) or 0


def entries_of_record(reading: Reader, record_type: str, record_id: str) -> list[JournalEntry]:
    """Every entry about one record, newest first."""
    query = _SELECT.where(_C.record_id == record_id, _C.record_type == record_type)
    return _read(reading, query.order_by(_C.instant.desc(), _C.sequence.desc()))


def record_from(entry: JournalEntry, *, side: int) -> Record:
    """The record that an `add` (`side` 1) or `remove` (`side` 0) entry speaks of.

    The journal leaves out what says nothing (none, no and empty lists).
    """
    mapper = BY_NAME[entry.record_type]
    said = {name: pair[side] for name, pair in (entry.fields or {}).items()}
    values = {
        one.name: said.get(one.name, _nothing(mapper.table, one))
        for one in fields(mapper.kind)
        if one.name in mapper.names
    }
    record: Record = mapper.kind(id=entry.record_id, **values)
    return record


def _nothing(table: Table, field: Any) -> Any:
    if field.default is not MISSING:
        return field.default
    column = table.c[field.name]
    if isinstance(column.type, Codes | Voices):
        return ()
    return False if column.type.python_type is bool else ""


_SELECT: Select[Any] = select(
    _C.device,
    _C.sequence,
    _C.instant,
    _C.who,
    _C.action,
    _C.record_type,
    _C.record_id,
    _C.family_id,
    _C.contents,
)


def _about(family_id: str, record_ids: Collection[str]) -> ColumnElement[bool]:
    removed = select(_C.record_id).where(_C.action == REMOVE, _C.family_id == family_id)
    return or_(_C.record_id.in_(record_ids), _C.record_id.in_(removed))


def _read(reading: Reader, query: Select[Any]) -> list[JournalEntry]:
    reading._settle()
    return [_entry(row) for row in reading._connection.execute(query)]


def _entry(row: Any) -> JournalEntry:
    return JournalEntry(
        device=row.device,
        sequence=row.sequence,
        at=row.instant,
        who=row.who,
        action=row.action,
        record_type=row.record_type,
        record_id=row.record_id,
        family_id=row.family_id,
        fields=None if row.contents is None else _fields(row.record_type, row.contents),
    )


def _fields(record_type: str, contents: str) -> dict[str, tuple[Any, Any]]:
    said: Mapping[str, Sequence[Any]] = json.loads(contents)
    mapper = BY_NAME.get(record_type)
    if mapper is None:
        return {name: (old, new) for name, (old, new) in said.items()}
    return {
        name: (mapper.from_journal(name, old), mapper.from_journal(name, new))
        for name, (old, new) in said.items()
    }
