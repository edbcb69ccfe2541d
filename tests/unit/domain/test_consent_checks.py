"""What is refused, flagged or warned about when consents and decisions are recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from gate.household import (
    ASHWORTHS,
    case_of,
    catalogue,
    consent,
    no_sharing,
    person,
    sharing,
)

from casedesk.domain.consent import consent_state
from casedesk.domain.consent_checks import check_consent, consent_flags
from casedesk.domain.errors import InvalidRecord
from casedesk.domain.sharing_checks import check_sharing_decision, sharing_decision_warnings


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"withdrawn_on": date(2026, 1, 9)}, "withdrawal (9 January 2026) is before the decision"),
        ({"expires_on": date(2026, 1, 9)}, "expiry (9 January 2026) is before the decision"),
        ({"decision": "maybe"}, "choose given or refused"),
        ({"method": "telepathy"}, "written, verbal or electronic"),
        ({"recipients": ()}, "at least one recipient"),
        ({"categories": ()}, "at least one category"),
        ({"purposes": ()}, "at least one purpose"),
    ],
)
def test_what_is_refused(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidRecord, match=words.replace("(", r"\(").replace(")", r"\)")):
        check_consent(replace(consent("C-1"), **changes))


def test_ending_on_the_day_of_the_decision_is_kept() -> None:
    day = date(2026, 1, 10)
    check_consent(replace(consent("C-1"), withdrawn_on=day, expires_on=day))


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"given_by": None}, "nothing is noted about competence"),
        ({"given_by": "Tyler"}, "nothing is noted about competence"),
        ({"given_by": " SELF ", "competence": "Understood; Jo Hebden"}, None),
        ({"given_by": "Kerry Ashworth"}, None),
        ({"given_by": "p-1"}, None),
        ({"given_by": "Wayne"}, "Wayne, who is not recorded as having parental responsibility"),
        ({"given_by": "Aunt Sal"}, "Aunt Sal, who is not in this family"),
        ({"given_by": None, "in_error": True}, None),
        ({"person_id": "kerry", "given_by": None}, None),
        ({"person_id": "wayne", "given_by": "Kerry"}, "Wayne was 16 or over"),
        ({"given_by": None, "decided": "2028-03-04"}, "nothing is noted about competence"),
        ({"given_by": None, "decided": "2028-03-05"}, None),
    ],
)
def test_what_is_kept_and_flagged(more: dict[str, Any], words: str | None) -> None:
    record = consent("C-1", **more)
    flags = consent_flags(case_of(record), record)
    assert (words is None and flags == ()) or (len(flags) == 1 and words in flags[0])


def test_flags_never_change_the_state() -> None:
    record = consent("C-1", given_by="Wayne")
    assert consent_flags(case_of(record), record)
    state = consent_state(
        case_of(record), "tyler", "schools", "education", "support", date(2026, 11, 24)
    )
    assert state.permits


def test_a_child_without_date_of_birth_is_under_16() -> None:
    record = consent("C-1")
    nobody_knows = (*ASHWORTHS[:4], *person("tyler", None, "child"))
    assert consent_flags(case_of(record, people=nobody_knows), record)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"decision": "perhaps"}, "choose share or do not share"),
        ({"people": ()}, "the people it is about"),
        ({"recipients": ()}, "the recipients"),
        ({"categories": ()}, "the kinds of information"),
        ({"reason": "  "}, "the reason"),
        ({"decided_by": ""}, "who decided"),
        ({"basis": None}, "the lawful basis"),
        ({"basis": "because"}, "is not a basis"),
        ({"told_family": False}, "why the family was not told"),
        ({"to_on": date(2026, 1, 31)}, "before it begins"),
    ],
)
def test_what_a_sharing_decision_needs(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidRecord, match=words):
        check_sharing_decision(replace(sharing("S-1"), **changes))


def test_a_decision_not_to_share_needs_no_basis() -> None:
    check_sharing_decision(no_sharing("S-1"))
    check_sharing_decision(replace(no_sharing("S-1"), told_family=False, not_told_why="Unsafe"))


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ({"authorised_by": "Samira Patel"}, 0),
        ({}, 1),
        ({"basis": "public-task"}, 0),
        ({"categories": ("health",), "authorised_by": "Samira Patel"}, 1),
        ({"categories": ("health",), "condition": "safeguarding", "authorised_by": "S P"}, 0),
        ({"categories": ("education", "police-courts-probation")}, 2),
        ({"in_error": True}, 0),
    ],
)
def test_a_decision_that_falls_short_is_kept_with_a_warning(
    more: dict[str, Any], count: int
) -> None:
    assert len(sharing_decision_warnings(sharing("S-1", **more), catalogue())) == count


def test_a_decision_not_to_share_has_nothing_to_warn_about() -> None:
    assert sharing_decision_warnings(no_sharing("S-1", categories=("health",)), catalogue()) == ()
