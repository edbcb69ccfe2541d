"""Plans the sheets Involvements and Addresses together with the current ones of Families.

The Families row is the current one; a row here is an earlier one, or says more about the
current. Source: docs/interchange.md, Current and earlier.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from casedesk.domain.records import Address, CaseFile, Involvement, Record
from casedesk.interchange.workbook.columns import Sheet
from casedesk.interchange.workbook.parsing import CLEAR, Row
from casedesk.interchange.workbook.planning.drafts import Draft, Said, shape_of
from casedesk.interchange.workbook.planning.families import (
    ADDRESS_FIELDS,
    INVOLVEMENT_FIELDS,
    FamilyRow,
)
from casedesk.interchange.workbook.planning.translation import said_by
from casedesk.interchange.workbook.planning.world import FamilyState, World
from casedesk.interchange.workbook.sheets_family import ADDRESSES, FAMILIES, INVOLVEMENTS

Key = tuple[Any, ...]
Get = Callable[[str], Any]
Said_ = tuple[Row, Said]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What differs between involvements and addresses.

    `key` is what makes two of them the same; `names_one` whether a key says enough to look
    for an earlier one by it; `moved` whether the Families row speaks of another one than
    the current.
    """

    sheet: Sheet
    kind: type[Record]
    fields: frozenset[str]
    recorded: Callable[[CaseFile], tuple[Record, ...]]
    own: Callable[[FamilyRow], Said]
    key: Callable[[Get], Key]
    names_one: Callable[[Key], bool]
    moved: Callable[[Draft, Said], bool]
    called: str


def plan_timeline(world: World, line: Timeline, families: list[FamilyRow]) -> list[Draft]:
    """Match every row with the involvement or address that it speaks of.

    Answers the drafts that rows speak of: those of the sheet in its order, then those of
    Families alone, because the current one was recorded after the earlier ones.
    """
    planned: list[Draft] = []
    for state, own, others in _by_family(world, line, families):
        known = [world.draft_of(one) for one in line.recorded(state.case)] if state.case else []
        claimed = {line.key(_getter(said)) for _row, said in others}
        now = _current(world, line, state, known, own, claimed)
        if now is not None:
            for row, said in own:
                world.say(now, FAMILIES, row, said, line.called)
        pool = known if now is None or now in known else [*known, now]
        by_key = {line.key(one.before): one for one in reversed(pool)}
        if now is not None:
            by_key.setdefault(line.key(now.get), now)
        for row, said in others:
            key = line.key(_getter(said))
            draft = by_key.get(key)
            if draft is None and line.kind is Address:
                draft = now if _dates_current_address(world, now, said) else None
            if draft is None:
                draft = _new(world, line, state)
                pool.append(draft)
            by_key[key] = draft
            _say_again(world, draft, line.sheet, row, said)
        planned.extend(one for one in pool if one.rows)
    return sorted(planned, key=lambda draft: _place(line, draft))


def _place(line: Timeline, draft: Draft) -> tuple[bool, int]:
    own = next((row.number for name, row in draft.rows if name == line.sheet.name), None)
    return (True, draft.first_row) if own is None else (False, own)


def is_emptied(draft: Draft) -> bool:
    """Whether a Families row cleared everything of a known current involvement or address."""
    names = _EMPTIED.get(draft.kind.__name__)
    if names is None or draft.is_new or not draft.get("current"):
        return False
    if not any(value in (CLEAR, "") for value in draft.said.values()):
        return False
    empty = shape_of(draft.kind).defaults
    return all(draft.get(name) in (empty.get(name), "") for name in names)


_EMPTIED = {"Involvement": INVOLVEMENT_FIELDS, "Address": ADDRESS_FIELDS}


