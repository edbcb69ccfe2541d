"""Which person of the vault each child of a census is.

By UPN, else by a former UPN, else by the council's own child id: the first of them that
any person has decides. The date of birth must agree or be missing on one side. Whatever
leaves a doubt is listed and not applied (docs/interchange-census.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from casedesk.domain.dates import long_date
from casedesk.domain.identifiers import UPN_UNKNOWN, normal_reference, normal_upn
from casedesk.domain.records import Membership, Person
from casedesk.interchange.cin_census_records import CensusChild


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the vault in one family; one who belongs to two families comes twice."""

    person: Person
    membership: Membership
    family_ref: str

    @property
    def label(self) -> str:
        return f"{self.person.full_name} ({self.family_ref}/{self.membership.ref})"


@dataclass(frozen=True, slots=True)
class Match:
    """A child of the census and the person it is, with every family they belong to."""

    child: CensusChild
    found: tuple[KnownPerson, ...]

    @property
    def person(self) -> Person:
        return self.found[0].person


@dataclass(frozen=True, slots=True)
class Doubt:
    """A child that may be a person of the vault, and why that is not certain."""

    child: CensusChild
    found: tuple[KnownPerson, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Matching:
    """The children of a census, each in one of the three lists, in the file's order."""

    matched: tuple[Match, ...]
    doubtful: tuple[Doubt, ...]
    unmatched: tuple[CensusChild, ...]


def match_children(children: Iterable[CensusChild], people: Sequence[KnownPerson]) -> Matching:
    """Match every child of a census with the people of the vault."""
    by_upn = _index(people, lambda person: person.upn, normal_upn)
    by_child_id = _index(people, lambda person: person.la_child_id, normal_reference)
    matched: list[Match] = []
    doubtful: list[Doubt] = []
    unmatched: list[CensusChild] = []
    for child in children:
        means, found = _look_up(child, by_upn, by_child_id)
        if not found:
            unmatched.append(child)
        elif reason := _doubt(child, means, found):
            doubtful.append(Doubt(child, found, reason))
        else:
            matched.append(Match(child, found))
    matched, twice = _split_shared(matched)
    doubtful = sorted(doubtful + twice, key=lambda one: one.child.position)
    return Matching(tuple(matched), tuple(doubtful), tuple(unmatched))


def _index(
    people: Sequence[KnownPerson],
    read: Callable[[Person], str | None],
    normal: Callable[[str], str],
) -> dict[str, list[KnownPerson]]:
    index: dict[str, list[KnownPerson]] = {}
    for known in people:
        key = normal(read(known.person) or "")
        if key and key not in UPN_UNKNOWN:
            index.setdefault(key, []).append(known)
    return index


def _look_up(
    child: CensusChild,
    by_upn: Mapping[str, list[KnownPerson]],
    by_child_id: Mapping[str, list[KnownPerson]],
) -> tuple[str, tuple[KnownPerson, ...]]:
    """What the child was found by, and everybody found by it."""
    if found := by_upn.get(normal_upn(child.upn)):
        return "UPN", tuple(found)
    former = {
        (known.person.id, known.membership.family_id): known
        for upn in child.former_upns
        for known in by_upn.get(normal_upn(upn), ())
    }
    if former:
        return "former UPN", tuple(former.values())
    return "child id", tuple(by_child_id.get(normal_reference(child.child_id), ()))


def _doubt(child: CensusChild, means: str, found: tuple[KnownPerson, ...]) -> str | None:
    if len({known.person.id for known in found}) > 1:
        several = ", ".join(known.label for known in found)
        if len({known.membership.family_id for known in found}) > 1:
            return f"the {means} belongs to people in different families: {several}."
        return f"the {means} belongs to more than one person: {several}."
    born, recorded = child.born.day, found[0].person.date_of_birth
    if born is not None and recorded is not None and born != recorded:
        return (
            f"the {means} is that of {found[0].label}, but the date of birth is "
            f"{long_date(born)} in the census and {long_date(recorded)} in the case file."
        )
    return None


def _split_shared(matched: list[Match]) -> tuple[list[Match], list[Doubt]]:
    """Sets apart children of different ids that turn out to be one person.

    A child whose block comes twice under one id is one child, and stays.
    """
    ids: dict[str, set[str]] = {}
    for match in matched:
        ids.setdefault(match.person.id, set()).add(normal_reference(match.child.child_id))
    kept = [match for match in matched if len(ids[match.person.id]) == 1]
    doubts = [
        Doubt(
            match.child,
            match.found,
            f"more than one child of the census would be {match.found[0].label}.",
        )
        for match in matched
        if len(ids[match.person.id]) > 1
    ]
    return kept, doubts
