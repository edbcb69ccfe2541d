"""When somebody has worked enough of the last weeks (docs/criteria.md, Progress)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from casedesk.domain.programmes.spans import LAST, Spans, joined


def days_worked(spells: Spans, first: int, last: int) -> int:
    """How many of the days from `first` to `last`, both included, are in the joined spells."""
    return sum(max(0, min(end, last) - max(begin, first) + 1) for begin, end in spells)


def first_day_of_enough_work(
    spells: Iterable[tuple[date, date | None]], need: int, of: int, start: date, until: date
) -> date | None:
    """The first day from `start` to `until` at whose end `need` of the last `of` days were worked.

    Spells are first and last day of work (None = still going on) and are joined together.
    The number of days worked changes by at most one a day, and always the same way between
    the days on which a spell begins, ends, or leaves the window, so only those are visited.
    """
    work = joined(
        (begin.toordinal(), LAST if end is None else end.toordinal()) for begin, end in spells
    )
    day, last = start.toordinal(), until.toordinal()
    turns = sorted(
        {turn for begin, end in work for turn in (begin, end + 1, begin + of, end + 1 + of)}
    )
    while day <= last:
        worked = days_worked(work, day - of + 1, day)
        if worked >= need:
            return date.fromordinal(day)
        turn = next((one for one in turns if one > day), None)
        stretch_end = last if turn is None else min(last, turn - 1)
        gains = days_worked(work, day + 1 - of + 1, day + 1) > worked
        if gains and day + need - worked <= stretch_end:
            return date.fromordinal(day + need - worked)
        day = stretch_end + 1
    return None
