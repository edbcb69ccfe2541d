"""Whether one category of one person may go to a partner: consent and sharing decisions.

Source: docs/consent.md, The gate. Restrictions, confidential marks and protected addresses
are looked at for the whole item (casedesk.domain.gate.judging).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from casedesk.domain.consent import REFUSED, WITHDRAWN, consent_state
from casedesk.domain.gate.decisions import counting_decision
from casedesk.domain.gate.question import GateQuestion
from casedesk.domain.gate.wording import Wording
from casedesk.domain.records import CaseFile, SharingDecision

OFFICIAL_AUTHORITY = "public task, privacy notice"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for one person and category.

    Permitted when `reason` is empty; `bases` then says on what. `names_address` is the
    decision to share under which a protected address may go as well, if there is one.
    """

    bases: tuple[str, ...] = ()
    reason: str = ""
    names_address: SharingDecision | None = None

    @property
    def permitted(self) -> bool:
        return not self.reason


class Permission(Protocol):
    """Answers for one recipient, purpose and day."""

    def of(self, person_id: str, category: str) -> Verdict:
        """The verdict for one person and category."""

    def spares(self, person_id: str) -> bool:
        """Whether a restriction of this person does not matter here."""


@dataclass(frozen=True)
class PartnerPermission:
    """The rules for everybody but the family.

    With `official` (the evaluation) no consent is asked: the basis is official authority
    as in the privacy notice, and a refusal or withdrawal withholds like an objection.
    """

    case: CaseFile
    question: GateQuestion
    wording: Wording
    official: bool
    _known: dict[tuple[str, str], Verdict] = field(default_factory=dict)

    def of(self, person_id: str, category: str) -> Verdict:
        """The verdict for one person and category; the same question is answered once."""
        key = person_id, category
        if key not in self._known:
            self._known[key] = self._decide(person_id, category)
        return self._known[key]

    def spares(self, person_id: str) -> bool:
        """Nobody's restriction is spared."""
        return False

    def _decide(self, person_id: str, category: str) -> Verdict:
        asked = self.question
        counting = counting_decision(
            self.case, person_id, asked.recipient, category, asked.purpose, asked.as_at
        )
        if counting.blocked is not None:
            return Verdict(reason=self.wording.not_to_share(person_id, category, counting.blocked))
        state = consent_state(
            self.case, person_id, asked.recipient, category, asked.purpose, asked.as_at
        )
        if self.official:
            if state.standing in (REFUSED, WITHDRAWN):
                return Verdict(reason=self.wording.no_consent(person_id, category, state))
            return Verdict((OFFICIAL_AUTHORITY,))
        bases: list[str] = []
        if state.permits and state.record is not None:
            bases.append(f"consent {state.record.ref}")
        share = counting.share
        if share is not None and counting.permits(state.standing):
            bases.append(decision_basis(share))
        if not bases:
            return Verdict(reason=self.wording.no_consent(person_id, category, state))
        names_address = share if share is not None and share.protected_address else None
        return Verdict(tuple(bases), names_address=names_address)


def decision_basis(decision: SharingDecision) -> str:
    """How a sharing decision stands among the bases."""
    return f"decision {decision.ref}"
