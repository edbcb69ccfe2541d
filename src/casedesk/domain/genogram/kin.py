"""Sorts the recorded relationships of a family into what a drawing needs.

Nothing is refused: relationships with somebody outside, with oneself, said twice or not
yet begun are passed over; contradictions are for the drawing to live with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casedesk.domain.records import Relationship

COUPLES = ("partner", "ex-partner", "separated", "divorced")
CARERS = ("step-parent", "foster-carer", "guardian")
_SLASHES = {"partner": 0, "ex-partner": 1, "separated": 1, "divorced": 2}


@dataclass(frozen=True, slots=True)
class Couple:
    """Two people who are or were together; `slashes` as the drawing marks it.

    `recorded` is False for parents of one child about whom no more is known.
    """

    one: str
    other: str
    slashes: int = 0
    recorded: bool = True


@dataclass(frozen=True)
class Kin:
    """Who belongs to whom, by person id; all in a fixed order.

    `parents` is child to parents, `carers` and `others` are (person, relation, other),
    `siblings` and `half_siblings` pairs of brothers and sisters whatever else joins them.
    """

    people: tuple[str, ...]
    parents: dict[str, tuple[str, ...]]
    couples: tuple[Couple, ...]
    siblings: tuple[tuple[str, str], ...]
    half_siblings: tuple[tuple[str, str], ...]
    carers: tuple[tuple[str, str, str], ...]
    others: tuple[tuple[str, str, str], ...]


def usable(
    people: Sequence[str], relationships: Iterable[Relationship], as_at: date
) -> list[Relationship]:
    """The relationships between these people that had begun by the day, each once."""
    known = set(people)
    seen: set[tuple[str, str, str]] = set()
    kept = []
    for one in relationships:
        key = (one.person_id, one.relation, one.other_person_id)
        turned = (one.other_person_id, one.relation, one.person_id)
        if (
            one.person_id not in known
            or one.other_person_id not in known
            or one.person_id == one.other_person_id
            or (one.from_on is not None and one.from_on > as_at)
            or key in seen
            or (turned in seen and one.relation in _MUTUAL)
        ):
            continue
        seen.add(key)
        kept.append(one)
    return kept


_MUTUAL = frozenset({*COUPLES, "sibling", "half-sibling", "cousin", "other"})


def ended(one: Relationship, as_at: date) -> bool:
    """Whether the last day of a relationship has passed."""
    return one.to_on is not None and one.to_on < as_at


def read_kin(
    people: Sequence[str],
    relationships: Sequence[Relationship],
    as_at: date,
    died: Mapping[str, date],
) -> Kin:
    """Sort relationships that `usable` has passed; `died` holds the days of deaths."""
    place = {person: number for number, person in enumerate(people)}
    parents: dict[str, list[str]] = {}
    couples: dict[frozenset[str], tuple[tuple[int, date], Couple]] = {}
    siblings: list[tuple[str, str]] = []
    half_siblings: list[tuple[str, str]] = []
    carers: list[tuple[str, str, str]] = []
    others: list[tuple[str, str, str]] = []
    for one in relationships:
        pair = (one.person_id, one.other_person_id)
        if one.relation == "parent":
            parents.setdefault(one.other_person_id, []).append(one.person_id)
        elif one.relation in COUPLES:
            _keep_newest(couples, one, as_at, died)
        elif one.relation == "sibling":
            siblings.append(pair)
        elif one.relation == "half-sibling":
            half_siblings.append(pair)
        elif one.relation in CARERS and not ended(one, as_at):
            carers.append((one.person_id, one.relation, one.other_person_id))
        elif one.relation not in CARERS:
            others.append((one.person_id, one.relation, one.other_person_id))
    for names in parents.values():
        names.sort(key=place.__getitem__)
        if len(names) == 2:
            pair_set = frozenset(names)
            if pair_set not in couples:
                couples[pair_set] = ((0, date.min), Couple(names[0], names[1], recorded=False))
    return Kin(
        tuple(people),
        {child: tuple(parents[child]) for child in people if child in parents},
        tuple(
            sorted(
                (couple for _, couple in couples.values()),
                key=lambda couple: (place[couple.one], place[couple.other]),
            )
        ),
        tuple(siblings),
        tuple(half_siblings),
        tuple(carers),
        tuple(others),
    )


def _keep_newest(
    couples: dict[frozenset[str], tuple[tuple[int, date], Couple]],
    one: Relationship,
    as_at: date,
    died: Mapping[str, date],
) -> None:
    """Of several records about one couple the one that goes on stands, else the newest.

    Partners whom only death parted are not drawn as separated.
    """
    slashes = _SLASHES[one.relation]
    over = ended(one, as_at)
    deaths = [died[who] for who in (one.person_id, one.other_person_id) if who in died]
    parted = one.to_on is not None and any(day <= one.to_on for day in deaths)
    if over and slashes == 0 and not parted:
        slashes = 1
    rank = (0 if over else 1, one.from_on or date.min)
    pair = frozenset((one.person_id, one.other_person_id))
    if pair not in couples or couples[pair][0] < rank:
        couples[pair] = (rank, Couple(one.person_id, one.other_person_id, slashes))
