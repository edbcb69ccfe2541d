"""One cell of the consent screen: a person and a recipient, summed over the categories.

Source: docs/consent.md, Consent (the screen). Nothing here permits anything; the gate does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.consent import (
    EXPIRED,
    GIVEN,
    NOT_ASKED,
    REFUSED,
    WITHDRAWN,
    ConsentState,
    consent_state,
)
from casedesk.domain.gate.restrictions import objection_in_force
from casedesk.domain.records import CaseFile

INFORMED = "informed"
OBJECTED = "objected"
NOT_TOLD = "not_told"
SOME_GIVEN = "some_given"

WORST_FIRST = (REFUSED, WITHDRAWN, EXPIRED, NOT_ASKED)
WORDS = {
    GIVEN: "Given",
    REFUSED: "Refused",
    WITHDRAWN: "Withdrawn",
    EXPIRED: "Expired",
    NOT_ASKED: "Not asked",
    INFORMED: "Informed",
    OBJECTED: "Objected",
    NOT_TOLD: "Not told yet",
}


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What one cell says. `state` names its glyph and colour, `words` stand below.

    `state` is given, some_given, refused, withdrawn, expired, not_asked, or for a recipient
    of the evaluation informed, objected, not_told. `given` of `total` categories are given.
    """

    state: str
    words: str
    given: int
    total: int
    expires_soon: bool = False


def matrix_cell(
    case: CaseFile, person_id: str, recipient: str, purpose: str, day: date, catalogue: Catalogue
) -> MatrixCell:
    """Sum up the consent of one person for one recipient and purpose on `day`.

    All given; else how many are, where some are; else the worst of refused, withdrawn,
    expired and not asked. A recipient of the evaluation shows whether the person was
    informed or has objected, because no consent is asked there.
    """
    kind = catalogue.recipients.get(catalogue.recipient_kind(recipient))
    if kind is not None and kind.role == "evaluation":
        return _evaluation_cell(case, person_id, recipient, day, catalogue)
    states = _states(case, person_id, recipient, purpose, day, catalogue)
    given = [state for state in states if state.permits]
    soon = any(state.expires_soon for state in given)
    if len(given) == len(states):
        return MatrixCell(GIVEN, "Expires soon" if soon else WORDS[GIVEN], *_counts(states), soon)
    if given:
        words = f"{len(given)} of {len(states)} given"
        return MatrixCell(SOME_GIVEN, words, *_counts(states), soon)
    standing = {state.standing for state in states}
    worst = next(state for state in WORST_FIRST if state in standing)
    return MatrixCell(worst, WORDS[worst], *_counts(states))


def _evaluation_cell(
    case: CaseFile, person_id: str, recipient: str, day: date, catalogue: Catalogue
) -> MatrixCell:
    states = _states(case, person_id, recipient, "evaluate", day, catalogue)
    refused = any(state.standing in (REFUSED, WITHDRAWN) for state in states)
    if refused or objection_in_force(case, person_id, "evaluate", day) is not None:
        state = OBJECTED
    elif any(one.permits for one in states) or _notice_left(case, person_id, day):
        state = INFORMED
    else:
        state = NOT_TOLD
    return MatrixCell(state, WORDS[state], *_counts(states))


def _notice_left(case: CaseFile, person_id: str, day: date) -> bool:
    """Whether a privacy notice was left with the person by `day`."""
    return any(
        consent.person_id == person_id
        and not consent.in_error
        and consent.decided_on <= day
        and bool((consent.notice_version or "").strip())
        for consent in case.consents
    )


def _states(
    case: CaseFile, person_id: str, recipient: str, purpose: str, day: date, catalogue: Catalogue
) -> list[ConsentState]:
    return [
        consent_state(case, person_id, recipient, category, purpose, day)
        for category in catalogue.categories
    ]


def _counts(states: list[ConsentState]) -> tuple[int, int]:
    return sum(state.permits for state in states), len(states)
