"""Undo: one save is taken back whole, unless something has moved on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from household_kit import ago, case_of, household

from casedesk.domain.errors import InvalidRecord
from casedesk.domain.views.families_list import FamilyListQuestion
from casedesk.domain.views.new_family import NewPerson
from casedesk.domain.views.saved import Undo
from casedesk.services.families_editing import change_family, family_record
from casedesk.services.family_list import find_families
from casedesk.services.people import add_person, change_person
from casedesk.services.recording import FactEntry, record_fact
from casedesk.services.session import Session
from casedesk.services.undoing import undo


def test_a_change_goes_back_and_forth(session: Session) -> None:
    home = household(session)
    saved = change_family(session, replace(family_record(session, home.ref), name="Haddad-Moss"))
    assert saved.undo is not None
    back = undo(session, saved.undo)
    assert family_record(session, home.ref).name == "Haddad"
    assert back.sentence.startswith("Undone: ")
    assert back.family_ref == home.ref
    assert back.undo is not None
    forth = undo(session, back.undo)
    assert family_record(session, home.ref).name == "Haddad-Moss"
    assert not forth.sentence.startswith("Undone: ")


def test_what_moved_on_is_left_alone(session: Session) -> None:
    home = household(session)
    nadia = case_of(session).person_by_id[home.nadia]
    first = change_person(session, home.ref, replace(nadia, phone="07700 900201"))
    change_person(session, home.ref, replace(first.record, email="nadia@example.org"))
    assert first.undo is not None
    with pytest.raises(InvalidRecord, match="changed since"):
        undo(session, first.undo)
    assert case_of(session).person_by_id[home.nadia].phone == "07700 900201"


def test_a_chain_of_saves_on_one_record_goes_all_the_way_back_and_forth(session: Session) -> None:
    home = household(session)
    added = add_person(session, home.ref, NewPerson(given_name="Yusuf", family_name="Haddad"))
    yusuf = case_of(session).person_by_id[added.record.person_id]
    named = change_person(session, home.ref, replace(yusuf, known_as="Joe"))
    phoned = change_person(session, home.ref, replace(named.record, phone="07700 900203"))
    handles = [one.undo for one in (added, named, phoned)]

    def turn(steps: list[Undo | None]) -> list[Undo | None]:
        turned = []
        for step in reversed(steps):
            assert step is not None
            turned.append(undo(session, step).undo)
        return turned

    for _ in range(2):
        redos = turn(handles)
        assert yusuf.id not in case_of(session).person_by_id
        handles = turn(redos)
        now = case_of(session).person_by_id[yusuf.id]
        assert (now.known_as, now.phone) == ("Joe", "07700 900203")
    # Out of its order it is refused: the change on top of it still stands.
    assert handles[1] is not None
    with pytest.raises(InvalidRecord, match="changed since"):
        undo(session, handles[1])


def test_what_others_refer_to_is_kept(session: Session) -> None:
    home = household(session)
    added = add_person(session, home.ref, NewPerson(given_name="Yusuf", family_name="Haddad"))
    person = added.record.person_id
    record_fact(session, home.ref, FactEntry(kind="offence", person_id=person, on=ago(1)))
    assert added.undo is not None
    with pytest.raises(InvalidRecord):
        undo(session, added.undo)
    assert person in case_of(session).person_by_id


def test_undoing_twice_or_nothing(session: Session) -> None:
    home = household(session)
    saved = record_fact(session, home.ref, FactEntry(kind="offence", on=ago(1)))
    assert saved.undo is not None
    undo(session, saved.undo)
    with pytest.raises(InvalidRecord, match="changed since"):
        undo(session, saved.undo)
    with pytest.raises(InvalidRecord, match="nothing left"):
        undo(session, Undo(saved.undo.device, 999_990, 999_999, "nothing"))


def test_undoing_a_fact_undoes_what_it_made_of_the_criteria(session: Session) -> None:
    home = household(session)
    entry = FactEntry(kind="offence", person_id=home.idris, on=ago(1))
    saved = record_fact(session, home.ref, entry)
    (row,) = find_families(session, FamilyListQuestion()).rows
    assert row.met_now == 1
    assert saved.undo is not None
    undo(session, saved.undo)
    (row,) = find_families(session, FamilyListQuestion()).rows
    assert row.met_now == 0
