"""Visits and notes, newest first, in pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casedesk.domain.records import Contact


@dataclass(frozen=True, slots=True)
class ChildSaid:
    """A child's words; `name` empty where nobody is named."""

    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One contact.

    `kind` is in words ("Home visit"), `when` reads "10 November 2026, 14:03". `people`, `seen`
    and `alone` are first names; `categories` titles. `record` is the contact itself, to edit.
    """

    record: Contact
    on: date
    when: str
    kind: str
    people: tuple[str, ...]
    seen: tuple[str, ...]
    alone: tuple[str, ...]
    also_present: str | None
    text: str
    said: tuple[ChildSaid, ...]
    categories: tuple[str, ...]
    by: str | None
    significant: bool
    confidential: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """Some of a family's contacts; `total` counts them all, with the same kind and text."""

    entries: tuple[TimelineEntry, ...]
    total: int
    offset: int
