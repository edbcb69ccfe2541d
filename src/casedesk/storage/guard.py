"""Refuses a write to a journalled table that did not come through the unit of work.

The journal is complete because there is no other way in: a statement that changes a table
which is not in `NOT_JOURNALLED` is refused on the engine itself unless it carries the mark
that only the recorder and the chains give it. A refusal is a bug of ours, never the world's.
"""

from __future__ import annotations

import re
from typing import Any, Final

from sqlalchemy import Connection, Engine, event

from casedesk.storage.tables import CHAINED, NOT_JOURNALLED, metadata

_MARK: Final = "casedesk_recorded"
OPEN: Final = {_MARK: True}
"""The execution options of a write that has its journal entry."""

GUARDED = frozenset(
    {name for name in metadata.tables if name not in NOT_JOURNALLED}
    | {table.name for table in CHAINED}
)

_WRITE = re.compile(
    r"\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)"
    r"\s+(?:[\"'`\[]?\w+[\"'`\]]?\s*\.\s*)?[\"'`\[]?(\w+)",
    re.IGNORECASE,
)


class UnjournalledWriteError(RuntimeError):
    """A statement would have changed the case file without a journal entry."""


def guard(engine: Engine) -> None:
    """Puts the guard on an engine, once."""
    if not event.contains(engine, "before_cursor_execute", _refuse):
        event.listen(engine, "before_cursor_execute", _refuse)


def _refuse(
    connection: Connection,
    cursor: Any,
    statement: str,
    parameters: Any,
    context: Any,
    executemany: bool,
) -> None:
    if statement.startswith(("SELECT", "BEGIN")):
        return
    options = context.execution_options if context is not None else {}
    if options.get(_MARK):
        return
    for table in _WRITE.findall(statement):
        if table.lower() in GUARDED:
            raise UnjournalledWriteError(f"{table} was written outside the unit of work")
