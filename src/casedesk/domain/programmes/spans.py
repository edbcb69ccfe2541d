"""Sets of days, as spans of day numbers: what the rules are computed with.

A span is (first, last), both included, in `date.toordinal` numbers; a set of days is a
list of spans in order that neither overlap nor touch. With them a rule is computed once
for all days, from the days on which something changes, and never day by day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

Span = tuple[int, int]
Spans = list[Span]

FIRST = date.min.toordinal()
LAST = date.max.toordinal()
ALWAYS: Span = (FIRST, LAST)


def joined(spans: Iterable[Span]) -> Spans:
    """The union, with neighbours (one ends the day before the other begins) made one."""
    ordered = sorted(spans)
    if len(ordered) < 2:
        return ordered
    result = [ordered[0]]
    for first, last in ordered[1:]:
        before = result[-1]
        if first <= before[1] + 1:
            if last > before[1]:
                result[-1] = (before[0], last)
        else:
            result.append((first, last))
    return result


def clipped(spans: Iterable[Span], within: Span) -> Spans:
    """The days that also lie in `within`. Order is kept, nothing is joined."""
    low, high = within
    return [
        (first if first > low else low, last if last < high else high)
        for first, last in spans
        if first <= high and last >= low
    ]


def without(spans: Iterable[Span], holes: Iterable[Span]) -> Spans:
    """The days of `spans` that are in none of `holes`; both in order and disjoint."""
    result = list(spans)
    for low, high in holes:
        cut: Spans = []
        for first, last in result:
            if last < low or first > high:
                cut.append((first, last))
                continue
            if first < low:
                cut.append((first, low - 1))
            if last > high:
                cut.append((high + 1, last))
        result = cut
    return result


def contains(spans: Iterable[Span], day: int) -> bool:
    """Whether `day` is one of the days."""
    return any(first <= day <= last for first, last in spans)


def meets(spans: Iterable[Span], within: Span) -> bool:
    """Whether any of the days lies in `within`."""
    low, high = within
    return any(first <= high and last >= low for first, last in spans)


def covers(spans: Iterable[Span], within: Span) -> bool:
    """Whether every day of `within` is one of the days; `spans` must be joined."""
    low, high = within
    return any(first <= low and high <= last for first, last in spans)


def start_of_run(spans: Iterable[Span], day: int) -> int | None:
    """The first day of the unbroken run that `day` is in; `spans` must be joined."""
    return next((first for first, last in spans if first <= day <= last), None)


def next_change(spans: Iterable[Span], after: int) -> int | None:
    """The first day later than `after` on which being one of the days begins or ends."""
    soonest: int | None = None
    for first, last in spans:
        for day in (first, last + 1):
            if after < day <= LAST and (soonest is None or day < soonest):
                soonest = day
    return soonest
