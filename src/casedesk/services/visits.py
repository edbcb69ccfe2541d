"""The end of a visit: the note, the actions and the next visit, all of it saved or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from casedesk.domain.action_lines import FAMILY
from casedesk.domain.field_problems import FieldProblem, InvalidFields, refuse
from casedesk.domain.gate import members_named
from casedesk.domain.people import members_of
from casedesk.domain.records import Action, Contact, PlannedVisit
from casedesk.domain.views.saved import Saved
from casedesk.domain.views.visit import AgreedAction, VisitEntry
from casedesk.services.actions import ActionEntry, new_action
from casedesk.services.notes import (
    CONTACT_PREFIX,
    LONGEST_MINUTES,
    clean_contact,
    contact_problems,
)
from casedesk.services.planned_visits import add_planned, set_written_up
from casedesk.services.saving import Saving, saving
from casedesk.services.session import Session
from casedesk.services.timeline import contact_kind

AGREED = "agreed"
NEXT = "next_visit"


def finish_visit(session: Session, ref: str, entry: VisitEntry) -> Saved[Contact]:
    """Save a visit in one step, which one undo takes back.

    The contact with its minutes, the ticked actions as done that day, the new actions, the next
    planned visit; and the visit that was planned is written up by this contact. Who is named
    in the title of a new action is on it (docs/consent.md, Names in free text).

    Raises `InvalidFields` naming what is missing: a field of the contact, `agreed` or
    `next_visit`. Raises `NotFound`.
    """
    with saving(session, ref) as save:
        contact = _contact(session, save, entry)
        written: list[Action | PlannedVisit] = [*_ticked(save, entry, contact.on)]
        with _as_part(AGREED):
            written += [
                new_action(session, save, _action(save, one, session.worker))
                for one in entry.agreed
            ]
        if entry.planned_id and _is_open(save, entry.planned_id):
            planned = set_written_up(save, entry.planned_id, contact.id)
            written += [planned] if planned is not None else []
        if entry.next_visit is not None:
            with _as_part(NEXT):
                written.append(add_planned(session, save, entry.next_visit))
        return save.done(contact, _sentence(save, entry), *written)


def _contact(session: Session, save: Saving, entry: VisitEntry) -> Contact:
    children = {one.id for one in members_of(save.case) if one.is_child_on(session.today)}
    minutes = entry.minutes
    contact = Contact(
        id=save.uow.new_id(),
        family_id=save.family.id,
        ref="",
        on=entry.on or session.today,
        at_time=entry.started,
        minutes=None if minutes is None else min(max(minutes, 1), LONGEST_MINUTES),
        kind=entry.kind,
        people=entry.seen,
        also_present=(entry.also_present or "").strip(),
        children_seen=tuple(one for one in entry.seen if one in children),
        seen_alone=tuple(one for one in entry.alone if one in entry.seen),
        child_voice=entry.child_voice,
        text=entry.text.strip(),
        categories=entry.categories,
        by=session.worker,
    )
    contact = clean_contact(contact)
    voice = tuple((who, said.strip()) for who, said in contact.child_voice if said.strip())
    contact = replace(contact, child_voice=voice)
    refuse(contact_problems(contact, save.case, session.catalogue, session.today))
    return save.uow.add(replace(contact, ref=save.uow.new_ref(CONTACT_PREFIX)))


def _is_open(save: Saving, planned_id: str) -> bool:
    """Whether a plan has no note yet: a draft may be older than the note that was written."""
    visits = save.uow.records_of(PlannedVisit, save.family.id)
    return any(one.id == planned_id and one.contact_id is None for one in visits)


def _ticked(save: Saving, entry: VisitEntry, day: date) -> Iterator[Action]:
    """What was done meanwhile, or is gone, stands as it is: the visit is saved all the same."""
    for one in save.case.actions:
        if one.id in entry.done and one.done_on is None:
            yield save.uow.change(replace(one, done_on=day))


def _action(save: Saving, agreed: AgreedAction, worker: str) -> ActionEntry:
    owner = agreed.owner
    does = (owner.id,) if owner is not None and owner.kind == FAMILY else ()
    named = members_named(members_of(save.case), [agreed.title], does)
    return ActionEntry(
        title=agreed.title.strip(),
        owner=owner.name if owner is not None else worker,
        due=agreed.due,
        people=(*does, *(one.person_id for one in named)),
    )


@contextmanager
def _as_part(field: str) -> Iterator[None]:
    """What is wrong inside is wrong with one part of the visit."""
    try:
        yield
    except InvalidFields as error:
        raise InvalidFields(
            FieldProblem(field, one.label, one.expected) for one in error.fields
        ) from error


def _sentence(save: Saving, entry: VisitEntry) -> str:
    said = [f"Saved the visit to {save.family.name}: {contact_kind(entry.kind).lower()}"]
    if entry.agreed:
        said.append(_counted(len(entry.agreed), "new action"))
    if entry.next_visit is not None:
        said.append("the next visit")
    return f"{', '.join(said)}."


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
