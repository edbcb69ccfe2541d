"""A new family: what is typed in, and who may be in the vault already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody in the new family. `same_as` is the id of a person the vault has already."""

    given_name: str
    family_name: str
    date_of_birth: date | None = None
    sex: str | None = None
    role: str | None = None
    known_as: str | None = None
    lives_in_household: bool | None = None
    parental_responsibility: bool | None = None
    nhs_number: str | None = None
    upn: str | None = None
    phone: str | None = None
    school: str | None = None
    same_as: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFamily:
    """What is known of a new family; only the name is needed. Blank `ref` = one of our own."""

    name: str
    ref: str = ""
    status: str | None = "referred"
    programme: str | None = None
    referred_on: date | None = None
    referral_source: str | None = None
    started_on: date | None = None
    keyworker: str | None = None
    team: str | None = None
    address: str | None = None
    postcode: str | None = None
    protected_address: bool = False
    people: tuple[NewPerson, ...] = ()


@dataclass(frozen=True, slots=True)
class LikelyPerson:
    """Somebody who may be the same. `place` is the new person's in the entry; `why` in words."""

    place: int
    person_id: str
    name: str
    born: date | None
    families: tuple[str, ...]
    why: str
    certain: bool


@dataclass(frozen=True, slots=True)
class LikelyFamily:
    """A family that may be the same; `why` in words."""

    ref: str
    name: str
    status: str | None
    why: str
    certain: bool


@dataclass(frozen=True, slots=True)
class LookUp:
    """What was found; `of` ties it to the entry, so that creating needs a look at that entry."""

    people: tuple[LikelyPerson, ...]
    families: tuple[LikelyFamily, ...]
    of: str

    @property
    def nothing_found(self) -> bool:
        return not (self.people or self.families)
