"""Recording facts, checks, nominations and judgements, by the rules of the case file."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from household_kit import Household, ago, case_of, household

from casedesk.domain.errors import InvalidRecord
from casedesk.domain.field_problems import InvalidFields
from casedesk.services.criteria import criteria_of_family
from casedesk.services.recording import (
    FactEntry,
    correct_fact,
    mark_fact_in_error,
    record_check,
    record_fact,
    record_judgement,
    record_nomination,
    recording_choices,
)
from casedesk.services.session import Session


@pytest.fixture
def home(session: Session) -> Household:
    return household(session)


def state(session: Session, criterion: str) -> str:
    return criteria_of_family(session, "CD-7001").criterion(criterion).state


def test_what_counts_for_a_criterion_is_offered(session: Session, home: Household) -> None:
    choices = recording_choices(session, home.ref, "work")
    kinds = [one.id for one in choices.kinds]
    assert kinds[0] == "out-of-work-benefit"
    assert kinds[-2:] == ["nomination", "nothing-found"]
    assert [name for _, name in choices.people] == ["Nadia", "Idris", "Leila"]
    everything = recording_choices(session, home.ref)
    assert [one.id for one in everything.kinds] == list(session.catalogue.facts)
    with pytest.raises(InvalidRecord, match="no criterion of"):
        recording_choices(session, home.ref, "fishing")


def test_a_not_known_is_settled_by_what_is_recorded(session: Session, home: Household) -> None:
    assert state(session, "work") == "not_known"
    entry = FactEntry(
        kind="out-of-work-benefit", person_id=home.nadia, from_on=ago(40), benefit="uc-search"
    )
    saved = record_fact(session, home.ref, entry)
    assert saved.record.ref.startswith("F-")
    assert saved.sentence == "Recorded: On an out-of-work benefit, Nadia."
    assert saved.kinds == {"Fact"}
    assert state(session, "work") == "met"


def test_a_check_that_found_nothing_settles_it_too(session: Session, home: Household) -> None:
    record_check(session, home.ref, "crime", source="Police")
    assert state(session, "crime") == "not_met"
    record_nomination(session, home.ref, "crime", detail="Seen with a crowd.")
    assert state(session, "crime") == "met"


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        (FactEntry(kind="attendance"), {"from_on", "to_on", "possible", "attended", "person_id"}),
        (FactEntry(kind="offence"), {"on"}),
        (FactEntry(kind="offence", on=ago(-1)), {"on"}),
        (FactEntry(kind="early-help", from_on=ago(1), to_on=ago(2)), {"to_on"}),
        (FactEntry(kind="exclusion-fixed", on=ago(1), days=Decimal("0.3")), {"days"}),
        (FactEntry(kind="nothing-found", on=ago(1)), {"criterion"}),
        (FactEntry(kind="nothing-found", on=ago(1), criterion="fishing"), {"criterion"}),
        (FactEntry(kind="offence", on=ago(1), person_id="somebody else"), {"person_id"}),
        (FactEntry(kind="knitting", on=ago(1)), {"kind"}),
    ],
)
def test_a_refusal_names_the_fields(
    session: Session, home: Household, entry: FactEntry, fields: set[str]
) -> None:
    with pytest.raises(InvalidFields) as refused:
        record_fact(session, home.ref, entry)
    assert {one.field for one in refused.value.fields} == fields
    assert refused.value.sentence.startswith("Not saved yet: ")
    assert "before from" not in refused.value.sentence
    assert case_of(session).facts == ()


def test_before_the_birth_is_refused_and_named(session: Session, home: Household) -> None:
    with pytest.raises(InvalidFields, match="date of birth"):
        record_fact(
            session,
            home.ref,
            FactEntry(kind="offence", person_id=home.leila, on=ago(365 * 20)),
        )


def test_a_correction_keeps_the_rules_and_the_version(session: Session, home: Household) -> None:
    fact = record_fact(
        session, home.ref, FactEntry(kind="offence", person_id=home.idris, on=ago(5))
    ).record
    corrected = correct_fact(session, replace(fact, on=ago(6))).record
    assert corrected.version == 2
    with pytest.raises(InvalidRecord, match="changed since"):
        correct_fact(session, replace(fact, on=ago(7)))
    with pytest.raises(InvalidFields):
        correct_fact(session, replace(corrected, on=None))
    mark_fact_in_error(session, corrected.id, corrected.version)
    assert state(session, "crime") == "not_known"


def test_a_judgement_needs_its_evidence(session: Session, home: Household) -> None:
    with pytest.raises(InvalidFields) as refused:
        record_judgement(session, home.ref, "health", "great", " ")
    assert {one.field for one in refused.value.fields} == {"evidence", "outcome"}
    saved = record_judgement(session, home.ref, "health", "improved", "Sleeps through.")
    assert saved.record.programme == session.programme
    with pytest.raises(InvalidFields, match="after today"):
        record_judgement(
            session,
            home.ref,
            "health",
            "same",
            "No change.",
            on=session.today + timedelta(days=1),
        )
