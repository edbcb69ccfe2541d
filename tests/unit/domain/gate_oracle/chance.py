"""A seeded chance, with the few days, people and categories that a family's records fall on."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from casedesk.domain.records import Order

STEPS = (-400, -60, -29, -28, -27, -2, -1, -1, 0, 0, 0, 1, 1, 2, 27, 28, 29, 90)
T = TypeVar("T")


class Chance:
    """Everything about one invented family comes from its number.

    `theme` makes some rules meet more often than they would: `override` has much refused
    and withdrawn and many decisions to share, `family` a parent with young children.
    """

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)
        self.day = self.rng.choice(
            (date(2026, 3, 1), date(2024, 2, 29), date(2025, 2, 28), date(2026, 11, 24))
        ) + timedelta(days=self.rng.randrange(-1, 2))
        self.theme = self.rng.choice(("any", "any", "override", "family"))

    def maybe(self, chance: float) -> bool:
        return self.rng.random() < chance

    def any_day(self) -> date:
        return self.day + timedelta(days=self.rng.choice(STEPS))

    def past_day(self) -> date:
        """Mostly a day before the question."""
        if self.maybe(0.12):
            return self.any_day()
        return self.day - timedelta(days=self.rng.choice((0, 0, 1, 1, 2, 28, 60, 400)))

    def last_day(self, first: date) -> date | None:
        """A last day not before the first; often none."""
        if self.maybe(0.6):
            return None
        return max(first, self.any_day())

    def new_id(self) -> str:
        return str(uuid.UUID(int=self.rng.getrandbits(128)))

    def order(self) -> Order:
        """An order recorded that has little to do with dates."""
        rng = self.rng
        return Order(rng.randrange(1, 30), rng.choice(("a", "b")), rng.randrange(10**9))

    def some(self, values: Sequence[T], most: int = 3) -> tuple[T, ...]:
        """A few of them, in any order, none twice; none at all where there are none."""
        distinct = list(dict.fromkeys(values))
        if not distinct:
            return ()
        return tuple(self.rng.sample(distinct, self.rng.randrange(1, min(most, len(distinct)) + 1)))
