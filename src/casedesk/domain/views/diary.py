"""The diary: one planned visit as a line, the days of a week, and what planning one asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from casedesk.domain.records import PlannedVisit


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """One planned visit.

    `time_words` reads "10:30" or "Any time", `length_words` "1 hour" (empty = not said), `kind`
    "Home visit", `who` "Kerry, Tyler (14), with Ms Ferris". `place` is empty where none is
    said; `place_protected` says that it is an address to be kept from others. `alert` is a
    warning about visits. `soon` reads "In 40 minutes" or "Now", else it is empty; `first` marks
    the first time anybody is met. `done` says that it is written up.
    """

    record: PlannedVisit
    family_ref: str
    family: str
    time_words: str
    length_words: str
    kind: str
    place: str
    place_protected: bool
    who: str
    by: str | None
    alert: str | None
    soon: str
    first: bool
    done: bool

    @property
    def spoken(self) -> str:
        """The whole visit in a sentence, for screen readers and narrow lists."""
        protected = "protected address" if self.place_protected else ""
        parts = (
            self.time_words,
            self.family,
            self.kind,
            self.length_words,
            self.place,
            protected,
            self.who,
            f"by {self.by}" if self.by else "",
            self.alert or "",
            self.soon,
            "first visit" if self.first else "",
            "done" if self.done else "",
        )
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class DayOfWeek:
    """One day of the week view: "Tuesday 24 November", and its visits by time."""

    on: date
    heading: str
    is_today: bool
    visits: tuple[VisitLine, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Sunday. `title` reads "23 to 29 November 2026"."""

    first: date
    title: str
    days: tuple[DayOfWeek, ...]

    @property
    def count(self) -> int:
        """How many visits there are."""
        return sum(len(day.visits) for day in self.days)


@dataclass(frozen=True, slots=True)
class Place:
    """A place to choose from; `protected` ones are to be kept from others. `why` says whose."""

    words: str
    why: str
    protected: bool = False


@dataclass(frozen=True, slots=True)
class PersonToSee:
    """A member of the family who may be seen; `words` reads "Tyler (14)"."""

    id: str
    words: str
    is_child: bool
    restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitChoices:
    """What the form for planning a visit offers. `home` and `school` are the usual places by
    kind of contact, None where there is none; `workers` are the names to choose who goes from."""

    family_ref: str
    family: str
    title: str
    people: tuple[PersonToSee, ...]
    places: tuple[Place, ...]
    home: Place | None
    school: Place | None
    workers: tuple[str, ...]
    worker: str
    alert: str | None


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What else is on a day: the visits, and sentences about those that overlap."""

    on: date
    visits: tuple[VisitLine, ...]
    clashes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEntry:
    """A visit to plan, as a form has it; `by` None is the worker."""

    on: date | None
    at_time: time | None = None
    minutes: int | None = None
    kind: str = "home visit"
    people: tuple[str, ...] = ()
    also_present: str | None = None
    place: str | None = None
    purpose: str | None = None
    by: str | None = None
