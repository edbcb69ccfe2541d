"""People looked up by their ids and by names that sound alike, without reading everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select

from casedesk.storage.reader import Reader
from casedesk.storage.tables import addresses, families, memberships, persons

AT_MOST = 5_000
"""So many candidates are compared; more share a first letter only in a vault of a whole city."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """As much of a person as tells whether they are the same."""

    id: str
    given_name: str
    family_name: str
    known_as: str | None
    date_of_birth: date | None
    nhs_number: str | None
    upn: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class KnownFamily:
    """As much of a family as tells whether it is the same."""

    id: str
    ref: str
    name: str
    status: str | None


def other_families_of(
    reading: Reader, people: Collection[str], family_id: str
) -> dict[str, tuple[str, ...]]:
    """The references of the other families that people are in, by person id."""
    query = (
        select(memberships.c.person_id, families.c.ref)
        .join(families, families.c.id == memberships.c.family_id)
        .where(memberships.c.person_id.in_(people), memberships.c.family_id != family_id)
        .order_by(families.c.ref)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for person_id, ref in reading._connection.execute(query):
        found[person_id].append(ref)
    return {person_id: tuple(refs) for person_id, refs in found.items()}


def families_of_people(reading: Reader, people: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The references of all families that people are in, by person id."""
    return other_families_of(reading, people, "")


def people_like(
    reading: Reader, initials: Iterable[str], born: Iterable[date], numbers: Iterable[str]
) -> list[KnownPerson]:
    """People worth comparing: a family name that begins with one of the letters, a date of
    birth, or a number (NHS, UPN, phone) among those given."""
    columns = persons.c
    letters = sorted({one.casefold() for one in initials if one})
    values = list(numbers)
    query = select(
        columns.id,
        columns.given_name,
        columns.family_name,
        columns.known_as,
        columns.date_of_birth,
        columns.nhs_number,
        columns.upn,
        columns.phone,
    ).where(
        or_(
            func.lower(func.substr(columns.family_name, 1, 1)).in_(letters),
            columns.date_of_birth.in_(list(born)),
            columns.nhs_number.in_(values),
            columns.upn.in_(values),
            columns.phone.in_(values),
        )
    )
    return [KnownPerson(*row) for row in reading._connection.execute(query.limit(AT_MOST))]


def families_like(reading: Reader, initials: Iterable[str]) -> list[KnownFamily]:
    """Families whose name begins with one of the letters."""
    letters = sorted({one.casefold() for one in initials if one})
    columns = families.c
    query = select(columns.id, columns.ref, columns.name, columns.status).where(
        func.lower(func.substr(columns.name, 1, 1)).in_(letters)
    )
    return [KnownFamily(*row) for row in reading._connection.execute(query.limit(AT_MOST))]


def families_at(reading: Reader, postcode: str) -> list[tuple[KnownFamily, str]]:
    """Families with an address that has this postcode, whatever its spacing, and the address."""
    bare = "".join(postcode.split()).upper()
    columns = families.c
    query = (
        select(columns.id, columns.ref, columns.name, columns.status, addresses.c.address)
        .join(addresses, addresses.c.family_id == columns.id)
        .where(func.upper(func.replace(addresses.c.postcode, " ", "")) == bare)
        .limit(AT_MOST)
    )
    return [(KnownFamily(*row[:4]), row[4]) for row in reading._connection.execute(query)]
