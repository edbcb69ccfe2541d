"""Which row of the drawing each person stands in.

Every relationship asks for a distance between two rows: a parent stands one above, a
brother, sister or partner beside. What is asked first is kept; what contradicts it is
passed over, so that cycles and wrong data still give a drawing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from casedesk.domain.genogram.kin import Kin

_STEPS_DOWN = {"aunt-uncle": 1, "cousin": 0, "grandparent": 2}


def rows_of(kin: Kin, children: Mapping[str, bool]) -> dict[str, int]:
    """The row of each person, the oldest generation in row 0.

    `children` says of each person whether they are a child in the family; it sets people
    without relationships beside the others of their generation.
    """
    groups = _Groups(kin.people)
    for child, parents in kin.parents.items():
        for parent in parents:
            groups.ask(parent, child, 1)
    for one, other in (*kin.siblings, *kin.half_siblings):
        groups.ask(one, other, 0)
    for couple in kin.couples:
        groups.ask(couple.one, couple.other, 0)
    for carer, _, child in kin.carers:
        groups.ask(carer, child, 1)
    for one, relation, other in kin.others:
        if relation in _STEPS_DOWN:
            groups.ask(one, other, _STEPS_DOWN[relation])
    rows: dict[str, int] = {}
    for members in groups.members():
        rows.update(_aligned(members, children))
    top = min(rows.values(), default=0)
    return {person: row - top for person, row in rows.items()}


def _aligned(members: Mapping[str, int], children: Mapping[str, bool]) -> dict[str, int]:
    """A group shifted so that its children stand in row 1 and, without any, its last in 0."""
    child_rows = Counter(row for person, row in members.items() if children[person])
    if child_rows:
        most = max(child_rows.values())
        shift = 1 - max(row for row, count in child_rows.items() if count == most)
    else:
        shift = -max(members.values())
    return {person: row + shift for person, row in members.items()}


class _Groups:
    """People joined by known distances (a disjoint-set forest with offsets)."""

    def __init__(self, people: Iterable[str]) -> None:
        self._group = {person: person for person in people}
        self._row = dict.fromkeys(self._group, 0)
        self._inside = {person: [person] for person in self._group}

    def ask(self, upper: str, lower: str, steps: int) -> None:
        """Asks that `lower` stands `steps` rows below `upper`; what stands is kept."""
        kept, moved = self._group[upper], self._group[lower]
        if kept == moved:
            return
        shift = self._row[upper] + steps - self._row[lower]
        for person in self._inside.pop(moved):
            self._group[person] = kept
            self._row[person] += shift
            self._inside[kept].append(person)

    def members(self) -> list[dict[str, int]]:
        """Each group with the rows of its people, relative to one another."""
        return [{person: self._row[person] for person in group} for group in self._inside.values()]
