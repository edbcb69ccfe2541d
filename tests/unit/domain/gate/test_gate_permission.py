"""Consent and sharing decisions, person by person and category by category."""

from __future__ import annotations

from typing import Any

import pytest

from casedesk.domain.errors import UsageError
from casedesk.domain.records import Record
from gate.household import (
    SCHOOL,
    allowed,
    ask,
    case_of,
    consent,
    contact,
    event,
    item,
    no_sharing,
    sharing,
)

YES = consent("C-1")
NO = consent("C-1", decision="refused")
WITHDRAWN = consent("C-1", withdrawn_on="2026-02-01")
EXPIRED = consent("C-1", expires_on="2026-02-01")
OK = {"authorised_by": "Samira Patel"}
PUBLIC = {"basis": "public-task"}
WITHHELD = None


def answer(*records: Record, recipient: str = "schools") -> str | None:
    """The bases on which Tyler's exclusion may go to schools, or None."""
    found = item(ask(case_of(event("F-1"), *records), recipient), "F-1")
    assert bool(found.because) is found.allowed is not bool(found.reason)
    return found.because if found.allowed else None


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((), WITHHELD),
        ((YES,), "consent C-1"),
        ((NO,), WITHHELD),
        ((WITHDRAWN,), WITHHELD),
        ((EXPIRED,), WITHHELD),
        # An overriding basis needs nobody's authority where nothing was refused.
        ((sharing("S-1"),), "decision S-1"),
        ((EXPIRED, sharing("S-1")), "decision S-1"),
        ((NO, sharing("S-1")), WITHHELD),
        ((WITHDRAWN, sharing("S-1")), WITHHELD),
        ((NO, sharing("S-1", authorised_by="  ")), WITHHELD),
        ((NO, sharing("S-1", **OK)), "decision S-1"),
        ((WITHDRAWN, sharing("S-1", **OK)), "decision S-1"),
        ((YES, sharing("S-1")), "consent C-1; decision S-1"),
        # Public task fills in for what was not asked or has expired, and for nothing else.
        ((sharing("S-1", **PUBLIC),), "decision S-1"),
        ((EXPIRED, sharing("S-1", **PUBLIC)), "decision S-1"),
        ((NO, sharing("S-1", **PUBLIC, **OK)), WITHHELD),
        ((WITHDRAWN, sharing("S-1", **PUBLIC, **OK)), WITHHELD),
        ((YES, sharing("S-1", **PUBLIC)), "consent C-1"),
        # No basis permits nothing.
        ((sharing("S-1", basis=None),), WITHHELD),
        # A missing condition is kept with a warning and stops nothing.
        ((sharing("S-1", condition=None),), "decision S-1"),
        # Not to share blocks even what was agreed.
        ((YES, no_sharing("S-1")), WITHHELD),
        ((YES, no_sharing("S-1", in_error=True)), "consent C-1"),
        # The refusal came after the overriding decision, which stands while in force.
        ((sharing("S-1", **OK), consent("C-2", "2026-06-01", decision="refused")), "decision S-1"),
    ],
)
def test_consent_and_one_decision(records: tuple[Record, ...], expected: str | None) -> None:
    assert answer(*records) == expected


@pytest.mark.parametrize(
    "basis",
    ["safeguarding", "crime-prevention", "court-order", "legal-obligation", "vital-interests"],
)
def test_every_overriding_basis(basis: str) -> None:
    assert answer(NO, sharing("S-1", basis=basis, **OK)) == "decision S-1"


