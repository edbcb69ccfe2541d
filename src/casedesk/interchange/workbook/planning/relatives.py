"""Who is who in a family, as it will be: for the rules that look at people."""

from __future__ import annotations

from casedesk.domain.records import CaseFile, Family, Membership, Person, Relationship
from casedesk.interchange.workbook.planning.drafts import Draft
from casedesk.interchange.workbook.planning.world import World


class FamilyPeople:
    """People and memberships as vault and file together have them, made once."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._people: dict[str, Person] = {}
        self._cases: dict[str, CaseFile] = {}

    def person(self, person_id: str | None) -> Person | None:
        """A person's names and dates; None for the whole family, or somebody unknown."""
        if person_id is None:
            return None
        if person_id not in self._people:
            draft = self._world.people.get(person_id)
            if draft is None:
                return None
            self._people[person_id] = _person(draft)
        return self._people[person_id]

    def case(self, family_id: str) -> CaseFile:
        """The family with its people alone."""
        if family_id not in self._cases:
            state = self._world.family_by_id(family_id)
            drafts = state.members.values() if state else ()
            members = tuple(_membership(draft) for draft in drafts)
            found = (self.person(member.person_id) for member in members)
            self._cases[family_id] = CaseFile(
                Family(id=family_id, ref=state.ref if state else "", name=""),
                people=tuple(person for person in found if person is not None),
                memberships=members,
            )
        return self._cases[family_id]


class ParentPairs:
    """Who is whose parent, to find two people who are each other's."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._said_by: dict[tuple[str, str], str] = {}
        self._opened: set[str] = set()

    def clash(self, record: Relationship, where: str) -> str | None:
        """Remember that one is the other's parent; say who holds the reverse, if anybody."""
        if record.family_id not in self._opened:
            self._opened.add(record.family_id)
            state = self._world.family_by_id(record.family_id)
            for one in state.case.relationships if state and state.case else ():
                if one.relation == "parent":
                    self._said_by[one.person_id, one.other_person_id] = "the vault"
        self._said_by.setdefault((record.person_id, record.other_person_id), where)
        return self._said_by.get((record.other_person_id, record.person_id))


def _person(draft: Draft) -> Person:
    return Person(
        id=draft.id,
        given_name=draft.get("given_name") or "",
        family_name=draft.get("family_name") or "",
        known_as=draft.get("known_as"),
        date_of_birth=draft.get("date_of_birth"),
        died_on=draft.get("died_on"),
    )


def _membership(draft: Draft) -> Membership:
    return Membership(
        id=draft.id,
        family_id=draft.get("family_id"),
        person_id=draft.get("person_id"),
        ref=draft.get("ref"),
        role=draft.get("role"),
        parental_responsibility=draft.get("parental_responsibility"),
    )
