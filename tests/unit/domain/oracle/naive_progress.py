"""Significant and sustained progress, day by day."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from casedesk.domain.records import Fact
from oracle.naive_dates import ONE_DAY, days_between, in_the_last, months_away
from oracle.naive_household import FAMILY, MEASURES, SPELLS, Household, day_of, first_day
from oracle.naive_indicators import attendance_rate, latest_terms
from oracle.pack_words import Table

FALLBACK: Table = {"test": "judged", "facts": [], "months": 6}


class Progress:
    """The measures of one criterion, with facts, members and ages as they are on a day."""

    def __init__(
        self, house: Household, pack: Table, criterion: Table, started: date, as_at: date
    ) -> None:
        self.house = house
        self.pack = pack
        self.criterion = criterion
        self.started = started
        self.as_at = as_at
        self.remembered: dict[tuple[str, ...], list[Fact]] = {}

    def measures(self) -> list[Table]:
        """The measures that apply, or the one that stands in for them."""
        return [one for one in self.criterion["measures"] if self.applies(one)] or [FALLBACK]

    def outcome(self) -> tuple[str, date | None]:
        """The progress, and the earliest day on which all of it holds."""
        measures = self.measures()
        holding = [one for one in measures if self.holds(one, self.as_at)]
        if len(holding) == len(measures):
            return "improved", None
        days = [self.earliest(one) for one in measures]
        known = [day for day in days if day is not None]
        latest = max(known) if len(known) == len(days) else None
        return ("improving" if holding else "not_yet"), latest

    def _known(self, measure: Table, owners: list[str] | None = None) -> list[Fact]:
        """The facts of a measure's kinds as at the day, of its members and the family."""
        key = (*measure["facts"], "of", *(owners or ()))
        if key not in self.remembered:
            facts = [
                fact
                for owner in (owners or self.house.owners(self.as_at))
                for kind in measure["facts"]
                for fact in self.house.facts_of.get((owner, kind), [])
            ]
            self.remembered[key] = [fact for fact in facts if self._had_happened(fact)]
        return self.remembered[key]

    def _had_happened(self, fact: Fact) -> bool:
        if fact.kind in SPELLS:
            return first_day(fact) <= self.as_at
        if fact.kind in MEASURES:
            return fact.to_on is not None and fact.to_on <= self.as_at
        return day_of(fact) <= self.as_at

    def applies(self, measure: Table) -> bool:
        if "any_of" in measure:
            return any(self.applies(one) for one in measure["any_of"])
        before = months_away(self.started - ONE_DAY, -12)
        if not any(self._touches(fact, before) for fact in self._known(measure)):
            return False
        return measure["test"] != "attendance-at-least" or bool(self._pupils())

    def _touches(self, fact: Fact, before: date) -> bool:
        """Whether a fact falls on any day after one day up to the day asked about."""
        if fact.kind in SPELLS:
            return fact.to_on is None or fact.to_on > before
        day = fact.to_on if fact.kind in MEASURES else fact.on
        return day is not None and day > before

    def _pupils(self) -> list[str]:
        """School-age members who have any attendance measure."""
        return [
            person
            for person in self.house.members(self.as_at)
            if self.house.is_school_age(person, self.as_at)
            and self._known({"facts": ["attendance"]}, [person])
        ]

    def holds(self, measure: Table, day: date) -> bool:
        """Whether a measure holds on the day asked about or, seen from it, on a later one."""
        if "any_of" in measure:
            return any(self.holds(one, day) for one in measure["any_of"] if self.applies(one))
        test = measure["test"]
        if test == "judged":
            return self._judged(measure["months"], day)
        if test == "attendance-at-least":
            rates = [self._rate(person, measure) for person in self._pupils()]
            return bool(rates) and all(
                rate is not None and rate >= Fraction(measure["percent"]) for rate in rates
            )
        if test == "employed-for":
            return self._employed(measure, day)
        months = measure["months"]
        if day < months_away(self.started, months):
            return False
        known = self._known(measure)
        if test == "ended-for":
            start = months_away(day, -months)
            return not any(fact.to_on is None or fact.to_on > start for fact in known)
        recent = sum(1 for fact in known if in_the_last(months, day_of(fact), day))
        if test == "none-in":
            return recent == 0
        assert test == "reduced-by", test
        start = months_away(self.started, -months)
        baseline = sum(1 for fact in known if start <= day_of(fact) < self.started)
        return recent <= (1 - Fraction(measure["percent"]) / 100) * baseline

    def _judged(self, months: int, day: date) -> bool:
        inside = [
            one
            for one in self.house.case.judgements
            if not one.in_error
            and one.programme == self.pack["id"]
            and one.criterion == self.criterion["id"]
            and in_the_last(months, one.on, day)
        ]
        if not inside:
            return False
        return max(inside, key=lambda one: (one.on, one.order)).outcome == "improved"

    def _rate(self, person: str, measure: Table) -> Fraction | None:
        terms = latest_terms(self.house, person, measure["terms"], self.as_at)
        if terms is None:
            return None
        return attendance_rate(terms, measure.get("exclude_authorised", False))

    def _employed(self, measure: Table, day: date) -> bool:
        first = day - timedelta(days=measure["of_weeks"] * 7 - 1)
        for person in self.house.members(self.as_at):
            if self.house.is_child(person, self.as_at):
                continue
            worked: set[int] = set()
            for fact in self._known(measure, [person]):
                last = day if fact.to_on is None else min(day, fact.to_on)
                begins = max(first, first_day(fact))
                worked.update(range(begins.toordinal(), last.toordinal() + 1))
            if len(worked) >= measure["weeks"] * 7:
                return True
        return False

    def earliest(self, measure: Table) -> date | None:
        """The first day from the one asked about on which a measure holds."""
        if "any_of" in measure:
            days = [self.earliest(one) for one in measure["any_of"] if self.applies(one)]
            return min((day for day in days if day is not None), default=None)
        if self.holds(measure, self.as_at):
            return self.as_at
        if measure["test"] in {"judged", "attendance-at-least"}:
            return None
        for day in days_between(self.as_at, months_away(self.as_at, 60)):
            if self.holds(measure, day):
                return day
        return None


def owners_of(people: frozenset[str], house: Household) -> list[str]:
    """The family's references of people, in order."""
    return sorted(house.memberships[person].ref for person in people if person != FAMILY)
