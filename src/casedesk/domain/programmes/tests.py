"""The tests an indicator may use: on which days one owner's facts meet it.

An owner is one member, or the family's own facts taken together (docs/criteria.md, Tests).
Each test is computed for all days at once; which facts made it so is asked for one day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from casedesk.domain.dates import add_months
from casedesk.domain.facts import is_current_on
from casedesk.domain.programmes.attendance import FRESH_MONTHS, Term, answering_terms, rate
from casedesk.domain.programmes.evidence import NOMINATION, Owner
from casedesk.domain.programmes.pack import Indicator
from casedesk.domain.programmes.spans import (
    FIRST,
    LAST,
    Span,
    Spans,
    clipped,
    joined,
    without,
)
from casedesk.domain.programmes.windows import in_window, leaves_on, months_back
from casedesk.domain.records import Fact

# The window of a test on terms where the attendance measures do not give one.
MONTHS_WITHOUT_TERMS = 12

EVENT_TESTS = ("count", "count-terms", "days", "nominated")
# The day number of an event and what it weighs: one, or its school days.
_Event = tuple[int, Decimal]


def days_met(indicator: Indicator, owner: Owner, criterion_id: str) -> Spans:
    """The days on which the owner's facts meet the indicator, as a joined set of days."""
    within = owner.present
    if within is None:
        return []
    member = owner.member
    if member is not None and not (indicator.test in EVENT_TESTS and indicator.who != "school-age"):
        ages = member.days_as(indicator.who)
        if ages is None:
            return []
        within = _overlap(within, (ages[0].toordinal(), ages[1].toordinal()))
    if member is not None and indicator.test not in EVENT_TESTS and _has_band(indicator):
        band = member.days_aged(indicator.min_age, indicator.max_age)
        if band is None:
            return []
        within = _overlap(within, (band[0].toordinal(), band[1].toordinal()))
    if within[0] > within[1]:
        return []
    return joined(clipped(_days(indicator, owner, criterion_id), within))


def facts_met(indicator: Indicator, owner: Owner, criterion_id: str, day: date) -> list[Fact]:
    """The owner's facts that count towards an indicator which they meet on `day`.

    For attendance these are the measures of the terms used. Ask only where `days_met` says
    that it is met.
    """
    test = indicator.test
    if test == "attendance-below":
        terms = answering_terms(owner.terms_on(day.toordinal()), indicator.terms, day)
        return [fact for term in terms for fact in term.facts]
    if test in EVENT_TESTS:
        events = _events(indicator, owner, criterion_id)
        if test in ("count", "nominated"):
            return [fact for fact in events if _within(fact, indicator.months, day)]
        start = term_window_start(indicator, owner, day)
        if start is None:
            return [fact for fact in events if _within(fact, MONTHS_WITHOUT_TERMS, day)]
        return [fact for fact in events if fact.on is not None and start <= fact.on <= day]
    spells = owner.of_kinds(indicator.facts)
    if test == "recent":
        opens = months_back(day, indicator.months)
        return [
            fact
            for fact in spells
            if fact.from_on is not None
            and fact.from_on <= day
            and (fact.to_on is None or fact.to_on > opens)
        ]
    current = [fact for fact in spells if is_current_on(fact, day)]
    if test == "release-due":
        horizon = add_months(day, indicator.months)
        return [
            fact
            for fact in current
            if fact.release_due is not None and day < fact.release_due <= horizon
        ]
    return current


def term_window_start(indicator: Indicator, owner: Owner, day: date) -> date | None:
    """The first day of a window of terms on `day`; None = the last 12 months instead."""
    terms = answering_terms(owner.terms_on(day.toordinal()), indicator.terms, day)
    return terms[-1].first if terms else None


def _overlap(one: Span, other: Span) -> Span:
    return max(one[0], other[0]), min(one[1], other[1])


def _has_band(indicator: Indicator) -> bool:
    return indicator.min_age is not None or indicator.max_age is not None


def _within(fact: Fact, months: int, day: date) -> bool:
    return fact.on is not None and in_window(fact.on, months, day)


def _days(indicator: Indicator, owner: Owner, criterion_id: str) -> Spans:
    """All days on which the facts are enough, whoever the owner is on them."""
    test = indicator.test
    if test == "current":
        return [_spell(fact) for fact in owner.of_kinds(indicator.facts)]
    if test == "recent":
        return [_recent(fact, indicator.months) for fact in owner.of_kinds(indicator.facts)]
    if test == "release-due":
        spans = (_release(fact, indicator.months) for fact in owner.of_kinds(indicator.facts))
        return [span for span in spans if span[0] <= span[1]]
    if test == "attendance-below":
        return _attendance(indicator, owner)
    events = sorted(
        (fact.on.toordinal(), _weight(indicator, fact))
        for fact in _events(indicator, owner, criterion_id)
        if fact.on is not None
    )
    if not events:
        return []
    if test in ("count", "nominated"):
        return _reached(events, indicator.at_least, indicator.months)
    return _reached_over_terms(events, indicator, owner)


