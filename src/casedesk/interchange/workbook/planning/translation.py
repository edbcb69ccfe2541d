"""What a row says of a record: headings become fields, references become ids."""

from __future__ import annotations

from functools import cache
from typing import Any

from casedesk.interchange.workbook.columns import Column, Holds, Sheet
from casedesk.interchange.workbook.parsing import CLEAR, Row
from casedesk.interchange.workbook.planning.drafts import Said
from casedesk.interchange.workbook.planning.world import FamilyState, World
from casedesk.interchange.workbook.voices import UnknownChild, read_voices

_NOT_FIELDS = frozenset(("family_ref", "same_as"))


def said_by(world: World, sheet: Sheet, row: Row, family: FamilyState | None) -> Said:
    """The fields that a row gives, with people and goals of `family` named by their ids.

    References that nobody has are errors, and left out. `family` is None on the sheets
    whose own columns hold no such references.
    """
    said: Said = {}
    plain, special = _columns(sheet)
    for heading, value in row.values.items():
        name = plain.get(heading)
        if name is not None:
            said[name] = value
        elif heading in special and family is not None:
            _say_special(world, sheet, row, family, special[heading], value, said)
    return said


@cache
def _columns(sheet: Sheet) -> tuple[dict[str, str], dict[str, Column]]:
    plain: dict[str, str] = {}
    special: dict[str, Column] = {}
    for column in sheet.columns:
        if column.name in _NOT_FIELDS:
            continue
        if _is_special(column):
            special[column.name] = column
        else:
            plain[column.name] = column.fills
    return plain, special


def _is_special(column: Column) -> bool:
    return column.holds in (Holds.REFS, Holds.VOICES, Holds.MOMENT) or column.fills in (
        "person_id",
        "other_person_id",
        "goal_id",
    )


def _say_special(
    world: World,
    sheet: Sheet,
    row: Row,
    family: FamilyState,
    column: Column,
    value: Any,
    said: Said,
) -> None:
    name = column.fills
    if value is CLEAR:
        said[name] = CLEAR
    elif column.holds is Holds.MOMENT:
        said["on"], said["at_time"] = value
    elif column.holds is Holds.VOICES:
        voices = _voices(world, sheet, row, family, value)
        if voices is not None:
            said[name] = voices
    elif column.holds is Holds.REFS:
        found = [world.person_id(family, sheet, row, column.name, ref) for ref in value]
        said[name] = tuple(dict.fromkeys(one for one in found if one is not None))
    elif name == "goal_id":
        goal = family.goals.get(value)
        if goal is None:
            world.error(
                sheet, row, column.name, value,
                f"is not the reference of a goal of family {family.ref}",
            )  # fmt: skip
        else:
            said[name] = goal
    else:
        person = world.person_id(family, sheet, row, column.name, value)
        if person is not None:
            said[name] = person


def _voices(
    world: World, sheet: Sheet, row: Row, family: FamilyState, value: str
) -> tuple[tuple[str | None, str], ...] | None:
    try:
        return read_voices(value, family.person_of)
    except UnknownChild as unknown:
        world.error(
            sheet, row, "child_voice", unknown.ref,
            f"is not the reference of a person in family {family.ref}; begin the line with a "
            "colon if the words are nobody's in particular",
        )  # fmt: skip
        return None
