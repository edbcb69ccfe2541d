"""A family's own details: its name and alert, its time in the programme, its address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casedesk.domain.field_problems import FieldProblem, refuse, text_needed
from casedesk.domain.identifiers import check_postcode
from casedesk.domain.records import Address, CaseFile, Family, Involvement, Record
from casedesk.domain.records.family import STATUSES
from casedesk.domain.views.family_details import FamilyDetails
from casedesk.domain.views.saved import Saved
from casedesk.services.saving import require_version, saving, saving_over
from casedesk.services.session import Session
from casedesk.storage.unit_of_work import UnitOfWork

_ALERT = (
    ("alert_reason", "Why there is an alert"),
    ("alert_agreed_by", "Who agreed the alert"),
    ("alert_review_on", "When the alert is looked at again"),
)


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


def family_details(session: Session, ref: str) -> FamilyDetails:
    """What `save_details` changes, as it stands. Raises `NotFound`."""
    with session.store.read() as reading:
        family = reading.family_by_ref(ref)
        (case,) = reading.case_files([family.id], wanted=(Involvement, Address))
    return _details_of(case, family)


def save_details(session: Session, details: FamilyDetails) -> Saved[Family]:
    """Save all of a family's details in one go, which one Undo takes back.

    Only what differs from the vault is written. An end of the work needs its reason; a new
    alert needs what `change_family` says. A new time in a programme takes the place of the
    current one, which must be over and is kept as an earlier one.

    Raises `InvalidFields` naming what is missing ("addresses.1.address" is a field of the second
    address), `InvalidRecord` when any of it was changed since, `NotFound`.
    """
    with saving(session, details.family.ref) as save:
        before = _details_of(save.case, save.case.family)
        refuse(_details_problems(session, details, before))
        was: dict[str, Record] = {one.id: one for one in _parts(before)}
        written: list[Record] = [
            *_over(save.uow, details, before),
        ]
        written += [
            kept
            for one in _parts(details)
            if (kept := _kept(save.uow, details.family.id, one, was.get(one.id))) is not None
        ]
        family = save.uow.get(Family, details.family.id)
        doubts = [
            f"Postcode {one.postcode}: {wrong}."
            for one in written
            if isinstance(one, Address) and one.postcode and (wrong := check_postcode(one.postcode))
        ]
        return save.done(family, f"Saved the details of {family.name}.", *written, warnings=doubts)


def _details_of(case: CaseFile, family: Family) -> FamilyDetails:
    own = [one for one in case.addresses if one.person_id is None]
    own.sort(key=lambda one: (not one.current, one.order))
    return FamilyDetails(family, case.current_involvement, tuple(own))


def _parts(details: FamilyDetails) -> Iterator[Record]:
    yield details.family
    if details.involvement is not None:
        yield details.involvement
    # The address that is lived at no longer comes first: only one may be the current one.
    yield from sorted(details.addresses, key=lambda one: one.current)


def _over(uow: UnitOfWork, details: FamilyDetails, before: FamilyDetails) -> Iterator[Involvement]:
    """The time in a programme that another one follows. First: only one may be current."""
    work, had = details.involvement, before.involvement
    if work is not None and not work.id and had is not None:
        yield uow.change(replace(had, current=False))


def _kept(uow: UnitOfWork, family_id: str, one: Record, before: Record | None) -> Record | None:
    """The record as stored, or None where nothing in it is new."""
    if not one.id:
        return uow.add(replace(one, id=uow.new_id(), family_id=family_id))  # type: ignore[call-arg]
    if before is not None:
        require_version(before, one.version)
    return None if one == before else uow.change(one)


def _details_problems(
    session: Session, details: FamilyDetails, before: FamilyDetails
) -> Iterator[FieldProblem]:
    yield from _family_problems(details.family, before.family)
    work, had = details.involvement, before.involvement
    if work is not None and not work.id and had is not None:
        yield from _again_problems(work, had)
        had = None
    if work is not None:
        yield from _involvement_problems(session, work)
        ended = work.closed_on is not None and (had is None or had.closed_on is None)
        if ended:
            yield from text_needed("closure_reason", "Why the work ended", work.closure_reason)
        if (work.closure_reason or "").strip() and work.closed_on is None:
            yield FieldProblem("closed_on", "The day the work ended", "is needed with a reason")
    for place, address in enumerate(details.addresses):
        for field, label, expected in _address_problems(address):
            yield FieldProblem(f"addresses.{place}.{field}", label, expected)
    if sum(address.current for address in details.addresses) > 1:
        yield FieldProblem("addresses", "The address lived at now", "should be one only")


def _again_problems(work: Involvement, had: Involvement) -> Iterator[FieldProblem]:
    if had.closed_on is None:
        yield FieldProblem("closed_on", "The day the work before ended", "is needed first")
    elif work.started_on is not None and work.started_on < had.closed_on:
        yield FieldProblem("started_on", "The start", "should not be before the work before ended")


def _address_problems(address: Address) -> Iterator[tuple[str, str, str]]:
    if not address.address.strip():
        yield "address", "The address", "is needed"
    first, last = address.from_on, address.to_on
    if first is not None and last is not None and last < first:
        yield "to_on", "The last day there", "should not be before the first"


def _family_problems(family: Family, before: Family) -> Iterator[FieldProblem]:
    yield from text_needed("name", "The name", family.name)
    if family.status is not None and family.status not in STATUSES:
        yield FieldProblem("status", "The status", f"should be one of {', '.join(STATUSES)}")
    touched = any(
        getattr(family, name) != getattr(before, name)
        for name in ("alert", *(field for field, _ in _ALERT))
    )
    if (family.alert or "").strip() and touched:
        for field, label in _ALERT:
            value = getattr(family, field)
            if value is None or not str(value).strip():
                yield FieldProblem(field, label, "is needed")


def _involvement_problems(session: Session, one: Involvement) -> Iterator[FieldProblem]:
    if one.programme is not None and one.programme not in session.packs.packs:
        yield FieldProblem("programme", "The programme", "should be one that is loaded")
    for field, label in (
        ("referred_on", "The referral"),
        ("started_on", "The start"),
        ("closed_on", "The end"),
    ):
        day = getattr(one, field)
        if day is not None and day > session.today:
            yield FieldProblem(field, label, "should not be after today")
    if one.started_on is not None and one.closed_on is not None and one.closed_on < one.started_on:
        yield FieldProblem("closed_on", "The end", "should not be before the start")
