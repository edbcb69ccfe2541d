"""The state of a consent on a day: which record decides, and what it says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from gate.household import (
    SCHOOL,
    case_of,
    consent,
)

from casedesk.domain.consent import ConsentState, consent_state
from casedesk.domain.records import Consent, Record

D = date(2026, 11, 24)


def state(*records: Record, recipient: str = "schools", day: date = D) -> ConsentState:
    return consent_state(case_of(*records), "tyler", recipient, "education", "support", day)


def test_nothing_recorded_is_not_asked() -> None:
    assert state() == ConsentState("not_asked")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "given"),
        ({"decision": "refused"}, "refused"),
        ({"withdrawn_on": "2026-11-24"}, "withdrawn"),
        ({"withdrawn_on": "2026-11-25"}, "given"),
        ({"expires_on": "2026-11-23"}, "expired"),
        ({"expires_on": "2026-11-24"}, "given"),
        ({"withdrawn_on": "2026-11-01", "expires_on": "2026-11-01"}, "withdrawn"),
        ({"decision": "refused", "expires_on": "2026-02-01"}, "refused"),
        ({"in_error": True}, "not_asked"),
        ({"decided": "2026-11-24"}, "given"),
        ({"decided": "2026-11-25"}, "not_asked"),
        ({"person_id": "ellie"}, "not_asked"),
        ({"categories": ("health",)}, "not_asked"),
        ({"purposes": ("refer",)}, "not_asked"),
        ({"recipients": ("nhs", "police")}, "not_asked"),
        ({"recipients": ("nhs", "schools")}, "given"),
        ({"family_id": "another"}, "given"),
    ],
)
def test_one_record_alone(more: dict[str, Any], expected: str) -> None:
    assert state(consent("C-1", **more)).state == expected


@pytest.mark.parametrize(
    ("ends", "soon"),
    [
        ("2026-11-23", False),  # ran out yesterday: expired
        ("2026-11-24", True),  # its last day
        ("2026-12-21", True),  # the 28th day from the end
        ("2026-12-22", False),
        (None, False),
    ],
)
def test_expires_soon_is_the_last_28_days(ends: str | None, soon: bool) -> None:
    assert state(consent("C-1", expires_on=ends)).expires_soon is soon


def test_the_newest_decides_alone() -> None:
    older = consent("C-1", "2026-01-10")
    for newer, expected in (
        (consent("C-2", "2026-02-10", decision="refused"), "refused"),
        (consent("C-2", "2026-02-10", withdrawn_on="2026-03-01"), "withdrawn"),
        (consent("C-2", "2026-02-10", expires_on="2026-03-01"), "expired"),
    ):
        found = state(newer, older)
        assert (found.state, found.record and found.record.ref) == (expected, "C-2")


def test_on_the_same_day_the_one_recorded_last_decides() -> None:
    yes, no = consent("C-1"), consent("C-2", decision="refused")
    assert state(yes, no).state == "refused"
    assert state(no, yes).state == "given"


def test_a_record_in_error_uncovers_the_older_one() -> None:
    mistake = consent("C-2", "2026-02-01", decision="refused", in_error=True)
    found = state(consent("C-1"), mistake)
    assert found.permits
    assert found.record is not None
    assert found.record.ref == "C-1"


def test_as_it_stood_on_an_earlier_day() -> None:
    records = consent("C-1", withdrawn_on="2026-06-01"), consent("C-2", "2026-07-01")
    assert [state(*records, day=date(2026, month, 15)).state for month in (5, 6, 7)] == [
        "given",
        "withdrawn",
        "given",
    ]


WIDE_YES = consent("C-W", "2026-03-01")


@pytest.mark.parametrize(
    ("records", "asked", "expected", "permits"),
    [
        # A consent for all schools covers each; one for a school covers that one alone.
        ((WIDE_YES,), SCHOOL, "given", True),
        ((consent("C-1", recipients=(SCHOOL,)),), SCHOOL, "given", True),
        ((consent("C-1", recipients=(SCHOOL,)),), "schools/Other", "not_asked", False),
        ((consent("C-1", recipients=(SCHOOL,)),), "schools", "not_asked", False),
        ((consent("C-1", recipients=(SCHOOL, "schools")),), "schools", "given", True),
        # Case and spaces do not matter, other letters do.
        (
            (consent("C-1", recipients=("Schools / millbridge  HIGH school ",)),),
            SCHOOL,
            "given",
            True,
        ),
        ((consent("C-1", recipients=("schools/Millbridge High",)),), SCHOOL, "not_asked", False),
        # A slip of the pen names no school, and never all of them.
        ((consent("C-1", recipients=("schools/",)),), "schools", "not_asked", False),
        # A refusal for one school stops that one, and the question about any school.
        (
            (WIDE_YES, consent("C-1", "2026-04-01", recipients=(SCHOOL,), decision="refused")),
            SCHOOL,
            "refused",
            False,
        ),
        (
            (WIDE_YES, consent("C-1", "2026-04-01", recipients=(SCHOOL,), decision="refused")),
            "schools",
            "given",
            False,
        ),
        (
            (WIDE_YES, consent("C-1", "2026-04-01", recipients=(SCHOOL,), decision="refused")),
            "schools/Other",
            "given",
            True,
        ),
        # A later yes to all schools, or to that school, replaces the refusal.
        (
            (WIDE_YES, consent("C-1", "2026-02-01", recipients=(SCHOOL,), decision="refused")),
            "schools",
            "given",
            True,
        ),
        (
            (
                WIDE_YES,
                consent("C-1", "2026-04-01", recipients=(SCHOOL,), decision="refused"),
                consent("C-2", "2026-05-01", recipients=(SCHOOL,)),
            ),
            "schools",
            "given",
            True,
        ),
        # One school's own consent that ended is that school's alone.
        (
            (
                WIDE_YES,
                consent("C-1", "2026-04-01", recipients=(SCHOOL,), withdrawn_on="2026-05-01"),
            ),
            SCHOOL,
            "withdrawn",
            False,
        ),
        (
            (
                WIDE_YES,
                consent("C-1", "2026-04-01", recipients=(SCHOOL,), withdrawn_on="2026-05-01"),
            ),
            "schools",
            "given",
            True,
        ),
    ],
)
def test_one_organisation_or_all_of_them(
    records: tuple[Consent, ...], asked: str, expected: str, permits: bool
) -> None:
    found = state(*records, recipient=asked)
    assert (found.state, found.permits) == (expected, permits)
