"""Notes: a visit, call or other contact written down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, time

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.field_problems import FieldProblem, refuse, text_needed
from casedesk.domain.gate import NamedMember, members_named
from casedesk.domain.people import members_of
from casedesk.domain.records import CaseFile, Contact
from casedesk.domain.records.work import CONTACT_KINDS
from casedesk.domain.views.saved import Saved
from casedesk.services.saving import saving, saving_over
from casedesk.services.session import Session
from casedesk.services.timeline import contact_kind

CONTACT_PREFIX = "V"
_PEOPLE = (("people", "Who was there"), ("children_seen", "Children seen"), ("seen_alone", "Alone"))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteEntry:
    """A note as a form has it. `on` None is today; lists are person ids or category ids.

    `child_voice` are (person id or None, words); `by` None is the worker.
    """

    text: str
    on: date | None = None
    at_time: time | None = None
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


def names_to_offer(session: Session, ref: str, entry: NoteEntry) -> tuple[NamedMember, ...]:
    """The members whom the words name and who are not listed, to offer adding them.

    Source: docs/consent.md, Names in free text. Raises `NotFound`.
    """
    with session.store.read() as reading:
        case = reading.case_file(reading.family_by_ref(ref).id)
    said = (words for _, words in entry.child_voice)
    texts = [entry.text, entry.also_present or "", *said]
    listed = {*entry.people, *entry.children_seen}
    return members_named(members_of(case), texts, listed)


def add_note(session: Session, ref: str, entry: NoteEntry) -> Saved[Contact]:
    """Write down a contact. Raises `InvalidFields` naming what is missing, `NotFound`."""
    with saving(session, ref) as save:
        values = {one.name: getattr(entry, one.name) for one in fields(entry)}
        values |= {"on": entry.on or session.today, "by": entry.by or session.worker}
        contact = Contact(id=save.uow.new_id(), family_id=save.family.id, ref="", **values)
        refuse(_problems(contact, save.case, session.catalogue, session.today))
        contact = save.uow.add(replace(contact, ref=save.uow.new_ref(CONTACT_PREFIX)))
        return save.done(contact, f"Saved the note: {contact_kind(contact.kind)}.")


def change_note(session: Session, contact: Contact) -> Saved[Contact]:
    """Save a contact over the version it was made from.

    Raises as `add_note`, and `InvalidRecord` when it was changed since.
    """
    with saving_over(session, Contact, contact.id, contact.version) as (save, _):
        refuse(_problems(contact, save.case, session.catalogue, session.today))
        kept = save.uow.change(contact)
        return save.done(kept, f"Changed the note: {contact_kind(kept.kind)}.")


def _problems(
    contact: Contact, case: CaseFile, catalogue: Catalogue, today: date
) -> Iterator[FieldProblem]:
    yield from text_needed("text", "What happened", contact.text)
    if contact.on > today:
        yield FieldProblem("on", "The date", "should not be after today")
    if contact.kind is not None and contact.kind not in CONTACT_KINDS:
        yield FieldProblem("kind", "The kind", f"should be one of {', '.join(CONTACT_KINDS)}")
    for field, label in _PEOPLE:
        if any(one not in case.membership_of for one in getattr(contact, field)):
            yield FieldProblem(field, label, "should be people of this family")
    for person, words in contact.child_voice:
        if person is not None and person not in case.membership_of:
            yield FieldProblem("child_voice", "Who said it", "should be somebody in this family")
        yield from text_needed("child_voice", "What the child said", words)
    if any(one not in catalogue.categories for one in contact.categories):
        yield FieldProblem("categories", "The kinds of information", "should be known ones")
