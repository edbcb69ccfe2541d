"""What an import knows while it plans: families, people and goals of vault and file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from casedesk.domain.records import (
    CaseFile,
    Family,
    Person,
    Record,
)
from casedesk.interchange.workbook.columns import Sheet
from casedesk.interchange.workbook.parsing import ParsedRows, Row
from casedesk.interchange.workbook.planning.drafts import Draft

NewId = Callable[[], str]
NewRef = Callable[[str], str]


@dataclass(slots=True)
class FamilyState:
    """A family during the plan: its draft, its people's memberships and goals by reference."""

    ref: str
    draft: Draft
    case: CaseFile | None = None
    members: dict[str, Draft] = field(default_factory=dict)
    goals: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.draft.id

    def person_of(self, ref: str) -> str | None:
        """The id of the person with a reference in this family."""
        member = self.members.get(ref)
        return None if member is None else str(member.get("person_id"))


class World:
    """Finds and makes drafts; every record has one draft, whoever asks for it."""

    def __init__(
        self,
        parsed: ParsedRows,
        existing: Mapping[str, CaseFile],
        new_id: NewId,
        new_ref: NewRef,
    ) -> None:
        self.parsed = parsed
        self.lists = parsed.lists
        self.log = parsed.log
        self.new_id = new_id
        self.new_ref = new_ref
        self.families: dict[str, FamilyState] = {}
        self.people: dict[str, Draft] = {}
        self._existing = existing
        self._drafts: dict[str, Draft] = {}
        self._by_id: dict[str, FamilyState] = {}

    def known_family(self, ref: str) -> FamilyState | None:
        """The family of that reference in the file or the vault."""
        state = self.families.get(ref)
        if state is None:
            case = self._existing.get(ref)
            if case is not None:
                state = self._keep(self._open(ref, case))
        return state

    def add_family(self, ref: str) -> FamilyState:
        """The family of that reference, new when nobody knows it."""
        state = self.known_family(ref)
        if state is None:
            draft = self.new_draft(Family)
            draft.said = {"ref": ref}
            state = self._keep(FamilyState(ref, draft))
        return state

    def family_of(self, sheet: Sheet, row: Row) -> FamilyState | None:
        """The family a row names; an unknown one is an error."""
        ref = row.values.get("family_ref")
        if ref is None:
            if "family_ref" not in row.bad:
                self.error(sheet, row, "family_ref", None, "should name a family")
            return None
        state = self.known_family(ref)
        if state is None:
            self.error(
                sheet, row, "family_ref", ref,
                "is not a family of the Families sheet or of the vault",
            )  # fmt: skip
        return state

    def person_id(
        self, family: FamilyState, sheet: Sheet, row: Row, column: str, ref: str
    ) -> str | None:
        """The person a cell names; an unknown one is an error."""
        found = family.person_of(ref)
        if found is None:
            self.error(
                sheet, row, column, ref,
                f"is not the reference of a person in family {family.ref}",
            )  # fmt: skip
        return found

    def family_by_id(self, family_id: str) -> FamilyState | None:
        """A family met so far, by its id."""
        return self._by_id.get(family_id)

    def draft_of(self, record: Record) -> Draft:
        """The draft of a record that is in the vault."""
        draft = self._drafts.get(record.id)
        if draft is None:
            draft = self._drafts[record.id] = Draft(type(record), record.id, record)
            if isinstance(record, Person):
                self.people[record.id] = draft
        return draft

    def new_draft(self, kind: type[Record]) -> Draft:
        draft = Draft(kind, self.new_id())
        if kind is Person:
            self.people[draft.id] = draft
        return draft

    def say(
        self, draft: Draft, sheet: Sheet, row: Row, said: dict[str, Any], why: str = "record"
    ) -> bool:
        """Take over what a row says of a draft, unless it contradicts an earlier row."""
        name = draft.contradicted(said) if draft.rows else None
        if name is None:
            draft.say(sheet.name, row, said)
            return True
        earlier_sheet, earlier = draft.rows[-1]
        column = column_of(sheet, name)
        where = f"row {earlier.number}" + (
            "" if earlier_sheet == sheet.name else f" of {earlier_sheet}"
        )
        self.error(
            sheet, row, column, row.values.get(column),
            f"is not what {where} says of the same {why}; make the rows agree"
            + (f", or give each its own {sheet.own_ref}" if sheet.own_ref else ""),
        )  # fmt: skip
        return False

    def error(self, sheet: Sheet, row: Row, column: str, value: object, expected: str) -> None:
        """Note an error, unless the cell has been refused already."""
        if column not in row.bad:
            self.log.error(sheet.name, row.number, column, value, expected)

    def warn(self, sheet: Sheet, row: Row, sentence: str) -> None:
        self.log.warn(f"{sheet.name}, row {row.number}: {sentence}")

    def _keep(self, state: FamilyState) -> FamilyState:
        self.families[state.ref] = self._by_id[state.id] = state
        return state

    def _open(self, ref: str, case: CaseFile) -> FamilyState:
        for person in case.people:
            self.draft_of(person)
        return FamilyState(
            ref,
            self.draft_of(case.family),
            case,
            {one.ref: self.draft_of(one) for one in case.memberships},
            {goal.ref: goal.id for goal in case.goals},
        )


def column_of(sheet: Sheet, name: str) -> str:
    """The heading that fills a field."""
    if name == "at_time":
        return "at"
    return next((column.name for column in sheet.columns if column.fills == name), name)
