"""Finds the record that each row of a sheet speaks of: known, met before, or new.

A row with a reference is that record. Without one it is the record whose identity agrees
(docs/interchange.md, Again).
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from casedesk.domain.records import Record
from casedesk.interchange.workbook.columns import Sheet
from casedesk.interchange.workbook.parsing import CLEAR, Row
from casedesk.interchange.workbook.planning.drafts import Draft, Said, shape_of
from casedesk.interchange.workbook.planning.world import FamilyState, World
from casedesk.interchange.workbook.recorded import recorded_in

_MOST_COMPARED = 50
"""Of records that agree in everything that identifies them, a row is compared with so many."""


class RecordMatcher:
    """The records of one sheet, by reference and by identity."""

    def __init__(self, world: World, sheet: Sheet, kind: type[Record], all_named: bool) -> None:
        """`all_named` says that every row has a reference: identities are not needed then."""
        self._all_named = all_named
        self._world = world
        self._sheet = sheet
        self._kind = kind
        self._required = [column.name for column in sheet.required]
        self._empty = shape_of(kind).defaults
        self._opened: set[str] = set()
        self._by_ref: dict[tuple[str, str], Draft] = {}
        self._by_identity: dict[Hashable, list[Draft]] = {}
        self.drafts: dict[str, Draft] = {}

    def take_with_ref(self, state: FamilyState, row: Row, said: Said) -> Draft:
        """A row that gives its own reference: that record, or a new one of that reference."""
        self._open(state)
        place = (state.id, said["ref"])
        draft = self._by_ref.get(place)
        if draft is None:
            draft = self._by_ref[place] = self._world.new_draft(self._kind)
            draft.said = {"family_id": state.id}
        twin = _row_here(draft)
        self._say(draft, row, said, "record")
        if draft.is_new and twin is None and not self._all_named and self._sheet.identity:
            same = self._by_identity.setdefault(self._identity_said(state, said), [])
            if len(same) < _MOST_COMPARED:
                same.append(draft)
        return draft

    def take_without_ref(self, state: FamilyState, row: Row, said: Said) -> None:
        """A row without a reference: the record that agrees with it, or a new one."""
        self._open(state)
        if row.bad or self._lacks_required(row):
            same: list[Draft] = []
        else:
            same = self._by_identity.setdefault(self._identity_said(state, said), [])
        # What agrees is left as it is: only the order of a list could differ.
        rest = {name: value for name, value in said.items() if name not in self._sheet.identity}
        draft = self._free(same, said) or self._twin(same, rest)
        if draft is None:
            draft = self._world.new_draft(self._kind)
            draft.said = {"family_id": state.id}
            same.append(draft)
            rest = said
        self._say(draft, row, rest, f"record ({self._sheet.shown_as})")

    def _say(self, draft: Draft, row: Row, said: Said, called: str) -> None:
        twin = _row_here(draft)
        if self._world.say(draft, self._sheet, row, said, called) and twin is not None:
            self._world.warn(
                self._sheet, row, f"it is the same record as row {twin.number}; taken as one."
            )
        self.drafts[draft.id] = draft

    def _free(self, same: list[Draft], said: Said) -> Draft | None:
        """A record of the vault that no row of this file has spoken of, best one first."""
        free = [draft for draft in same if not draft.rows]
        if not free:
            return None
        mark = said.get("in_error") is True
        return min(free, key=lambda draft: bool(draft.get("in_error")) != mark)

    def _twin(self, same: list[Draft], said: Said) -> Draft | None:
        """A record that an earlier row has spoken of, one that this row agrees with first.

        Where all that disagree do so about `in_error` the row is another record: what was
        struck out stands beside what was entered again.
        """
        agreeing = [draft for draft in same if draft.contradicted(said) is None]
        if agreeing:
            return agreeing[0]
        marked = said.get("in_error") is True
        return next((one for one in same if bool(one.get("in_error")) == marked), None)

    def _open(self, state: FamilyState) -> None:
        """Learn what the vault has of a family, once."""
        if state.ref in self._opened:
            return
        self._opened.add(state.ref)
        if state.case is None:
            return
        for record in recorded_in(state.case, self._kind):
            draft = self._world.draft_of(record)
            ref = getattr(record, "ref", None)
            family_id = getattr(record, "family_id", "")
            if ref is not None and family_id == state.id:
                self._by_ref[state.id, ref] = draft
            if self._all_named:
                continue
            same = self._by_identity.setdefault(self._identity_of(record), [])
            if len(same) < _MOST_COMPARED and all(one is not draft for one in same):
                same.append(draft)

    def _lacks_required(self, row: Row) -> bool:
        return any(name not in row.values for name in self._required)

    def _identity_said(self, state: FamilyState, said: Said) -> Hashable:
        empty = self._empty
        parts: list[Any] = []
        for name in self._sheet.identity:
            value = said.get(name)
            parts.append(_plain(empty.get(name) if value is CLEAR or value is None else value))
        person = said.get("person_id") if self._sheet.person_owned else None
        owner = state.id if person is None or person is CLEAR else person
        return owner, tuple(parts)

    def _identity_of(self, record: Record) -> Hashable:
        parts = tuple(_plain(getattr(record, name)) for name in self._sheet.identity)
        person = getattr(record, "person_id", None) if self._sheet.person_owned else None
        return person or getattr(record, "family_id", ""), parts


def _row_here(draft: Draft) -> Row | None:
    return draft.rows[-1][1] if draft.rows else None


def _plain(value: Any) -> Any:
    return frozenset(value) if isinstance(value, tuple) else value
