"""Consent: recording, withdrawing, the matrix, and the study that asks for none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from household_kit import Household, ago, case_of, household

from casedesk.domain.consent_matrix import matrix_cell
from casedesk.domain.errors import InvalidRecord
from casedesk.domain.field_problems import InvalidFields
from casedesk.services.consent_page import consent_detail, consent_page
from casedesk.services.consents import (
    ConsentEntry,
    consent_flags_of,
    mark_consent_in_error,
    record_consent,
    what_withdrawing_stops,
    withdraw_consent,
)
from casedesk.services.evaluation_notices import (
    end_objection,
    record_informed,
    record_objection,
)
from casedesk.services.session import Session
from casedesk.services.undoing import undo


@pytest.fixture
def home(session: Session) -> Household:
    return household(session)


def entry(person: str, **more: object) -> ConsentEntry:
    given: dict[str, object] = {
        "recipients": ("schools",),
        "categories": ("education", "social-care"),
        "given_by": "self",
    }
    return ConsentEntry(person_id=person, **{**given, **more})  # type: ignore[arg-type]


def words(session: Session, person: str, recipient: str = "schools") -> str:
    return consent_detail(session, "CD-7001", person, recipient).cell.words


def test_recording_fills_the_matrix(session: Session, home: Household) -> None:
    assert words(session, home.nadia) == "Not asked"
    saved = record_consent(session, home.ref, entry(home.nadia))
    assert saved.record.ref.startswith("C-")
    assert saved.warnings == ()
    assert words(session, home.nadia) == "2 of 10 given"
    everything = entry(home.nadia, categories=tuple(session.catalogue.categories))
    record_consent(session, home.ref, everything)
    assert words(session, home.nadia) == "Given"


def test_a_child_alone_is_kept_and_flagged(session: Session, home: Household) -> None:
    alone = entry(home.idris)
    (flag,) = consent_flags_of(session, home.ref, alone)
    assert record_consent(session, home.ref, alone).warnings == (flag,)
    judged = replace(alone, competence="Understands who will read it; Sam Okoro.")
    assert consent_flags_of(session, home.ref, judged) == ()
    assert consent_flags_of(session, home.ref, replace(alone, given_by="Nadia")) == ()


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"recipients": (), "categories": ()}, {"recipients", "categories"}),
        ({"purposes": ("gossip",)}, {"purposes"}),
        ({"recipients": ("schools/",)}, {"recipients"}),
        ({"decided_on": ago(-1)}, {"decided_on"}),
    ],
)
def test_what_is_missing_is_named(
    session: Session, home: Household, wrong: dict[str, object], fields: set[str]
) -> None:
    with pytest.raises(InvalidFields) as refused:
        record_consent(session, home.ref, entry(home.nadia, **wrong))
    assert {one.field for one in refused.value.fields} == fields
    assert case_of(session).consents == ()


def test_an_end_before_the_start_is_refused(session: Session, home: Household) -> None:
    with pytest.raises(InvalidRecord, match="before the decision"):
        record_consent(session, home.ref, entry(home.nadia, expires_on=ago(1)))


def test_withdrawing_works_from_the_day_and_has_no_way_back(
    session: Session, home: Household
) -> None:
    consent = record_consent(session, home.ref, entry(home.nadia, decided_on=ago(9))).record
    said = what_withdrawing_stops(session, consent.id)
    assert said.startswith("From today nothing about education and social care goes to Schools")
    saved = withdraw_consent(session, consent.id, consent.version, "Changed her mind.")
    assert saved.undo is None
    assert words(session, home.nadia) == "Withdrawn"
    case = case_of(session)
    before = matrix_cell(case, home.nadia, "schools", "support", ago(1), session.catalogue)
    assert before.words == "2 of 10 given"
    with pytest.raises(InvalidRecord, match="cannot be withdrawn"):
        withdraw_consent(session, consent.id, saved.record.version, "Again.")
    with pytest.raises(InvalidRecord, match="changed since"):
        withdraw_consent(session, consent.id, consent.version, "Again.")


def test_a_withdrawal_before_the_decision_is_refused(session: Session, home: Household) -> None:
    consent = record_consent(session, home.ref, entry(home.nadia, decided_on=ago(9))).record
    with pytest.raises(InvalidRecord, match="before the decision"):
        withdraw_consent(session, consent.id, consent.version, "", on=ago(10))
    assert words(session, home.nadia) == "2 of 10 given"


def test_undo_marks_a_consent_in_error_and_never_removes_it(
    session: Session, home: Household
) -> None:
    saved = record_consent(session, home.ref, entry(home.nadia))
    assert saved.undo is not None
    undo(session, saved.undo)
    (kept,) = case_of(session).consents
    assert kept.in_error
    assert words(session, home.nadia) == "Not asked"


def test_what_is_behind_a_cell(session: Session, home: Household) -> None:
    record_consent(session, home.ref, entry(home.nadia, decision="refused", decided_on=ago(50)))
    ends = session.today + timedelta(days=9)
    newer = record_consent(
        session, home.ref, entry(home.nadia, decided_on=ago(20), expires_on=ends, method="written")
    ).record
    wrong = record_consent(session, home.ref, entry(home.nadia)).record
    mark_consent_in_error(session, wrong.id, wrong.version)
    detail = consent_detail(session, home.ref, home.nadia, "schools")
    assert detail.current is not None
    assert detail.current.record.id == newer.id
    assert detail.ends_words == "ends in 9 days"
    assert detail.current.how == "Signed form"
    assert detail.current.given_by == "Nadia Haddad"
    assert [one.state for one in detail.history] == ["in_error", "given", "refused"]
    states = {one.category: one.words for one in detail.categories}
    assert states["education"] == "Expires soon"
    assert states["health"] == "Not asked"


def test_the_matrix_as_the_walk_through_has_it(made_up: Session) -> None:
    page = consent_page(made_up, "CD-0412")
    assert [(one.name, one.under) for one in page.people][:3] == [
        ("Kerry", "34, for herself"),
        ("Tyler", "14, own consent"),
        ("Ellie", "9, Kerry or Darren decides"),
    ]
    shorts = [one.short for one in page.recipients]
    assert shorts[0] == "NHS"
    assert shorts[-1] == "National Impact Study"
    assert "Millbridge High School" in shorts
    case = case_of(made_up, "CD-0412")
    for row, person in enumerate(page.people):
        for column, to in enumerate(page.recipients):
            assert page.cells[row][column] == matrix_cell(
                case, person.person_id, to.id, "support", made_up.today, made_up.catalogue
            )


def test_the_study_asks_for_no_consent(session: Session, home: Household) -> None:
    assert words(session, home.nadia, "ons") == "Not told yet"
    record_informed(session, home.ref, home.nadia, "2026-04")
    assert words(session, home.nadia, "ons") == "Informed"
    objection = record_objection(session, home.ref, home.nadia, reason="Rather not.").record
    assert words(session, home.nadia, "ons") == "Objected"
    detail = consent_detail(session, home.ref, home.nadia, "ons")
    assert detail.objection_id == objection.id
    with pytest.raises(InvalidFields) as refused:
        end_objection(session, objection.id, objection.version, " ")
    assert {one.field for one in refused.value.fields} == {"reason", "lead"}
    tomorrow = session.today + timedelta(days=1)
    ended = end_objection(
        session, objection.id, objection.version, "Talked it over.", lead="Samira Patel"
    ).record
    assert "by Samira Patel: Talked it over." in (ended.reason or "")
    later = consent_detail(session, home.ref, home.nadia, "ons", as_at=tomorrow)
    assert later.cell.words == "Informed"
    with pytest.raises(InvalidFields, match="version of the notice"):
        record_informed(session, home.ref, home.nadia, "")
