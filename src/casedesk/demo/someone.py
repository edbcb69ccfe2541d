"""A made-up person, what the team works on with them, and the days it works."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from casedesk.domain.dates import age_on


def working_day(day: date) -> date:
    """The day, or the last one before it that is no weekend, Christmas or New Year's Day."""
    while day.weekday() > 4 or (day.month, day.day) in ((12, 25), (12, 26), (1, 1)):
        day -= timedelta(days=1)
    return day


@dataclass(eq=False)
class Someone:
    """A person of the family. `at_home` is whether they live in the household."""

    ref: str
    given: str
    family: str
    sex: str
    role: str
    born: date | None
    at_home: bool = True
    known_as: str | None = None
    responsible: bool | None = None
    died: date | None = None
    school: str | None = None

    @property
    def called(self) -> str:
        return self.known_as or self.given

    @property
    def full_name(self) -> str:
        return f"{self.given} {self.family}"

    def age(self, day: date) -> int:
        """Completed years; 30 for a grown-up and 8 for a child whose birth is not known."""
        if self.born is None:
            return 8 if self.role == "child" else 30
        return age_on(self.born, day)


@dataclass(frozen=True, slots=True)
class Thread:
    """Something the team works on with the family.

    `topic` chooses the words, `area` the criterion, `people` whom it is about, `phase` how
    it goes (live, better, easing), `since` the day it was first known.
    """

    topic: str
    area: str
    people: tuple[Someone, ...]
    phase: str
    since: date
    categories: tuple[str, ...]
