"""How it is safe to reach somebody: agreed with them, shown before anybody picks up a phone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from casedesk.domain.field_problems import FieldProblem, refuse, text_needed
from casedesk.domain.records import CaseFile, SafeContact
from casedesk.domain.records.around import SAFE_WAYS
from casedesk.domain.views.saved import Saved
from casedesk.services.saving import saving, saving_over
from casedesk.services.session import Session

WAY_WORDS: Mapping[str, str] = {
    "phone": "Phone",
    "text": "Text message",
    "voicemail": "Voicemail",
    "email": "Email",
    "post": "Post",
    "visit": "Visit at home",
}
"""The codes of `SAFE_WAYS` in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeContactEntry:
    """What was agreed, as a form has it. `ways` are the safe ones; `agreed_on` None is today."""

    person_id: str
    instruction: str
    ways: tuple[str, ...] = ()
    agreed_on: date | None = None
    agreed_by: str | None = None
    review_on: date | None = None


def set_safe_contact(session: Session, ref: str, entry: SafeContactEntry) -> Saved[SafeContact]:
    """Save how it is safe to reach a person, over what was agreed before if anything was.

    Raises `InvalidFields`, `NotFound`.
    """
    with saving(session, ref) as save:
        known = save.uow.records_of(SafeContact, save.family.id)
        before = next((one for one in known if one.person_id == entry.person_id), None)
        values: dict[str, Any] = {
            "instruction": entry.instruction.strip(),
            "ways": entry.ways,
            "agreed_on": entry.agreed_on or session.today,
            "agreed_by": (entry.agreed_by or "").strip() or None,
            "review_on": entry.review_on,
        }
        refuse(_problems(session, save.case, entry))
        if before is not None:
            kept = save.uow.change(replace(before, **values))
        else:
            new_id, family = save.uow.new_id(), save.family.id
            made = SafeContact(id=new_id, family_id=family, person_id=entry.person_id, **values)
            kept = save.uow.add(made)
        return save.done(kept, f"Saved how to reach {_called(save.case, kept.person_id)} safely.")


def remove_safe_contact(session: Session, record_id: str, version: int) -> Saved[SafeContact]:
    """Take away what was agreed: any way is safe again. Raises `InvalidRecord`, `NotFound`."""
    with saving_over(session, SafeContact, record_id, version) as (save, one):
        save.uow.remove(one)
        name = _called(save.case, one.person_id)
        return save.done(one, f"Removed the safe contact instruction for {name}.")


def safe_and_unsafe(one: SafeContact) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ways that are safe and those that are not, in words."""
    safe = tuple(WAY_WORDS[way] for way in SAFE_WAYS if way in one.ways)
    return safe, tuple(WAY_WORDS[way] for way in SAFE_WAYS if way not in one.ways)


def _called(case: CaseFile, person_id: str) -> str:
    person = case.person_by_id.get(person_id)
    return person.called if person is not None else "the person"


def _problems(session: Session, case: CaseFile, entry: SafeContactEntry) -> Iterator[FieldProblem]:
    if entry.person_id not in case.membership_of:
        yield FieldProblem("person_id", "The person", "should be of this family")
    yield from text_needed("instruction", "What to do", entry.instruction)
    if any(way not in SAFE_WAYS for way in entry.ways):
        yield FieldProblem("ways", "The ways", "are unknown")
    if entry.agreed_on is not None and entry.agreed_on > session.today:
        yield FieldProblem("agreed_on", "The day it was agreed", "should not be after today")