def _events(indicator: Indicator, owner: Owner, criterion_id: str) -> list[Fact]:
    """The owner's events of the kinds, about the right people on the days they happened.

    A nomination counts only for the criterion that it names. School age is judged on the
    day that is looked at, every other age on the day of the event.
    """
    events = owner.of_kinds(indicator.facts)
    if NOMINATION in indicator.facts:
        events = [
            fact for fact in events if fact.kind != NOMINATION or fact.criterion == criterion_id
        ]
    member = owner.member
    if member is None:
        return events
    if indicator.who not in ("any", "school-age"):
        events = [
            fact for fact in events if fact.on is not None and member.is_who(indicator.who, fact.on)
        ]
    if _has_band(indicator):
        low, high = indicator.min_age, indicator.max_age
        events = [
            fact for fact in events if fact.on is not None and member.fits_ages(low, high, fact.on)
        ]
    return events


def _weight(indicator: Indicator, fact: Fact) -> Decimal:
    if indicator.test == "days":
        return fact.days if fact.days is not None else Decimal(0)
    return Decimal(1)


def _spell(fact: Fact) -> Span:
    first = fact.from_on.toordinal() if fact.from_on is not None else FIRST
    return first, LAST if fact.to_on is None else fact.to_on.toordinal()


def _recent(fact: Fact, months: int) -> Span:
    first = fact.from_on.toordinal() if fact.from_on is not None else FIRST
    if fact.to_on is None:
        return first, LAST
    return first, leaves_on(fact.to_on, months) - 1


def _release(fact: Fact, months: int) -> Span:
    """The days of a custody spell that are before the release and near enough to it."""
    if fact.release_due is None:
        return 1, 0
    first, last = _spell(fact)
    near = add_months(fact.release_due, -months).toordinal()
    # Adding months is not the inverse of subtracting them: look for the first day that
    # reaches far enough forward.
    while add_months(date.fromordinal(near), months) < fact.release_due:
        near += 1
    return max(first, near), min(last, fact.release_due.toordinal() - 1)


def _reached(events: Sequence[_Event], need: Decimal, months: int) -> Spans:
    """The days on which the events of the last `months` weigh at least `need`."""
    spans: Spans = []
    total = Decimal(0)
    newest = 0
    for day, weight in events:
        while newest < len(events) and total < need:
            total += events[newest][1]
            newest += 1
        if total < need:
            break
        leaves = leaves_on(date.fromordinal(day), months)
        reached_on = events[newest - 1][0]
        if reached_on < leaves:
            spans.append((reached_on, leaves - 1))
        total -= weight
    return spans


def _reached_over_terms(events: Sequence[_Event], indicator: Indicator, owner: Owner) -> Spans:
    """The days on which the events since the oldest of the latest terms weigh enough.

    Days without enough terms, or with a newest term that is too old, look at 12 months.
    """
    by_terms: Spans = []
    windows: Spans = []
    for (first, last), terms in _fresh_terms(owner):
        if len(terms) < indicator.terms:
            continue
        windows.append((first, last))
        start = terms[indicator.terms - 1].first.toordinal()
        total = Decimal(0)
        for day, weight in events:
            if day < start:
                continue
            total += weight
            if total >= indicator.at_least:
                if day <= last:
                    by_terms.append((max(first, day), last))
                break
    by_months = joined(_reached(events, indicator.at_least, MONTHS_WITHOUT_TERMS))
    return [*by_terms, *without(by_months, windows)]


def _attendance(indicator: Indicator, owner: Owner) -> Spans:
    threshold = Fraction(indicator.percent)
    return [
        span
        for span, terms in _fresh_terms(owner)
        if len(terms) >= indicator.terms
        and rate(terms[: indicator.terms], indicator.exclude_authorised) < threshold
    ]


def _fresh_terms(owner: Owner) -> list[tuple[Span, list[Term]]]:
    """The spans of days with the same newest term, while it is recent enough to say much."""
    changes = owner.terms()
    spans = []
    for place, (first, terms) in enumerate(changes):
        until = changes[place + 1][0] if place + 1 < len(changes) else LAST + 1
        stale = leaves_on(terms[0].last, FRESH_MONTHS)
        spans.append(((first, min(until, stale) - 1), terms))
    return spans
