"""The tests an indicator may use, asked of one person on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from casedesk.domain.records import Fact
from oracle.naive_dates import ONE_DAY, in_the_last, months_away
from oracle.naive_household import EVENTS, FAMILY, Household, current, day_of, first_day
from oracle.pack_words import Table


@dataclass(frozen=True)
class Term:
    """Overlapping attendance measures, taken as one."""

    first: date
    last: date
    measures: tuple[Fact, ...]


@dataclass(frozen=True)
class Found:
    """What one indicator found on one day: everybody who meets it alone, and their facts."""

    people: frozenset[str]
    facts: frozenset[str]
    by_family: bool

    @property
    def met(self) -> bool:
        return bool(self.people) or self.by_family


NOTHING = Found(frozenset(), frozenset(), by_family=False)


def _merged(measures: list[Fact]) -> list[Term]:
    groups = [
        Term(fact.from_on, fact.to_on, (fact,))
        for fact in measures
        if fact.from_on is not None and fact.to_on is not None
    ]
    while True:
        for one in groups:
            other = next(
                (
                    two
                    for two in groups
                    if two is not one and one.first <= two.last and two.first <= one.last
                ),
                None,
            )
            if other is not None:
                groups.remove(one)
                groups.remove(other)
                groups.append(
                    Term(
                        min(one.first, other.first),
                        max(one.last, other.last),
                        one.measures + other.measures,
                    )
                )
                break
        else:
            return groups


def latest_terms(house: Household, owner: str, terms: int, as_at: date) -> list[Term] | None:
    """A person's latest terms ended by a day; None where the rule says nothing."""
    measures = [
        fact
        for fact in house.facts_of.get((owner, "attendance"), [])
        if fact.to_on is not None and fact.to_on <= as_at
    ]
    newest_first = sorted(_merged(measures), key=lambda term: term.last, reverse=True)
    if len(newest_first) < terms:
        return None
    if not in_the_last(6, newest_first[0].last, as_at):
        return None
    return newest_first[:terms]


def attendance_rate(terms: list[Term], exclude_authorised: bool) -> Fraction:
    """Per cent attended over the terms."""
    attended = possible = 0
    for term in terms:
        for fact in term.measures:
            assert fact.attended is not None
            assert fact.possible is not None
            attended += fact.attended
            if exclude_authorised:
                attended += fact.authorised or 0
            possible += fact.possible
    return Fraction(100 * attended, possible)


def _window_start(house: Household, indicator: Table, owner: str, as_at: date) -> date:
    """The first day of the window in which events count."""
    if "months" in indicator:
        return months_away(as_at, -indicator["months"]) + ONE_DAY
    terms = latest_terms(house, owner, indicator["terms"], as_at)
    if terms is None:
        return months_away(as_at, -12) + ONE_DAY
    return min(term.first for term in terms)


def _counting(
    house: Household, criterion: str, indicator: Table, owner: str, as_at: date
) -> list[Fact]:
    """The facts that make an owner meet an indicator on a day; none where it is not met."""
    test = indicator["test"]
    who = indicator["who"]
    low, high = indicator.get("min_age"), indicator.get("max_age")
    facts = [fact for kind in indicator["facts"] for fact in house.facts_of.get((owner, kind), [])]

    def about(judged_on: date) -> bool:
        return house.fits(owner, who, judged_on, as_at) and house.in_band(
            owner, low, high, judged_on
        )

    if test in {"count", "count-terms", "days"}:
        start = _window_start(house, indicator, owner, as_at)
        window = [fact for fact in facts if start <= day_of(fact) <= as_at and about(day_of(fact))]
        if test == "days":
            figure = sum((Fraction(fact.days or 0) for fact in window), Fraction(0))
        else:
            figure = Fraction(len(window))
        return window if window and figure >= Fraction(indicator["at_least"]) else []
    if test == "nominated":
        return [
            fact
            for fact in house.facts_of.get((owner, "nomination"), [])
            if fact.criterion == criterion
            and in_the_last(indicator["months"], day_of(fact), as_at)
            and about(day_of(fact))
        ]
    if not about(as_at):
        return []
    if test == "current":
        return [fact for fact in facts if current(fact, as_at)]
    if test == "recent":
        start = months_away(as_at, -indicator["months"])
        return [
            fact
            for fact in facts
            if first_day(fact) <= as_at and (fact.to_on is None or fact.to_on > start)
        ]
    if test == "release-due":
        end = months_away(as_at, indicator["months"])
        return [
            fact
            for fact in facts
            if current(fact, as_at)
            and fact.release_due is not None
            and as_at < fact.release_due <= end
        ]
    assert test == "attendance-below", test
    terms = latest_terms(house, owner, indicator["terms"], as_at) if owner != FAMILY else None
    if terms is None:
        return []
    if attendance_rate(terms, indicator.get("exclude_authorised", False)) >= Fraction(
        indicator["percent"]
    ):
        return []
    return [fact for term in terms for fact in term.measures]


def look(house: Household, criterion: str, indicator: Table, as_at: date) -> Found:
    """What an indicator of a criterion finds on one day."""
    if house.kinds.isdisjoint(indicator["facts"] or ("nomination",)):
        return NOTHING
    key = (criterion, id(indicator), as_at)
    if key not in house.remembered:
        found = {
            owner: facts
            for owner in house.owners(as_at)
            if (facts := _counting(house, criterion, indicator, owner, as_at))
        }
        house.remembered[key] = Found(
            frozenset(owner for owner in found if owner != FAMILY),
            frozenset(fact.ref for facts in found.values() for fact in facts),
            by_family=FAMILY in found,
        )
    result: Found = house.remembered[key]
    return result


def kinds_named(criterion: Table) -> set[str]:
    """The kinds a criterion's indicators name, attendance measures left out."""
    return {kind for one in criterion["indicators"] for kind in one["facts"]} - {"attendance"}


def contradicts(fact: Fact, asked_on: date, as_at: date) -> bool:
    """Whether an event or spell shows something on the day asked, or later up to a day."""
    if fact.kind in EVENTS:
        return asked_on <= day_of(fact) <= as_at
    return first_day(fact) <= as_at and (fact.to_on is None or fact.to_on >= asked_on)
