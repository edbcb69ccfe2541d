"""Plans the sheet People: a row is a person and their membership of a family.

`same_as` says that a person is already in another family, in this file or in the vault;
rows linked so are one person (docs/interchange.md, One person in two families).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from casedesk.domain.dates import long_date
from casedesk.domain.facts import first_day_of
from casedesk.domain.records import CaseFile, Membership, Person
from casedesk.interchange.workbook.parsing import Row
from casedesk.interchange.workbook.planning.drafts import Draft
from casedesk.interchange.workbook.planning.translation import said_by
from casedesk.interchange.workbook.planning.world import FamilyState, World
from casedesk.interchange.workbook.same_as import splits
from casedesk.interchange.workbook.sheets_family import PEOPLE

_PERSON_FIELDS = frozenset(one.name for one in fields(Person))

Place = tuple[str, str]
"""A family's reference and a person's reference within it."""


@dataclass(slots=True)
class _Links:
    """Which places are the same person: a tree of places, each pointing at another."""

    towards: dict[Place, Place] = field(default_factory=dict)

    def root(self, place: Place) -> Place:
        while (further := self.towards.get(place, place)) != place:
            self.towards[place] = self.towards.get(further, further)
            place = further
        return place

    def join(self, one: Place, other: Place) -> None:
        self.towards[self.root(one)] = self.root(other)


@dataclass(slots=True)
class PeoplePlan:
    """The rows of People with the two drafts each speaks of."""

    rows: list[tuple[Row, Draft, Draft]] = field(default_factory=list)

    @property
    def people(self) -> list[Draft]:
        return list({person.id: person for _row, person, _member in self.rows}.values())

    @property
    def memberships(self) -> list[Draft]:
        return list({member.id: member for _row, _person, member in self.rows}.values())


def plan_people(world: World) -> PeoplePlan:
    """Every row of People, the same person in several families made one."""
    rows = list(_rows_by_place(world))
    links = _Links()
    named_by: dict[Place, Row] = {}
    places = {place for place, _state, _row in rows}
    for place, _state, row in rows:
        if "same_as" in row.values:
            other = _find(world, places, place, row)
            if other is not None:
                links.join(place, other)
                named_by.setdefault(other, row)
    # Rows that say `same_as` come last, so that they are the ones found at fault.
    placed = [(place, row) for place, _state, row in rows]
    ordered = [
        *((place, row) for place, row in placed if "same_as" not in row.values),
        *((place, row) for place, row in named_by.items() if place not in places),
        *((place, row) for place, row in placed if "same_as" in row.values),
    ]
    ids = _known_ids(world, links, ordered)
    plan = PeoplePlan()
    for place, state, row in rows:
        person = _person_draft(world, links.root(place), ids)
        member = _membership_draft(world, state, place, person)
        _say_row(world, state, row, person, member)
        plan.rows.append((row, person, member))
        if state.case is not None:
            _check_birth_against_facts(world, state.case, row, person)
    return plan


def _rows_by_place(world: World) -> Iterator[tuple[Place, FamilyState, Row]]:
    for row in world.parsed.rows(PEOPLE):
        state = world.family_of(PEOPLE, row)
        ref = row.values.get("person_ref")
        if ref is None:
            world.error(PEOPLE, row, "person_ref", None, "should name the person")
        elif state is not None:
            yield (state.ref, ref), state, row


def _find(world: World, places: set[Place], place: Place, row: Row) -> Place | None:
    """The place that `same_as` means, in the file or the vault."""
    written = row.values["same_as"]
    found = [
        (family, person)
        for family, person in splits(written)
        if (family, person) in places or _in_vault(world, family, person)
    ]
    if not found:
        world.error(
            PEOPLE, row, "same_as", written,
            "is no person of the file or the vault; write FAMILY/PERSON",
        )  # fmt: skip
        return None
    if len(found) > 1:
        world.error(
            PEOPLE, row, "same_as", written,
            "may mean several people, because references have a slash in them; give one of "
            "the families another reference",
        )  # fmt: skip
        return None
    if found[0] == place:
        world.error(PEOPLE, row, "same_as", written, "is this very person; leave the cell blank")
        return None
    if found[0][0] == place[0]:
        world.error(
            PEOPLE, row, "same_as", written,
            "is in this same family, where a person has one reference; take out one of the rows",
        )  # fmt: skip
        return None
    return found[0]


def _in_vault(world: World, family: str, person: str) -> bool:
    state = world.known_family(family)
    return state is not None and person in state.members


def _known_ids(world: World, links: _Links, places: list[tuple[Place, Row]]) -> dict[Place, str]:
    """The vault's person for each group of places; two of them in one group are an error.

    `places` come with the row to blame.
    """
    ids: dict[Place, str] = {}
    families: dict[tuple[Place, str], Place] = {}
    for place, row in places:
        root = links.root(place)
        other = families.setdefault((root, place[0]), place)
        if other != place:
            world.error(
                PEOPLE, row, "same_as", row.values.get("same_as"),
                f"makes {other[1]} and {place[1]} of family {place[0]} one person; a family has "
                "each person once",
            )  # fmt: skip
        member = _member(world, place)
        if member is None or member.old is None:
            continue
        person = str(member.get("person_id"))
        if ids.setdefault(root, person) != person:
            world.error(
                PEOPLE, row, "same_as", row.values.get("same_as"),
                "names somebody who is a different person in the vault; the two have to be "
                "merged there first",
            )  # fmt: skip
    return ids


def _member(world: World, place: Place) -> Draft | None:
    state = world.known_family(place[0])
    return state.members.get(place[1]) if state else None


def _person_draft(world: World, root: Place, ids: dict[Place, str]) -> Draft:
    if root in ids:
        return world.people[ids[root]]
    draft = world.new_draft(Person)
    ids[root] = draft.id
    return draft


def _membership_draft(world: World, state: FamilyState, place: Place, person: Draft) -> Draft:
    member = state.members.get(place[1])
    if member is None:
        member = state.members[place[1]] = world.new_draft(Membership)
        member.said = {"family_id": state.id, "person_id": person.id, "ref": place[1]}
    return member


def _say_row(world: World, state: FamilyState, row: Row, person: Draft, member: Draft) -> None:
    said = said_by(world, PEOPLE, row, state)
    mine = {name: said.pop(name) for name in list(said) if name in _PERSON_FIELDS}
    if member.rows:
        earlier = member.rows[-1][1].number
        world.warn(PEOPLE, row, f"it is the same person as row {earlier}; taken as one.")
    world.say(member, PEOPLE, row, said, "person")
    world.say(person, PEOPLE, row, mine, "person")


def _check_birth_against_facts(world: World, case: CaseFile, row: Row, person: Draft) -> None:
    """A new date of birth may not lie after a fact that the vault has of the person."""
    born = person.changed_fields().get("date_of_birth")
    if born is None:
        return
    for fact in case.facts:
        begins = first_day_of(fact)
        if fact.person_id == person.id and not fact.in_error and begins and begins < born:
            world.error(
                PEOPLE, row, "date_of_birth", born,
                f"is after a fact of {long_date(begins)} that the vault has of this person",
            )  # fmt: skip
            return
