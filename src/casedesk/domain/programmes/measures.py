"""The outcome measures of progress, each on its own (docs/criteria.md, Progress).

A measure is held against the facts of everyone who is a member on the day, whatever their
age, and of the family, as they are on that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from casedesk.domain.dates import add_months
from casedesk.domain.facts import EVENT, MEASURE, happened_by
from casedesk.domain.programmes.attendance import ATTENDANCE, Term, answering_terms, rate
from casedesk.domain.programmes.employment import first_day_of_enough_work
from casedesk.domain.programmes.evidence import ABOUT_A_CRITERION, Evidence, Owner
from casedesk.domain.programmes.measure_reading import EMPLOYMENT
from casedesk.domain.programmes.pack import ANY_OF, Measure
from casedesk.domain.programmes.windows import in_window, leaves_on, months_back
from casedesk.domain.records import Fact, Judgement

# How far ahead an earliest date is looked for; the last day counts.
YEARS_AHEAD = 5
# How far before the start of support a fact makes a measure apply, in months.
APPLIES_MONTHS = 12


@dataclass(frozen=True, slots=True)
class MeasureState:
    """How one measure stands. `earliest` is None when it never holds within five years."""

    measure: Measure
    applies: bool
    holds: bool
    earliest: date | None
    alternatives: tuple[MeasureState, ...] = ()


@dataclass(frozen=True, slots=True)
class Rates:
    """One school-age member's answer: the terms used and the rate; no terms = no answer."""

    owner: Owner
    terms: Sequence[Term]
    percent: Fraction | None


class Measuring:
    """The facts that measures of one criterion look at, on one day of one programme.

    `judgements` are the criterion's under the pack, oldest first.
    """

    def __init__(
        self,
        evidence: Evidence,
        criterion_id: str | None,
        started_on: date,
        day: date,
        judgements: Sequence[Judgement],
    ) -> None:
        self.evidence = evidence
        self.criterion_id = criterion_id
        self.started_on = started_on
        self.day = day
        self.judgements = judgements
        number = day.toordinal()
        self.members = [
            owner
            for owner in evidence.members
            if owner.present is not None and owner.present[0] <= number <= owner.present[1]
        ]
        self._facts: dict[tuple[str, ...], list[Fact]] = {}
        self.horizon = add_months(day, 12 * YEARS_AHEAD)

    def facts(self, kinds: tuple[str, ...]) -> list[Fact]:
        """Facts of those kinds that had happened by the day, members' and the family's."""
        found = self._facts.get(kinds)
        if found is None:
            found = self._facts[kinds] = self._look_up(kinds)
        return found

    def _look_up(self, kinds: Iterable[str]) -> list[Fact]:
        return [
            fact
            for kind in kinds
            for owner in self.evidence.by_kind.get(kind, ())
            if owner.member is None or owner in self.members
            for fact in owner.facts[kind]
            if happened_by(fact, self.evidence.shape_of(kind), self.day)
            and (kind not in ABOUT_A_CRITERION or fact.criterion == self.criterion_id)
        ]

    def state_of(self, measure: Measure) -> MeasureState:
        """Whether a measure applies and holds, and from which day on it would hold."""
        if measure.kind == ANY_OF:
            return self._any_of(measure)
        applies = self._has_recent_facts(measure)
        if measure.kind == "attendance-at-least":
            rates = self.school_rates(measure)
            applies = applies and bool(rates)
            holds = bool(rates) and all(
                one.percent is not None and one.percent >= Fraction(measure.percent)
                for one in rates
            )
            return MeasureState(measure, applies, holds, self.day if holds else None)
        if measure.kind == "judged":
            newest = self.newest_judgement(measure)
            holds = newest is not None and newest.outcome == "improved"
            return MeasureState(measure, applies, holds, self.day if holds else None)
        first = self._first_day(measure)
        earliest = first if first is not None and first <= self.horizon else None
        return MeasureState(measure, applies, first == self.day, earliest)

    def _any_of(self, measure: Measure) -> MeasureState:
        states = tuple(self.state_of(one) for one in measure.any_of)
        applicable = [one for one in states if one.applies]
        days = [one.earliest for one in applicable if one.earliest is not None]
        return MeasureState(
            measure,
            bool(applicable),
            any(one.holds for one in applicable),
            min(days, default=None),
            states,
        )

    def _has_recent_facts(self, measure: Measure) -> bool:
        """Whether a fact of its kinds is recent enough for the measure to apply."""
        before = self.started_on - timedelta(days=1) if self.started_on > date.min else date.min
        after = months_back(before, APPLIES_MONTHS)
        # Facts after the day are not among those looked at.
        return any(self._touches(fact, after) for fact in self.facts(measure.facts))

    def _touches(self, fact: Fact, after: date) -> bool:
        shape = self.evidence.shape_of(fact.kind)
        if shape == EVENT:
            return fact.on is not None and fact.on > after
        if shape == MEASURE:
            return fact.to_on is not None and fact.to_on > after
        return fact.to_on is None or fact.to_on > after

    def school_rates(self, measure: Measure) -> list[Rates]:
        """The answer of every school-age member who has any attendance measure."""
        answers = []
        for owner in self.members:
            member = owner.member
            if member is None or ATTENDANCE not in owner.facts:
                continue
            terms = owner.terms_on(self.day.toordinal())
            if not terms or not member.is_school_age_on(self.day):
                continue
            used = answering_terms(terms, measure.terms, self.day)
            percent = rate(used, measure.exclude_authorised) if used else None
            answers.append(Rates(owner, used, percent))
        return answers

    def newest_judgement(self, measure: Measure) -> Judgement | None:
        """The newest judgement in the last months to the day."""
        return next(
            (
                judgement
                for judgement in reversed(self.judgements)
                if in_window(judgement.on, measure.months, self.day)
            ),
            None,
        )

    def baseline(self, measure: Measure) -> int:
        """How many events there were in the same number of months before the start."""
        opens = months_back(self.started_on, measure.months)
        return sum(
            1
            for fact in self.facts(measure.facts)
            if fact.on is not None and opens <= fact.on < self.started_on
        )

    def allowed(self, measure: Measure) -> int:
        """How many events a reduction leaves room for, in whole events."""
        share = 1 - Fraction(measure.percent) / 100
        return int(share * self.baseline(measure))

    def _first_day(self, measure: Measure) -> date | None:
        """The first day from the day on which it holds; None = never."""
        if measure.kind == "employed-for":
            return self._first_day_employed(measure)
        facts = self.facts(measure.facts)
        first = max(self.day, add_months(self.started_on, measure.months))
        if measure.kind == "ended-for":
            for fact in facts:
                if fact.to_on is None:
                    return None
                first = max(first, date.fromordinal(leaves_on(fact.to_on, measure.months)))
            return first
        room = self.allowed(measure) if measure.kind == "reduced-by" else 0
        newest = sorted((fact.on for fact in facts if fact.on is not None), reverse=True)
        if len(newest) > room:
            first = max(first, date.fromordinal(leaves_on(newest[room], measure.months)))
        return first

    def _first_day_employed(self, measure: Measure) -> date | None:
        days = []
        for owner in self.members:
            if owner.member is None or not owner.member.is_adult_on(self.day):
                continue
            spells = [
                (fact.from_on, fact.to_on)
                for fact in owner.facts.get(EMPLOYMENT, ())
                if fact.from_on is not None and fact.from_on <= self.day
            ]
            first = first_day_of_enough_work(
                spells, measure.weeks * 7, measure.of_weeks * 7, self.day, self.horizon
            )
            if first is not None:
                days.append(first)
        return min(days, default=None)