@pytest.mark.parametrize(
    ("more", "in_force"),
    [
        ({"from_on": "2026-11-24"}, True),
        ({"from_on": "2026-11-25"}, False),
        ({"to_on": "2026-11-24"}, True),
        ({"to_on": "2026-11-23"}, False),
        ({"in_error": True}, False),
        ({"people": ("kerry",)}, False),
        ({"people": ("kerry", "tyler")}, True),
        ({"recipients": ("nhs",)}, False),
        ({"recipients": ("nhs", "schools")}, True),
        ({"recipients": (SCHOOL,)}, False),
        ({"categories": ("health",)}, False),
        ({"categories": ("health", "education")}, True),
        ({"family_id": "another"}, True),
    ],
)
def test_which_decisions_cover(more: dict[str, Any], in_force: bool) -> None:
    assert (answer(sharing("S-1", **more)) is not None) is in_force


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        # The newest in force alone counts, by the day decided.
        (
            (YES, no_sharing("S-1", "2026-02-01"), sharing("S-2", "2026-03-01")),
            "consent C-1; decision S-2",
        ),
        ((YES, no_sharing("S-1", "2026-04-01"), sharing("S-2", "2026-03-01")), WITHHELD),
        # On the same day not to share comes first, whichever was recorded last.
        ((sharing("S-1"), no_sharing("S-2")), WITHHELD),
        ((no_sharing("S-1"), sharing("S-2")), WITHHELD),
        # Then by order recorded.
        ((NO, sharing("S-1", **OK), sharing("S-2")), WITHHELD),
        ((NO, sharing("S-1"), sharing("S-2", **OK)), "decision S-2"),
        # One that is over, or in error, leaves the count.
        ((sharing("S-1"), no_sharing("S-2", "2026-03-01", to_on="2026-04-01")), "decision S-1"),
        # A newer share that cannot permit changes nothing: consent speaks again.
        ((NO, sharing("S-1", **OK), sharing("S-2", "2026-03-01", **PUBLIC)), WITHHELD),
        ((YES, no_sharing("S-1"), sharing("S-2", "2026-03-01", **PUBLIC)), "consent C-1"),
        ((no_sharing("S-1"), sharing("S-2", "2026-03-01", **PUBLIC)), "decision S-2"),
    ],
)
def test_the_newest_decision_in_force_counts(
    records: tuple[Record, ...], expected: str | None
) -> None:
    assert answer(*records) == expected


SCHOOL_NO = consent("C-2", "2026-04-01", recipients=(SCHOOL,), decision="refused")
SCHOOL_BLOCK = no_sharing("S-9", "2026-04-01", recipients=(SCHOOL,))


@pytest.mark.parametrize(
    ("records", "asked", "expected"),
    [
        ((YES,), SCHOOL, "consent C-1"),
        ((consent("C-1", recipients=(SCHOOL,)),), SCHOOL, "consent C-1"),
        ((consent("C-1", recipients=(SCHOOL,)),), "schools", WITHHELD),
        ((consent("C-1", recipients=(SCHOOL,)),), "schools/Other", WITHHELD),
        ((sharing("S-1", recipients=(SCHOOL,)),), "schools/MILLBRIDGE high school", "decision S-1"),
        # A refusal for one school keeps the wide question from being permitted.
        ((YES, SCHOOL_NO), "schools", WITHHELD),
        ((YES, SCHOOL_NO), SCHOOL, WITHHELD),
        ((YES, SCHOOL_NO), "schools/Other", "consent C-1"),
        ((sharing("S-1", **PUBLIC), SCHOOL_NO), "schools", WITHHELD),
        ((sharing("S-1"), SCHOOL_NO), "schools", WITHHELD),
        ((sharing("S-1", **OK), SCHOOL_NO), "schools", "decision S-1"),
        # A later yes to all schools replaces it.
        ((YES, SCHOOL_NO, consent("C-3", "2026-05-01")), "schools", "consent C-3"),
        ((YES, SCHOOL_NO, consent("C-3", "2026-05-01")), SCHOOL, "consent C-3"),
        # The same for a decision not to share with one school.
        ((YES, SCHOOL_BLOCK), "schools", WITHHELD),
        ((YES, SCHOOL_BLOCK), SCHOOL, WITHHELD),
        ((YES, SCHOOL_BLOCK), "schools/Other", "consent C-1"),
        ((sharing("S-1", **OK), SCHOOL_BLOCK), "schools", WITHHELD),
        ((YES, SCHOOL_BLOCK, sharing("S-1", "2026-05-01")), "schools", "consent C-1; decision S-1"),
        ((YES, SCHOOL_BLOCK, sharing("S-1", "2026-04-01")), "schools", WITHHELD),
        # One school's own refusal says nothing about another kind of recipient.
        ((consent("C-1", recipients=("nhs",)), SCHOOL_NO), "nhs", "consent C-1"),
    ],
)
def test_one_school_or_any(records: tuple[Record, ...], asked: str, expected: str | None) -> None:
    assert answer(*records, recipient=asked) == expected


