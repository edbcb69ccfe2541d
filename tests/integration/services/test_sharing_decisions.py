"""Sharing decisions: nothing without its reason, and what falls short says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from household_kit import Household, ago, case_of, household

from casedesk.domain.errors import InvalidRecord
from casedesk.services.consent_page import consent_detail
from casedesk.services.session import Session
from casedesk.services.sharing import ask_gate
from casedesk.services.sharing_decisions import (
    SharingDecisionEntry,
    end_sharing_decision,
    mark_sharing_decision_in_error,
    record_sharing_decision,
    sharing_decisions,
)
from casedesk.services.undoing import undo


@pytest.fixture
def home(session: Session) -> Household:
    return household(session)


def entry(home: Household) -> SharingDecisionEntry:
    return SharingDecisionEntry(
        people=(home.idris,),
        recipients=("police",),
        categories=("police-courts-probation",),
        decision="share",
        reason="He may be hurt.",
        told_family=True,
        decided_by="Sam Okoro",
        basis="safeguarding",
    )


def test_it_stands_in_the_list_and_behind_the_cell(session: Session, home: Household) -> None:
    saved = record_sharing_decision(session, home.ref, entry(home))
    (line,) = sharing_decisions(session, home.ref)
    assert (line.headline, line.people, line.basis, line.in_force) == (
        "Share", ("Idris",), "Safeguarding", True,
    )  # fmt: skip
    assert line.warnings == saved.warnings
    assert len(saved.warnings) == 2  # no condition, and nobody authorised it
    detail = consent_detail(session, home.ref, home.idris, "police")
    assert [one.id for one in detail.decisions] == [saved.record.id]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"reason": " "}, "the reason"),
        ({"basis": None}, "the lawful basis"),
        ({"told_family": False}, "why the family was not told"),
        ({"decided_by": ""}, "who decided"),
        ({"people": ()}, "the people"),
        ({"people": ("somebody else",)}, "The people"),
        ({"condition": "because"}, "The condition"),
        ({"decided_on": ago(-2)}, "after today"),
        ({"to_on": ago(3)}, "before it begins"),
    ],
)
def test_nothing_is_saved_without_what_it_needs(
    session: Session, home: Household, wrong: dict[str, object], words: str
) -> None:
    with pytest.raises(InvalidRecord, match=words):
        record_sharing_decision(session, home.ref, replace(entry(home), **wrong))  # type: ignore[arg-type]
    assert case_of(session).sharing_decisions == ()


def test_ending_and_marking(session: Session, home: Household) -> None:
    one = record_sharing_decision(session, home.ref, replace(entry(home), decided_on=ago(9))).record
    ended = end_sharing_decision(session, one.id, one.version, ago(1)).record
    assert not sharing_decisions(session, home.ref)[0].in_force
    marked = mark_sharing_decision_in_error(session, ended.id, ended.version)
    assert marked.undo is None
    assert marked.record.in_error


def test_undo_marks_it_in_error_and_the_gate_closes_again(
    session: Session, home: Household
) -> None:
    saved = record_sharing_decision(session, home.ref, replace(entry(home), authorised_by="Lead"))
    assert saved.undo is not None
    undo(session, saved.undo)
    assert case_of(session).sharing_decisions[0].in_error
    assert ask_gate(session, home.ref, recipient="police", purpose="support").allowed == ()
