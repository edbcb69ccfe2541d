"""Plain invented families in any number, and vaults that hold them.

A family has 4 people, 15 facts, 20 contacts of some forty words, and a few of the rest. The
same number makes the same family.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cache

from benchmarks.words import BENEFITS, EVENTS, KINDS, PROGRAMMES, SENTENCES, SPELLS, STATUSES
from casedesk.demo.names import HERITAGES, Heritage
from casedesk.demo.numbers_of_people import (
    made_up_nhs_number,
    made_up_nino,
    made_up_phone,
    made_up_postcode,
    made_up_upn,
)
from casedesk.demo.places import HIGH_SCHOOLS, KEYWORKERS, PRIMARY_SCHOOLS, STREETS, TEAMS, TOWN
from casedesk.domain.records import (
    Action,
    Address,
    Consent,
    Contact,
    Fact,
    Family,
    Goal,
    Involvement,
    Membership,
    Person,
    Record,
    Relationship,
    Review,
)
from casedesk.storage.ids import new_id

TODAY = date(2026, 11, 24)
PEOPLE, FACTS, CONTACTS = 4, 15, 20
TERMS = (
    (date(2025, 9, 2), date(2025, 12, 19)),
    (date(2026, 1, 6), date(2026, 3, 27)),
    (date(2026, 4, 13), date(2026, 7, 21)),
    (date(2026, 9, 2), date(2026, 10, 23)),
)


@dataclass(frozen=True, slots=True)
class _Someone:
    person: Person
    membership: Membership


def families(first: int, count: int) -> Iterator[list[Record]]:
    """The records of `count` families from number `first` on, one list a family."""
    for number in range(first, first + count):
        yield family(number)


def family(number: int, contacts: int = CONTACTS) -> list[Record]:
    """One family's records, in an order in which each names only earlier ones."""
    heritage = HERITAGES[number % len(HERITAGES)]
    turn = number // len(HERITAGES)
    name = heritage.families[turn % len(heritage.families)]
    if turn % 3 == 0:
        other = HERITAGES[turn % len(HERITAGES)].families
        name = f"{name}-{other[turn % len(other)]}"
    this = Family(
        id=new_id(),
        ref=f"CD-{number:06d}",
        name=name,
        status=STATUSES[number % len(STATUSES)],
        referral_source="School",
    )
    street = STREETS[number % len(STREETS)]
    started = TODAY - timedelta(days=60 + number % 400)
    current = Involvement(
        id=new_id(),
        family_id=this.id,
        programme=PROGRAMMES[number % len(PROGRAMMES)],
        current=True,
        referred_on=started - timedelta(days=19),
        started_on=started,
        closed_on=TODAY - timedelta(days=9) if this.status == "closed" else None,
        closure_reason="outcomes met" if this.status == "closed" else None,
        keyworker=KEYWORKERS[number % len(KEYWORKERS)],
        team=TEAMS[number % len(TEAMS)],
    )
    home = Address(
        id=new_id(),
        family_id=this.id,
        address=f"{number % 96 + 2} {street}, {TOWN}",
        postcode=made_up_postcode(number),
        current=True,
    )
    people = [_someone(this, heritage, name, number, place) for place in range(PEOPLE)]
    return [
        this,
        *(one.person for one in people),
        *(one.membership for one in people),
        current,
        home,
        *_relationships(this, people),
        *_facts(this, people, number),
        *_agreed(this, people, number),
        *_contacts(this, people, number, contacts, street),
    ]


