"""Who may be in the vault already: people and families alike to those of a new family.

Only names with the same first letter, the same date of birth, number or postcode are compared,
so that it stays quick however many there are. Alike is said in words; there is no score.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from rapidfuzz import fuzz

from casedesk.domain.identifiers import normal_nhs_number, normal_upn
from casedesk.domain.views.new_family import (
    LikelyFamily,
    LikelyPerson,
    LookUp,
    NewFamily,
    NewPerson,
)
from casedesk.storage.people_queries import (
    KnownFamily,
    KnownPerson,
    families_at,
    families_like,
    families_of_people,
    people_like,
)
from casedesk.storage.reader import Reader
from casedesk.storage.search_text import fold

ALIKE = 85
"""How alike two names must be, of 100, where nothing else speaks for it."""
ALIKE_WITH_BIRTHDAY = 60
"""How alike they must be where the dates of birth are the same."""
MOST_SHOWN = 20
_LOOKED_AT = (
    "given_name",
    "family_name",
    "known_as",
    "date_of_birth",
    "nhs_number",
    "upn",
    "phone",
)
"""What of a person the look goes by."""


def look_up(reading: Reader, entry: NewFamily) -> LookUp:
    """Everybody and every family worth a look before `entry` is created."""
    people = list(_people(reading, entry))
    families = _families(reading, entry, people)
    people.sort(key=lambda one: (not one.certain, one.place, one.name))
    families.sort(key=lambda one: (not one.certain, one.name))
    return LookUp(tuple(people[:MOST_SHOWN]), tuple(families[:MOST_SHOWN]), print_of(entry))


def print_of(entry: NewFamily) -> str:
    """A digest of what was typed: a look-up holds for that entry and no other.

    Linking a person to one that was found does not change it.
    """
    people = [tuple(getattr(one, name) for name in _LOOKED_AT) for one in entry.people]
    said = repr((entry.name, entry.postcode, people))
    return hashlib.sha256(said.encode()).hexdigest()


def _people(reading: Reader, entry: NewFamily) -> Iterator[LikelyPerson]:
    new = [one for one in entry.people if one.same_as is None]
    numbers = {value for one in new for value in (one.nhs_number, one.upn, one.phone) if value}
    known = people_like(
        reading,
        {fold(one.family_name)[:1] for one in new},
        {one.date_of_birth for one in new if one.date_of_birth is not None},
        numbers,
    )
    found = [
        (place, one, why, certain)
        for place, typed in enumerate(entry.people)
        if typed.same_as is None
        for one in known
        if (judged := _same_person(typed, one)) is not None
        for why, certain in (judged,)
    ]
    elsewhere = families_of_people(reading, {one.id for _, one, _, _ in found})
    for place, one, why, certain in found:
        name = f"{one.given_name} {one.family_name}".strip()
        families = elsewhere.get(one.id, ())
        yield LikelyPerson(place, one.id, name, one.date_of_birth, families, why, certain)


def _same_person(typed: NewPerson, known: KnownPerson) -> tuple[str, bool] | None:
    """Why they may be the same, and whether it is as good as certain; None for no."""
    if _same_number(normal_nhs_number, typed.nhs_number, known.nhs_number):
        return "the same NHS number", True
    if _same_number(normal_upn, typed.upn, known.upn):
        return "the same UPN", True
    if typed.phone and typed.phone == known.phone:
        return "the same phone number", False
    born, other = typed.date_of_birth, known.date_of_birth
    alike = _names_alike(typed, known)
    same_name = alike == 100
    if born is not None and born == other:
        if same_name:
            return "the same name and date of birth", True
        return (
            ("the same date of birth and a name alike", False)
            if (alike >= ALIKE_WITH_BIRTHDAY)
            else None
        )
    if alike < ALIKE:
        return None
    name = "the same name" if same_name else "a name alike"
    if born is None or other is None:
        return name, False
    swapped = (born.year, born.month, born.day) == (other.year, other.day, other.month)
    if swapped:
        return f"{name}, day and month of birth swapped", False
    near = abs((born - other).days) <= 366
    return (f"{name}, born within a year", False) if near else None


def _same_number(normal: Callable[[str], str], one: str | None, other: str | None) -> bool:
    return bool(one and other) and normal(one or "") == normal(other or "")


def _names_alike(typed: NewPerson, known: KnownPerson) -> float:
    """The likeness of the whole names, 0 to 100; either may use the name they go by."""
    family = fuzz.ratio(fold(typed.family_name), fold(known.family_name))
    given = (
        max(
            fuzz.ratio(fold(one), fold(other))
            for one in (typed.given_name, typed.known_as)
            for other in (known.given_name, known.known_as)
            if one and other
        )
        if typed.given_name and known.given_name
        else 0.0
    )
    return min(family, given)


def _families(reading: Reader, entry: NewFamily, people: list[LikelyPerson]) -> list[LikelyFamily]:
    found: dict[str, LikelyFamily] = {}

    def note(known: KnownFamily, why: str, *, certain: bool = False) -> None:
        before = found.get(known.ref)
        said = why if before is None else f"{before.why}; {why}"
        sure = certain or (before is not None and before.certain)
        found[known.ref] = LikelyFamily(known.ref, known.name, known.status, said, sure)

    typed = _bare_name(entry.name)
    for known in families_like(reading, {typed[:1]}):
        alike = fuzz.ratio(typed, _bare_name(known.name))
        if alike >= ALIKE:
            note(known, "the same name" if alike == 100 else "a name alike")
    if (entry.postcode or "").strip():
        for known, address in families_at(reading, entry.postcode or ""):
            note(known, f"the same postcode: {' '.join(address.split())}")
    for person in people:
        for ref in person.families:
            family = reading.family_by_ref(ref)
            known = KnownFamily(family.id, family.ref, family.name, family.status)
            note(known, f"{person.name} is in it", certain=person.certain)
    return list(found.values())


def _bare_name(name: str) -> str:
    return fold(name).strip().removesuffix("family").strip()
