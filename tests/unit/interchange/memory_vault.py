"""A vault in memory: what stands in for storage, at the port that an import is planned at."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from casedesk.domain.records import (
    Action,
    Address,
    Assessment,
    CaseFile,
    Consent,
    Contact,
    Decision,
    Fact,
    Family,
    Goal,
    Involvement,
    Judgement,
    Membership,
    Order,
    Person,
    Record,
    Relationship,
    Restriction,
    Review,
    SharingDecision,
)
from casedesk.interchange.workbook import (
    ImportPlan,
    KnownLists,
    parse_rows,
    plan_import,
    read_workbook,
)
from casedesk.system.resources import shipped_catalogue

TODAY = date(2026, 11, 24)
PROGRAMMES = {
    "troubled-families-2015": (
        "1", ("crime", "education", "help", "work", "abuse", "health"),
    ),
    "supporting-families-2022": ("1", ("education", "housing", "money", "crime", "health")),
}  # fmt: skip
LISTS = KnownLists(shipped_catalogue(), PROGRAMMES, TODAY)

_OWN = {
    Involvement: "involvements",
    Address: "addresses",
    Relationship: "relationships",
    Decision: "decisions",
    Judgement: "judgements",
    SharingDecision: "sharing_decisions",
    Contact: "contacts",
    Goal: "goals",
    Action: "actions",
    Review: "reviews",
    Assessment: "assessments",
}
_OF_PEOPLE = {Fact: "facts", Consent: "consents", Restriction: "restrictions"}


class MemoryVault:
    """Keeps records by id and serves the case files of families by reference."""

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}
        self._numbers = itertools.count(1)

    def new_id(self) -> str:
        return f"id-{next(self._numbers):06}"

    def new_ref(self, prefix: str) -> str:
        return f"{prefix}-7K-{next(self._numbers):04}"

    def add(self, record: Record) -> None:
        assert record.id not in self.records
        if record.order.instant == 0:
            record = replace(record, order=Order(len(self.records) + 1, "7K", 1), version=1)
        self.records[record.id] = record

    def carry_out(self, plan: ImportPlan) -> None:
        for record in plan.adds:
            self._refuse_dangling(record)
            self.add(record)
        for old, new in plan.changes:
            assert self.records[old.id] is old
            assert new != old
            self.records[old.id] = replace(new, version=old.version + 1)
        for record in plan.removes:
            del self.records[record.id]

    def plan(self, path: Path, today: date = TODAY) -> ImportPlan:
        lists = KnownLists(LISTS.catalogue, LISTS.programmes, today)
        parsed = parse_rows(read_workbook(path), lists)
        every = self.by_ref()
        existing = {ref: every[ref] for ref in parsed.family_refs() if ref in every}
        return plan_import(parsed, existing, self.new_id, self.new_ref)

    def take_in(self, path: Path, today: date = TODAY) -> ImportPlan:
        plan = self.plan(path, today)
        assert not plan.errors, plan.errors
        self.carry_out(plan)
        return plan

    def by_ref(self) -> dict[str, CaseFile]:
        return {case.family.ref: case for case in self.case_files()}

    def case_files(self) -> list[CaseFile]:
        families = self._of(Family, lambda _one: True)
        return [self._case(family) for family in families]

    def _case(self, family: Family) -> CaseFile:
        members = self._of(Membership, lambda one: one.family_id == family.id)
        people = {one.person_id for one in members}
        own = {
            name: tuple(self._of(kind, lambda one: one.family_id == family.id))
            for kind, name in _OWN.items()
        }
        shared = {
            name: tuple(
                self._of(kind, lambda one: one.family_id == family.id or one.person_id in people)
            )
            for kind, name in _OF_PEOPLE.items()
        }
        return CaseFile(
            family,
            people=tuple(self._of(Person, lambda one: one.id in people)),
            memberships=tuple(members),
            **own,
            **shared,
        )

    def _of(self, kind: type[Record], wanted: Callable[[Record], bool]) -> list:
        found = [one for one in self.records.values() if type(one) is kind and wanted(one)]
        return sorted(found, key=lambda one: one.order)

    def _refuse_dangling(self, record: Record) -> None:
        """Storage has foreign keys: every record comes after those it names."""
        for name in ("family_id", "person_id", "other_person_id", "goal_id"):
            named = getattr(record, name, None)
            assert named is None or named in self.records, (record, name)
        for person in getattr(record, "people", ()):
            assert person in self.records
