"""The journal read back: the history of a record, and erasing contents at disposal."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update

from casedesk.storage.chain import Entry
from casedesk.storage.guard import OPEN
from casedesk.storage.logbook import Logbook
from casedesk.storage.mapping import BY_NAME
from casedesk.storage.tables import CHAINED, journal

ERASE = "erase"


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """Who changed what, when. `at` is microseconds since 1970 UTC.

    `action` is add, change, remove or erase. `fields` are field -> (old, new), as the record
    has them; None once the contents were erased.
    """

    at: int
    device: str
    sequence: int
    who: str
    action: str
    fields: Mapping[str, tuple[Any, Any]] | None


def read_history(connection: Connection, record_type: str, record_id: str) -> list[HistoryEntry]:
    """Everything the journal has about one record, oldest first."""
    columns = journal.c
    rows = connection.execute(
        select(
            columns.instant,
            columns.device,
            columns.sequence,
            columns.who,
            columns.action,
            columns.contents,
        )
        .where(columns.record_id == record_id, columns.record_type == record_type)
        .order_by(columns.instant, columns.device, columns.sequence)
    )
    return [
        HistoryEntry(
            at=row.instant,
            device=row.device,
            sequence=row.sequence,
            who=row.who,
            action=row.action,
            fields=None if row.contents is None else _fields(record_type, row.contents),
        )
        for row in rows
    ]


def _fields(record_type: str, contents: str) -> dict[str, tuple[Any, Any]]:
    mapper = BY_NAME.get(record_type)
    said = json.loads(contents)
    if mapper is None:
        return {name: (old, new) for name, (old, new) in said.items()}
    return {
        name: (mapper.from_journal(name, old), mapper.from_journal(name, new))
        for name, (old, new) in said.items()
    }


def erase_contents(
    connection: Connection,
    logbook: Logbook,
    *,
    family_id: str | None = None,
    record_ids: Collection[str] = (),
) -> None:
    """Erases what the journal and the access log say about a family or about records.

    Their digests stay, so the chains still verify. That it was done is journalled, and only
    entries with such an entry after them may be empty.
    """
    logbook.flush()
    for log in CHAINED:
        columns = log.c
        blank = update(log).values(contents=None, salt=None)
        if family_id is not None:
            of_family = blank.where(columns.family_id == family_id)
            connection.execute(of_family, execution_options=OPEN)
        for record_id in record_ids:
            of_record = blank.where(columns.record_id == record_id)
            connection.execute(of_record, execution_options=OPEN)
    if family_id is not None:
        logbook.journal.append(Entry(ERASE, "Family", family_id, family_id, {}))
    for record_id in record_ids:
        logbook.journal.append(Entry(ERASE, "Record", record_id, None, {}))
