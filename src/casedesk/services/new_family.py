"""A new family, after a look at who may be in the vault already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casedesk.domain.errors import InvalidRecord, NotFound
from casedesk.domain.field_problems import FieldProblem, refuse, text_needed
from casedesk.domain.identifiers import check_postcode
from casedesk.domain.people_checks import person_doubts, person_problems
from casedesk.domain.records import Address, Family, Involvement, Record
from casedesk.domain.records.family import STATUSES
from casedesk.domain.views.new_family import LookUp, NewFamily
from casedesk.domain.views.saved import Saved, Undo
from casedesk.services.people import new_member, typed_person
from casedesk.services.same_people import look_up, print_of
from casedesk.services.session import Session
from casedesk.storage.unit_of_work import UnitOfWork

FAMILY_PREFIX = "CD"
LOOK_FIRST = (
    "Look for the same people and families first: somebody with these details may be in the "
    "vault already."
)


def look_for_same(session: Session, entry: NewFamily) -> LookUp:
    """The people and families that may be the same, certain ones first."""
    with session.store.read() as reading:
        return look_up(reading, entry)


def create_family(session: Session, entry: NewFamily, looked_up: LookUp) -> Saved[Family]:
    """Create a family with its people, programme and address.

    `looked_up` is what `look_for_same` gave for this entry: without it nothing is created.
    Raises `InvalidFields` naming what is missing or wrong ("people.0.given_name" is a field of
    the first person), `InvalidRecord` without a look, `NotFound` for a person who is not there.
    """
    if looked_up.of != print_of(entry):
        raise InvalidRecord(LOOK_FIRST)
    with session.store.unit_of_work(session.worker) as uow:
        refuse([*_problems(session, entry), *_taken(uow, entry.ref.strip())])
        before = uow.head()
        family = uow.add(
            Family(
                id=uow.new_id(),
                ref=entry.ref.strip() or uow.new_ref(FAMILY_PREFIX),
                name=entry.name.strip(),
                status=entry.status,
                referral_source=entry.referral_source,
            )
        )
        uow.add_all(_around(session, uow, family, entry))
        people = [new_member(uow, family.id, one, session.today)[0] for one in entry.people]
        after = uow.head()
        sentence = f"Created {family.name}, {family.ref}."
        return Saved(
            record=family,
            family_ref=family.ref,
            sentence=sentence,
            kinds=frozenset({"Family", "Involvement", "Address", "Person", "Membership"}),
            undo=Undo(after.device, before.sequence + 1, after.sequence, sentence),
            warnings=(
                *_postcode_doubts(entry),
                *(doubt for person in people for doubt in person_doubts(person)),
            ),
        )


def _around(
    session: Session, uow: UnitOfWork, family: Family, entry: NewFamily
) -> Iterator[Record]:
    yield Involvement(
        id=uow.new_id(),
        family_id=family.id,
        programme=entry.programme or session.programme,
        current=True,
        referred_on=entry.referred_on,
        started_on=entry.started_on,
        keyworker=entry.keyworker or session.worker,
        team=entry.team,
    )
    if (entry.address or "").strip():
        yield Address(
            id=uow.new_id(),
            family_id=family.id,
            address=(entry.address or "").strip(),
            postcode=(entry.postcode or "").strip() or None,
            protected=entry.protected_address,
            current=True,
        )


def _problems(session: Session, entry: NewFamily) -> Iterator[FieldProblem]:
    yield from text_needed("name", "The name of the family", entry.name)
    if entry.status is not None and entry.status not in STATUSES:
        yield FieldProblem("status", "The status", f"should be one of {', '.join(STATUSES)}")
    if entry.programme is not None and entry.programme not in session.packs.packs:
        yield FieldProblem("programme", "The programme", "should be one that is loaded")
    for field, label in (("referred_on", "The referral"), ("started_on", "The start")):
        day = getattr(entry, field)
        if day is not None and day > session.today:
            yield FieldProblem(field, label, "should not be after today")
    if (entry.postcode or "").strip() and not (entry.address or "").strip():
        yield from text_needed("address", "The address", entry.address)
    linked = [one.same_as for one in entry.people if one.same_as is not None]
    if len(linked) != len(set(linked)):
        yield FieldProblem("people", "The people", "should not be the same person twice")
    for place, one in enumerate(entry.people):
        if one.same_as is None:
            for problem in person_problems(typed_person("", one), session.today):
                yield replace(problem, field=f"people.{place}.{problem.field}")


def _taken(uow: UnitOfWork, ref: str) -> Iterator[FieldProblem]:
    if not ref:
        return
    try:
        other = uow.family_by_ref(ref)
    except NotFound:
        return
    yield FieldProblem("ref", "The reference", f"is used by another family already, {other.name}")


def _postcode_doubts(entry: NewFamily) -> Iterator[str]:
    postcode = (entry.postcode or "").strip()
    wrong = check_postcode(postcode) if postcode else None
    if wrong is not None:
        yield f"Postcode {postcode}: {wrong}."
