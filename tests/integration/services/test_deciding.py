"""Confirming and disagreeing: the keyworker decides, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from household_kit import Household, ago, case_of, household

from casedesk.domain.errors import InvalidRecord
from casedesk.domain.field_problems import InvalidFields
from casedesk.services.criteria import criteria_of_family
from casedesk.services.criteria_page import criteria_page
from casedesk.services.deciding import change_decision, confirm, disagree, take_back_decision
from casedesk.services.recording import FactEntry, correct_fact, record_fact
from casedesk.services.session import Session
from casedesk.services.undoing import undo


@pytest.fixture
def home(session: Session) -> Household:
    home = household(session)
    entry = FactEntry(kind="offence", person_id=home.idris, on=ago(30), source="Police")
    record_fact(session, home.ref, entry)
    return home


def state(session: Session, home: Household, criterion: str = "crime") -> str:
    return criteria_of_family(session, home.ref).criterion(criterion).state


def test_confirming_keeps_what_the_records_said_and_the_pack(
    session: Session, home: Household
) -> None:
    saved = confirm(session, home.ref, "crime")
    decision = saved.record
    assert (decision.state, decision.records_state, decision.by) == ("met", "met", session.worker)
    assert decision.reason.startswith("Met because Idris has 1 proven offence")
    pack = session.packs.get(session.programme)
    with session.store.read() as reading:
        assert [one.content_hash for one in reading.pack_texts()] == [pack.content_hash]
        assert reading.pack_texts()[0].text == pack.text
    card = criteria_page(session, home.ref).cards[0]
    assert card.word == "Confirmed by keyworker"
    assert card.decision is not None
    assert card.decision.sentence.startswith("You confirmed this on 24 November 2026")


def test_disagreeing_needs_a_reason(session: Session, home: Household) -> None:
    with pytest.raises(InvalidFields, match="The reason is needed"):
        disagree(session, home.ref, "crime", "  ")
    assert state(session, home) == "met"
    saved = disagree(session, home.ref, "crime", "It was a mistaken arrest.")
    assert (saved.record.state, saved.record.records_state) == ("not_met", "met")
    assert state(session, home) == "not_met"
    assert criteria_page(session, home.ref).cards[0].word == "Keyworker disagrees"


def test_what_the_records_do_not_know_is_not_confirmed(session: Session, home: Household) -> None:
    with pytest.raises(InvalidRecord, match="record what you know first"):
        confirm(session, home.ref, "work")
    with pytest.raises(InvalidRecord, match="record what you know first"):
        disagree(session, home.ref, "work", "They work.")
    saved = change_decision(session, home.ref, "work", "not_met", "Nadia showed her payslips.")
    assert saved.record.records_state == "not_known"
    assert state(session, home, "work") == "not_met"


def test_a_change_of_mind_is_a_new_decision(session: Session, home: Household) -> None:
    confirm(session, home.ref, "crime", on=ago(5))
    change_decision(session, home.ref, "crime", "not_met", "Charges were dropped.")
    assert [one.state for one in case_of(session).decisions] == ["met", "not_met"]
    assert state(session, home) == "not_met"


def test_taking_back_lets_the_one_before_stand(session: Session, home: Household) -> None:
    first = confirm(session, home.ref, "crime").record
    second = change_decision(session, home.ref, "crime", "not_met", "Dropped.").record
    take_back_decision(session, second.id, second.version)
    assert state(session, home) == "met"
    with pytest.raises(InvalidRecord, match="changed since"):
        take_back_decision(session, second.id, second.version)
    assert first.in_error is False


def test_undo_takes_the_decision_away_and_gives_it_back(session: Session, home: Household) -> None:
    saved = disagree(session, home.ref, "crime", "A mistake.")
    assert saved.undo is not None
    undone = undo(session, saved.undo)
    assert state(session, home) == "met"
    assert undone.undo is not None
    undo(session, undone.undo)
    assert state(session, home) == "not_met"


def test_records_that_change_afterwards_ask_for_another_look(
    session: Session, home: Household
) -> None:
    confirm(session, home.ref, "crime", on=ago(10))
    assert criteria_page(session, home.ref).cards[0].another_look is None
    (fact,) = case_of(session).facts
    correct_fact(session, replace(fact, in_error=True))
    card = criteria_page(session, home.ref).cards[0]
    assert card.another_look is not None
    assert card.effective == "met"


@pytest.mark.parametrize(
    ("criterion", "state_", "day", "words"),
    [
        ("fishing", "met", 0, "no criterion of"),
        ("crime", "improved", 0, "should be met or not met"),
        ("crime", "met", -1, "should not be after today"),
    ],
)
def test_a_decision_that_cannot_be(
    session: Session, home: Household, criterion: str, state_: str, day: int, words: str
) -> None:
    on = session.today - timedelta(days=day)
    with pytest.raises(InvalidRecord, match=words):
        change_decision(session, home.ref, criterion, state_, "Because.", on=on)
    assert case_of(session).decisions == ()
