"""The lines of a household drawing, once everybody has a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from casedesk.domain.genogram.drawing import Line, Point
from casedesk.domain.genogram.kin import Couple, Kin
from casedesk.domain.genogram.placing import Brood

_OVER_HEADS = 0.35
_BARS_FROM, _BARS_TO = 0.62, 0.78
"""Bars run below the names of the upper row and above the heads of the lower."""


def lines_of(
    kin: Kin,
    broods: Sequence[Brood],
    at: Mapping[str, Point],
    born: Mapping[str, date | None],
) -> tuple[Line, ...]:
    """Couples, parents and children, carers, then what else joins two people."""
    over = _raised(kin, at)
    drops = {
        tuple(sorted((couple.one, couple.other))): _drop(couple, at, over) for couple in kin.couples
    }
    lines = [_couple_line(couple, at, over) for couple in kin.couples]
    lines += _broods(broods, at, born, drops)
    joined = {frozenset(line.people) for line in lines}
    joined |= {
        frozenset((parent, child))
        for brood in broods
        for parent in brood.parents
        for child in brood.children
    }
    for child, parents in kin.parents.items():
        for parent in parents:
            if frozenset((parent, child)) not in joined:
                lines.append(Line("child", (at[parent], at[child]), (parent, child)))
    lines += [
        Line("carer", (at[carer], at[child]), (carer, child)) for carer, _, child in kin.carers
    ]
    lines += _others(kin, broods, lines, at)
    return tuple(lines)


def _raised(kin: Kin, at: Mapping[str, Point]) -> dict[frozenset[str], float]:
    """How far above the row a couple's line runs where others stand between the two."""
    raised: dict[frozenset[str], float] = {}
    for couple in kin.couples:
        (x1, y1), (x2, y2) = at[couple.one], at[couple.other]
        if y1 == y2 and any(y == y1 and min(x1, x2) < x < max(x1, x2) for x, y in at.values()):
            lane = sum(1 for pair in raised if at[next(iter(pair))][1] == y1)
            raised[frozenset((couple.one, couple.other))] = _OVER_HEADS - 0.04 * min(lane, 3)
    return raised


def _couple_line(
    couple: Couple, at: Mapping[str, Point], over: Mapping[frozenset[str], float]
) -> Line:
    left, right = sorted((couple.one, couple.other), key=lambda one: at[one])
    (x1, y1), (x2, y2) = at[left], at[right]
    raised = over.get(frozenset((left, right)))
    points: tuple[Point, ...] = ((x1, y1), (x2, y2))
    mark_y = y1 + (y2 - y1) * 0.3
    if raised is not None:
        top = y1 - raised
        points = ((x1, y1), (x1, top), (x2, top), (x2, y2))
        mark_y = top
    mark = (x1 + (x2 - x1) * 0.3, mark_y) if couple.slashes else None
    style = "couple" if couple.recorded else "parents"
    return Line(style, points, (left, right), couple.slashes, mark)


def _drop(
    couple: Couple, at: Mapping[str, Point], over: Mapping[frozenset[str], float]
) -> Point | None:
    """Where the line to a couple's children leaves theirs; None over different rows."""
    (x1, y1), (x2, y2) = sorted((at[couple.one], at[couple.other]))
    if y1 != y2:
        return None
    raised = over.get(frozenset((couple.one, couple.other)))
    return ((x1 + x2) / 2, y1) if raised is None else (x1 + 0.5, y1 - raised)


def _broods(
    broods: Sequence[Brood],
    at: Mapping[str, Point],
    born: Mapping[str, date | None],
    drops: Mapping[tuple[str, ...], Point | None],
) -> list[Line]:
    starts = [_start(brood, at, drops) for brood in broods]
    bars = _bar_heights(broods, starts, at)
    lines = []
    for brood, start, bar in zip(broods, starts, bars, strict=True):
        for child in brood.children:
            stalk = _stalk(child, brood, at, born)
            x, y = at[child]
            way = [(start[0], bar), (stalk, bar), (x, y)]
            if brood.parents:
                way.insert(0, start)
            points = tuple(point for n, point in enumerate(way) if n == 0 or way[n - 1] != point)
            style = "child" if brood.parents else "siblings"
            lines.append(Line(style, points, (*brood.parents, child)))
    return lines


def _start(
    brood: Brood, at: Mapping[str, Point], drops: Mapping[tuple[str, ...], Point | None]
) -> Point:
    if not brood.parents:
        places = sorted(at[child] for child in brood.children)
        return ((places[0][0] + places[-1][0]) / 2, places[0][1] - 1)
    drop = drops.get(tuple(sorted(brood.parents)))
    return drop if drop is not None else at[brood.parents[0]]


def _bar_heights(
    broods: Sequence[Brood], starts: Sequence[Point], at: Mapping[str, Point]
) -> list[float]:
    """A height for each bar, so that bars that would run into one another do not."""
    lanes: dict[int, list[list[tuple[float, float]]]] = {}
    chosen: dict[int, tuple[int, int]] = {}
    spans = [
        (min(start[0], *xs), max(start[0], *xs))
        for brood, start in zip(broods, starts, strict=True)
        for xs in [[at[child][0] for child in brood.children]]
    ]
    for number in sorted(range(len(broods)), key=lambda one: (spans[one], one)):
        low, high = spans[number]
        row = round(at[broods[number].children[0]][1])
        in_row = lanes.setdefault(row, [])
        free = (
            lane
            for lane, taken in enumerate(in_row)
            if all(high < left or right < low for left, right in taken)
        )
        lane = next(free, len(in_row))
        if lane == len(in_row):
            in_row.append([])
        in_row[lane].append((low, high))
        chosen[number] = (row, lane)
    heights = []
    for number in range(len(broods)):
        row, lane = chosen[number]
        step = (_BARS_TO - _BARS_FROM) / max(len(lanes[row]), 1)
        heights.append(round(row - 1 + _BARS_FROM + step * lane, 4))
    return heights


def _stalk(
    child: str, brood: Brood, at: Mapping[str, Point], born: Mapping[str, date | None]
) -> float:
    """Where a child hangs from the bar: twins share a stalk."""
    day = born[child]
    together = [one for one in brood.children if day is not None and born[one] == day] or [child]
    return sum(at[one][0] for one in together) / len(together)


def _others(
    kin: Kin, broods: Sequence[Brood], lines: Sequence[Line], at: Mapping[str, Point]
) -> list[Line]:
    """Dotted lines for what nothing else shows.

    A grandparent over a drawn parent needs none, nor brothers and sisters of one brood, nor
    an aunt, uncle or cousin whom other lines already join to somebody.
    """
    brothers = {
        frozenset((one, other))
        for brood in broods
        for one in brood.children
        for other in brood.children
    }
    joined = {person for line in lines for person in line.people}
    dotted = [
        Line("other", (at[one], at[other]), (one, other))
        for one, other in (*kin.siblings, *kin.half_siblings)
        if frozenset((one, other)) not in brothers and not _share_a_parent(kin, one, other)
    ]
    for one, relation, other in kin.others:
        over = any(one in kin.parents.get(parent, ()) for parent in kin.parents.get(other, ()))
        if relation == "grandparent" and over:
            continue
        if relation != "grandparent" and one in joined and other in joined:
            continue
        dotted.append(Line("other", (at[one], at[other]), (one, other)))
    return dotted


def _share_a_parent(kin: Kin, one: str, other: str) -> bool:
    return bool(set(kin.parents.get(one, ())) & set(kin.parents.get(other, ())))
