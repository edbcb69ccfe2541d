"""History: who changed what, from what to what, and putting it back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from household_kit import Household, ago, case_of, household

from casedesk.domain.errors import InvalidRecord
from casedesk.services.consents import ConsentEntry, record_consent, withdraw_consent
from casedesk.services.history import history_of_family, history_of_record, restore
from casedesk.services.people import change_person, remove_relationship
from casedesk.services.recording import FactEntry, correct_fact, mark_fact_in_error, record_fact
from casedesk.services.session import Session
from casedesk.services.undoing import undo


@pytest.fixture
def home(session: Session) -> Household:
    return household(session)


def test_every_change_in_words(session: Session, home: Household) -> None:
    idris = case_of(session).person_by_id[home.idris]
    change_person(session, home.ref, replace(idris, known_as="Idi", school=None))
    line = history_of_family(session, home.ref).lines[0]
    assert (line.who, line.action) == ("Sam Okoro", "change")
    assert line.words == "Sam Okoro changed person: Idris Haddad"
    assert line.at.tzinfo is not None
    assert {(one.label, one.before, one.after) for one in line.fields} == {
        ("Likes to be called", "(blank)", "Idi"),
        ("School", "Millbridge High School", "(blank)"),
    }


def test_pages_and_one_record(session: Session, home: Household) -> None:
    fact = record_fact(session, home.ref, FactEntry(kind="offence", on=ago(3))).record
    correct_fact(session, replace(fact, on=ago(2), detail="Broke a window"))
    whole = history_of_family(session, home.ref, limit=200)
    parts = [
        line
        for at in range(0, whole.total, 4)
        for line in history_of_family(session, home.ref, offset=at, limit=4).lines
    ]
    assert tuple(parts) == whole.lines
    assert len(whole.lines) == whole.total
    lines = history_of_record(session, home.ref, "Fact", fact.id)
    assert [line.action for line in lines] == ["change", "add"]
    assert lines[0].what == "fact: Proven offence"
    assert {one.label for one in lines[0].fields} == {"Date", "Detail"}


def test_one_field_or_all_of_them_go_back(session: Session, home: Household) -> None:
    fact = record_fact(session, home.ref, FactEntry(kind="offence", on=ago(3))).record
    correct_fact(session, replace(fact, on=ago(2), detail="Broke a window"))
    line = history_of_family(session, home.ref).lines[0]
    saved = restore(session, line.device, line.sequence, field="on")
    (now,) = case_of(session).facts
    assert (now.on, now.detail) == (ago(3), "Broke a window")
    assert saved.undo is not None
    undo(session, saved.undo)
    restore(session, line.device, line.sequence)
    (now,) = case_of(session).facts
    assert (now.on, now.detail) == (ago(3), None)


def test_what_was_removed_comes_back(session: Session, home: Household) -> None:
    one = case_of(session).relationships[0]
    remove_relationship(session, one.id, one.version)
    line = history_of_family(session, home.ref).lines[0]
    assert (line.action, line.restorable) == ("remove", True)
    restore(session, line.device, line.sequence)
    assert [
        (again.person_id, again.relation, again.other_person_id)
        for again in case_of(session).relationships
        if again.id == one.id
    ] == [(one.person_id, one.relation, one.other_person_id)]


def test_what_would_break_a_rule_is_not_put_back(session: Session, home: Household) -> None:
    fact = record_fact(session, home.ref, FactEntry(kind="offence", on=ago(3))).record
    event = history_of_family(session, home.ref).lines[0]
    with pytest.raises(InvalidRecord, match="cannot be put back"):
        restore(session, event.device, event.sequence)  # an added record has nothing before it
    spell = correct_fact(session, replace(fact, kind="early-help", on=None, from_on=ago(3))).record
    line = history_of_family(session, home.ref).lines[0]
    mark_fact_in_error(session, spell.id, spell.version)
    with pytest.raises(InvalidRecord):
        restore(session, line.device, line.sequence, field="kind")
    assert case_of(session).facts[0].kind == "early-help"
    with pytest.raises(InvalidRecord, match="cannot be put back"):
        restore(session, line.device, line.sequence, field="colour")
    with pytest.raises(InvalidRecord, match="cannot be put back"):
        restore(session, line.device, 999_999)


def test_a_withdrawal_is_never_put_back(session: Session, home: Household) -> None:
    entry = ConsentEntry(person_id=home.nadia, recipients=("nhs",), categories=("health",))
    consent = record_consent(session, home.ref, entry).record
    withdraw_consent(session, consent.id, consent.version, "Changed her mind.")
    line = history_of_family(session, home.ref).lines[0]
    assert not line.restorable
    with pytest.raises(InvalidRecord, match="never edited"):
        restore(session, line.device, line.sequence)
    assert case_of(session).consents[0].withdrawn_on == session.today
