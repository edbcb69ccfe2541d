"""Case files as rows of the workbook, with nothing lost (docs/interchange.md, Writing)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from casedesk.domain.records import (
    Address,
    CaseFile,
    Membership,
    Order,
    Person,
)
from casedesk.interchange.workbook.columns import Column, Holds, Sheet
from casedesk.interchange.workbook.recorded import recorded_in
from casedesk.interchange.workbook.schema import SHEETS
from casedesk.interchange.workbook.sheets_family import FAMILIES, INVOLVEMENTS, PEOPLE
from casedesk.interchange.workbook.text_escapes import encode_clear
from casedesk.interchange.workbook.voices import write_voices

OutValue = str | int | Decimal | date | datetime | None
"""A cell to be written: None is blank."""

_SAID_EITHER_WAY = frozenset(
    ("told_family", "parental_responsibility", "lives_in_household", "dependent", "expectant",
     "interpreter")
)  # fmt: skip
"""Yes or no may be unknown here; elsewhere a blank cell is a no."""


@dataclass(slots=True)
class WorkbookRows:
    """Every sheet's rows, cells in the order of the sheet's columns."""

    sheets: dict[str, list[list[OutValue]]] = field(
        default_factory=lambda: {sheet.name: [] for sheet in SHEETS}
    )

    @property
    def total(self) -> int:
        return sum(len(rows) for rows in self.sheets.values())


def workbook_rows(case_files: Iterable[CaseFile], own_programme: str | None = None) -> WorkbookRows:
    """The rows of these families; each sheet in the order recorded.

    A person in several of the families is written once for each, with `same_as` from the
    second on. `own_programme` is the vault's own, which an earlier involvement that names
    none is written under, because Involvements needs one. Documents are files and are not
    in the workbook.
    """
    rows = _Rows(own_programme)
    for case in case_files:
        rows.add(case)
    return rows.finished()


class _Rows:
    def __init__(self, own_programme: str | None) -> None:
        self._own_programme = own_programme
        self._sheets: dict[str, list[tuple[Order, list[OutValue]]]] = {
            sheet.name: [] for sheet in SHEETS
        }
        self._people: list[tuple[Membership, Person, str]] = []

    def add(self, case: CaseFile) -> None:
        """Take a family's own records; what other families recorded is written there."""
        refs = {one.person_id: one.ref for one in case.memberships}
        goals = {one.id: one.ref for one in case.goals}
        self._family(case)
        people = case.person_by_id
        for member in case.memberships:
            if member.person_id in people:
                self._people.append((member, people[member.person_id], case.family.ref))
        said = _on_families_row(case)
        for sheet in SHEETS:
            if sheet.record is None:
                continue
            for record in recorded_in(case, sheet.record):
                if record.family_id == case.family.id and record.id not in said:
                    self._put(sheet, record, case.family.ref, refs, goals)

    def finished(self) -> WorkbookRows:
        self._add_people()
        done = WorkbookRows()
        for name, rows in self._sheets.items():
            rows.sort(key=lambda row: row[0])
            done.sheets[name] = [cells for _order, cells in rows]
        return done

    def _family(self, case: CaseFile) -> None:
        now, home = case.current_involvement, _home(case)
        cells: list[OutValue] = []
        for column in FAMILIES.columns:
            for record in (case.family, now, home):
                if record is not None and hasattr(record, column.fills):
                    cells.append(_plain(column, getattr(record, column.fills)))
                    break
            else:
                cells.append(None)
        self._sheets[FAMILIES.name].append((case.family.order, cells))

    def _put(
        self,
        sheet: Sheet,
        record: Any,
        family_ref: str,
        refs: Mapping[str, str],
        goals: Mapping[str, str],
    ) -> None:
        cells: list[OutValue] = []
        for column in sheet.columns:
            if column.fills == "family_id":
                cells.append(family_ref)
                continue
            value = getattr(record, column.fills)
            if value is None or value == ():
                cells.append(None)
            elif column.fills in ("person_id", "other_person_id"):
                cells.append(refs.get(value, value))
            elif column.fills == "goal_id":
                cells.append(goals.get(value, value))
            elif column.holds is Holds.REFS:
                cells.append("; ".join(refs.get(one, one) for one in value))
            elif column.holds is Holds.VOICES:
                cells.append(encode_clear(write_voices(value, refs)))
            elif column.holds is Holds.MOMENT:
                cells.append(_moment(value, record.at_time))
            else:
                cells.append(_plain(column, value))
        if sheet is INVOLVEMENTS and record.programme is None:
            cells[_PROGRAMME_PLACE] = self._own_programme
        self._sheets[sheet.name].append((record.order, cells))

    def _add_people(self) -> None:
        homes: dict[str, str] = {}
        for member, person, family in sorted(self._people, key=lambda one: one[0].order):
            first = homes.get(person.id)
            homes.setdefault(person.id, f"{family}/{member.ref}")
            cells: list[OutValue] = []
            for column in PEOPLE.columns:
                if column.fills == "family_id":
                    cells.append(family)
                elif column.holds is Holds.SAME_AS:
                    cells.append(first)
                else:
                    holder = person if hasattr(person, column.fills) else member
                    cells.append(_plain(column, getattr(holder, column.fills)))
            self._sheets[PEOPLE.name].append((member.order, cells))


_PROGRAMME_PLACE = [column.name for column in INVOLVEMENTS.columns].index("programme")


def _home(case: CaseFile) -> Address | None:
    """The family's current address."""
    return next((one for one in case.addresses if one.current and one.person_id is None), None)


def _on_families_row(case: CaseFile) -> set[str]:
    """The ids of what the Families row says whole: an address with days is in Addresses too."""
    now, home = case.current_involvement, _home(case)
    said = {now.id} if now is not None else set()
    if home is not None and home.from_on is None and home.to_on is None:
        said.add(home.id)
    return said


def _plain(column: Column, value: Any) -> OutValue:
    if value is None:
        return None
    if isinstance(value, bool):
        if value:
            return "yes"
        return "no" if column.name in _SAID_EITHER_WAY else None
    if isinstance(value, tuple):
        return "; ".join(value) or None
    if isinstance(value, str):
        return (
            encode_clear(value) if column.holds in (Holds.TEXT, Holds.CONDITION) else value
        ) or None
    out: int | Decimal | date = value
    return out


def _moment(on: date, at: time | None) -> OutValue:
    """A real date and time where a spreadsheet can hold it; midnight it would drop."""
    if at is None:
        return on
    moment = datetime.combine(on, at)
    if at == time(0) or at.microsecond or at.tzinfo is not None:
        return moment.replace(tzinfo=None).isoformat(" ")
    return moment
