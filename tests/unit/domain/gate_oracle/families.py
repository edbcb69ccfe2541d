"""Invented families with awkward agreements, made from a number: the same number, the same one.

Few people, few categories and few days, so that records collide: several consents on one
day, decisions that contradict each other, dates one day before and after the question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from casedesk.domain.records import CaseFile, Family, Membership, Person
from gate_oracle.chance import Chance
from gate_oracle.family_agreements import CATEGORIES, PURPOSES, RECIPIENTS, FamilyAgreements
from gate_oracle.family_records import FamilyRecords
from gate_oracle.naive_gate import Asked

CRITERIA = {
    "crime": "police-courts-probation", "education": "education", "help": "social-care",
    "work": "employment", "abuse": "violence-in-the-home", "health": "health",
}  # fmt: skip
GIVEN = ("Ada", "J Dev", "Zoë", "Mary Ann", "Will")


@dataclass(frozen=True)
class Invented:
    """A case file and the questions to ask about it."""

    seed: int
    case: CaseFile
    questions: tuple[Asked, ...]


class _Household:
    """The people of one family."""

    def __init__(self, chance: Chance, family_id: str) -> None:
        self.chance = chance
        self.rng = chance.rng
        self.people: list[Person] = []
        self.memberships: list[Membership] = []
        young = chance.theme == "family"
        for index in range(self.rng.choice((2, 3, 4) if young else (0, 1, 2, 2, 3, 3, 4, 5))):
            role = self.rng.choice(("parent", "carer", "child", "child", "other", None))
            if young:
                role = self.rng.choice(("child", "child", role)) if index else "parent"
            self._join(family_id, index, role)

    def _join(self, family_id: str, index: int, role: str | None) -> None:
        chance = self.chance
        person = Person(
            id=chance.new_id(),
            given_name=GIVEN[index],
            family_name="Invented",
            known_as=self.rng.choice((None, None, None, "Sunny", "Jo-Jo", "D’Arcy")),
            date_of_birth=self._born(role),
            died_on=chance.any_day() if chance.maybe(0.06) else None,
        )
        joined = chance.any_day() if chance.maybe(0.2) else None
        left = max(joined or date.min, chance.any_day())
        self.memberships.append(
            Membership(
                id=chance.new_id(),
                order=chance.order(),
                family_id=family_id,
                person_id=person.id,
                ref=f"P-{index + 1}",
                role=role,
                parental_responsibility=self.rng.choice((None, None, True, True, False)),
                joined_on=joined,
                left_on=left if chance.maybe(0.15) else None,
            )
        )
        self.people.append(person)

    def _born(self, role: str | None) -> date | None:
        """A birthday about 16 years ago, or well away from it, or none."""
        if self.chance.maybe(0.15):
            return None
        day = self.chance.day
        if self.chance.maybe(0.06):
            return self.chance.any_day()
        years = 16 if self.chance.maybe(0.3) else self.rng.choice((3, 9, 15, 17, 30, 45))
        if role == "child" and years > 17:
            years = 12
        if self.chance.maybe(0.1):
            return date(day.year - years - (day.year - years) % 4, 2, 29)
        near = day + timedelta(days=self.rng.choice((-2, -1, 0, 1, 2)))
        return date(near.year - years, near.month, min(near.day, 28))


def _questions(
    chance: Chance, memberships: Sequence[Membership], many: int = 12
) -> tuple[Asked, ...]:
    found = []
    for _ in range(many):
        recipient = chance.rng.choice(RECIPIENTS)
        if chance.theme == "family" and chance.maybe(0.5):
            recipient = "family"
        if recipient == "family" and not memberships:
            recipient = "nhs"
        evaluation = recipient.split("/")[0] in ("ons", "mhclg")
        purpose = "evaluate" if evaluation and chance.maybe(0.75) else None
        found.append(
            Asked(
                recipient,
                purpose or chance.rng.choice(PURPOSES),
                chance.day + timedelta(days=chance.rng.choice((0, 0, 0, 0, -1, 1, -28, 28))),
                _reader(chance, memberships) if recipient == "family" else None,
                chance.maybe(0.2),
            )
        )
    return tuple(found)


def _reader(chance: Chance, memberships: Sequence[Membership]) -> str:
    """Mostly somebody with parental responsibility."""
    likely = [one for one in memberships if one.parental_responsibility or one.role == "parent"]
    some = likely if likely and chance.maybe(0.7) else memberships
    return chance.rng.choice(some).person_id


def invent(seed: int) -> Invented:
    """The family with this number, and what to ask about it."""
    chance = Chance(seed)
    family = Family(id=chance.new_id(), ref=f"F-{seed}", name="Invented")
    categories = chance.rng.sample(CATEGORIES, 4)
    household = _Household(chance, family.id)
    ids = [one.id for one in household.people]
    records = FamilyRecords(chance, family.id, household.people, categories)
    agreements = FamilyAgreements(chance, family.id, ids, categories)
    goals = records.goals()
    case = CaseFile(
        family=family,
        addresses=tuple(records.addresses()),
        people=tuple(household.people),
        memberships=tuple(household.memberships),
        facts=tuple(records.facts()),
        consents=agreements.consents(),
        sharing_decisions=agreements.sharing_decisions(),
        restrictions=agreements.restrictions(),
        contacts=tuple(records.contacts()),
        goals=tuple(goals),
        actions=tuple(records.actions(goals)),
        assessments=tuple(records.assessments()),
        decisions=tuple(records.decisions()),
        judgements=tuple(records.judgements()),
        reviews=tuple(records.reviews()),
        documents=tuple(records.documents()),
    )
    return Invented(seed, case, _questions(chance, household.memberships))
