"""How a whole family's consents stand, in the few words of a list.

Source: docs/consent.md, Consent. Only the records that still decide something are counted:
one that newer records cover in full says nothing any more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from casedesk.domain.consent import (
    EXPIRED,
    GIVEN,
    NOT_ASKED,
    REFUSED,
    WITHDRAWN,
    ConsentState,
    consent_state,
)
from casedesk.domain.people import members_on
from casedesk.domain.recipient_names import read_recipient
from casedesk.domain.records import CaseFile, Consent
from casedesk.domain.views.families_list import ConsentWords

EXPIRES_SOON = "expires_soon"
SOME_GIVEN = "some_given"

_FIRST_SAID = {
    EXPIRES_SOON: ("expires soon", "expire soon"),
    EXPIRED: ("expired", "expired"),
    WITHDRAWN: ("withdrawn", "withdrawn"),
    REFUSED: ("refused", "refused"),
}
"""What a list says first, because it needs doing first: singular and plural."""


def family_consents(case: CaseFile, purpose: str, day: date) -> ConsentWords:
    """The consents of today's members for one purpose, summed up.

    The first of: expires soon, expired, withdrawn, refused, each with how many records; else
    all given, or for how many of the members; else not asked.
    """
    members = members_on(case, day)
    counts: Counter[str] = Counter()
    with_consent = 0
    for member in members:
        states = [
            EXPIRES_SOON if one.expires_soon else one.state
            for one in _deciding(case.consents, case, member.id, purpose, day)
        ]
        counts.update(states)
        with_consent += any(state in (GIVEN, EXPIRES_SOON) for state in states)
    for state, (one, many) in _FIRST_SAID.items():
        if counts[state]:
            return ConsentWords(state, f"{counts[state]} {one if counts[state] == 1 else many}")
    if not with_consent:
        return ConsentWords(NOT_ASKED, "Not asked yet")
    if with_consent == len(members):
        return ConsentWords(GIVEN, "All given")
    return ConsentWords(SOME_GIVEN, f"Given by {with_consent} of {len(members)}")


def _deciding(
    consents: Iterable[Consent], case: CaseFile, person_id: str, purpose: str, day: date
) -> Iterator[ConsentState]:
    """The state of every record of a person that decides at least one cell of the matrix."""
    records = [
        one
        for one in consents
        if one.person_id == person_id
        and not one.in_error
        and one.decided_on <= day
        and purpose in one.purposes
    ]
    cells = {
        (read_recipient(recipient), recipient, category)
        for one in records
        for recipient in one.recipients
        for category in one.categories
    }
    seen: set[str] = set()
    for _, recipient, category in sorted(cells, key=lambda cell: cell[1:]):
        state = consent_state(case, person_id, recipient, category, purpose, day)
        if state.record is not None and state.record.id not in seen:
            seen.add(state.record.id)
            yield state
