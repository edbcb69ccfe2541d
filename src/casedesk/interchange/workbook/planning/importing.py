"""Plans a whole import: every sheet in turn, then the checks, then the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from casedesk.domain.records import CaseFile, Record
from casedesk.interchange.workbook.columns import Sheet
from casedesk.interchange.workbook.parsing import CLEAR, ParsedRows, Row
from casedesk.interchange.workbook.planning.checks import Checker
from casedesk.interchange.workbook.planning.drafts import (
    Draft,
    Said,
    in_row_order,
    shape_of,
)
from casedesk.interchange.workbook.planning.families import plan_families
from casedesk.interchange.workbook.planning.matching import RecordMatcher
from casedesk.interchange.workbook.planning.people import PeoplePlan, plan_people
from casedesk.interchange.workbook.planning.plan import ImportPlan
from casedesk.interchange.workbook.planning.timelines import (
    ADDRESS_LINE,
    INVOLVEMENT_LINE,
    is_emptied,
    plan_timeline,
)
from casedesk.interchange.workbook.planning.translation import said_by
from casedesk.interchange.workbook.planning.world import (
    FamilyState,
    NewId,
    NewRef,
    World,
    column_of,
)
from casedesk.interchange.workbook.raw import Progress
from casedesk.interchange.workbook.schema import SHEETS
from casedesk.interchange.workbook.sheets_evidence import DECISIONS
from casedesk.interchange.workbook.sheets_family import (
    ADDRESSES,
    FAMILIES,
    INVOLVEMENTS,
    PEOPLE,
)
from casedesk.interchange.workbook.sheets_work import GOALS

_OF_THEIR_OWN = (FAMILIES, INVOLVEMENTS, ADDRESSES, PEOPLE)


def plan_import(
    parsed: ParsedRows,
    existing: Mapping[str, CaseFile],
    new_id: NewId,
    new_ref: NewRef,
    progress: Progress = lambda _what, _rows: None,
) -> ImportPlan:
    """Work out what a parsed workbook adds to and changes in the vault.

    `existing` has the case files of the families that the file names
    (`parsed.family_refs()`), by reference. `new_id` makes the id of a record and
    `new_ref(prefix)` a reference for a row that gives none. Nothing is stored; every error
    of the file is in the answer.
    """
    world = World(parsed, existing, new_id, new_ref)
    planner = _Planner(world, progress)
    planner.families_and_people()
    for sheet in SHEETS:
        if sheet not in _OF_THEIR_OWN:
            planner.records(sheet)
    return planner.plan()


class _Planner:
    """Gathers the drafts of every sheet and what becomes of them."""

    def __init__(self, world: World, progress: Progress) -> None:
        self._world = world
        self._progress = progress
        self._checker = Checker(world)
        self._adds: list[Record] = []
        self._changes: list[tuple[Record, Record]] = []
        self._removes: list[Record] = []
        self._counts: dict[str, Counter[str]] = {
            "added": Counter(), "changed": Counter(), "unchanged": Counter(),
        }  # fmt: skip

    def families_and_people(self) -> None:
        """The sheets whose rows are several records, or one record with others."""
        world = self._world
        families = plan_families(world)
        people = plan_people(world)
        involvements = plan_timeline(world, INVOLVEMENT_LINE, families)
        addresses = plan_timeline(world, ADDRESS_LINE, families)
        family_drafts = {one.state.id: one.state.draft for one in families}
        self._finish(FAMILIES, family_drafts.values())
        self._finish(PEOPLE, people.people)
        self._finish(PEOPLE, people.memberships)
        for sheet, planned in ((INVOLVEMENTS, involvements), (ADDRESSES, addresses)):
            self._finish(sheet, planned)
            self._count_rows(sheet, planned)
        touched = {
            str(draft.get("family_id"))
            for draft in (*involvements, *addresses)
            if _from_families(draft) and _differs(draft)
        }
        for draft in family_drafts.values():
            changed = _differs(draft) or draft.id in touched
            self._count(FAMILIES, "added" if draft.is_new else _changed(changed))
        self._count_people(people)

    def records(self, sheet: Sheet) -> None:
        """A sheet of which each row is one record."""
        if sheet.record is None:
            return
        rows = self._world.parsed.rows(sheet)
        if not rows:
            return
        self._progress(f"Planning {sheet.name}", len(rows))
        named = bool(sheet.own_ref) and all(sheet.own_ref in row.values for row in rows)
        matcher = RecordMatcher(self._world, sheet, sheet.record, all_named=named)
        without: list[tuple[Row, Said]] = []
        states: dict[int, FamilyState] = {}
        for row in rows:
            state = self._world.family_of(sheet, row)
            if state is None:
                continue
            states[row.number] = state
            said = said_by(self._world, sheet, row, state)
            if said.get("ref"):
                draft = matcher.take_with_ref(state, row, said)
                if sheet is GOALS:
                    state.goals[said["ref"]] = draft.id
            elif sheet.by_name.get(sheet.own_ref) in sheet.required:
                self._world.error(sheet, row, sheet.own_ref, None, "is required")
            else:
                without.append((row, said))
        for row, said in without:
            matcher.take_without_ref(states[row.number], row, said)
        drafts = in_row_order(matcher.drafts.values())
        self._finish(sheet, drafts)
        self._count_rows(sheet, drafts)

    def plan(self) -> ImportPlan:
        log = self._world.log
        errors = log.error_sentences(
            {sheet.name: [column.name for column in sheet.columns] for sheet in SHEETS}
        )
        if errors:
            return ImportPlan(warnings=log.warning_sentences(), errors=errors)
        return ImportPlan(
            adds=tuple(self._adds),
            changes=tuple(self._changes),
            removes=tuple(self._removes),
            added=_by_sheet(self._counts["added"]),
            changed=_by_sheet(self._counts["changed"]),
            unchanged=_by_sheet(self._counts["unchanged"]),
            warnings=log.warning_sentences(),
        )

    def _finish(self, sheet: Sheet, drafts: Iterable[Draft]) -> None:
        """Check the drafts that rows speak of, and take over what becomes of them."""
        for draft in drafts:
            if not draft.rows:
                continue
            if draft.is_new and sheet.own_ref and not draft.said.get("ref"):
                draft.said["ref"] = self._world.new_ref(sheet.prefix)
            if sheet is DECISIONS:
                self._give_version(draft)
            record = self._made(sheet, draft)
            speaking = sheet if any(name == sheet.name for name, _row in draft.rows) else FAMILIES
            self._checker.check(speaking, draft, record)
            if record is None:
                continue
            if draft.old is None:
                self._adds.append(record)
            elif is_emptied(draft):
                self._removes.append(draft.old)
            elif record is not draft.old:
                self._changes.append((draft.old, record))

    def _made(self, sheet: Sheet, draft: Draft) -> Record | None:
        """The record; None, with errors, where a required value is missing."""
        if draft.is_new:
            known = shape_of(draft.kind).fields
            for column in sheet.required:
                if column.fills not in draft.said and column.fills in known:
                    self._require(sheet, draft, column.name)
        return None if draft.missing() else draft.record()

    def _require(self, sheet: Sheet, draft: Draft, column: str) -> None:
        """Note that no row of the sheet gives a required cell, unless one was refused."""
        rows = [row for name, row in draft.rows if name == sheet.name]
        if rows and not any(column in row.values or column in row.bad for row in rows):
            self._world.error(sheet, rows[0], column, None, "is required for a new record")

    def _give_version(self, draft: Draft) -> None:
        """A decision's blank version is the loaded one; a known decision keeps its own."""
        version = draft.said.get("pack_version")
        loaded = self._world.lists.programmes.get(draft.get("programme"))
        if loaded is not None and (version is CLEAR or (version is None and draft.is_new)):
            draft.said["pack_version"] = loaded[0]

    def _count(self, sheet: Sheet, what: str) -> None:
        self._counts[what][sheet.name] += 1

    def _count_rows(self, sheet: Sheet, drafts: Iterable[Draft]) -> None:
        for draft in drafts:
            if any(name == sheet.name for name, _row in draft.rows):
                self._count(sheet, "added" if draft.is_new else _changed(_differs(draft)))

    def _count_people(self, plan: PeoplePlan) -> None:
        counted: set[str] = set()
        for row, person, member in plan.rows:
            if member.id in counted:
                continue
            counted.add(member.id)
            changed = _differs(member) or any(
                column_of(PEOPLE, name) in row.values for name in person.changed_fields()
            )
            self._count(PEOPLE, "added" if member.is_new else _changed(changed))


def _by_sheet(counts: Counter[str]) -> dict[str, int]:
    return {sheet.name: counts[sheet.name] for sheet in SHEETS if counts[sheet.name]}


def _changed(changed: bool) -> str:
    return "changed" if changed else "unchanged"


def _differs(draft: Draft) -> bool:
    return draft.is_new or bool(draft.changed_fields())


def _from_families(draft: Draft) -> bool:
    return any(name == FAMILIES.name for name, _row in draft.rows)
