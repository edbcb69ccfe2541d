"""Which records of a case file a sheet holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from casedesk.domain.records import CaseFile, Record

_TUPLE_OF: dict[str, Callable[[CaseFile], tuple[Any, ...]]] = {
    "Involvement": lambda case: case.involvements,
    "Address": lambda case: case.addresses,
    "Relationship": lambda case: case.relationships,
    "Fact": lambda case: case.facts,
    "Decision": lambda case: case.decisions,
    "Judgement": lambda case: case.judgements,
    "Consent": lambda case: case.consents,
    "SharingDecision": lambda case: case.sharing_decisions,
    "Restriction": lambda case: case.restrictions,
    "Contact": lambda case: case.contacts,
    "Goal": lambda case: case.goals,
    "Action": lambda case: case.actions,
    "Review": lambda case: case.reviews,
    "Assessment": lambda case: case.assessments,
}


def recorded_in(case: CaseFile, kind: type[Record]) -> tuple[Any, ...]:
    """The records of one kind in a case file, in the order recorded."""
    return _TUPLE_OF[kind.__name__](case)
