"""A small invented family made through the services, for tests that write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from casedesk.domain.records import CaseFile
from casedesk.domain.views.new_family import NewFamily, NewPerson
from casedesk.services.new_family import create_family, look_for_same
from casedesk.services.people import add_relationship
from casedesk.services.people_page import people_page
from casedesk.services.session import Session

TODAY = date(2026, 11, 24)
REF = "CD-7001"


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@dataclass(frozen=True)
class Household:
    """Nadia, and her children Idris (14) and Leila (6); ids of the people."""

    ref: str
    nadia: str
    idris: str
    leila: str


def household(session: Session, ref: str = REF, name: str = "Haddad") -> Household:
    entry = NewFamily(
        name=name,
        ref=ref,
        status="open",
        referred_on=ago(120),
        started_on=ago(100),
        team="Millbridge East",
        address="9 Loom Street, Millbridge",
        postcode="ZZ4 8QX",
        people=(
            NewPerson(
                given_name="Nadia",
                family_name=name,
                date_of_birth=date(1990, 2, 3),
                sex="female",
                role="parent",
                lives_in_household=True,
                parental_responsibility=True,
            ),
            NewPerson(
                given_name="Idris",
                family_name=name,
                date_of_birth=date(2012, 5, 6),
                sex="male",
                role="child",
                lives_in_household=True,
                school="Millbridge High School",
            ),
            NewPerson(
                given_name="Leila",
                family_name=name,
                date_of_birth=date(2020, 7, 8),
                sex="female",
                role="child",
                lives_in_household=True,
            ),
        ),
    )
    create_family(session, entry, look_for_same(session, entry))
    nadia, idris, leila = (card.person.id for card in people_page(session, ref).people)
    for child in (idris, leila):
        add_relationship(session, ref, nadia, "parent", child)
    return Household(ref, nadia, idris, leila)


def case_of(session: Session, ref: str = REF) -> CaseFile:
    with session.store.read() as reading:
        return reading.case_file(reading.family_by_ref(ref).id)
