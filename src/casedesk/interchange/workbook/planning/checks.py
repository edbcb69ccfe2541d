"""The rules a whole record must keep, and what is doubtful about one that is kept.

An error names the column to blame. Sources: docs/criteria.md (Facts), docs/consent.md
(Consent, Sharing decisions), docs/interchange.md (All or nothing).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casedesk.domain.consent_checks import consent_flags
from casedesk.domain.dates import long_date
from casedesk.domain.facts import check_fact, fact_warnings
from casedesk.domain.records import (
    Consent,
    Decision,
    Fact,
    Judgement,
    Record,
    Relationship,
    Restriction,
    SharingDecision,
)
from casedesk.domain.sharing_checks import SHARE, sharing_decision_warnings
from casedesk.interchange.workbook.columns import Sheet
from casedesk.interchange.workbook.planning.drafts import Draft, shape_of
from casedesk.interchange.workbook.planning.relatives import FamilyPeople, ParentPairs
from casedesk.interchange.workbook.planning.world import World, column_of

Fault = tuple[str, str]
"""A heading, and the phrase that ends a sentence about its cell."""

_CONSENT_SUBSTANCE = (
    "person_id", "recipients", "categories", "purposes", "decision", "decided_on", "expires_on",
)  # fmt: skip
_CONSENT_DETAILS = (
    "given_by", "method", "explained_by", "notice_version", "competence", "note",
)  # fmt: skip


class Checker:
    """Checks records once every row is known."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._people = FamilyPeople(world)
        self._parents = ParentPairs(world)

    def check(self, sheet: Sheet, draft: Draft, record: Record | None) -> None:
        """Note every error and warning about a draft that rows of `sheet` speak of.

        `record` is what the draft makes, None where a required value is missing.
        """
        for column, phrase in dates_in_order(sheet, draft):
            self._blame(sheet, draft, column, phrase)
        if record is None:
            return
        for column, phrase in self._faults(sheet, draft, record):
            self._blame(sheet, draft, column, phrase)
        for sentence in self._doubts(record):
            self._world.warn(sheet, draft.rows[-1][1], sentence)

    def _blame(self, sheet: Sheet, draft: Draft, column: str, phrase: str) -> None:
        rows = [row for name, row in draft.rows if name == sheet.name]
        row = next((one for one in reversed(rows) if column in one.values), rows[-1])
        value = row.values.get(column)
        field = sheet.by_name[column].fills
        if value is None and not field.endswith("_id"):
            value = draft.get(field)
        self._world.error(sheet, row, column, value, phrase)

    def _faults(self, sheet: Sheet, draft: Draft, record: Record) -> Iterator[Fault]:
        if isinstance(record, Fact):
            lists = self._world.lists
            person = self._people.person(record.person_id)
            for problem in check_fact(record, lists.catalogue, lists.today, person):
                yield problem.column, problem.expected
        elif isinstance(record, Consent):
            yield from _edits(sheet, draft)
        elif isinstance(record, Decision):
            if self._unknown_to_pack(record) and (
                record.records_state is None or record.pack_version == self._loaded(record)
            ):
                yield "criterion", f"is not a criterion of {record.programme} as it is loaded"
        elif isinstance(record, SharingDecision):
            if record.decision == SHARE and not record.basis:
                yield "basis", "is needed for a decision to share"
            if not record.told_family and not (record.not_told_why or "").strip():
                yield "not_told_why", "is needed where the family was not told"
        elif isinstance(record, Relationship):
            if record.person_id == record.other_person_id:
                yield "other_person_ref", "is the same person; nobody is related to themselves"
            elif record.relation == "parent":
                other = self._parents.clash(record, f"row {draft.first_row}")
                if other is not None:
                    yield (
                        "relation",
                        f"cannot be: {other} has the other as this person's parent",
                    )

    def _doubts(self, record: Record) -> Iterator[str]:
        lists = self._world.lists
        if isinstance(record, Fact):
            for problem in fact_warnings(record, self._people.person(record.person_id)):
                yield f"{problem.column} {problem.expected}; it was kept."
        elif isinstance(record, Consent):
            yield from consent_flags(self._people.case_of(record), record)
        elif isinstance(record, SharingDecision):
            yield from sharing_decision_warnings(record, lists.catalogue)
        elif isinstance(record, Decision | Judgement):
            if self._unknown_to_pack(record):
                yield (
                    f"{record.programme} as it is loaded has no criterion {record.criterion}; "
                    "the row was kept and shows nowhere."
                )
        elif isinstance(record, Restriction) and record.kind == "restriction" and record.purposes:
            yield "a restriction holds for every purpose; the purposes given change nothing."

    def _loaded(self, record: Decision | Judgement) -> str | None:
        loaded = self._world.lists.programmes.get(record.programme)
        return loaded and loaded[0]

    def _unknown_to_pack(self, record: Decision | Judgement) -> bool:
        """Whether the pack as it is loaded lacks the criterion; an older one may have had it."""
        loaded = self._world.lists.programmes.get(record.programme)
        return loaded is not None and record.criterion not in loaded[1]


def dates_in_order(sheet: Sheet, draft: Draft) -> Iterator[Fault]:
    """Pairs of dates the wrong way round; blames a date that the rows give."""
    columns, known = sheet.by_name, shape_of(draft.kind).fields
    for early, late in sheet.in_order:
        names = columns[early].fills, columns[late].fills
        if not known.issuperset(names):
            continue
        first, last = (draft.get(name) for name in names)
        if isinstance(first, date) and isinstance(last, date) and last < first:
            if any(late in row.values for _sheet, row in draft.rows):
                yield late, f"should not be before {early} ({long_date(first)})"
            else:
                yield early, f"should not be after {late} ({long_date(last)})"


def _edits(sheet: Sheet, draft: Draft) -> Iterator[Fault]:
    """A consent is never edited but to withdraw it or mark it as recorded in error.

    A detail that was left blank may be filled in later.
    """
    for name in draft.changed_fields():
        filled = name in _CONSENT_DETAILS and getattr(draft.old, name) is not None
        if name in _CONSENT_SUBSTANCE or filled:
            yield (
                column_of(sheet, name),
                "differs from what was recorded, and a consent is not edited; record a change "
                "of mind as a new one",
            )
