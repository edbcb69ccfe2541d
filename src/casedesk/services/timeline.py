"""Visits and notes of a family, newest first, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.dates import long_date
from casedesk.domain.records import Contact, Person
from casedesk.domain.views.timeline import ChildSaid, TimelineEntry, TimelinePage
from casedesk.services.session import Session
from casedesk.storage.timeline_queries import contacts_page, count_of_contacts

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


def timeline(
    session: Session,
    ref: str,
    *,
    offset: int = 0,
    limit: int = 50,
    kind: str | None = None,
    text: str = "",
) -> TimelinePage:
    """Some of a family's contacts. `kind` is one of `CONTACT_KINDS`, `text` is looked for in
    what was written. Raises `NotFound`."""
    with session.store.read() as reading:
        family = reading.family_by_ref(ref)
        found = contacts_page(reading, family.id, offset=offset, limit=limit, kind=kind, text=text)
        total = count_of_contacts(reading, family.id, kind=kind, text=text)
        (case,) = reading.case_files([family.id], wanted=(Person,))
    entries = tuple(_entry(one, case.person_by_id, session.catalogue) for one in found)
    return TimelinePage(entries=entries, total=total, offset=offset)


def contact_kind(kind: str | None) -> str:
    """A kind of contact in words."""
    return KIND_WORDS.get(kind) or (kind or "").capitalize()


def _entry(contact: Contact, people: Mapping[str, Person], catalogue: Catalogue) -> TimelineEntry:
    def called(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(people[one].called for one in ids if one in people)

    at = f", {contact.at_time:%H:%M}" if contact.at_time is not None else ""
    return TimelineEntry(
        record=contact,
        on=contact.on,
        when=long_date(contact.on) + at,
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
        categories=tuple(
            catalogue.categories[one].title if one in catalogue.categories else one
            for one in contact.categories
        ),
        by=contact.by,
        significant=contact.significant,
        confidential=contact.confidential,
    )
