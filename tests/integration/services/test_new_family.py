"""A new family: nobody is created twice without a look."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from household_kit import case_of, household

from casedesk.domain.errors import InvalidRecord
from casedesk.domain.field_problems import InvalidFields
from casedesk.domain.views.new_family import NewFamily, NewPerson
from casedesk.services.families import list_families
from casedesk.services.new_family import create_family, look_for_same
from casedesk.services.session import Session
from casedesk.services.undoing import undo

NADIA = NewPerson(given_name="Nadia", family_name="Haddad", date_of_birth=date(1990, 2, 3))


def why(session: Session, person: NewPerson) -> list[tuple[str, bool]]:
    found = look_for_same(session, NewFamily(name="Xylo", people=(person,)))
    return [(one.why, one.certain) for one in found.people]


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (NADIA, ("the same name and date of birth", True)),
        (replace(NADIA, given_name="Nadya"), ("the same date of birth and a name alike", False)),
        (replace(NADIA, date_of_birth=None), ("the same name", False)),
        (
            replace(NADIA, date_of_birth=date(1990, 3, 2)),
            ("the same name, day and month of birth swapped", False),
        ),
        (
            replace(NADIA, date_of_birth=date(1990, 9, 9)),
            ("the same name, born within a year", False),
        ),
    ],
)
def test_the_same_person_is_found_and_said_why(
    session: Session, person: NewPerson, expected: tuple[str, bool]
) -> None:
    household(session)
    assert why(session, person) == [expected]


@pytest.mark.parametrize(
    "person",
    [
        replace(NADIA, given_name="Oluwaseun"),
        replace(NADIA, date_of_birth=date(1958, 2, 3)),
        replace(NADIA, family_name="Brown", date_of_birth=None),
    ],
)
def test_somebody_else_is_not(session: Session, person: NewPerson) -> None:
    household(session)
    assert why(session, person) == []


def test_the_same_family_is_found_by_name_postcode_and_people(session: Session) -> None:
    household(session)
    for entry, words in (
        (NewFamily(name="haddad family"), "the same name"),
        (NewFamily(name="Hadad"), "a name alike"),
        (NewFamily(name="Xylo", postcode="zz48qx"), "the same postcode: 9 Loom Street, Millbridge"),
        (NewFamily(name="Xylo", people=(NADIA,)), "Nadia Haddad is in it"),
    ):
        found = look_for_same(session, entry)
        assert [(one.ref, one.why) for one in found.families] == [("CD-7001", words)]
    assert look_for_same(session, NewFamily(name="Xylo")).nothing_found


def test_nothing_is_created_without_a_look_at_that_entry(session: Session) -> None:
    looked = look_for_same(session, NewFamily(name="Ivers"))
    with pytest.raises(InvalidRecord, match="Look for the same"):
        create_family(session, NewFamily(name="Ivers", people=(NADIA,)), looked)
    assert list(list_families(session)) == []


def test_a_family_with_somebody_the_vault_has_already(session: Session) -> None:
    home = household(session)
    entry = NewFamily(name="Ivers", people=(NADIA,))
    looked = look_for_same(session, entry)
    (found,) = looked.people
    linked = replace(entry, people=(replace(NADIA, same_as=found.person_id),))
    saved = create_family(session, linked, looked)
    assert saved.family_ref.startswith("CD-")
    case = case_of(session, saved.family_ref)
    assert [person.id for person in case.people] == [home.nadia]
    assert case.current_involvement is not None
    assert case.current_involvement.programme == session.programme
    assert case.current_involvement.keyworker == session.worker


def test_what_is_missing_is_named_and_nothing_is_half_made(session: Session) -> None:
    household(session)
    entry = NewFamily(name=" ", status="lost", people=(NewPerson(given_name="", family_name=""),))
    with pytest.raises(InvalidFields) as refused:
        create_family(session, entry, look_for_same(session, entry))
    assert {one.field for one in refused.value.fields} == {
        "name",
        "status",
        "people.0.given_name",
        "people.0.family_name",
    }
    nameless = NewFamily(name="Ivers", people=(NewPerson(given_name="", family_name="Ivers"),))
    with pytest.raises(InvalidFields, match="given name"):
        create_family(session, nameless, look_for_same(session, nameless))
    taken = NewFamily(name="Ivers", ref="CD-7001")
    with pytest.raises(InvalidFields, match="used by another family already, Haddad"):
        create_family(session, taken, look_for_same(session, taken))
    assert [row.ref for row in list_families(session)] == ["CD-7001"]


def test_a_look_holds_for_the_numbers_it_went_by(session: Session) -> None:
    looked = look_for_same(session, NewFamily(name="Ivers", people=(NADIA,)))
    known = replace(NADIA, phone="01632 960 111")
    with pytest.raises(InvalidRecord, match="Look for the same"):
        create_family(session, NewFamily(name="Ivers", people=(known,)), looked)


def test_a_postcode_that_is_none_is_kept_with_a_word_about_it(session: Session) -> None:
    entry = NewFamily(name="Ivers", address="1 Loom Street", postcode="nowhere")
    saved = create_family(session, entry, look_for_same(session, entry))
    assert saved.warnings[0].startswith("Postcode nowhere: ")
    assert case_of(session, saved.family_ref).addresses[0].postcode == "nowhere"


def test_undo_takes_the_whole_family_away_again(session: Session) -> None:
    entry = NewFamily(name="Ivers", address="1 Loom Street", people=(NADIA,))
    saved = create_family(session, entry, look_for_same(session, entry))
    assert saved.undo is not None
    undone = undo(session, saved.undo)
    assert list(list_families(session)) == []
    assert undone.undo is not None
    undo(session, undone.undo)
    assert [row.name for row in list_families(session)] == ["Ivers"]
    assert len(case_of(session, saved.family_ref).addresses) == 1
