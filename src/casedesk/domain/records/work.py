"""Contacts, assessments and documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from casedesk.domain.records.base import Record

CONTACT_KINDS = (
    "home visit", "office", "school", "phone", "video", "meeting", "no reply", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """A visit, call or other contact. Times are the local clock's, without a zone.

    `people`, `children_seen` and `seen_alone` are person ids; `also_present` is free text
    about others. `child_voice` are pairs of (person id or None, words): None is a line
    that names nobody. `significant` puts it into the chronology. `minutes` is how long it took.
    """

    family_id: str
    ref: str
    on: date
    at_time: time | None = None
    minutes: int | None = None
    kind: str | None = None
    people: tuple[str, ...] = ()
    also_present: str | None = None
    children_seen: tuple[str, ...] = ()
    seen_alone: tuple[str, ...] = ()
    child_voice: tuple[tuple[str | None, str], ...] = ()
    text: str
    categories: tuple[str, ...] = ()
    by: str | None = None
    significant: bool = False
    confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Record):
    """A whole-family assessment and the people (ids) it covers."""

    family_id: str
    on: date
    people: tuple[str, ...] = ()
    summary: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Record):
    """A file kept in the vault. The bytes are stored apart, named by `sha256` (hex).

    `size` is in bytes.
    """

    family_id: str
    ref: str
    name: str
    media_type: str
    size: int
    sha256: str
    added_on: date
    people: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    note: str | None = None
    confidential: bool = False