def test_every_person_and_every_category() -> None:
    visit = contact("V-1", people=("tyler", "kerry"), categories=("education", "health"))
    everything = {"categories": ("education", "health")}
    both = (consent("C-1", **everything), consent("C-2", person_id="kerry", **everything))
    assert "V-1" in allowed(ask(case_of(visit, *both)))
    for missing in (
        (both[0],),
        (both[1],),
        (consent("C-1"), both[1]),
        (both[0], consent("C-2", person_id="kerry", categories=("health",))),
    ):
        assert "V-1" not in allowed(ask(case_of(visit, *missing)))


def test_bases_each_once_in_order_of_person_and_category() -> None:
    visit = contact("V-1", people=("kerry", "tyler"), categories=("education", "health"))
    records = (
        consent("C-1"),
        sharing("S-1", people=("tyler", "kerry"), categories=("health",)),
        consent("C-2", person_id="kerry", categories=("education", "health")),
    )
    assert item(ask(case_of(visit, *records)), "V-1").because == (
        "consent C-2; decision S-1; consent C-1"
    )


def test_reasons_of_everybody_are_collected() -> None:
    visit = contact("V-1", people=("tyler", "kerry"), categories=("health",))
    records = (
        consent("C-1", "2026-05-03", categories=("health",), decision="refused"),
        no_sharing("S-1", people=("kerry",), categories=("health",)),
    )
    assert item(ask(case_of(visit, *records)), "V-1").reason == (
        "Tyler: health not agreed for schools; asked 3 May, refused. "
        "Kerry: decision S-1 of 1 February is not to share health with schools"
    )


@pytest.mark.parametrize(
    ("records", "asked", "words"),
    [
        ((), "schools", "Tyler: education not agreed for schools; not asked"),
        ((), "dwp", "Tyler: education not agreed for Department for Work and Pensions; not asked"),
        ((), "nhs", "Tyler: education not agreed for NHS and health organisations; not asked"),
        ((), "youth-service", "Tyler: education not agreed for youth service; not asked"),
        ((), SCHOOL, "Tyler: education not agreed for Millbridge High School; not asked"),
        ((WITHDRAWN,), "schools", "; agreed 10 January, withdrawn 1 February"),
        ((EXPIRED,), "schools", "; agreed 10 January, ran out after 1 February"),
        (
            (consent("C-1", "2025-01-10", decision="refused"),),
            "schools",
            "; asked 10 January 2025, refused",
        ),
        (
            (YES, SCHOOL_NO),
            "schools",
            "; refused for Millbridge High School on 1 April, so ask for each of them by name",
        ),
        (
            (YES, SCHOOL_NO, consent("C-3", "2026-05-01", decision="refused")),
            "schools",
            "; asked 1 May, refused",
        ),
        (
            (YES, SCHOOL_BLOCK),
            "schools",
            "decision S-9 of 1 April is not to share education with Millbridge High School",
        ),
    ],
)
def test_reasons_in_words(records: tuple[Record, ...], asked: str, words: str) -> None:
    assert item(ask(case_of(event("F-1"), *records), asked), "F-1").reason.endswith(words)


def test_the_worker_hears_of_one_schools_consent_that_ended() -> None:
    ended = consent("C-2", "2026-04-01", recipients=(SCHOOL,), withdrawn_on="2026-05-01")
    result = ask(case_of(event("F-1"), YES, ended))
    assert "F-1" in allowed(result)
    assert result.notes == (
        "Tyler: the consent for Millbridge High School was withdrawn; "
        "ask for it by name before anything goes there.",
    )
    assert ask(case_of(event("F-1"), YES)).notes == ()
    assert ask(case_of(event("F-1"), YES, ended), SCHOOL).notes == ()
    run_out = consent("C-2", "2026-04-01", recipients=(SCHOOL,), expires_on="2026-05-01")
    assert "has run out" in ask(case_of(event("F-1"), YES, run_out)).notes[0]


def test_another_purpose_is_another_question() -> None:
    case = case_of(event("F-1"), consent("C-1", purposes=("support", "identify")))
    assert "F-1" in allowed(ask(case, purpose="identify"))
    assert "F-1" not in allowed(ask(case, purpose="refer"))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ({"recipient": "newspapers"}, "no recipient"),
        ({"recipient": "schools/ "}, "no recipient"),
        ({"recipient": ""}, "no recipient"),
        ({"purpose": "gossip"}, "no purpose"),
        ({"recipient": "family"}, "name the reader"),
        ({"recipient": "family", "reader": "somebody"}, "not in this family"),
    ],
)
def test_questions_that_cannot_be_asked(question: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        ask(case_of(), **question)