def _by_family(
    world: World, line: Timeline, families: list[FamilyRow]
) -> Iterator[tuple[FamilyState, list[Said_], list[Said_]]]:
    """Each family named, with what its Families rows and its rows here say."""
    own: dict[str, list[Said_]] = {}
    others: dict[str, list[Said_]] = {}
    for family in families:
        said = line.own(family)
        if said:
            own.setdefault(family.state.ref, []).append((family.row, said))
    for row in world.parsed.rows(line.sheet):
        state = world.family_of(line.sheet, row)
        if state is not None:
            others.setdefault(state.ref, []).append((row, said_by(world, line.sheet, row, state)))
    for ref in dict.fromkeys((*own, *others)):
        yield world.families[ref], own.get(ref, []), others.get(ref, [])


def _current(
    world: World,
    line: Timeline,
    state: FamilyState,
    known: list[Draft],
    own: list[Said_],
    claimed: set[Key],
) -> Draft | None:
    """The one that the Families row speaks of.

    The current one, unless the row names an earlier one, or names another while a row of
    the sheet speaks of the current one, which then is over. None where there is none and
    the row says nothing.
    """
    current = next((one for one in known if one.before("current")), None)
    if not own:
        return current
    row, said = own[0]
    key = line.key(_getter(said))
    if current is not None and not line.moved(current, said):
        return current
    named = None
    if line.names_one(key):
        named = next((one for one in known if line.key(one.before) == key), None)
    if current is not None and named is None and line.key(current.before) not in claimed:
        return current
    if current is None and all(value in (CLEAR, "", False) for value in said.values()):
        return None
    draft = named or _new(world, line, state)
    if line.kind is Address:
        draft.said.setdefault("address", "")
    draft.said["current"] = True
    if current is not None:
        current.said["current"] = False
        current.rows.append((FAMILIES.name, row))
    return draft


def _dates_current_address(world: World, now: Draft | None, said: Said) -> bool:
    """Whether a row gives the dates of the family's current address: it has not ended."""
    get = _getter(said)
    until = get("to_on")
    return (
        now is not None
        and get("person_id") is None
        and get("address") == now.get("address")
        and (until is None or until >= world.lists.today)
    )


def _new(world: World, line: Timeline, state: FamilyState) -> Draft:
    draft = world.new_draft(line.kind)
    draft.said = {"family_id": state.id}
    return draft


def _say_again(world: World, draft: Draft, sheet: Sheet, row: Row, said: Said) -> None:
    twin = next((old for name, old in reversed(draft.rows) if name == sheet.name), None)
    if world.say(draft, sheet, row, said) and twin is not None:
        world.warn(sheet, row, f"it is the same record as row {twin.number}; taken as one.")


def _getter(said: Said) -> Get:
    def get(name: str) -> Any:
        value = said.get(name)
        return None if value is CLEAR else value

    return get


def _involvement_key(get: Get) -> Key:
    """Programme and start, or where there is none the referral."""
    started = get("started_on")
    return get("programme"), started is not None, started or get("referred_on")


def _address_key(get: Get) -> Key:
    return get("person_id"), get("address"), get("from_on")


def _another_involvement(current: Draft, said: Said) -> bool:
    key = _involvement_key(_getter(said))
    return key[0] is not None and key[2] is not None and key != _involvement_key(current.before)


def _another_address(current: Draft, said: Said) -> bool:
    return _getter(said)("address") not in (None, current.before("address"))


INVOLVEMENT_LINE = Timeline(
    INVOLVEMENTS,
    Involvement,
    INVOLVEMENT_FIELDS,
    lambda case: case.involvements,
    lambda family: family.involvement,
    _involvement_key,
    lambda key: key[0] is not None and key[2] is not None,
    _another_involvement,
    "family's current involvement",
)
ADDRESS_LINE = Timeline(
    ADDRESSES,
    Address,
    ADDRESS_FIELDS,
    lambda case: case.addresses,
    lambda family: family.address,
    _address_key,
    lambda _key: False,
    _another_address,
    "family's current address",
)
