"""The evaluation: official authority, objections, and the council that asks for consent."""

from __future__ import annotations

import pytest

from casedesk.domain.records import Record
from gate.household import (
    allowed,
    ask,
    case_of,
    consent,
    contact,
    event,
    item,
    no_sharing,
    restriction,
    sharing,
)

STUDY = {"recipients": ("ons",), "purposes": ("evaluate",)}
OK = {"authorised_by": "Samira Patel"}


@pytest.mark.parametrize("recipient", ["ons", "mhclg"])
def test_the_basis_is_official_authority(recipient: str) -> None:
    result = ask(case_of(event("F-1")), recipient, "evaluate")
    assert item(result, "F-1").because == "public task, privacy notice"
    assert item(result, "P-3").because == "public task, privacy notice"


@pytest.mark.parametrize(
    ("records", "goes"),
    [
        ((consent("C-1", **STUDY),), True),
        ((consent("C-1", **STUDY, expires_on="2026-02-01"),), True),
        ((consent("C-1", **STUDY, decision="refused"),), False),
        ((consent("C-1", **STUDY, withdrawn_on="2026-02-01"),), False),
        ((consent("C-1", **STUDY, decision="refused", categories=("health",)),), True),
        ((consent("C-1", recipients=("ons",), decision="refused"),), True),  # for support
        (
            (consent("C-1", recipients=("mhclg",), purposes=("evaluate",), decision="refused"),),
            True,
        ),
        ((restriction(),), False),
        ((restriction("objection"),), False),
        ((restriction("objection", purposes=("evaluate",)),), False),
        ((restriction("objection", purposes=("support",)),), True),
        ((no_sharing("S-1", recipients=("ons",)),), False),
        ((no_sharing("S-1", recipients=("schools",)),), True),
        # Decisions to share are not looked at: they lift nothing.
        (
            (
                no_sharing("S-1", recipients=("ons",)),
                sharing("S-2", "2026-03-01", recipients=("ons",), **OK),
            ),
            False,
        ),
        (
            (
                consent("C-1", **STUDY, decision="refused"),
                sharing("S-2", recipients=("ons",), **OK),
            ),
            False,
        ),
        ((restriction("objection"), sharing("S-2", recipients=("ons",), **OK)), False),
    ],
)
def test_what_withholds_all_the_same(records: tuple[Record, ...], goes: bool) -> None:
    result = ask(case_of(event("F-1"), *records), "ons", "evaluate")
    assert ("F-1" in allowed(result)) is goes


def test_one_person_who_objected_withholds_what_names_them() -> None:
    visit = contact("V-1", people=("kerry", "tyler"))
    case = case_of(visit, event("F-1", person_id="kerry"), restriction("objection"))
    assert allowed(ask(case, "ons", "evaluate")) == {"F-1", "P-1"}


def test_a_council_can_ask_for_consent_instead() -> None:
    question = {"recipient": "ons", "purpose": "evaluate", "evaluation_asks_consent": True}
    assert "F-1" not in allowed(ask(case_of(event("F-1")), **question))
    result = ask(case_of(event("F-1"), consent("C-1", **STUDY)), **question)
    assert item(result, "F-1").because == "consent C-1"
    shared = case_of(event("F-1"), sharing("S-1", recipients=("ons",), **OK))
    assert "F-1" not in allowed(ask(shared, **question))


def test_for_other_purposes_they_are_recipients_like_any_other() -> None:
    assert "F-1" not in allowed(ask(case_of(event("F-1")), "ons", "support"))
    case = case_of(event("F-1"), sharing("S-1", recipients=("ons",)))
    assert item(ask(case, "ons", "support"), "F-1").because == "decision S-1"


def test_others_need_consent_for_the_evaluation_and_no_decision_shares() -> None:
    yes = consent("C-1", purposes=("evaluate",))
    case = case_of(event("F-1"), yes, sharing("S-1", **OK))
    assert item(ask(case, purpose="evaluate"), "F-1").because == "consent C-1"
    assert "F-1" not in allowed(
        ask(case_of(event("F-1"), sharing("S-1", **OK)), purpose="evaluate")
    )
    blocked = case_of(event("F-1"), yes, no_sharing("S-1"), sharing("S-2", "2026-03-01", **OK))
    assert "F-1" not in allowed(ask(blocked, purpose="evaluate"))
