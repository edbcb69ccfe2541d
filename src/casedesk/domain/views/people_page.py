"""The people of a family and how they are related."""

from __future__ import annotations

from dataclasses import dataclass

from casedesk.domain.records import Membership, Person, Relationship


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """One member: the records to edit, and the lines a card shows.

    `age_words` reads "34", "5 months" or "died 2019". `marks` are short words (lives here, has
    parental responsibility). `doubts` are sentences about identifiers that do not check.
    `elsewhere` are the references of other families the person is in. `restricted`: show the
    banner, and the details only when asked for.
    """

    person: Person
    membership: Membership
    name: str
    called: str
    age_words: str
    role_words: str
    marks: tuple[str, ...]
    member_now: bool
    doubts: tuple[str, ...]
    elsewhere: tuple[str, ...]
    restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationshipLine:
    """One relationship; `words` reads "Kerry is parent of Tyler"."""

    record: Relationship
    words: str
    ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """Everyone with a membership, members of today first, and their relationships."""

    people: tuple[PersonCard, ...]
    relationships: tuple[RelationshipLine, ...]
