"""The rules that a person, a membership and a relationship must keep, and what is doubtful.

Sources: docs/interchange.md (All or nothing, Numbers of people), docs/criteria.md (Dates).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from casedesk.domain.field_problems import FieldProblem
from casedesk.domain.identifiers import check_nhs_number, check_nino, check_upn
from casedesk.domain.records import Membership, Person, Relationship
from casedesk.domain.records.people import RELATIONS, ROLES, SEXES

_IDENTIFIERS = (
    ("nhs_number", "NHS number", check_nhs_number),
    ("upn", "UPN", check_upn),
    ("nino", "National Insurance number", check_nino),
)


def person_problems(person: Person, today: date) -> Iterator[FieldProblem]:
    """Why a person cannot be saved; nothing where they can."""
    for field, label in (("given_name", "The given name"), ("family_name", "The family name")):
        if not getattr(person, field).strip():
            yield FieldProblem(field, label, "is needed")
    if person.sex is not None and person.sex not in SEXES:
        yield FieldProblem("sex", "Sex", f"should be one of {', '.join(SEXES)}")
    born, died = person.date_of_birth, person.died_on
    for field, label, day in (
        ("date_of_birth", "The date of birth", born),
        ("died_on", "The date of death", died),
    ):
        if day is not None and day > today:
            yield FieldProblem(field, label, "should not be after today")
    if born is not None and died is not None and died < born:
        yield FieldProblem("died_on", "The date of death", "should not be before the birth")


def person_doubts(person: Person) -> Iterator[str]:
    """Sentences about identifiers that do not check; they are kept as they were written."""
    for field, label, check in _IDENTIFIERS:
        value = getattr(person, field)
        wrong = check(value) if value else None
        if wrong is not None:
            yield f"{label} {value}: {wrong}"


def membership_problems(membership: Membership) -> Iterator[FieldProblem]:
    """Why a membership cannot be saved."""
    if membership.role is not None and membership.role not in ROLES:
        yield FieldProblem("role", "The role", f"should be one of {', '.join(ROLES)}")
    joined, left = membership.joined_on, membership.left_on
    if joined is not None and left is not None and left < joined:
        yield FieldProblem("left_on", "The day of leaving", "should not be before joining")


def relationship_problems(
    one: Relationship, others: Iterable[Relationship], members: Iterable[str]
) -> Iterator[FieldProblem]:
    """Why a relationship cannot be saved; `others` are those of the family already."""
    known = frozenset(members)
    if one.person_id not in known or one.other_person_id not in known:
        yield FieldProblem("person_id", "Both people", "should be in this family")
    if one.relation not in RELATIONS:
        yield FieldProblem("relation", "The relation", f"should be one of {', '.join(RELATIONS)}")
    if one.person_id == one.other_person_id:
        yield FieldProblem("other_person_id", "The other person", "should be somebody else")
    if one.from_on is not None and one.to_on is not None and one.to_on < one.from_on:
        yield FieldProblem("to_on", "The last day", "should not be before the first")
    for other in others:
        if other.id == one.id or other.relation != one.relation:
            continue
        pair = (other.person_id, other.other_person_id)
        if pair == (one.person_id, one.other_person_id) and other.from_on == one.from_on:
            yield FieldProblem("relation", "The relation", "is recorded already")
        elif one.relation == "parent" and pair == (one.other_person_id, one.person_id):
            yield FieldProblem(
                "relation", "The relation", "cannot be: each would be the other's parent"
            )
