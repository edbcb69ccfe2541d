"""Who is who in a family, as it will be: for the rules that look at people."""

from __future__ import annotations

from casedesk.domain.records import CaseFile, Consent, Family, Membership, Person, Relationship
from casedesk.interchange.workbook.planning.drafts import Draft
from casedesk.interchange.workbook.planning.world import World


class FamilyPeople:
    """People and memberships as vault and file together have them, made once."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._people: dict[str, Person] = {}
        self._names: dict[str, dict[str, list[Membership]]] = {}

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

    def case_of(self, consent: Consent) -> CaseFile:
        """The family with the people alone whom a consent may name: its own and its giver."""
        called = self._called(consent.family_id)
        giver = " ".join((consent.given_by or "").split()).casefold()
        found = {
            member.person_id: member
            for member in (*called.get(consent.person_id, ()), *called.get(giver, ()))
        }
        people = (self.person(person_id) for person_id in found)
        return CaseFile(
            Family(id=consent.family_id, ref="", name=""),
            people=tuple(person for person in people if person is not None),
            memberships=tuple(found.values()),
        )

    def _called(self, family_id: str) -> dict[str, list[Membership]]:
        """The family's memberships by everything its people are called, and by id."""
        found = self._names.get(family_id)
        if found is None:
            found = self._names[family_id] = {}
            state = self._world.family_by_id(family_id)
            for draft in state.members.values() if state else ():
                member = _membership(draft)
                for name in self._names_of(member):
                    found.setdefault(name, []).append(member)
        return found

    def _names_of(self, member: Membership) -> set[str]:
        person = self.person(member.person_id)
        if person is None:
            return {member.person_id}
        names = [member.ref, person.given_name, person.full_name]
        if person.known_as:
            names += [person.known_as, f"{person.known_as} {person.family_name}"]
        return {member.person_id, *(name.casefold() for name in names)}


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
