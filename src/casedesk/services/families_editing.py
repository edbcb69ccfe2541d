"""A family's own details: its name and alert, its time in the programme, its address."""

from __future__ import annotations

from collections.abc import Iterator

from casedesk.domain.field_problems import FieldProblem, refuse, text_needed
from casedesk.domain.identifiers import check_postcode
from casedesk.domain.records import Address, Family, Involvement
from casedesk.domain.records.family import STATUSES
from casedesk.domain.views.saved import Saved
from casedesk.services.saving import saving_over
from casedesk.services.session import Session


def family_record(session: Session, ref: str) -> Family:
    """The family, to be changed and handed back. Raises `NotFound`."""
    with session.store.read() as reading:
        return reading.family_by_ref(ref)


def involvement_record(session: Session, ref: str) -> Involvement | None:
    """The family's current time in a programme, to be changed. Raises `NotFound`."""
    with session.store.read() as reading:
        (case,) = reading.case_files([reading.family_by_ref(ref).id], wanted=(Involvement,))
    return case.current_involvement


def change_family(session: Session, family: Family) -> Saved[Family]:
    """Save a family over the version it was made from.

    A new or changed alert needs its reason, who agreed it and when it is looked at again.
    Raises `InvalidFields` naming what is missing, `InvalidRecord` when it was changed since.
    """
    with saving_over(session, Family, family.id, family.version) as (save, before):
        refuse(_family_problems(family, before))
        kept = save.uow.change(family)
        return save.done(kept, f"Saved the details of {kept.name}.")


def change_involvement(session: Session, involvement: Involvement) -> Saved[Involvement]:
    """Save a time in a programme over the version it was made from. Raises as `change_family`."""
    with saving_over(session, Involvement, involvement.id, involvement.version) as (save, _):
        refuse(_involvement_problems(session, involvement))
        kept = save.uow.change(involvement)
        return save.done(kept, "Saved the time in the programme.")


def change_address(session: Session, address: Address) -> Saved[Address]:
    """Save an address over the version it was made from; a postcode that looks wrong is kept
    with a warning. Raises as `change_family`."""
    with saving_over(session, Address, address.id, address.version) as (save, _):
        refuse(text_needed("address", "The address", address.address))
        kept = save.uow.change(address)
        wrong = check_postcode(kept.postcode) if kept.postcode else None
        return save.done(
            kept,
            "Saved the address.",
            warnings=() if wrong is None else (f"Postcode {kept.postcode}: {wrong}.",),
        )


def _family_problems(family: Family, before: Family) -> Iterator[FieldProblem]:
    yield from text_needed("name", "The name", family.name)
    if family.status is not None and family.status not in STATUSES:
        yield FieldProblem("status", "The status", f"should be one of {', '.join(STATUSES)}")
    if (family.alert or "").strip() and family.alert != before.alert:
        yield from text_needed("alert_reason", "Why there is an alert", family.alert_reason)
        yield from text_needed("alert_agreed_by", "Who agreed the alert", family.alert_agreed_by)
        if family.alert_review_on is None:
            yield FieldProblem("alert_review_on", "When the alert is looked at again", "is needed")


def _involvement_problems(session: Session, one: Involvement) -> Iterator[FieldProblem]:
    if one.programme is not None and one.programme not in session.packs.packs:
        yield FieldProblem("programme", "The programme", "should be one that is loaded")
    for field, label in (("referred_on", "The referral"), ("closed_on", "The end")):
        day = getattr(one, field)
        if day is not None and day > session.today:
            yield FieldProblem(field, label, "should not be after today")
    if one.started_on is not None and one.closed_on is not None and one.closed_on < one.started_on:
        yield FieldProblem("closed_on", "The end", "should not be before the start")
