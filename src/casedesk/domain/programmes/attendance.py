"""School attendance: terms, which of them answer on a day, and rates (docs/criteria.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from casedesk.domain.programmes.windows import in_window
from casedesk.domain.records import Fact

ATTENDANCE = "attendance"
# A newest term that ended longer ago than this says nothing any more.
FRESH_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Term:
    """One school term of one person: measures whose dates overlap are added up.

    `possible`, `attended` and `authorised` are school sessions (half days).
    """

    first: date
    last: date
    possible: int
    attended: int
    authorised: int
    facts: tuple[Fact, ...]


def is_measured(fact: Fact) -> bool:
    """Whether a fact has the dates and figures that an attendance measure needs."""
    return (
        fact.from_on is not None
        and fact.to_on is not None
        and fact.from_on <= fact.to_on
        and fact.attended is not None
        and bool(fact.possible)
    )


def terms_by(measures: Sequence[Fact], day: date) -> list[Term]:
    """The terms ended by `day`, newest first.

    Only measures that had ended by `day` are looked at; those whose dates overlap, even
    by one day and also through a third, are one term (a change of school).
    """
    ended = [fact for fact in measures if fact.to_on is not None and fact.to_on <= day]
    ended.sort(key=lambda fact: (fact.from_on or date.min, fact.to_on or date.min))
    terms: list[Term] = []
    for fact in ended:
        one = _term_of(fact)
        if terms and one.first <= terms[-1].last:
            terms[-1] = _merged(terms[-1], one)
        else:
            terms.append(one)
    terms.reverse()
    return terms


def _term_of(fact: Fact) -> Term:
    return Term(
        fact.from_on or date.min,
        fact.to_on or date.max,
        fact.possible or 0,
        fact.attended or 0,
        fact.authorised or 0,
        (fact,),
    )


def _merged(one: Term, other: Term) -> Term:
    return Term(
        min(one.first, other.first),
        max(one.last, other.last),
        one.possible + other.possible,
        one.attended + other.attended,
        one.authorised + other.authorised,
        one.facts + other.facts,
    )


def answering_terms(terms: Sequence[Term], wanted: int, day: date) -> Sequence[Term]:
    """The newest `wanted` of `terms` (newest first), or none where they say nothing.

    They say nothing with fewer than `wanted`, or when the newest ended more than 6 months
    before `day`.
    """
    if len(terms) < wanted or not in_window(terms[0].last, FRESH_MONTHS, day):
        return ()
    return terms[:wanted]


def rate(terms: Sequence[Term], exclude_authorised: bool) -> Fraction:
    """Attendance over the terms together, in per cent, exact.

    With `exclude_authorised`, authorised absence counts as attendance.
    """
    attended = sum(term.attended for term in terms)
    if exclude_authorised:
        attended += sum(term.authorised for term in terms)
    return Fraction(100 * attended, sum(term.possible for term in terms))


def shown_rate(percent: Fraction, threshold: Fraction) -> str:
    """A rate to one decimal place, or to more where fewer would cross the threshold.

    89.96 against a threshold of 90 is `89.96%`, never `90.0%`.
    """
    places = 1
    while True:
        scale = 10**places
        rounded = Fraction((2 * percent * scale + 1).__floor__() // 2, scale)
        if (rounded < threshold) == (percent < threshold) or places == 12:
            whole, rest = divmod(int(rounded * scale), scale)
            return f"{whole}.{rest:0{places}d}%"
        places += 1
