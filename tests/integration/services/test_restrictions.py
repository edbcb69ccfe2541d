"""Restrictions: recorded with a reason, shown, kept out of what leaves, and lifted."""

from __future__ import annotations

from datetime import date

import pytest
from household_kit import Household, ago, case_of, household

from casedesk.domain.errors import InvalidRecord
from casedesk.domain.field_problems import InvalidFields
from casedesk.domain.gate.restrictions import restriction_in_force
from casedesk.services.consent_page import consent_page
from casedesk.services.evaluation_notices import record_objection
from casedesk.services.restrictions import (
    lift_restriction,
    record_restriction,
    restrictions_in_force,
)
from casedesk.services.session import Session
from casedesk.services.undoing import undo

TODAY = date(2026, 11, 24)
WHY = "Nadia says her date of birth is wrong."


@pytest.fixture
def home(session: Session) -> Household:
    return household(session)


def test_a_restriction_is_in_force_at_once_and_says_why(session: Session, home: Household) -> None:
    saved = record_restriction(session, home.ref, home.nadia, f"  {WHY} ")
    assert saved.sentence.startswith("Nadia’s record is restricted from 24 November 2026")
    assert restriction_in_force(case_of(session), home.nadia, TODAY) == saved.record
    (line,) = restrictions_in_force(session, home.ref)
    assert line.headline == "Nadia’s record is restricted"
    assert line.sentence == "Since 24 November 2026: Nadia says her date of birth is wrong."
    assert not line.is_objection
    shown = consent_page(session, home.ref).people
    assert [one.name for one in shown if one.restricted] == ["Nadia"]


@pytest.mark.parametrize(
    ("person", "reason", "on", "field"),
    [
        ("nadia", " ", None, "reason"),
        ("nadia", WHY, date(2026, 11, 25), "on"),
        ("nobody", WHY, None, "person_id"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_kept(
    session: Session, home: Household, person: str, reason: str, on: date | None, field: str
) -> None:
    with pytest.raises(InvalidFields) as refused:
        record_restriction(session, home.ref, getattr(home, person, person), reason, on=on)
    assert [one.field for one in refused.value.fields] == [field]
    assert case_of(session).restrictions == ()


def test_one_person_is_restricted_once_at_a_time(session: Session, home: Household) -> None:
    record_restriction(session, home.ref, home.nadia, WHY)
    with pytest.raises(InvalidFields, match="already"):
        record_restriction(session, home.ref, home.nadia, "Again.")
    record_restriction(session, home.ref, home.leila, "For another reason.")
    assert len(restrictions_in_force(session, home.ref)) == 2


def test_a_restriction_holds_until_the_end_of_its_last_day(
    session: Session, home: Household
) -> None:
    one = record_restriction(session, home.ref, home.nadia, WHY, on=ago(10)).record
    lifted = lift_restriction(session, one.id, one.version, "It was put right.", on=ago(1))
    assert lifted.sentence == "Nadia’s restriction is lifted after 23 November 2026."
    assert lifted.record.reason == (
        f"{WHY}\nLifted after 23 November 2026 by Sam Okoro: It was put right."
    )
    case = case_of(session)
    assert restriction_in_force(case, home.nadia, ago(1)) is not None
    assert restriction_in_force(case, home.nadia, TODAY) is None
    assert restrictions_in_force(session, home.ref) == ()


def test_lifting_needs_a_reason_and_a_day_that_can_be(session: Session, home: Household) -> None:
    one = record_restriction(session, home.ref, home.nadia, WHY, on=ago(3)).record
    with pytest.raises(InvalidFields, match="reason"):
        lift_restriction(session, one.id, one.version, "")
    with pytest.raises(InvalidFields, match="before the first"):
        lift_restriction(session, one.id, one.version, "Put right.", on=ago(4))
    with pytest.raises(InvalidRecord, match="changed since"):
        lift_restriction(session, one.id, one.version + 1, "Put right.")
    assert len(restrictions_in_force(session, home.ref)) == 1


def test_an_objection_is_shown_and_is_not_lifted_like_a_restriction(
    session: Session, home: Household
) -> None:
    one = record_objection(session, home.ref, home.idris, purposes=("support", "refer")).record
    record_restriction(session, home.ref, home.nadia, WHY)
    first, second = restrictions_in_force(session, home.ref)
    assert (first.is_objection, second.is_objection) == (False, True)
    assert second.headline == (
        "Idris objects to Working together to help the family; Referring to another service"
    )
    with pytest.raises(InvalidRecord, match="a lead ends it"):
        lift_restriction(session, one.id, one.version, "Put right.")


def test_both_ways_can_be_undone(session: Session, home: Household) -> None:
    saved = record_restriction(session, home.ref, home.nadia, WHY)
    lifted = lift_restriction(
        session, saved.record.id, saved.record.version, "Put right.", on=TODAY
    )
    assert lifted.undo is not None
    assert saved.undo is not None
    undo(session, lifted.undo)
    assert restrictions_in_force(session, home.ref)[0].record.to_on is None
    undo(session, saved.undo)
    assert restrictions_in_force(session, home.ref) == ()
