"""The state of a criterion as the records have it, on every day at once.

Met, not met or not known (docs/criteria.md, The state of a criterion). What is computed
here does not depend on the day that is asked about: on any day only facts that had
happened by that day count, as they are known now.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from casedesk.domain.facts import EVENT
from casedesk.domain.programmes.evidence import NOMINATION, NOTHING_FOUND, Evidence, Owner
from casedesk.domain.programmes.pack import Criterion, Indicator, Pack
from casedesk.domain.programmes.spans import (
    LAST,
    Span,
    Spans,
    clipped,
    contains,
    covers,
    joined,
    meets,
    next_change,
    start_of_run,
    without,
)
from casedesk.domain.programmes.tests import days_met
from casedesk.domain.programmes.windows import in_window, leaves_on
from casedesk.domain.records import Fact

MET, NOT_MET, NOT_KNOWN = "met", "not_met", "not_known"
STATES = (MET, NOT_MET, NOT_KNOWN)


@dataclass(frozen=True, slots=True)
class IndicatorDays:
    """On which days each owner's facts meet an indicator; owners who never do are left out."""

    indicator: Indicator
    people: tuple[tuple[Owner, Spans], ...]
    family: Spans

    def owners_on(self, day: int) -> Iterator[Owner]:
        """The members who meet it on the day, in the order recorded."""
        return (owner for owner, spans in self.people if contains(spans, day))

    def any_person_in(self, within: Span) -> bool:
        """Whether some member meets it on any of those days."""
        return any(meets(spans, within) for _, spans in self.people)


@dataclass(frozen=True, slots=True)
class CriterionDays:
    """On which days the records have a criterion met, and not met; the rest is not known."""

    criterion: Criterion
    indicators: tuple[IndicatorDays, ...]
    met: Spans
    not_met: Spans

    def state_on(self, day: int) -> str:
        """met, not_met or not_known."""
        if contains(self.met, day):
            return MET
        return NOT_MET if contains(self.not_met, day) else NOT_KNOWN

    def since(self, day: int) -> int | None:
        """The first day of the unbroken run of met days up to `day`; None when not met."""
        return start_of_run(self.met, day)

    def is_always(self, state: str, within: Span) -> bool:
        """Whether the records have that one state on every one of those days."""
        if state == MET:
            return covers(self.met, within)
        if state == NOT_MET:
            return covers(self.not_met, within)
        return not meets(self.met, within) and not meets(self.not_met, within)

    def needs_in(self, within: Span) -> int:
        """How many needs the criterion adds over those days.

        The number of its indicators that some member met; where no member met any, one if
        a family fact did.
        """
        people = sum(1 for one in self.indicators if one.any_person_in(within))
        if people:
            return people
        return int(any(meets(one.family, within) for one in self.indicators))

    def next_change(self, after: int) -> int | None:
        """The first later day on which anything here may be different."""
        days = [next_change(self.not_met, after)]
        for one in self.indicators:
            days.append(next_change(one.family, after))
            days.extend(next_change(spans, after) for _, spans in one.people)
        return min((day for day in days if day is not None), default=None)


@lru_cache(maxsize=1024)
def _never_met(indicator: Indicator) -> IndicatorDays:
    """What most indicators of most families come out as; made once for each."""
    return IndicatorDays(indicator, (), [])


def criterion_days(criterion: Criterion, pack: Pack, evidence: Evidence) -> CriterionDays:
    """Everything about one criterion that can be said without naming a day."""
    indicators = []
    spans: Spans = []
    for indicator in criterion.indicators:
        owners = evidence.owners_with(indicator.facts)
        if not owners:
            indicators.append(_never_met(indicator))
            continue
        people = []
        family: Spans = []
        for owner in owners:
            days = days_met(indicator, owner, criterion.id)
            if not days:
                continue
            spans.extend(days)
            if owner.member is None:
                family = days
            else:
                people.append((owner, days))
        indicators.append(IndicatorDays(indicator, tuple(people), family))
    met = joined(spans)
    return CriterionDays(
        criterion, tuple(indicators), met, _not_met(criterion, pack, evidence, met)
    )


def _not_met(criterion: Criterion, pack: Pack, evidence: Evidence, met: Spans) -> Spans:
    """The days on which a check that found nothing still stands and nothing is met."""
    standing: Spans = []
    for owner, check in checks(criterion, evidence):
        if check.on is None or owner.present is None:
            continue
        leaves = leaves_on(check.on, pack.check_months)
        stands = clipped([(check.on.toordinal(), leaves - 1)], owner.present)
        standing.extend(without(stands, overtaken(criterion, check.on, evidence)))
    return without(joined(standing), met)


def checks(criterion: Criterion, evidence: Evidence) -> Iterator[tuple[Owner, Fact]]:
    """Every check for the criterion that found nothing, and who or what it was about."""
    for owner in evidence.owners_with((NOTHING_FOUND,)):
        for fact in owner.facts[NOTHING_FOUND]:
            if fact.criterion == criterion.id:
                yield owner, fact


def standing_checks(
    criterion: Criterion, pack: Pack, evidence: Evidence, day: date
) -> tuple[Fact, ...]:
    """The checks that stand on the day, in the order recorded: why a criterion is not met."""
    number = day.toordinal()
    found = [
        check
        for owner, check in checks(criterion, evidence)
        if check.on is not None
        and owner.present is not None
        and owner.present[0] <= number <= owner.present[1]
        and in_window(check.on, pack.check_months, day)
        and not contains(overtaken(criterion, check.on, evidence), number)
    ]
    return evidence.in_order(found)


def overtaken(criterion: Criterion, checked_on: date, evidence: Evidence) -> Spans:
    """The days on which some record of the criterion's kinds overtakes that check."""
    spans: Spans = []
    for owner, _, first in overtaking(criterion, checked_on, evidence):
        if owner.present is not None:
            spans.extend(clipped([(first, LAST)], owner.present))
    return joined(spans)


def overtaking(
    criterion: Criterion, checked_on: date, evidence: Evidence
) -> Iterator[tuple[Owner, Fact, int]]:
    """Facts that overtake a check made on that day, with whose they are and from which day on.

    An event on its day or later; a spell that was current on its day or later. It does not
    matter whether they meet an indicator. They count while their owner is in the family.
    """
    for kind in criterion.kinds:
        for owner in evidence.by_kind.get(kind, ()):
            is_event = evidence.shape_of(kind) == EVENT
            for fact in owner.facts[kind]:
                if kind == NOMINATION and fact.criterion != criterion.id:
                    continue
                if is_event:
                    if fact.on is not None and fact.on >= checked_on:
                        yield owner, fact, fact.on.toordinal()
                elif fact.from_on is not None and (fact.to_on is None or fact.to_on >= checked_on):
                    yield owner, fact, fact.from_on.toordinal()
