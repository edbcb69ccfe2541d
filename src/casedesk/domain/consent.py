"""The state of a person's consent on a day (docs/consent.md, Consent).

The newest record that covers person, recipient, category and purpose decides, alone: one
that was withdrawn or has run out is not replaced by an older one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from casedesk.domain.recipient_names import (
    RecipientName,
    covers,
    organisations_of,
    read_recipient,
)
from casedesk.domain.records import CaseFile, Consent

GIVEN = "given"
REFUSED = "refused"
WITHDRAWN = "withdrawn"
EXPIRED = "expired"
NOT_ASKED = "not_asked"

STATES = (GIVEN, REFUSED, WITHDRAWN, EXPIRED, NOT_ASKED)

LAST_DAYS = 28
"""A consent is shown as *expires soon* on so many days, its last one included."""


@dataclass(frozen=True, slots=True)
class ConsentState:
    """The state for one person, recipient, category and purpose on one day.

    `state` is one of `STATES` and `record` the consent that decides it, None for
    `not_asked`. `expires_soon` is true in the last 28 days of one that is given.
    `named_refusal`: for a question about a whole kind (`schools`), a record that refuses
    one organisation of it; the question is then not permitted, whatever `state` says.
    """

    state: str
    record: Consent | None = None
    expires_soon: bool = False
    named_refusal: Consent | None = None

    @property
    def permits(self) -> bool:
        """Whether information may go because it was agreed to."""
        return self.state == GIVEN and self.named_refusal is None

    @property
    def standing(self) -> str:
        """The state that a sharing decision has to reckon with."""
        return REFUSED if self.named_refusal is not None else self.state


def consent_state(
    case: CaseFile, person_id: str, recipient: str, category: str, purpose: str, day: date
) -> ConsentState:
    """The state on `day` of one person's consent (docs/consent.md, State on a day).

    `recipient` is a kind or `kind/Organisation`. Consents recorded in another family of
    the person count too. Records in error never do, nor do those decided after `day`.
    """
    asked = read_recipient(recipient)
    records = [
        consent
        for consent in case.consents
        if consent.person_id == person_id
        and not consent.in_error
        and consent.decided_on <= day
        and category in consent.categories
        and purpose in consent.purposes
    ]
    record = _newest(records, asked)
    refusal = _named_refusal(records, asked) if asked.wide else None
    if record is None:
        return ConsentState(NOT_ASKED, named_refusal=refusal)
    state = _state_of(record, day)
    return ConsentState(state, record, state == GIVEN and _last_days(record, day), refusal)


def _newest(records: Sequence[Consent], asked: RecipientName) -> Consent | None:
    covering = [
        (consent.decided_on, consent.order, place, consent)
        for place, consent in enumerate(records)
        if covers(consent.recipients, asked)
    ]
    return max(covering, key=lambda entry: entry[:3])[3] if covering else None


def _state_of(record: Consent, day: date) -> str:
    if record.decision != GIVEN:
        return REFUSED
    if record.withdrawn_on is not None and record.withdrawn_on <= day:
        return WITHDRAWN
    if record.expires_on is not None and record.expires_on < day:
        return EXPIRED
    return GIVEN


def _last_days(record: Consent, day: date) -> bool:
    return record.expires_on is not None and (record.expires_on - day).days < LAST_DAYS


def _named_refusal(records: Sequence[Consent], asked: RecipientName) -> Consent | None:
    """A refusal for one organisation that still decides for that organisation.

    A refusal that a newer record has replaced (a later yes to the same school, or to all
    schools) is no longer what the family says, and stops nothing.
    """
    for organisation in _organisations(records, asked.kind):
        record = _newest(records, organisation)
        if record is not None and record.decision != GIVEN and not covers(record.recipients, asked):
            return record
    return None


def _organisations(records: Iterable[Consent], kind: str) -> Iterable[RecipientName]:
    return dict.fromkeys(
        name for record in records for name in organisations_of(record.recipients, kind)
    )
