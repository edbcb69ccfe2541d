"""Sets of days: the same answers as Python's own sets give."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from casedesk.domain.programmes.spans import (
    LAST,
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

SPAN = st.tuples(st.integers(1, 40), st.integers(0, 8)).map(lambda it: (it[0], it[0] + it[1]))
SPANS = st.lists(SPAN, max_size=6)
DAY = st.integers(0, 52)


def days(spans: Spans) -> set[int]:
    return {day for first, last in spans for day in range(first, last + 1)}


@given(SPANS)
def test_joined_is_the_union_without_neighbours(spans: Spans) -> None:
    union = joined(spans)
    assert days(union) == days(spans)
    assert all(one[1] + 1 < other[0] for one, other in pairwise(union))


@given(SPANS, SPAN)
def test_clipped_is_the_intersection(spans: Spans, within: tuple[int, int]) -> None:
    assert days(clipped(spans, within)) == days(spans) & days([within])
    assert meets(spans, within) is bool(days(spans) & days([within]))


@given(SPANS, SPANS)
def test_without_is_the_difference(spans: Spans, holes: Spans) -> None:
    left = without(joined(spans), joined(holes))
    assert days(left) == days(spans) - days(holes)
    assert left == joined(left)


@given(SPANS, SPAN)
def test_covers_needs_every_day(spans: Spans, within: tuple[int, int]) -> None:
    assert covers(joined(spans), within) is (days([within]) <= days(spans))


@given(SPANS, DAY)
def test_the_run_a_day_is_in_begins(spans: Spans, day: int) -> None:
    expected = None
    if day in days(spans):
        expected = day
        while expected - 1 in days(spans):
            expected -= 1
    assert start_of_run(joined(spans), day) == expected
    assert contains(spans, day) is (day in days(spans))


@given(SPANS, DAY)
def test_the_next_change_is_the_next_day_that_differs(spans: Spans, day: int) -> None:
    held = days(spans)
    later = (one for one in range(day + 1, 60) if (one in held) != (one - 1 in held))
    assert next_change(joined(spans), day) == next(later, None)


def test_what_never_ends_has_no_day_after_its_last() -> None:
    assert next_change([(5, LAST)], 10) is None
    assert next_change([(5, LAST)], 2) == 5
