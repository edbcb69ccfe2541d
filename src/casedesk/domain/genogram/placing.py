"""Where each person stands: the order within the rows, and the columns.

Parents are drawn over their children and children under their parents, row by row, up
and down a few times; two people of one row are never less than one column apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from casedesk.domain.genogram.chains import Chain
from casedesk.domain.genogram.kin import Kin

_ROUNDS = 8
_LOOSE = 1e-6
_STEPS = 64
"""Steps to a column: a power of two, so that distances are exact."""
_LAST = float("inf")


@dataclass(frozen=True, slots=True)
class Brood:
    """Brothers and sisters of the same parents, one row below them.

    `parents` holds one or two; none for brothers and sisters whose parents nobody knows.
    """

    parents: tuple[str, ...]
    children: tuple[str, ...]


def broods_of(
    kin: Kin, rows: Mapping[str, int], born: Mapping[str, date | None]
) -> tuple[Brood, ...]:
    """Every brood that can be drawn; the eldest child first, unknown ages last."""
    children_of: dict[tuple[str, ...], list[str]] = {}
    for child, parents in kin.parents.items():
        above = tuple(one for one in parents if rows[one] == rows[child] - 1)[:2]
        if above:
            children_of.setdefault(above, []).append(child)
    placed = {child for children in children_of.values() for child in children}
    place = {person: number for number, person in enumerate(kin.people)}

    def eldest_first(children: list[str]) -> tuple[str, ...]:
        return tuple(sorted(children, key=lambda one: (born[one] or date.max, place[one])))

    return (
        *(Brood(parents, eldest_first(children)) for parents, children in children_of.items()),
        *(Brood((), eldest_first(group)) for group in _without_parents(kin, rows, placed)),
    )


def _without_parents(kin: Kin, rows: Mapping[str, int], placed: set[str]) -> list[list[str]]:
    """Brothers and sisters of one row without drawn parents, as groups."""
    group_of: dict[str, list[str]] = {}
    for one, other in kin.siblings:
        if rows[one] == rows[other] and one not in placed and other not in placed:
            joined = group_of.setdefault(one, [one])
            if other not in joined:
                joined.extend(group_of.get(other, [other]))
                for person in joined:
                    group_of[person] = joined
    groups: list[list[str]] = []
    for group in group_of.values():
        if group not in groups:
            groups.append(group)
    return groups


def cared_for(kin: Kin, rows: Mapping[str, int], broods: Sequence[Brood]) -> tuple[Brood, ...]:
    """Children of no brood under the people who care for them: for their place, not a line."""
    placed = {child for brood in broods for child in brood.children}
    return tuple(
        Brood((carer,), (child,))
        for carer, _, child in kin.carers
        if child not in placed and rows[carer] == rows[child] - 1
    )


def columns_of(
    rows: list[list[Chain]],
    broods: Sequence[Brood],
    born: Mapping[str, date | None],
) -> dict[str, float]:
    """The column of each person, 0 for the leftmost, in steps of a sixty-fourth."""
    if not rows:
        return {}
    rows = _ordered(rows, broods, born)
    left = {chain: float(sum(map(len, row[:n]))) for row in rows for n, chain in enumerate(row)}
    spots = _spots(left)
    joined = {person for brood in broods for person in (*brood.parents, *brood.children)}
    for _ in range(_ROUNDS):
        for row in rows[1:]:
            _settle(row, left, spots, joined, lambda one: _under_parents(one, broods, spots))
        for row in reversed(rows):
            _settle(row, left, spots, joined, lambda one: _over_children(one, broods, spots))
    return _tidied(rows, spots)


def _ordered(
    rows: list[list[Chain]], broods: Sequence[Brood], born: Mapping[str, date | None]
) -> list[list[Chain]]:
    rows = [list(row) for row in rows]
    start = {chain: number for row in rows for number, chain in enumerate(row)}
    for _ in range(_ROUNDS // 2):
        for row in reversed(rows[:-1]):
            spots = _row_numbers(rows)
            row.sort(key=lambda one: (_mean(_below(one, broods, spots)), start[one]))
        for row in rows[1:]:
            spots = _row_numbers(rows)
            row.sort(
                key=lambda one: (
                    _mean(_above(one, broods, spots)),
                    _birth(one, broods, born),
                    start[one],
                )
            )
    spots = _row_numbers(rows)
    return [[_faced(chain, broods, spots) for chain in row] for row in rows]


def _row_numbers(rows: list[list[Chain]]) -> dict[str, float]:
    return {
        person: float(number)
        for row in rows
        for number, person in enumerate(person for chain in row for person in chain)
    }


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else _LAST


def _above(chain: Chain, broods: Sequence[Brood], spots: Mapping[str, float]) -> list[float]:
    return [
        _mean([spots[parent] for parent in brood.parents])
        for brood in broods
        for child in brood.children
        if brood.parents and child in chain
    ]


def _below(chain: Chain, broods: Sequence[Brood], spots: Mapping[str, float]) -> list[float]:
    return [
        spots[child]
        for brood in broods
        if any(parent in chain for parent in brood.parents)
        for child in brood.children
    ]


def _birth(
    chain: Chain, broods: Sequence[Brood], born: Mapping[str, date | None]
) -> tuple[date, int]:
    """When the child in a chain was born, and its number among its brothers and sisters."""
    return min(
        (
            (born[child] or date.max, number)
            for brood in broods
            for number, child in enumerate(brood.children)
            if child in chain
        ),
        default=(date.max, 0),
    )


def _faced(chain: Chain, broods: Sequence[Brood], spots: Mapping[str, float]) -> Chain:
    """A couple turned so that each stands on the side of their own parents."""
    first = _above((chain[0],), broods, spots)
    last = _above((chain[-1],), broods, spots)
    if len(chain) > 1 and first and last and _mean(first) > _mean(last):
        return tuple(reversed(chain))
    return chain


def _under_parents(
    chain: Chain, broods: Sequence[Brood], spots: Mapping[str, float]
) -> list[float]:
    return [
        _mean([spots[parent] for parent in brood.parents]) - number
        for brood in broods
        if brood.parents
        for number, person in enumerate(chain)
        if person in brood.children
    ]


def _over_children(
    chain: Chain, broods: Sequence[Brood], spots: Mapping[str, float]
) -> list[float]:
    wishes = []
    for brood in broods:
        numbers = [chain.index(parent) for parent in brood.parents if parent in chain]
        if numbers:
            children = [spots[child] for child in brood.children]
            wishes.append((min(children) + max(children)) / 2 - _mean([*map(float, numbers)]))
    return wishes


def _spots(left: Mapping[Chain, float]) -> dict[str, float]:
    return {person: at + n for chain, at in left.items() for n, person in enumerate(chain)}


def _settle(
    row: Sequence[Chain],
    left: dict[Chain, float],
    spots: dict[str, float],
    joined: Set[str],
    wish: Callable[[Chain], list[float]],
) -> None:
    """Moves a row as near to its wishes as the order and the distances allow.

    Least squares under an order is solved by pooling neighbours that would overlap. Who is
    joined to nobody above or below is drawn to the left, close to the others.
    """
    pools: list[tuple[float, float, int]] = []
    before = 0
    offsets = []
    for chain in row:
        wishes = wish(chain)
        weight = float(len(wishes)) or _LOOSE
        alone = 0.0 if not joined & set(chain) else left[chain]
        want = (_mean(wishes) if wishes else alone) - before
        offsets.append(before)
        before += len(chain)
        pools.append((want, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, one_weight, ones), (two, two_weight, twos) = pools[-2:]
            weight = one_weight + two_weight
            pools[-2:] = [((one * one_weight + two * two_weight) / weight, weight, ones + twos)]
    settled = [at for at, _, count in pools for _ in range(count)]
    for chain, at, offset in zip(row, settled, offsets, strict=True):
        left[chain] = at + offset
        for number, person in enumerate(chain):
            spots[person] = left[chain] + number


def _tidied(rows: list[list[Chain]], spots: Mapping[str, float]) -> dict[str, float]:
    """Rounded to whole steps, the leftmost at 0, never closer than one column."""
    leftmost = min(spots.values())
    tidy: dict[str, int] = {}
    for row in rows:
        last = -_STEPS
        for chain in row:
            for person in chain:
                last = max(round((spots[person] - leftmost) * _STEPS), last + _STEPS)
                tidy[person] = last
    return {person: column / _STEPS for person, column in tidy.items()}
