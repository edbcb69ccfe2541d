"""A programme pack: criteria, indicators, measures and thresholds, as data.

A pack is versioned data, never code (docs/criteria.md, Programme packs). `pack_reading.py`
reads one from its file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

ANY_OF = "any-of"


@dataclass(frozen=True, slots=True)
class Threshold:
    """Where a figure of a pack came from, and whether somebody checked it there."""

    key: str
    source: str
    checked: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Indicator:
    """One test on dated facts. Which figures are used depends on `test`.

    Indicators are compared by identity: two packs may well hold equal ones.

    `months` and `terms` are window lengths, `at_least` a number of events or of school
    days, `percent` an attendance rate. `min_age` and `max_age` are completed years, both
    included. `threshold` says where its figures come from.
    """

    id: str
    title: str
    who: str
    test: str
    facts: tuple[str, ...]
    threshold: Threshold
    at_least: Decimal = Decimal(1)
    months: int = 0
    terms: int = 0
    percent: Decimal = Decimal(0)
    exclude_authorised: bool = False
    min_age: int | None = None
    max_age: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One outcome measure of progress, or (`kind` any-of) a list of alternatives.

    `months`, `weeks` and `of_weeks` are periods, `percent` a reduction or a rate. A list of
    alternatives has no figures of its own, and so no `threshold`.
    """

    kind: str
    facts: tuple[str, ...] = ()
    threshold: Threshold | None = None
    months: int = 0
    percent: Decimal = Decimal(0)
    terms: int = 0
    exclude_authorised: bool = False
    weeks: int = 0
    of_weeks: int = 0
    any_of: tuple[Measure, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """One headline problem: its indicators, any of which meets it, and its measures.

    `short` is the word for narrow places. `question` is what would settle a state that is
    not known; `{since}` in it stands for a date. `category` is an information category.
    `kinds` are the event and spell kinds its indicators name: what is evidence against a
    check that found nothing.
    """

    id: str
    title: str
    short: str
    category: str
    question: str
    threshold: Threshold
    indicators: tuple[Indicator, ...]
    measures: tuple[Measure, ...]
    kinds: tuple[str, ...]

    @cached_property
    def longest_months(self) -> int:
        """The longest window of its indicators, in months; 0 when none looks back."""
        return max((indicator.months for indicator in self.indicators), default=0)


@dataclass(frozen=True, kw_only=True)
class Pack:
    """A whole programme pack.

    `valid_from` and `valid_to` are its first and last day (no last day = None). `min_criteria`
    and `min_needs` (0 = unused) make a family eligible; `dependent_child` asks for one.
    `check_months` is how long a check that found nothing counts. `employment_route` is
    the other way to a claim. `text` is the file as read and `content_hash` its SHA-256 in
    hex: the same id and version with another hash is another pack.
    """

    id: str
    version: str
    title: str
    valid_from: date
    valid_to: date | None
    min_criteria: int
    min_needs: int
    dependent_child: bool
    claims: bool
    check_months: int
    employment_route: Measure | None
    criteria: tuple[Criterion, ...]
    thresholds: tuple[Threshold, ...]
    text: str = field(repr=False)
    content_hash: str

    @cached_property
    def criterion_by_id(self) -> dict[str, Criterion]:
        return {criterion.id: criterion for criterion in self.criteria}

    @property
    def unchecked(self) -> tuple[Threshold, ...]:
        """The figures to check against the council's own outcome plan."""
        return tuple(one for one in self.thresholds if not one.checked)

    def covers(self, day: date) -> bool:
        """Whether `day` is within the pack's validity."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
