"""Which sharing decision counts for a person, recipient and category, and what it permits.

Source: docs/consent.md, Sharing decisions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casedesk.domain.consent import EXPIRED, NOT_ASKED, REFUSED, WITHDRAWN
from casedesk.domain.gate.question import EVALUATE
from casedesk.domain.recipient_names import (
    RecipientName,
    covers,
    organisations_of,
    read_recipient,
)
from casedesk.domain.records import CaseFile, SharingDecision
from casedesk.domain.sharing_checks import DO_NOT_SHARE, OVERRIDING_BASES, PUBLIC_TASK, SHARE


@dataclass(frozen=True, slots=True)
class Counting:
    """What the sharing decisions say about one person, recipient and category on a day.

    `share` is the decision to share that counts, `blocked` the one that withholds: a
    decision not to share with the recipient or, for a question about a whole kind, with
    one organisation of it. Where `blocked` is set, nothing may go.
    """

    share: SharingDecision | None = None
    blocked: SharingDecision | None = None

    def permits(self, standing: str) -> bool:
        """Whether the decision to share permits, given how consent stands.

        `standing` is a state of casedesk.domain.consent. An overriding basis carries over
        a refusal or a withdrawal only when somebody authorised it; public task fills in
        for what was not asked or has expired, and for nothing else.
        """
        share = self.share
        if share is None or self.blocked is not None:
            return False
        if share.basis in OVERRIDING_BASES:
            return standing not in (REFUSED, WITHDRAWN) or is_authorised(share)
        return share.basis == PUBLIC_TASK and standing in (NOT_ASKED, EXPIRED)


def is_authorised(decision: SharingDecision) -> bool:
    """Whether somebody is named as having authorised it."""
    return bool((decision.authorised_by or "").strip())


def counting_decision(
    case: CaseFile, person_id: str, recipient: str, category: str, purpose: str, day: date
) -> Counting:
    """The decision that counts on `day`: the newest in force that covers the three.

    For the evaluation decisions to share are not looked at, so a newer one does not
    replace a decision not to share.
    """
    asked = read_recipient(recipient)
    in_force = [
        decision
        for decision in case.sharing_decisions
        if not decision.in_error
        and person_id in decision.people
        and category in decision.categories
        and decision.from_on <= day
        and (decision.to_on is None or day <= decision.to_on)
        and (purpose != EVALUATE or decision.decision == DO_NOT_SHARE)
    ]
    newest = _newest(in_force, asked)
    if newest is not None and newest.decision == DO_NOT_SHARE:
        return Counting(blocked=newest)
    share = newest if newest is not None and newest.decision == SHARE else None
    return Counting(share, _named_block(in_force, asked) if asked.wide else None)


def _newest(in_force: Sequence[SharingDecision], asked: RecipientName) -> SharingDecision | None:
    """By the day decided; on the same day one not to share first; then by order recorded."""
    covering = [
        (decision.decided_on, decision.decision == DO_NOT_SHARE, decision.order, place, decision)
        for place, decision in enumerate(in_force)
        if covers(decision.recipients, asked)
    ]
    return max(covering, key=lambda entry: entry[:4])[4] if covering else None


def _named_block(
    in_force: Sequence[SharingDecision], asked: RecipientName
) -> SharingDecision | None:
    """A decision not to share with one organisation that still counts for it."""
    organisations = dict.fromkeys(
        name for decision in in_force for name in organisations_of(decision.recipients, asked.kind)
    )
    for organisation in organisations:
        newest = _newest(in_force, organisation)
        if newest is not None and newest.decision == DO_NOT_SHARE:
            return newest
    return None
