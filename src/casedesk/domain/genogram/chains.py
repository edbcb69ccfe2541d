"""People of one row who stand side by side because they are or were couples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casedesk.domain.genogram.kin import Kin

Chain = tuple[str, ...]


def chains_of(kin: Kin, rows: Mapping[str, int], males: frozenset[str]) -> list[list[Chain]]:
    """For each row its chains: every person in exactly one, in a fixed order.

    In a couple the man stands left and the woman right; somebody with two partners stands
    between them, a former one left.
    """
    over: set[frozenset[str]] = set()
    beside: dict[str, list[str]] = {person: [] for person in kin.people}
    for couple in kin.couples:
        if rows[couple.one] == rows[couple.other]:
            beside[couple.one].append(couple.other)
            beside[couple.other].append(couple.one)
            if couple.slashes:
                over.add(frozenset((couple.one, couple.other)))
    found: list[list[Chain]] = [[] for _ in range(max(rows.values(), default=-1) + 1)]
    placed: set[str] = set()
    for person in kin.people:
        if person not in placed:
            group = _group(person, beside)
            placed.update(group)
            found[rows[person]].append(_in_order(group, beside, over, males))
    return found


def _group(start: str, beside: Mapping[str, Sequence[str]]) -> list[str]:
    group = [start]
    for person in group:
        group.extend(other for other in beside[person] if other not in group)
    return group


def _in_order(
    group: list[str],
    beside: Mapping[str, Sequence[str]],
    over: set[frozenset[str]],
    males: frozenset[str],
) -> Chain:
    if len(group) == 1:
        return (group[0],)
    ends = [person for person in group if len(beside[person]) == 1]
    if len(group) == 2:
        return tuple(sorted(group, key=lambda person: person not in males))
    if len(ends) == 2 and all(len(beside[person]) <= 2 for person in group):
        ends.sort(key=lambda person: frozenset((person, beside[person][0])) not in over)
        return _walk(ends[0], beside)
    return _around_the_centre(group, beside)


def _walk(start: str, beside: Mapping[str, Sequence[str]]) -> Chain:
    walked = [start]
    while onward := [other for other in beside[walked[-1]] if other not in walked]:
        walked.append(onward[0])
    return tuple(walked)


def _around_the_centre(group: list[str], beside: Mapping[str, Sequence[str]]) -> Chain:
    """Somebody with three or more partners, or a ring: the others by turns left and right."""
    centre = max(group, key=lambda person: len(beside[person]))
    left: list[str] = []
    right: list[str] = []
    seen = {centre}
    waiting = [centre]
    for person in waiting:
        for other in beside[person]:
            if other not in seen:
                seen.add(other)
                waiting.append(other)
                (left if len(left) <= len(right) else right).append(other)
    return (*reversed(left), centre, *right)
