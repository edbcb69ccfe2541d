"""The consents, sharing decisions and restrictions of an invented family."""

from __future__ import annotations

from collections.abc import Sequence

from casedesk.domain.records import Consent, Restriction, SharingDecision
from gate_oracle.chance import Chance

OTHER_FAMILY = "00000000-0000-7000-8000-00000000ffff"
RECIPIENTS = (
    "schools", "schools", "schools/Hill School", "schools/hill  school ", "schools/Low School",
    "nhs", "police", "ons", "ons", "mhclg", "mhclg/Research", "family", "family", "family",
)  # fmt: skip
PURPOSES = ("support", "support", "support", "identify", "refer", "evaluate")
BASES = (
    "safeguarding", "safeguarding", "crime-prevention", "court-order", "legal-obligation",
    "vital-interests", "public-task", "public-task", None,
)  # fmt: skip
CATEGORIES = (
    "social-care", "police-courts-probation", "employment", "education", "violence-in-the-home",
    "health", "housing", "anti-social-behaviour", "substance-misuse", "vulnerable-children-health",
)  # fmt: skip


class FamilyAgreements:
    """What was agreed and decided about one family's people (`ids`)."""

    def __init__(
        self, chance: Chance, family_id: str, ids: Sequence[str], categories: Sequence[str]
    ) -> None:
        self.chance = chance
        self.rng = chance.rng
        self.family_id = family_id
        self.ids = ids
        self.categories = categories
        self.override = chance.theme == "override"

    def _family(self, elsewhere: float) -> str:
        return OTHER_FAMILY if self.chance.maybe(elsewhere) else self.family_id

    def _recipients(self, wide: bool) -> tuple[str, ...]:
        if wide and self.chance.maybe(0.4):
            return tuple(dict.fromkeys(one for one in RECIPIENTS if "/" not in one))
        return self.chance.some(RECIPIENTS)

    def _categories(self, wide: bool) -> tuple[str, ...]:
        if wide or self.chance.maybe(0.3):
            return CATEGORIES
        return self.chance.some(self.categories, 4)

    def consents(self) -> tuple[Consent, ...]:
        """In any order: what was recorded first need not stand first."""
        generous = self.override or self.chance.maybe(0.6)
        count = self.rng.choice((0, 2, 4, 6, 9, 14)) if self.ids else 0
        return tuple(
            self._consent(number, generous and self.chance.maybe(0.6)) for number in range(count)
        )

    def _consent(self, number: int, wide: bool) -> Consent:
        decided = self.chance.past_day()
        refused = self.chance.maybe(0.35 if self.override else 0.15 if wide else 0.4)
        expires = max(decided, self.chance.any_day())
        withdrawn = max(decided, self.chance.any_day())
        return Consent(
            id=self.chance.new_id(),
            order=self.chance.order(),
            family_id=self._family(0.1),
            person_id=self.rng.choice(self.ids),
            ref=f"C-{number + 1}",
            recipients=self._recipients(wide),
            categories=self._categories(wide),
            purposes=tuple(dict.fromkeys(PURPOSES)) if wide else self.chance.some(PURPOSES),
            decision="refused" if refused else "given",
            decided_on=decided,
            expires_on=expires if self.chance.maybe(0.25) else None,
            withdrawn_on=withdrawn if self.chance.maybe(0.5 if self.override else 0.2) else None,
            in_error=self.chance.maybe(0.08),
        )

    def sharing_decisions(self) -> tuple[SharingDecision, ...]:
        """In any order."""
        counts = (0, 0, 1, 2, 3, 5) if self.chance.theme == "any" else (1, 2, 3, 4)
        count = self.rng.choice(counts) if self.ids else 0
        return tuple(self._decision(number, self.chance.maybe(0.4)) for number in range(count))

    def _decision(self, number: int, wide: bool) -> SharingDecision:
        first = self.chance.past_day()
        share = self.chance.maybe(0.7 if self.chance.theme == "any" else 0.85)
        recipients = self._recipients(wide)
        if self.chance.theme == "family" and self.chance.maybe(0.5):
            recipients = ("family", *(one for one in recipients if one != "family"))
        return SharingDecision(
            id=self.chance.new_id(),
            order=self.chance.order(),
            family_id=self._family(0.1),
            ref=f"S-{number + 1}",
            people=tuple(self.ids) if wide else self.chance.some(self.ids),
            recipients=recipients,
            categories=self._categories(wide),
            decision="share" if share else "do not share",
            basis=self.rng.choice(BASES) if share else None,
            reason="they need to know",
            told_family=True,
            decided_by="A lead",
            decided_on=self.rng.choice((first, first, self.chance.any_day())),
            authorised_by=self.rng.choice((None, "A lead", "A lead", "", "  ")),
            protected_address=self.chance.maybe(0.5),
            from_on=first,
            to_on=self.chance.last_day(first),
            in_error=self.chance.maybe(0.08),
        )

    def restrictions(self) -> tuple[Restriction, ...]:
        """Restrictions and objections, with purposes and without."""
        count = self.rng.choice((0, 0, 0, 1, 1, 2)) if self.ids else 0
        return tuple(self._restriction() for _ in range(count))

    def _restriction(self) -> Restriction:
        first = self.chance.any_day()
        objection = self.chance.maybe(0.6)
        some = objection and self.chance.maybe(0.6)
        return Restriction(
            id=self.chance.new_id(),
            order=self.chance.order(),
            family_id=self._family(0.15),
            person_id=self.rng.choice(self.ids),
            kind="objection" if objection else "restriction",
            purposes=self.chance.some(PURPOSES) if some else (),
            from_on=first,
            to_on=self.chance.last_day(first),
        )
