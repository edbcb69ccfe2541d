"""Notes: a visit, call or other contact written down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, time

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.clean_text import clean_text
from casedesk.domain.dates import long_date
from casedesk.domain.field_problems import FieldProblem, refuse, text_needed
from casedesk.domain.gate import NamedMember, members_named
from casedesk.domain.people import members_of
from casedesk.domain.records import CaseFile, Contact
from casedesk.domain.records.around import Professional
from casedesk.domain.records.work import CONTACT_KINDS
from casedesk.domain.views.saved import Saved
from casedesk.services.saving import saving, saving_over
from casedesk.services.session import Session
from casedesk.services.timeline import contact_kind

CONTACT_PREFIX = "V"
LONGEST_MINUTES = 24 * 60
_SHORTEST_NAME = 3
_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_PEOPLE = (("people", "Who was there"), ("children_seen", "Children seen"), ("seen_alone", "Alone"))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteEntry:
    """A note as a form has it. `on` None is today; lists are person ids or category ids.

    `minutes` is how long it took. `child_voice` are (person id or None, words); `by` None is
    the worker.
    """

    text: str
    on: date | None = None
    at_time: time | None = None
    minutes: int | None = None
    kind: str | None = None
    people: tuple[str, ...] = ()
    also_present: str | None = None
    children_seen: tuple[str, ...] = ()
    seen_alone: tuple[str, ...] = ()
    child_voice: tuple[tuple[str | None, str], ...] = ()
    categories: tuple[str, ...] = ()
    by: str | None = None
    significant: bool = False
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class NamedProfessional:
    """Somebody who works with the family and is named in words: "Mrs Patel, school nurse"."""

    id: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class NamesOffered:
    """Who is named in a note and not listed on it: members, and those around the family."""

    members: tuple[NamedMember, ...] = ()
    professionals: tuple[NamedProfessional, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.members or self.professionals)


def names_to_offer(session: Session, ref: str, entry: NoteEntry) -> NamesOffered:
    """Whom the words name and who is not listed, to offer adding them.

    Members are added to who was there, professionals to who else was. Source: docs/consent.md,
    Names in free text. Raises `NotFound`.
    """
    with session.store.read() as reading:
        case = reading.case_file(reading.family_by_ref(ref).id)
        around = reading.records_of(Professional, case.family.id)
    said = [words for _, words in entry.child_voice]
    texts = [entry.text, entry.also_present or "", *said]
    listed = {*entry.people, *entry.children_seen}
    members = members_named(members_of(case), texts, listed)
    return NamesOffered(members, tuple(_named([entry.text, *said], entry.also_present, around)))


def _named(
    texts: Sequence[str], also_present: str | None, around: Sequence[Professional]
) -> Iterator[NamedProfessional]:
    """Those whose whole name is in the texts and not among who was there."""
    words, listed = _run_together(" ".join(texts)), _run_together(also_present or "")
    for one in around:
        name = (one.name or "").strip()
        if len(name) < _SHORTEST_NAME:
            continue
        looked_for = _run_together(name)
        if looked_for in words and looked_for not in listed:
            what = ", ".join(part for part in (name, one.role or one.organisation) if part)
            yield NamedProfessional(one.id, name, what)


def _run_together(text: str) -> str:
    return f" {' '.join(_WORDS.findall(text.casefold().replace('’', chr(39))))} "


def note(session: Session, contact_id: str) -> Contact:
    """One contact, to change it. Raises `NotFound`."""
    with session.store.read() as reading:
        return reading.get(Contact, contact_id)


def add_note(session: Session, ref: str, entry: NoteEntry) -> Saved[Contact]:
    """Write down a contact, in clean text.

    Raises `InvalidFields` naming what is missing, `NotFound`.
    """
    with saving(session, ref) as save:
        values = {one.name: getattr(entry, one.name) for one in fields(entry)}
        values |= {"on": entry.on or session.today, "by": entry.by or session.worker}
        contact = clean_contact(
            Contact(id=save.uow.new_id(), family_id=save.family.id, ref="", **values)
        )
        refuse(contact_problems(contact, save.case, session.catalogue, session.today))
        contact = save.uow.add(replace(contact, ref=save.uow.new_ref(CONTACT_PREFIX)))
        return save.done(contact, f"Saved the note: {contact_kind(contact.kind)}.")


def change_note(session: Session, contact: Contact) -> Saved[Contact]:
    """Save a contact over the version it was made from.

    Raises as `add_note`, and `InvalidRecord` when it was changed since.
    """
    with saving_over(session, Contact, contact.id, contact.version) as (save, _):
        contact = clean_contact(contact)
        refuse(contact_problems(contact, save.case, session.catalogue, session.today))
        kept = save.uow.change(contact)
        return save.done(kept, f"Changed the note: {contact_kind(kept.kind)}.")


def mark_significant(session: Session, contact: Contact, *, significant: bool) -> Saved[Contact]:
    """Put a contact into the chronology, or take it out. Raises as `change_note`."""
    with saving_over(session, Contact, contact.id, contact.version) as (save, now):
        kept = save.uow.change(replace(now, significant=significant))
        what = "Put into the chronology" if significant else "Taken out of the chronology"
        return save.done(kept, f"{what}: {contact_kind(kept.kind).lower()}, {long_date(kept.on)}.")


def clean_contact(contact: Contact) -> Contact:
    """Without the characters that cannot be seen, wherever they were pasted."""
    voice = tuple((who, clean_text(words)) for who, words in contact.child_voice)
    also = clean_text(contact.also_present or "") or None
    return replace(contact, text=clean_text(contact.text), also_present=also, child_voice=voice)


def contact_problems(
    contact: Contact, case: CaseFile, catalogue: Catalogue, today: date
) -> Iterator[FieldProblem]:
    """What is missing or wrong in a contact before it is saved."""
    yield from text_needed("text", "What happened", contact.text)
    if contact.on > today:
        yield FieldProblem("on", "The date", "should not be after today")
    if contact.kind is not None and contact.kind not in CONTACT_KINDS:
        yield FieldProblem("kind", "The kind", f"should be one of {', '.join(CONTACT_KINDS)}")
    if contact.minutes is not None and not 0 < contact.minutes <= LONGEST_MINUTES:
        yield FieldProblem("minutes", "How long", "should be from 1 minute to a day")
    for field, label in _PEOPLE:
        if any(one not in case.membership_of for one in getattr(contact, field)):
            yield FieldProblem(field, label, "should be people of this family")
    for person, words in contact.child_voice:
        if person is not None and person not in case.membership_of:
            yield FieldProblem("child_voice", "Who said it", "should be somebody in this family")
        yield from text_needed("child_voice", "What the child said", words)
    if any(one not in catalogue.categories for one in contact.categories):
        yield FieldProblem("categories", "The kinds of information", "should be known ones")
