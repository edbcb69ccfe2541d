"""What a member of the family may have: their own, and that of the children they answer for.

No consent is asked. A decision not to share with `family` withholds, and so does the
safety rule for a reader recorded as a perpetrator of domestic abuse. Source:
docs/consent.md, The gate (the family).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from casedesk.domain.gate.case_as_at import CaseAsAt, happened_on
from casedesk.domain.gate.decisions import counting_decision, is_authorised
from casedesk.domain.gate.permission import Verdict, decision_basis
from casedesk.domain.gate.question import GateQuestion
from casedesk.domain.gate.wording import Wording

PERPETRATOR = "domestic-abuse-perpetrator"
OWN = "the reader's own"
RESPONSIBILITY = "parental responsibility"


@dataclass(frozen=True)
class FamilyPermission:
    """The rules for one reader in the family, on one day."""

    file: CaseAsAt
    question: GateQuestion
    reader: str
    wording: Wording
    _known: dict[tuple[str, str], Verdict] = field(default_factory=dict)

    def of(self, person_id: str, category: str) -> Verdict:
        """The verdict for one person and category; the same question is answered once."""
        key = person_id, category
        if key not in self._known:
            self._known[key] = self._decide(person_id, category)
        return self._known[key]

    def spares(self, person_id: str) -> bool:
        """The reader's own restriction does not keep their own information from them."""
        return person_id == self.reader

    def _decide(self, person_id: str, category: str) -> Verdict:
        asked = self.question
        if person_id != self.reader and not self._answers_for(person_id):
            return Verdict(reason=self.wording.not_the_readers(person_id, self.reader))
        counting = counting_decision(
            self.file.case, person_id, asked.recipient, category, asked.purpose, asked.as_at
        )
        if counting.blocked is not None:
            return Verdict(reason=self.wording.not_to_share(person_id, category, counting.blocked))
        share = counting.share
        names_address = share if share is not None and share.protected_address else None
        if person_id == self.reader:
            return Verdict((OWN,), names_address=names_address)
        if not self._is_perpetrator():
            return Verdict((RESPONSIBILITY,), names_address=names_address)
        if share is None or not is_authorised(share):
            return Verdict(reason=self.wording.unsafe(person_id, category, self.reader))
        return Verdict((RESPONSIBILITY, decision_basis(share)), names_address=names_address)

    def _answers_for(self, person_id: str) -> bool:
        """A member under 16 on the day, and a reader with parental responsibility."""
        day = self.question.as_at
        reader = next(one for one in self.file.members if one.id == self.reader)
        return reader.has_parental_responsibility and any(
            one.id == person_id and one.counts_on(day) and one.is_under_16_on(day)
            for one in self.file.members
        )

    def _is_perpetrator(self) -> bool:
        """Whether a fact says so of the reader that is not in error and had happened."""
        for fact in self.file.case.facts:
            if fact.kind == PERPETRATOR and fact.person_id == self.reader and not fact.in_error:
                on = happened_on(fact, self.file.catalogue)
                if on is not None and on <= self.question.as_at:
                    return True
        return False
