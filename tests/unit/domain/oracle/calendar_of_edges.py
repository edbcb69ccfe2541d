"""Dates chosen to sit on the edges that the rules speak about."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from oracle.naive_dates import months_away

AWKWARD_DAYS = (
    (2, 28), (2, 29), (3, 1), (3, 31), (4, 30), (5, 31), (8, 31), (9, 1), (12, 31), (1, 1),
    (1, 31), (6, 30), (8, 29), (8, 30), (11, 30), (10, 31),
)  # fmt: skip
BOUNDARY_AGES = (0, 4, 5, 10, 11, 15, 16, 17, 18, 19, 20)


def awkward_day(rng: Random) -> date:
    """A day to ask about: often the end of a month, 29 February among them."""
    if rng.random() < 0.3:
        return date(2023, 1, 1) + timedelta(days=rng.randrange(2000))
    month, number = rng.choice(AWKWARD_DAYS)
    if number == 29 and month == 2:
        return date(rng.choice((2024, 2028)), 2, 29)
    return date(rng.randrange(2023, 2029), month, number)


class Edges:
    """A pool of dates worth hitting exactly, or missing by one day."""

    def __init__(self, rng: Random, as_at: date, started: list[date]) -> None:
        self.rng = rng
        self.as_at = as_at
        self.started = started
        self.pool = [as_at, *started]
        self.pool += [months_away(as_at, months) for months in (-12, -12, -6, -6, -3, -18, 6, 12)]
        for day in started:
            self.pool += [months_away(day, months) for months in (-6, -12, 6, 12)]
            self.pool.append(months_away(day - timedelta(days=1), -12))

    def remember(self, *days: date | None) -> None:
        """More dates worth hitting."""
        self.pool += [day for day in days if day is not None]

    def wobble(self, day: date) -> date:
        """A day, or a neighbour."""
        return day + timedelta(days=self.rng.choice((-1, -1, 0, 0, 0, 0, 1, 1)))

    def any_day(self) -> date:
        """A date of the pool or its neighbour; now and then any date within three years."""
        if self.rng.random() < 0.65:
            return self.wobble(self.rng.choice(self.pool))
        return self.as_at + timedelta(days=self.rng.randrange(-900, 150))

    def past_day(self) -> date:
        """A date not after the day asked about."""
        day = self.any_day()
        while day > self.as_at:
            day = months_away(day, -self.rng.randrange(1, 14))
        return day

    def day_from(self, first: date) -> date:
        """A date not before another."""
        if self.rng.random() < 0.5:
            later = [day for day in self.pool if day >= first]
            if later:
                return max(first, self.wobble(self.rng.choice(later)))
        return first + timedelta(days=self.rng.choice((0, 1, 6, 30, 31, 90, 181, 182, 365)))

    def years_ahead(self) -> date:
        """A date so late that a window behind it ends about five years from the day asked."""
        months = 60 - self.rng.choice((0, 6, 6, 6, 12))
        return self.wobble(months_away(self.as_at, months))

    def birth(self, ages: tuple[int, ...] = BOUNDARY_AGES) -> date:
        """A date of birth whose birthday at one of some ages falls near a date of the pool."""
        if self.rng.random() < 0.15:
            return date(self.rng.choice((2000, 2004, 2008, 2012, 2016, 2020)), 2, 29)
        day = self.wobble(self.rng.choice(self.pool))
        return months_away(day, -12 * self.rng.choice(ages))
