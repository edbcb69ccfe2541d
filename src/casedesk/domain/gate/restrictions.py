"""Restrictions of processing and objections in force on a day (docs/consent.md, Rights)."""

from __future__ import annotations

from datetime import date

from casedesk.domain.records import CaseFile, Restriction

RESTRICTION = "restriction"
OBJECTION = "objection"


def restriction_in_force(case: CaseFile, person_id: str, day: date) -> Restriction | None:
    """The first restriction a person is under on `day`, its first and last days included."""
    return next(
        (one for one in case.restrictions if one.kind == RESTRICTION and _on(one, person_id, day)),
        None,
    )


def objection_in_force(
    case: CaseFile, person_id: str, purpose: str, day: date
) -> Restriction | None:
    """The first objection of a person to a purpose in force on `day`; no purposes is all."""
    return next(
        (
            one
            for one in case.restrictions
            if one.kind == OBJECTION
            and _on(one, person_id, day)
            and (not one.purposes or purpose in one.purposes)
        ),
        None,
    )


def _on(one: Restriction, person_id: str, day: date) -> bool:
    return (
        one.person_id == person_id
        and one.from_on <= day
        and (one.to_on is None or day <= one.to_on)
    )
