"""Everybody in a family and how they are related, as the screen lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from casedesk.domain.gate.restrictions import restriction_in_force
from casedesk.domain.people import Member, members_of
from casedesk.domain.people_checks import person_doubts
from casedesk.domain.records import CaseFile
from casedesk.domain.views.people_page import PeoplePage, PersonCard, RelationshipLine
from casedesk.services.person_words import age_words, relation_words
from casedesk.services.session import Session
from casedesk.storage.people_queries import other_families_of


def people_page(session: Session, ref: str) -> PeoplePage:
    """Everyone with a membership, members of today first. Raises `NotFound`."""
    with session.store.read() as reading:
        case = reading.case_file(reading.family_by_ref(ref).id)
        elsewhere = other_families_of(reading, case.person_by_id, case.family.id)
    today = session.today
    members = sorted(members_of(case), key=lambda one: not one.counts_on(today))
    people = case.person_by_id
    return PeoplePage(
        people=tuple(_card(case, one, elsewhere, today) for one in members),
        relationships=tuple(
            RelationshipLine(
                record=one,
                words=relation_words(
                    people[one.person_id].called, one.relation, people[one.other_person_id].called
                ),
                ended=one.to_on is not None and one.to_on < today,
            )
            for one in case.relationships
            if one.person_id in people and one.other_person_id in people
        ),
    )


def _card(
    case: CaseFile, member: Member, elsewhere: Mapping[str, tuple[str, ...]], today: date
) -> PersonCard:
    person = member.person
    return PersonCard(
        person=person,
        membership=member.membership,
        name=person.full_name,
        called=person.called,
        age_words=age_words(person, today),
        role_words=(member.membership.role or "").capitalize(),
        marks=tuple(_marks(member, today)),
        member_now=member.counts_on(today),
        doubts=tuple(person_doubts(person)),
        elsewhere=elsewhere.get(person.id, ()),
        restricted=restriction_in_force(case, person.id, today) is not None,
    )


def _marks(member: Member, today: date) -> Iterator[str]:
    lives = member.membership.lives_in_household
    if lives is not None:
        yield "Lives here" if lives else "Lives elsewhere"
    if member.has_parental_responsibility:
        yield "Has parental responsibility"
    if member.membership.dependent:
        yield "Dependent"
    if member.person.expectant:
        yield "Expecting a baby"
    if member.person.interpreter:
        yield "Needs an interpreter"
    left = member.membership.left_on
    if left is not None and left < today:
        yield "Has left"
