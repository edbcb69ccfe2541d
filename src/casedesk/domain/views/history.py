"""Who changed what, when, in words: read from the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a change: its label, and what stood there before and after, in words."""

    field: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One entry of the journal about a record.

    `at` is an instant in UTC. `action` is add, change, remove or erase, `words` the sentence
    ("Sam Okoro changed Tyler's attendance"). `what` names the record, `kind` its kind in words.
    `restorable`: the values before this entry can be put back.
    """

    device: str
    sequence: int
    at: datetime
    who: str
    action: str
    words: str
    kind: str
    what: str
    record_type: str
    record_id: str
    fields: tuple[FieldChange, ...]
    restorable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    """Some of a family's history, newest first; `total` counts all of it."""

    lines: tuple[HistoryLine, ...]
    total: int
    offset: int
