"""People, their membership of families, and how they are related."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casedesk.domain.records.base import Record

ROLES = ("parent", "carer", "child", "other")
SEXES = ("female", "male", "other", "not known")
RELATIONS = (
    "parent", "partner", "ex-partner", "separated", "divorced", "sibling", "half-sibling",
    "step-parent", "grandparent", "aunt-uncle", "cousin", "foster-carer", "guardian", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A person, who may belong to several families. Lists are tuples of codes."""

    given_name: str
    family_name: str
    known_as: str | None = None
    date_of_birth: date | None = None
    died_on: date | None = None
    sex: str | None = None
    gender: str | None = None
    ethnicity: str | None = None
    expectant: bool | None = None
    nhs_number: str | None = None
    upn: str | None = None
    nino: str | None = None
    la_child_id: str | None = None
    phone: str | None = None
    email: str | None = None
    school: str | None = None
    first_language: str | None = None
    interpreter: bool | None = None
    disability: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def called(self) -> str:
        """The name to use in a sentence: what they like to be called, else the given name."""
        return self.known_as or self.given_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Record):
    """A person in a family: at most one for each pair. `ref` is unique within the family.

    Marks without dates (`role`, `parental_responsibility`, `dependent`) hold on every day
    as they are now; None = not said.
    """

    family_id: str
    person_id: str
    ref: str
    role: str | None = None
    parental_responsibility: bool | None = None
    lives_in_household: bool | None = None
    joined_on: date | None = None
    left_on: date | None = None
    dependent: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship(Record):
    """Reads "person is RELATION of other person"; both are members of the family."""

    family_id: str
    person_id: str
    relation: str
    other_person_id: str
    from_on: date | None = None
    to_on: date | None = None
