"""People, their place in the family, and how they are related."""

from __future__ import annotations

from dataclasses import replace

import pytest
from household_kit import Household, ago, case_of, household

from casedesk.domain.errors import InvalidRecord
from casedesk.domain.field_problems import InvalidFields
from casedesk.domain.views.new_family import NewPerson
from casedesk.services.people import (
    add_person,
    add_relationship,
    change_membership,
    change_person,
    change_relationship,
    remove_relationship,
)
from casedesk.services.people_page import people_page
from casedesk.services.session import Session
from casedesk.services.undoing import undo


@pytest.fixture
def home(session: Session) -> Household:
    return household(session)


def test_cards_and_relationships_in_words(session: Session, home: Household) -> None:
    page = people_page(session, home.ref)
    nadia = page.people[0]
    assert (nadia.name, nadia.age_words, nadia.role_words) == ("Nadia Haddad", "36", "Parent")
    assert nadia.marks == ("Lives here", "Has parental responsibility")
    assert [one.words for one in page.relationships] == [
        "Nadia is parent of Idris",
        "Nadia is parent of Leila",
    ]


def test_the_walk_through_family_shows_who_is_elsewhere_too(made_up: Session) -> None:
    page = people_page(made_up, "CD-0412")
    darren = next(card for card in page.people if card.called == "Darren")
    assert darren.elsewhere
    ron = next(card for card in page.people if card.called == "Ron")
    assert not ron.member_now
    assert ron.age_words.startswith("died ")
    assert "Darren is separated from Kerry" in [one.words for one in page.relationships]


def test_adding_somebody_new_and_somebody_known(session: Session, home: Household) -> None:
    household(session, "CD-7002", "Ivers")
    saved = add_person(
        session, home.ref, NewPerson(given_name="Yusuf", family_name="Haddad", role="other")
    )
    assert saved.kinds == {"Membership", "Person"}
    again = NewPerson(given_name="", family_name="", same_as=saved.record.person_id)
    linked = add_person(session, "CD-7002", again)
    assert linked.record.person_id == saved.record.person_id
    card = next(one for one in people_page(session, home.ref).people if one.called == "Yusuf")
    assert card.elsewhere == ("CD-7002",)
    with pytest.raises(InvalidFields, match="in this family already"):
        add_person(session, home.ref, again)
    assert linked.undo is not None
    undo(session, linked.undo)
    assert len(case_of(session, "CD-7002").people) == 3
    assert len(case_of(session, home.ref).people) == 4


def test_a_correction_counts_in_the_household(session: Session, home: Household) -> None:
    idris = case_of(session).person_by_id[home.idris]
    saved = change_person(session, home.ref, replace(idris, known_as="Idi", upn="A123"))
    assert "UPN A123" in saved.warnings[0]
    with pytest.raises(InvalidFields) as refused:
        change_person(
            session,
            home.ref,
            replace(saved.record, given_name=" ", sex="unsaid", died_on=ago(20_000)),
        )
    assert {one.field for one in refused.value.fields} == {"given_name", "sex", "died_on"}
    with pytest.raises(InvalidRecord, match="changed since"):
        change_person(session, home.ref, replace(idris, known_as="Dris"))


def test_a_place_in_the_family(session: Session, home: Household) -> None:
    member = case_of(session).membership_of[home.idris]
    left = change_membership(session, replace(member, left_on=ago(1))).record
    assert not next(
        one for one in people_page(session, home.ref).people if one.called == "Idris"
    ).member_now
    with pytest.raises(InvalidFields, match="should not be before joining"):
        change_membership(session, replace(left, joined_on=ago(0)))


@pytest.mark.parametrize(
    ("who", "relation", "other", "words"),
    [
        ("nadia", "parent", "nadia", "somebody else"),
        ("nadia", "boss", "idris", "should be one of"),
        ("idris", "parent", "nadia", "each would be the other's parent"),
        ("nadia", "parent", "idris", "recorded already"),
    ],
)
def test_what_cannot_be_related(
    session: Session, home: Household, who: str, relation: str, other: str, words: str
) -> None:
    with pytest.raises(InvalidFields, match=words):
        add_relationship(session, home.ref, getattr(home, who), relation, getattr(home, other))


def test_a_relationship_changed_removed_and_put_back(session: Session, home: Household) -> None:
    one = add_relationship(session, home.ref, home.idris, "sibling", home.leila).record
    half = change_relationship(session, replace(one, relation="half-sibling")).record
    removed = remove_relationship(session, half.id, half.version)
    assert len(case_of(session).relationships) == 2
    assert removed.undo is not None
    undo(session, removed.undo)
    assert case_of(session).relationships[-1].relation == "half-sibling"
