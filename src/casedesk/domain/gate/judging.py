"""One item before the gate: every person and every category, and the item's own marks."""

from __future__ import annotations

from dataclasses import dataclass

from casedesk.domain.gate.case_as_at import CaseAsAt, CaseItem
from casedesk.domain.gate.names_in_text import members_named
from casedesk.domain.gate.permission import Permission, Verdict, decision_basis
from casedesk.domain.gate.question import GateQuestion
from casedesk.domain.gate.restrictions import objection_in_force, restriction_in_force
from casedesk.domain.gate.wording import CONFIDENTIAL, NOBODY, PROTECTED, Wording
from casedesk.domain.views.gate import GateItem


@dataclass(frozen=True)
class Judge:
    """Judges the items of one case file for one question."""

    file: CaseAsAt
    question: GateQuestion
    permission: Permission
    wording: Wording

    def judged(self, item: CaseItem) -> GateItem:
        """The gate's answer about one item.

        An item may go when every person it is about is free of restriction and objection,
        every category of each is permitted, it is not confidential, and, where it is a
        protected address, each permission rests on a decision that names it.
        """
        reasons: list[str] = []
        if item.confidential:
            reasons.append(CONFIDENTIAL)
        if not item.about:
            reasons.append(NOBODY)
        verdicts: list[Verdict] = []
        for person_id in item.about:
            reasons.extend(self.held_back(person_id))
            for category in item.categories:
                verdict = self.permission.of(person_id, category)
                verdicts.append(verdict)
                if not verdict.permitted:
                    reasons.append(verdict.reason)
        named = [one.names_address for one in verdicts if one.names_address is not None]
        if item.protected and len(named) < len(verdicts):
            reasons.append(PROTECTED)
        bases = dict.fromkeys(basis for verdict in verdicts for basis in verdict.bases)
        if item.protected:
            bases.update(dict.fromkeys(map(decision_basis, named)))
        allowed = not reasons
        unlisted = members_named(self.file.members, item.texts, item.people)
        return GateItem(
            id=item.id,
            kind=item.kind,
            record_id=item.record_id,
            people=item.people,
            people_refs=tuple(map(self.file.case.person_ref, item.people)),
            about=item.about,
            categories=item.categories,
            allowed=allowed,
            because="; ".join(bases) if allowed else "",
            reason=". ".join(dict.fromkeys(reasons)),
            names_unlisted=tuple(dict.fromkeys(one.name for one in unlisted)),
            on=item.on,
        )

    def held_back(self, person_id: str) -> list[str]:
        """Why nothing about a person may go, whatever was agreed or decided."""
        case, asked = self.file.case, self.question
        reasons = []
        restriction = restriction_in_force(case, person_id, asked.as_at)
        if restriction is not None and not self.permission.spares(person_id):
            reasons.append(self.wording.restricted(person_id, restriction))
        objection = objection_in_force(case, person_id, asked.purpose, asked.as_at)
        if objection is not None:
            reasons.append(self.wording.objected(person_id, objection))
        return reasons

    def open_categories(self) -> frozenset[str]:
        """The categories permitted for every member on the day; none without a member."""
        members = [one.id for one in self.file.members if one.counts_on(self.question.as_at)]
        if not members or any(map(self.held_back, members)):
            return frozenset()
        return frozenset(
            category
            for category in self.file.catalogue.categories
            if all(self.permission.of(person_id, category).permitted for person_id in members)
        )