def _someone(
    family: Family, heritage: Heritage, family_name: str, number: int, place: int
) -> _Someone:
    lists = (heritage.women, heritage.men, heritage.girls, heritage.boys)
    names = lists[place]
    child = place >= 2
    born = date(2026 - (6 + number % 10 if child else 28 + number % 17), 1 + number % 12, 11)
    of_all = number * PEOPLE + place
    person = Person(
        id=new_id(),
        given_name=names[number // 7 % len(names)],
        family_name=family_name,
        date_of_birth=born,
        sex=("female", "male")[place % 2],
        ethnicity=heritage.ethnicity[0],
        nhs_number=made_up_nhs_number(of_all),
        upn=made_up_upn(of_all, born.year + 5) if child else None,
        nino=None if child else made_up_nino(of_all),
        phone=None if child else made_up_phone(of_all),
        school=(HIGH_SCHOOLS if place == 2 else PRIMARY_SCHOOLS)[number % 3] if child else None,
    )
    membership = Membership(
        id=new_id(),
        family_id=family.id,
        person_id=person.id,
        ref=f"P-{place + 1}",
        role="child" if child else "parent",
        parental_responsibility=None if child else True,
        lives_in_household=True,
    )
    return _Someone(person, membership)


def _relationships(family: Family, people: list[_Someone]) -> Iterator[Record]:
    for child in people[2:]:
        yield Relationship(
            id=new_id(),
            family_id=family.id,
            person_id=people[0].person.id,
            relation="parent",
            other_person_id=child.person.id,
        )


def _facts(family: Family, people: list[_Someone], number: int) -> Iterator[Record]:
    """Two children's terms (8), four spells and three events: 15."""
    counted = 0

    def fact(kind: str, place: int, **fields: object) -> Fact:
        nonlocal counted
        counted += 1
        return Fact(
            id=new_id(),
            family_id=family.id,
            person_id=people[place].person.id,
            ref=f"FA-{counted}",
            kind=kind,
            source="Agency check",
            **fields,  # type: ignore[arg-type]
        )

    for place in (2, 3):
        for term, (begins, ends) in enumerate(TERMS):
            possible = 70 if term == 3 else 120 + term * 4
            attended = possible - (number * 3 + term * 7 + place * 5) % 25
            yield fact(
                "attendance",
                place,
                from_on=begins,
                to_on=ends,
                possible=possible,
                attended=attended,
                authorised=(possible - attended) // 2,
            )
    for turn in range(3):
        kind = SPELLS[(number + turn * 3) % len(SPELLS)]
        begun = TODAY - timedelta(days=90 + (number * 11 + turn * 97) % 600)
        over = begun + timedelta(days=60) if (number + turn) % 3 == 0 else None
        yield fact(kind, 2 if kind in ("child-in-need", "neet") else 0, from_on=begun, to_on=over)
    benefit = BENEFITS[number % len(BENEFITS)]
    begun = TODAY - timedelta(days=200 + number % 300)
    yield fact("out-of-work-benefit", number % 2, from_on=begun, benefit=benefit)
    for turn in range(2):
        on = TODAY - timedelta(days=(number * 13 + turn * 131) % 500)
        yield fact(EVENTS[(number + turn) % len(EVENTS)], 2, on=on, detail="As the log has it.")
    on = TODAY - timedelta(days=number % 300)
    yield fact("exclusion-fixed", 2, on=on, days=Decimal(number % 8 + 1) / 2)


def _agreed(family: Family, people: list[_Someone], number: int) -> Iterator[Record]:
    goal = Goal(
        id=new_id(),
        family_id=family.id,
        ref="G-1",
        people=(people[2].person.id,),
        title="School every day without a row",
        start_score=3,
        now_score=3 + number % 7,
        set_on=TODAY - timedelta(days=50),
        categories=("education",),
    )
    yield goal
    yield Action(
        id=new_id(),
        family_id=family.id,
        goal_id=goal.id,
        ref="A-1",
        title="Ask about the earlier bus",
        owner=people[0].person.given_name,
        due=TODAY + timedelta(days=number % 30 - 15),
        people=(people[0].person.id,),
        categories=("education",),
    )
    yield Review(id=new_id(), family_id=family.id, due_on=TODAY + timedelta(days=number % 60))
    yield Consent(
        id=new_id(),
        family_id=family.id,
        person_id=people[0].person.id,
        ref="CO-1",
        recipients=("schools", "nhs"),
        categories=("education", "health"),
        purposes=("support",),
        decision="given",
        decided_on=TODAY - timedelta(days=55),
        given_by=people[0].person.full_name,
    )


def _contacts(
    family: Family, people: list[_Someone], number: int, count: int, street: str
) -> Iterator[Record]:
    adult, child = people[0].person, people[2].person
    for turn in range(count):
        chosen = (SENTENCES[(number * 7 + turn * 3 + step * 5) % 20] for step in range(4))
        on = TODAY - timedelta(days=1 + turn * 19 % 700 + number % 13)
        yield Contact(
            id=new_id(),
            family_id=family.id,
            ref=f"C-{turn + 1}",
            on=on,
            at_time=time(9 + turn % 8, 30),
            kind=KINDS[(number + turn) % len(KINDS)],
            people=(adult.id,),
            children_seen=(child.id,),
            child_voice=((child.id, "I like it when we all eat together."),)
            if turn % 5 == 0
            else (),
            text=" ".join(chosen).format(
                adult=adult.given_name,
                child=child.given_name,
                school=child.school,
                street=street,
                month=_month(on),
            ),
            categories=("education",),
            by=KEYWORKERS[number % len(KEYWORKERS)],
        )


@cache
def _month(day: date) -> str:
    return day.strftime("%B")
