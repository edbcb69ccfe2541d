"""The facts, contacts, plans, addresses and assessments of an invented family."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from casedesk.domain.records import (
    Action,
    Address,
    Assessment,
    Contact,
    Decision,
    Document,
    Fact,
    Goal,
    Judgement,
    Person,
    Review,
)
from gate_oracle.chance import Chance

OTHER_FAMILY = "00000000-0000-7000-8000-00000000ffff"
FACTS = (
    "offence", "asb-incident", "attendance", "exclusion-fixed", "child-in-need", "section-47",
    "neet", "domestic-abuse-victim", "domestic-abuse-perpetrator", "domestic-abuse-perpetrator",
    "mental-health", "drugs", "rent-arrears", "homelessness-risk", "missing-episode", "nomination",
    "nothing-found",
)  # fmt: skip
EVENTS = {
    "offence", "asb-incident", "exclusion-fixed", "section-47", "domestic-abuse-perpetrator",
    "missing-episode", "nomination", "nothing-found",
}  # fmt: skip
CRITERIA = ("crime", "education", "help", "work", "abuse", "health", "gone")


class FamilyRecords:
    """What was recorded about one family's people."""

    def __init__(
        self, chance: Chance, family_id: str, people: Sequence[Person], categories: Sequence[str]
    ) -> None:
        self.chance = chance
        self.rng = chance.rng
        self.family_id = family_id
        self.people = people
        self.ids = [one.id for one in people]
        self.categories = categories

    def _some_people(self, nobody: float = 0.2) -> tuple[str, ...]:
        if not self.ids or self.chance.maybe(nobody):
            return ()
        return self.chance.some(self.ids, 2)

    def _some_categories(self) -> tuple[str, ...]:
        return () if self.chance.maybe(0.5) else self.chance.some(self.categories, 2)

    def words(self) -> str:
        """A line that may name somebody, in one way or another."""
        name = "nobody"
        if self.people:
            person = self.rng.choice(self.people)
            name = self.rng.choice((person.given_name, person.known_as or person.given_name))
            name = self.rng.choice(
                (name, name, name.split()[0], name.replace("ë", "e"), name.replace("’", "'"))
            )
        written = self.rng.choice((name, name, name.lower(), name.upper(), name + "'s", "x" + name))
        return self.rng.choice(
            (f"We spoke with {written}.", f"{written}: fine", "Nothing else", f"({written})")
        )

    def facts(self) -> list[Fact]:
        found = []
        for number in range(self.rng.randrange(2, 9)):
            kind = self.rng.choice(FACTS)
            first = self.chance.past_day()
            alone = kind != "attendance" and self.chance.maybe(0.25)
            if not self.ids and kind == "attendance":
                continue
            person = None if alone or not self.ids else self.rng.choice(self.ids)
            if kind == "domestic-abuse-perpetrator" and self.ids and self.chance.maybe(0.6):
                person = self.ids[0]
            elsewhere = person is not None and self.chance.maybe(0.15)
            event = kind in EVENTS
            last = self.chance.last_day(first)
            if kind == "attendance":
                last = last or first + timedelta(days=1)
            found.append(
                Fact(
                    id=self.chance.new_id(),
                    order=self.chance.order(),
                    family_id=OTHER_FAMILY if elsewhere else self.family_id,
                    person_id=person,
                    ref=f"F-{number + 1}",
                    kind=kind,
                    on=first if event else None,
                    from_on=None if event else first,
                    to_on=None if event else last,
                    criterion=self.rng.choice(CRITERIA)
                    if kind in ("nomination", "nothing-found")
                    else None,
                    detail=self.words() if self.chance.maybe(0.4) else None,
                    confidential=self.chance.maybe(0.1),
                    in_error=self.chance.maybe(0.12),
                )
            )
        return sorted(found, key=lambda one: one.order)

    def contacts(self) -> list[Contact]:
        found = []
        for number in range(self.rng.randrange(4)):
            people = self._some_people()
            seen = self._some_people(0.6)
            voices = [
                (self.rng.choice((*seen, None, *self.ids)), self.words())
                for _ in range(self.rng.randrange(2))
            ]
            found.append(
                Contact(
                    id=self.chance.new_id(),
                    order=self.chance.order(),
                    family_id=self.family_id,
                    ref=f"V-{number + 1}",
                    on=self.chance.past_day(),
                    people=people,
                    also_present=self.words() if self.chance.maybe(0.2) else None,
                    children_seen=seen,
                    seen_alone=seen[:1] or self._some_people(0.9),
                    child_voice=tuple(voices),
                    text=self.words(),
                    categories=self._some_categories(),
                    confidential=self.chance.maybe(0.1),
                )
            )
        return sorted(found, key=lambda one: one.order)

    def goals(self) -> list[Goal]:
        return [
            Goal(
                id=self.chance.new_id(),
                family_id=self.family_id,
                ref=f"G-{number + 1}",
                criterion=self.rng.choice((None, *CRITERIA)),
                people=self._some_people(),
                title=self.words(),
                family_words=self.words() if self.chance.maybe(0.3) else None,
                set_on=None if self.chance.maybe(0.2) else self.chance.past_day(),
                categories=self._some_categories(),
                confidential=self.chance.maybe(0.1),
            )
            for number in range(self.rng.randrange(3))
        ]

    def actions(self, goals: Sequence[Goal]) -> list[Action]:
        return [
            Action(
                id=self.chance.new_id(),
                family_id=self.family_id,
                goal_id=self.rng.choice([None, *(one.id for one in goals)]),
                ref=f"A-{number + 1}",
                title=self.words(),
                done_on=self.chance.any_day() if self.chance.maybe(0.3) else None,
                people=self._some_people(),
                categories=self._some_categories(),
                confidential=self.chance.maybe(0.1),
            )
            for number in range(self.rng.randrange(4))
        ]

    def addresses(self) -> list[Address]:
        found = []
        for _ in range(self.rng.randrange(3)):
            first = self.chance.past_day() if self.chance.maybe(0.6) else None
            last = self.chance.any_day()
            found.append(
                Address(
                    id=self.chance.new_id(),
                    family_id=self.family_id,
                    person_id=self.rng.choice((None, None, *self.ids)),
                    address="1 Invented Street",
                    from_on=first,
                    to_on=max(last, first or last) if self.chance.maybe(0.3) else None,
                    protected=self.chance.maybe(0.5),
                )
            )
        return found

    def assessments(self) -> list[Assessment]:
        return [
            Assessment(
                id=self.chance.new_id(),
                family_id=self.family_id,
                on=self.chance.past_day(),
                people=self._some_people(),
                summary=self.words() if self.chance.maybe(0.5) else None,
            )
            for _ in range(self.rng.randrange(3))
        ]

    def decisions(self) -> list[Decision]:
        return [
            Decision(
                id=self.chance.new_id(),
                family_id=self.family_id,
                programme="any",
                pack_version="1",
                criterion=self.rng.choice(CRITERIA),
                state="met",
                on=self.chance.past_day(),
                reason=self.words(),
                in_error=self.chance.maybe(0.1),
            )
            for _ in range(self.rng.randrange(3))
        ]

    def judgements(self) -> list[Judgement]:
        return [
            Judgement(
                id=self.chance.new_id(),
                family_id=self.family_id,
                programme="any",
                criterion=self.rng.choice(CRITERIA),
                on=self.chance.past_day(),
                outcome="same",
                evidence=self.words(),
                in_error=self.chance.maybe(0.1),
            )
            for _ in range(self.rng.randrange(2))
        ]

    def reviews(self) -> list[Review]:
        return [
            Review(
                id=self.chance.new_id(),
                family_id=self.family_id,
                due_on=self.chance.any_day(),
                held_on=self.chance.any_day() if self.chance.maybe(0.6) else None,
                people=self._some_people(),
                text=self.words() if self.chance.maybe(0.5) else None,
                categories=self._some_categories(),
            )
            for _ in range(self.rng.randrange(2))
        ]

    def documents(self) -> list[Document]:
        return [
            Document(
                id=self.chance.new_id(),
                family_id=self.family_id,
                ref=f"D-{number + 1}",
                name=self.words(),
                media_type="text/plain",
                size=1,
                sha256="00",
                added_on=self.chance.past_day(),
                people=self._some_people(),
                categories=self._some_categories(),
                confidential=self.chance.maybe(0.2),
            )
            for number in range(self.rng.randrange(2))
        ]
