"""The people of a family: adding them, correcting what is recorded, and how they are related."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from casedesk.domain.field_problems import FieldProblem, refuse
from casedesk.domain.people_checks import (
    membership_problems,
    person_doubts,
    person_problems,
    relationship_problems,
)
from casedesk.domain.records import Membership, Person, Relationship
from casedesk.domain.views.new_family import NewPerson
from casedesk.domain.views.saved import Saved
from casedesk.services.person_words import relation_words
from casedesk.services.saving import Saving, saving, saving_over
from casedesk.services.session import Session
from casedesk.storage.unit_of_work import UnitOfWork

PERSON_PREFIX = "P"
_OF_THE_MEMBERSHIP = ("role", "lives_in_household", "parental_responsibility")


def add_person(session: Session, ref: str, entry: NewPerson) -> Saved[Membership]:
    """Add somebody to a family: a new person, or one whom the vault has (`same_as`).

    Raises `InvalidFields` naming what is missing, `NotFound`.
    """
    with saving(session, ref) as save:
        if entry.same_as is not None and entry.same_as in save.case.membership_of:
            refuse([FieldProblem("same_as", "That person", "is in this family already")])
        person, membership = new_member(save.uow, save.family.id, entry, session.today)
        return save.done(
            membership,
            f"Added {person.called}.",
            person,
            warnings=tuple(person_doubts(person)),
        )


def change_person(session: Session, ref: str, person: Person) -> Saved[Person]:
    """Save a person over the version they were made from, in every family they are in.

    `ref` is the family on the screen. Raises `InvalidFields` naming what is wrong,
    `InvalidRecord` when it was changed since, `NotFound`.
    """
    with saving(session, ref) as save:
        refuse(person_problems(person, session.today))
        kept = save.uow.change(person)
        return save.done(
            kept, f"Saved {kept.called}’s details.", warnings=tuple(person_doubts(kept))
        )


def change_membership(session: Session, membership: Membership) -> Saved[Membership]:
    """Save a membership over the version it was made from. Raises as `change_person`."""
    with saving_over(session, Membership, membership.id, membership.version) as (save, _):
        refuse(membership_problems(membership))
        kept = save.uow.change(membership)
        name = save.case.person_by_id[kept.person_id].called
        return save.done(kept, f"Saved {name}’s place in the family.")


def add_relationship(
    session: Session,
    ref: str,
    person_id: str,
    relation: str,
    other_person_id: str,
    *,
    from_on: date | None = None,
    to_on: date | None = None,
) -> Saved[Relationship]:
    """Record that a person is RELATION of another. Raises as `change_person`."""
    with saving(session, ref) as save:
        made = Relationship(
            id=save.uow.new_id(),
            family_id=save.family.id,
            person_id=person_id,
            relation=relation,
            other_person_id=other_person_id,
            from_on=from_on,
            to_on=to_on,
        )
        refuse(_relationship_problems(save, made))
        kept = save.uow.add(made)
        return save.done(kept, f"Recorded: {_words(save, kept)}.")


def change_relationship(session: Session, relationship: Relationship) -> Saved[Relationship]:
    """Save a relationship over the version it was made from. Raises as `change_person`."""
    with saving_over(session, Relationship, relationship.id, relationship.version) as (save, _):
        refuse(_relationship_problems(save, relationship))
        kept = save.uow.change(relationship)
        return save.done(kept, f"Saved: {_words(save, kept)}.")


def remove_relationship(
    session: Session, relationship_id: str, version: int
) -> Saved[Relationship]:
    """Take out a relationship that was never so. Raises `NotFound`, `InvalidRecord`."""
    with saving_over(session, Relationship, relationship_id, version) as (save, one):
        save.uow.remove(one)
        return save.done(one, f"Removed: {_words(save, one)}.")


def _words(save: Saving, one: Relationship) -> str:
    people = save.case.person_by_id
    return relation_words(
        people[one.person_id].called, one.relation, people[one.other_person_id].called
    )


def new_member(
    uow: UnitOfWork, family_id: str, entry: NewPerson, today: date
) -> tuple[Person, Membership]:
    """A person and their membership, written; the person only where the vault has none yet."""
    if entry.same_as is not None:
        person = uow.get(Person, entry.same_as)
    else:
        person = typed_person(uow.new_id(), entry)
    membership = Membership(
        id=uow.new_id(),
        family_id=family_id,
        person_id=person.id,
        ref="",
        **{name: getattr(entry, name) for name in _OF_THE_MEMBERSHIP},
    )
    problems = [*membership_problems(membership)]
    if entry.same_as is None:
        problems = [*person_problems(person, today), *problems]
    refuse(problems)
    if entry.same_as is None:
        person = uow.add(person)
    return person, uow.add(replace(membership, ref=uow.new_ref(PERSON_PREFIX)))


def typed_person(new_id: str, entry: NewPerson) -> Person:
    """The person that was typed in, with an id of their own; blank fields are None."""

    def said(text: str | None) -> str | None:
        return (text or "").strip() or None

    return Person(
        id=new_id,
        given_name=entry.given_name.strip(),
        family_name=entry.family_name.strip(),
        known_as=said(entry.known_as),
        date_of_birth=entry.date_of_birth,
        sex=entry.sex,
        nhs_number=said(entry.nhs_number),
        upn=said(entry.upn),
        phone=said(entry.phone),
        school=said(entry.school),
    )


def _relationship_problems(save: Saving, one: Relationship) -> Iterator[FieldProblem]:
    return relationship_problems(one, save.case.relationships, save.case.membership_of)
