"""Plans the sheet Families: a row is the family, its current involvement and address."""

from __future__ import annotations

from dataclasses import dataclass

from casedesk.interchange.workbook.parsing import CLEAR, Row
from casedesk.interchange.workbook.planning.drafts import Said
from casedesk.interchange.workbook.planning.translation import said_by
from casedesk.interchange.workbook.planning.world import FamilyState, World
from casedesk.interchange.workbook.sheets_family import FAMILIES, PEOPLE

INVOLVEMENT_FIELDS = frozenset(
    ("programme", "referred_on", "started_on", "closed_on", "closure_reason", "keyworker", "team")
)
ADDRESS_FIELDS = frozenset(("address", "postcode", "uprn", "protected"))

Name = tuple[str, str]
"""A given and a family name, to compare."""


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """A Families row, and what it says of each of the three records."""

    state: FamilyState
    row: Row
    involvement: Said
    address: Said


def plan_families(world: World) -> list[FamilyRow]:
    """Every family that has a row of its own, known or new."""
    planned: list[FamilyRow] = []
    names = _names_by_family(world)
    for row in world.parsed.rows(FAMILIES):
        ref = row.values.get("family_ref")
        if ref is None:
            world.error(FAMILIES, row, "family_ref", None, "should name the family")
            continue
        state = world.add_family(ref)
        said = said_by(world, FAMILIES, row, None)
        involvement = {name: said.pop(name) for name in INVOLVEMENT_FIELDS if name in said}
        address = {name: said.pop(name) for name in ADDRESS_FIELDS if name in said}
        if address.get("address") is CLEAR:
            address["address"] = ""
        if state.case is not None:
            _warn_of_another_name(world, state, row, names)
        if state.draft.rows:
            earlier = state.draft.rows[-1][1].number
            world.warn(FAMILIES, row, f"it is the same family as row {earlier}; taken as one.")
        world.say(state.draft, FAMILIES, row, said, "family")
        planned.append(FamilyRow(state, row, involvement, address))
    return planned


def _names_by_family(world: World) -> dict[str, set[Name]]:
    """The names that the file has for the people of each family."""
    found: dict[str, set[Name]] = {}
    for row in world.parsed.rows(PEOPLE):
        given, family = (row.values.get(at, "") for at in ("given_name", "family_name"))
        name = (_folded(str(given)), _folded(str(family)))
        found.setdefault(row.values.get("family_ref", ""), set()).add(name)
    return found


def _warn_of_another_name(
    world: World, state: FamilyState, row: Row, names: dict[str, set[Name]]
) -> None:
    """A known reference under a different name with none of the same people."""
    name = row.values.get("name")
    if (
        state.case is None
        or not isinstance(name, str)
        or _folded(name) == _folded(state.case.family.name)
    ):
        return
    known = {(_folded(one.given_name), _folded(one.family_name)) for one in state.case.people}
    if known & names.get(state.ref, set()):
        return
    world.warn(
        FAMILIES,
        row,
        f"family {state.ref} is “{state.case.family.name}” in the vault and “{name}” here, "
        "with none of the same people; check that the reference is right.",
    )


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
