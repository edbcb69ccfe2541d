"""Visits and notes, newest first, in pages, narrowed by what is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casedesk.domain.records import Contact

Spans = tuple[tuple[int, int], ...]
"""Where the words looked for stand: (first, after the last) characters, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """Which contacts; everything that is given must hold.

    `kind` is one of `CONTACT_KINDS`; `person` is the id of somebody who was there, was seen or
    said something; `category` a category's id; `by` who wrote it; `from_on` and `to_on` the
    first and last day. `text` is looked for in the words, what was said, who else was there and
    the names of the people listed.
    """

    kind: str | None = None
    person: str | None = None
    category: str | None = None
    significant: bool = False
    from_on: date | None = None
    to_on: date | None = None
    by: str | None = None
    text: str = ""


EVERYTHING = Narrowing()


@dataclass(frozen=True, slots=True)
class ChildSaid:
    """A child's words; `name` empty where nobody is named. `marks` are of the words."""

    name: str
    words: str
    marks: Spans = ()


@dataclass(frozen=True, slots=True)
class Snippet:
    """One line of an entry, from around the first match on; `marks` are of its text."""

    text: str
    marks: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One contact.

    `kind` is in words ("Home visit"), `when` reads "10 November 2026, 14:03, 50 minutes".
    `people`, `seen` and `alone` are first names; `categories` titles. `record` is the contact
    itself, to edit. `marks` are of `text`, where words were looked for.
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
    snippet: Snippet
    marks: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """Some of a family's contacts; `total` counts them all, narrowed alike."""

    entries: tuple[TimelineEntry, ...]
    total: int
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineChoices:
    """What a family's contacts can be narrowed by.

    `kinds` are how many there are of each, None all of them; `people` and `categories` are (id,
    words) of those on any contact; `writers` who wrote one.
    """

    kinds: Mapping[str | None, int]
    people: tuple[tuple[str, str], ...]
    categories: tuple[tuple[str, str], ...]
    writers: tuple[str, ...]
