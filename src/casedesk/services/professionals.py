"""Professionals and organisations around a family: typed once, offered in the next family.

Details are copied, not linked: a change in one family leaves the others as they are. At most
one is the lead practitioner at a time (docs/architecture.md, People around the family).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from casedesk.domain.field_problems import FieldProblem, refuse
from casedesk.domain.records import CaseFile, Professional
from casedesk.domain.views.around_page import KnownProfessional
from casedesk.domain.views.saved import Saved
from casedesk.services.plan_choices import professional_words, works_now
from casedesk.services.saving import Saving, saving, saving_over
from casedesk.services.session import Session
from casedesk.storage.professional_queries import professionals_like

PROFESSIONAL_PREFIX = "P"
_READ_AT_MOST = 200
_TEXTS = ("name", "role", "organisation", "phone", "email", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfessionalEntry:
    """A professional as a form has it; `people` are ids (none = the whole family)."""

    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    recipient: str | None = None
    phone: str | None = None
    email: str | None = None
    people: tuple[str, ...] = ()
    from_on: date | None = None
    to_on: date | None = None
    lead: bool = False
    note: str | None = None


def add_professional(session: Session, ref: str, entry: ProfessionalEntry) -> Saved[Professional]:
    """Add somebody who works with the family. Raises `InvalidFields`, `NotFound`."""
    with saving(session, ref) as save:
        values = {one.name: getattr(entry, one.name) for one in fields(entry)}
        made = _tidied(
            Professional(id=save.uow.new_id(), family_id=save.family.id, ref="", **values)
        )
        refuse(_problems(session, save.case, made))
        before = _step_down(session, save, made)
        kept = save.uow.add(replace(made, ref=save.uow.new_ref(PROFESSIONAL_PREFIX)))
        return save.done(
            kept, f"Added: {professional_words(kept)}.", *before, warnings=_said(before)
        )


def change_professional(session: Session, one: Professional) -> Saved[Professional]:
    """Save somebody's details over the version they were made from.

    Raises `InvalidFields`, `InvalidRecord` when they were changed since, `NotFound`.
    """
    with saving_over(session, Professional, one.id, one.version) as (save, _):
        changed = _tidied(one)
        refuse(_problems(session, save.case, changed))
        before = _step_down(session, save, changed)
        kept = save.uow.change(changed)
        return save.done(
            kept, f"Saved: {professional_words(kept)}.", *before, warnings=_said(before)
        )


def remove_professional(session: Session, record_id: str, version: int) -> Saved[Professional]:
    """Take out somebody who was put in by mistake; who has ended gets a last day instead.

    Raises `InvalidRecord` for somebody who stands in a review, or was changed since.
    """
    with saving_over(session, Professional, record_id, version) as (save, one):
        if any(one.id in review.professionals for review in save.case.reviews):
            refuse(
                [
                    FieldProblem(
                        "to_on",
                        professional_words(one),
                        "was at a review, so give a last day instead of removing",
                    )
                ]
            )
        save.uow.remove(one)
        return save.done(one, f"Removed: {professional_words(one)}.")


def known_professionals(
    session: Session, ref: str, text: str, limit: int = 5
) -> tuple[KnownProfessional, ...]:
    """Those typed in other families whose name, organisation or phone is like `text`.

    The same details are one, whatever the number of families. Fewer than 2 letters find none.
    """
    if len(text.strip()) < 2:
        return ()
    with session.store.read() as reading:
        found = professionals_like(reading, text, limit=_READ_AT_MOST)
    by_details: dict[tuple[str | None, ...], tuple[Professional, list[str]]] = {}
    for one, family in found:
        if family != ref:
            by_details.setdefault(_details(one), (one, []))[1].append(family)
    return tuple(
        KnownProfessional(
            one.name,
            one.role,
            one.organisation,
            one.recipient,
            one.phone,
            one.email,
            professional_words(one),
            tuple(dict.fromkeys(where)),
        )
        for one, where in list(by_details.values())[:limit]
    )


def _details(one: Professional) -> tuple[str | None, ...]:
    phone = "".join(letter for letter in one.phone or "" if letter.isdigit())
    return (*((text or "").casefold() for text in (one.name, one.role, one.organisation)), phone)


def _step_down(session: Session, save: Saving, new: Professional) -> list[Professional]:
    """Whoever was lead practitioner is so no more when `new` is."""
    if not new.lead or not works_now(new, session.today):
        return []
    others = save.uow.records_of(Professional, save.family.id)
    return [
        save.uow.change(replace(one, lead=False))
        for one in others
        if one.lead and one.id != new.id and works_now(one, session.today)
    ]


def _said(before: list[Professional]) -> tuple[str, ...]:
    return tuple(f"{professional_words(one)} is the lead practitioner no more." for one in before)


def _tidied(one: Professional) -> Professional:
    values: dict[str, Any] = {name: (getattr(one, name) or "").strip() or None for name in _TEXTS}
    return replace(one, **values)


def _problems(session: Session, case: CaseFile, one: Professional) -> Iterator[FieldProblem]:
    if not (one.name or one.organisation):
        yield FieldProblem("name", "A name or an organisation", "is needed")
    if one.recipient is not None and one.recipient not in session.catalogue.recipients:
        yield FieldProblem("recipient", "The kind of organisation", "is unknown")
    if any(person not in case.membership_of for person in one.people):
        yield FieldProblem("people", "Whom they work with", "should be of this family")
    if one.email and "@" not in one.email:
        yield FieldProblem("email", "The email address", "should have an @ in it")
    if one.from_on is not None and one.to_on is not None and one.to_on < one.from_on:
        yield FieldProblem("to_on", "The last day", "should not be before the first")
