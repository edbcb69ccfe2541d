"""Visits and notes of a family, newest first, a page at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.dates import long_date
from casedesk.domain.records import Contact, Person
from casedesk.domain.records.work import CONTACT_KINDS
from casedesk.domain.views.timeline import (
    EVERYTHING,
    ChildSaid,
    Narrowing,
    Snippet,
    Spans,
    TimelineChoices,
    TimelineEntry,
    TimelinePage,
)
from casedesk.services.session import Session
from casedesk.storage.search_marks import Marker
from casedesk.storage.timeline_queries import FoundContacts, listed_on_contacts

KIND_WORDS: Mapping[str | None, str] = {
    "home visit": "Home visit",
    "office": "Office visit",
    "school": "Visit at school",
    "phone": "Phone call",
    "video": "Video call",
    "meeting": "Meeting",
    "no reply": "No reply",
    "other": "Other contact",
    None: "Note",
}
SNIPPET = 400
"""Characters of a note that a row of the list may show."""
_BEFORE = 24
_AROUND = 80


def timeline(
    session: Session,
    ref: str,
    *,
    offset: int = 0,
    limit: int = 50,
    wanted: Narrowing = EVERYTHING,
) -> TimelinePage:
    """Some of a family's contacts, with what was looked for marked. Raises `NotFound`."""
    with session.store.read() as reading:
        family = reading.family_by_ref(ref)
        (case,) = reading.case_files([family.id], wanted=(Person,))
        marker = Marker(wanted.text)
        named = [one.id for one in case.people if marker.finds_all(_names(one))]
        found = FoundContacts(reading, family.id, wanted, named)
        contacts = found.page(offset, limit)
        is_all = offset == 0 and len(contacts) < limit
        total = len(contacts) if is_all else found.count()
    entries = (entry_of(one, case.person_by_id, session.catalogue) for one in contacts)
    if wanted.text.strip():
        entries = (_marked(one, marker) for one in entries)
    return TimelinePage(entries=tuple(entries), total=total, offset=offset)


def timeline_choices(session: Session, ref: str) -> TimelineChoices:
    """What a family's contacts can be narrowed by. Raises `NotFound`."""
    with session.store.read() as reading:
        family = reading.family_by_ref(ref)
        listed = listed_on_contacts(reading, family.id)
        (case,) = reading.case_files([family.id], wanted=(Person,))
    kinds = Counter(one.kind for one in listed)
    people = {person for one in listed for person in one.people}
    categories = {name for one in listed for name in one.categories}
    known = session.catalogue.categories
    return TimelineChoices(
        kinds={None: len(listed)} | {kind: kinds[kind] for kind in CONTACT_KINDS},
        people=tuple((one.id, one.called) for one in case.people if one.id in people),
        categories=tuple((key, one.title) for key, one in known.items() if key in categories),
        writers=tuple(sorted({one.by for one in listed if one.by}, key=str.casefold)),
    )


def contact_kind(kind: str | None) -> str:
    """A kind of contact in words."""
    return KIND_WORDS.get(kind) or (kind or "").capitalize()


def contact_when(contact: Contact) -> str:
    """ "10 November 2026, 14:03, 50 minutes"."""
    at = f", {contact.at_time:%H:%M}" if contact.at_time is not None else ""
    long = f", {length_words(contact.minutes)}" if contact.minutes else ""
    return f"{long_date(contact.on)}{at}{long}"


def length_words(minutes: int) -> str:
    """ "50 minutes", "1 hour", "2 hours 5 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = ((hours, "hour"), (rest, "minute"))
    return " ".join(f"{one} {noun}{'' if one == 1 else 's'}" for one, noun in parts if one)


def entry_of(contact: Contact, people: Mapping[str, Person], lists: Catalogue) -> TimelineEntry:
    """A contact in words, nothing in it marked."""

    def called(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(people[one].called for one in ids if one in people)

    known = lists.categories
    return TimelineEntry(
        record=contact,
        on=contact.on,
        when=contact_when(contact),
        kind=contact_kind(contact.kind),
        people=called(contact.people),
        seen=called(contact.children_seen),
        alone=called(contact.seen_alone),
        also_present=contact.also_present,
        text=contact.text,
        said=tuple(
            ChildSaid(people[who].called if who and who in people else "", words)
            for who, words in contact.child_voice
        ),
        categories=tuple(known[one].title if one in known else one for one in contact.categories),
        by=contact.by,
        significant=contact.significant,
        confidential=contact.confidential,
        snippet=Snippet(" ".join(contact.text[: 2 * SNIPPET].split())[:SNIPPET]),
    )


def _names(person: Person) -> str:
    return f"{person.full_name} {person.known_as or ''}"


def _marked(entry: TimelineEntry, marker: Marker) -> TimelineEntry:
    marks = marker.spans(entry.text)
    said = tuple(replace(one, marks=marker.spans(one.words)) for one in entry.said)
    pieces = [
        (entry.text, marks),
        *(
            (f"{one.name}: “{one.words}”" if one.name else f"“{one.words}”", one.marks)
            for one in said
        ),
        (f"With {entry.also_present or ''}", marker.spans(entry.also_present or "")),
    ]
    found, spans = next((one for one in pieces if one[1]), (entry.text, marks))
    return replace(entry, marks=marks, said=said, snippet=_snippet(found, spans, marker))


def _snippet(text: str, marks: Spans, marker: Marker) -> Snippet:
    """One line of a text, from a little before its first match on."""
    at = marks[0][0] if marks else 0
    first = max(0, at - _AROUND)
    piece = text[first : at + 2 * SNIPPET]
    line = " ".join((piece[piece.find(" ") + 1 :] if first else piece).split())
    spans: Spans = marker.spans(line)
    start = spans[0][0] if spans else 0
    cut = line.rfind(" ", 0, start - _BEFORE // 2) + 1 if start > _BEFORE else 0
    if first or cut:
        line = f"…{line[cut:]}"
        spans = tuple((begin + 1 - cut, end + 1 - cut) for begin, end in spans if begin >= cut)
    return Snippet(line[:SNIPPET], tuple(one for one in spans if one[1] <= SNIPPET))
