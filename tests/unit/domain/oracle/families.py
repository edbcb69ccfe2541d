"""Invented families with awkward records, made from a number: the same number, the same family."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from casedesk.domain.records import (
    CaseFile,
    Decision,
    Fact,
    Family,
    Involvement,
    Judgement,
    Membership,
    Order,
    Person,
)
from oracle.calendar_of_edges import Edges, awkward_day
from oracle.evidence_of_families import Evidence
from oracle.naive_packs import PACKS
from oracle.pack_words import Table

OTHER_FAMILY = "00000000-0000-7000-8000-00000000ffff"
GIVEN = ("Ada", "Bo", "Cleo", "Dev", "Ebo", "Fay")


@dataclass(frozen=True)
class Invented:
    """A case file and the days to ask about."""

    seed: int
    case: CaseFile
    days: tuple[date, date]


class _Maker:
    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)
        self.as_at = awkward_day(self.rng)
        self.family = Family(id=self.new_id(), ref=f"F-{seed}", name="Invented")
        self.pack = self.rng.choice(list(PACKS.values()))
        self.involvements = self._involvements()
        started = [one.started_on for one in self.involvements if one.started_on is not None]
        self.edges = Edges(self.rng, self.as_at, started)
        self.focus: list[Table] = self.rng.sample(self.pack["criteria"], self.rng.randrange(1, 4))

    def new_id(self) -> str:
        return str(uuid.UUID(int=self.rng.getrandbits(128)))

    def order(self) -> Order:
        """An order recorded that has little to do with dates."""
        return Order(
            self.rng.randrange(1, 50), self.rng.choice(("a", "b")), self.rng.randrange(10**9)
        )

    def maybe(self, chance: float) -> bool:
        return self.rng.random() < chance

    def programme(self, *others: str) -> str:
        """The programme most of this family's records are about, or any other."""
        if self.maybe(0.6):
            return str(self.pack["id"])
        return self.rng.choice([*PACKS, *others])

    def _involvements(self) -> list[Involvement]:
        rng = self.rng
        count = rng.choice((0, 1, 1, 1, 1, 1, 2, 2, 3))
        current = rng.randrange(-1, count) if self.maybe(0.3) else count - 1
        found = []
        for index in range(count):
            back = rng.choice((-30, -1, 0, 0, 1, 2, 30, 90, 180, 183, 184, 200, 300, 365, 366, 400))
            started = self.as_at - timedelta(days=back + rng.randrange(3))
            closed = started + timedelta(days=rng.randrange(300)) if self.maybe(0.25) else None
            found.append(
                Involvement(
                    id=self.new_id(),
                    order=self.order(),
                    family_id=self.family.id,
                    programme=None if self.maybe(0.1) else self.programme(),
                    current=index == current,
                    referred_on=started - timedelta(days=20) if self.maybe(0.5) else None,
                    started_on=None if self.maybe(0.12) else started,
                    closed_on=closed,
                )
            )
        return sorted(found, key=lambda one: one.order)

    def _about_school(self) -> bool:
        return any(one["id"] == "education" for one in self.focus)

    def household(self) -> tuple[list[Person], list[Membership]]:
        people, memberships = [], []
        for index in range(self.rng.choice((0, 1, 1, 2, 2, 3, 3, 4, 5))):
            person = self._person(index)
            people.append(person)
            memberships.append(self._membership(person, index))
        return people, memberships

    def _person(self, index: int) -> Person:
        rng = self.rng
        born: date | None = self.edges.birth()
        if self.maybe(0.3):
            born = date(rng.randrange(1965, 2004), rng.randrange(1, 13), rng.randrange(1, 29))
        if self._about_school() and self.maybe(0.5):
            born = self.edges.birth((5, 6, 8, 12, 15, 16))
        if self.maybe(0.15):
            born = None
        died = None
        if self.maybe(0.08):
            died = self.edges.past_day()
        self.edges.remember(died)
        return Person(
            id=self.new_id(),
            order=self.order(),
            given_name=GIVEN[index],
            family_name="Invented",
            date_of_birth=born,
            died_on=died,
            expectant=rng.choice((None, None, None, False, True)) if self.maybe(0.2) else None,
        )

    def _membership(self, person: Person, index: int) -> Membership:
        joined = self.edges.past_day() if self.maybe(0.3) else None
        left = None
        if self.maybe(0.2):
            left = self.edges.day_from(joined) if joined else self.edges.any_day()
            if self.maybe(0.05):
                left = self.edges.any_day()
        self.edges.remember(joined, left)
        return Membership(
            id=self.new_id(),
            order=self.order(),
            family_id=self.family.id,
            person_id=person.id,
            ref=f"P-{index + 1}",
            role=self.rng.choice(("parent", "parent", "carer", "child", "child", "other", None)),
            parental_responsibility=self.rng.choice((None, None, None, True, False)),
            joined_on=joined,
            left_on=left,
            dependent=self.rng.choice((None, None, True, False)),
        )

    def decisions(self) -> list[Decision]:
        rng = self.rng
        found = []
        shared_day = self.edges.past_day()
        for _ in range(rng.choice((0, 0, 1, 1, 2, 3, 5))):
            found.append(
                Decision(
                    id=self.new_id(),
                    order=self.order(),
                    family_id=self.family.id,
                    programme=self.programme("somewhere-else"),
                    pack_version=rng.choice(("1", "2", "0.9")),
                    criterion=self._criterion(),
                    state=rng.choice(("met", "not_met")),
                    on=shared_day if self.maybe(0.4) else self.edges.any_day(),
                    by=rng.choice((None, "A. Worker")),
                    reason=rng.choice(("seen", "told", "asked")),
                    records_state=rng.choice((None, "met", "not_met", "not_known", "not_known")),
                    in_error=self.maybe(0.15),
                )
            )
        return sorted(found, key=lambda one: one.order)

    def judgements(self) -> list[Judgement]:
        rng = self.rng
        found = []
        shared_day = self.edges.past_day()
        for _ in range(rng.choice((0, 1, 1, 2, 4))):
            found.append(
                Judgement(
                    id=self.new_id(),
                    order=self.order(),
                    family_id=self.family.id,
                    programme=self.programme(),
                    criterion=self._criterion(),
                    on=shared_day if self.maybe(0.4) else self.edges.any_day(),
                    outcome=rng.choice(("improved", "improved", "same", "worse")),
                    evidence="seen",
                    in_error=self.maybe(0.15),
                )
            )
        return sorted(found, key=lambda one: one.order)

    def _criterion(self) -> str:
        if self.maybe(0.1):
            return self.rng.choice(("work", "crime", "health", "money"))
        return str(self.rng.choice(self.focus)["id"])

    def finish_facts(self, rows: list[dict[str, object]]) -> list[Fact]:
        found = []
        for index, row in enumerate(rows):
            elsewhere = row.get("person_id") is not None and self.maybe(0.1)
            found.append(
                Fact(
                    id=self.new_id(),
                    order=self.order(),
                    family_id=OTHER_FAMILY if elsewhere else self.family.id,
                    ref=f"FA-{index + 1}",
                    in_error=self.maybe(0.06),
                    **row,  # type: ignore[arg-type]
                )
            )
        return sorted(found, key=lambda one: one.order)


def invent(seed: int) -> Invented:
    """The family with this number, and two days to ask about it."""
    maker = _Maker(seed)
    people, memberships = maker.household()
    evidence = Evidence(maker.rng, maker.edges, maker.focus, people, memberships)
    step = maker.rng.choice((-200, -31, -1, 1, 2, 29, 31, 92, 183, 184, 250))
    case = CaseFile(
        family=maker.family,
        involvements=tuple(maker.involvements),
        people=tuple(people),
        memberships=tuple(memberships),
        facts=tuple(maker.finish_facts(evidence.rows(maker.involvements))),
        decisions=tuple(maker.decisions()),
        judgements=tuple(maker.judgements()),
    )
    return Invented(seed, case, (maker.as_at, maker.as_at + timedelta(days=step)))
