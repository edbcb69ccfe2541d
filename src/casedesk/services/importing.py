"""Files in: the case workbook and the children in need census, told apart by content."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.errors import FileProblem
from casedesk.domain.programmes import records_state_on
from casedesk.domain.records import CaseFile, Decision, Record
from casedesk.interchange.cin_census import CENSUS_KINDS, KnownPerson, plan_census, read_census
from casedesk.interchange.workbook.known_lists import KnownLists
from casedesk.interchange.workbook.parsing import ParsedRows, parse_rows
from casedesk.interchange.workbook.planning.importing import plan_import
from casedesk.interchange.workbook.planning.plan import ImportPlan
from casedesk.interchange.workbook.reading import looks_like, read_workbook, refusal
from casedesk.services.packs import PackSet
from casedesk.services.session import Session
from casedesk.storage.reader import Reader
from casedesk.storage.unit_of_work import UnitOfWork

WORKBOOK_FORMS = ("xlsx", "csv-folder")
CENSUS_FORM = "xml"
MANY_FAMILIES = 20


@dataclass(frozen=True)
class Outcome:
    """What an import did, or (`dry_run`) would do. With any error it did nothing."""

    json: dict[str, Any]
    summary: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The answer for JSON (docs/interchange.md)."""
        return self.json

    def lines(self) -> Iterator[str]:
        """What was done, for a terminal."""
        yield from self.summary

    def raise_if_wrong(self) -> None:
        """Raises `FileProblem` when the file had errors."""
        if self.errors:
            raise FileProblem("Nothing was imported; mend the file and import it again.")


def check_readable(file: Path) -> str:
    """What kind of file it is. Raises `FileProblem` for one that is neither of the two."""
    form = looks_like(file)
    if form not in (*WORKBOOK_FORMS, CENSUS_FORM):
        raise refusal(file, form)
    return form


def import_file(session: Session, file: Path, *, dry_run: bool = False) -> Outcome:
    """Read a file into the vault, in one transaction: all of it, or none of it.

    With `dry_run` nothing is changed. Raises `FileProblem` for a file that cannot be read
    at all; errors in rows are in the outcome.
    """
    if check_readable(file) == CENSUS_FORM:
        return _import_census(session, file, dry_run=dry_run)
    return _import_workbook(session, file, dry_run=dry_run)


def import_parsed(session: Session, parsed: ParsedRows, *, dry_run: bool = False) -> Outcome:
    """Carry out an import whose rows are understood already."""
    plan = ImportPlan()
    with _nothing_kept(session) if dry_run else session.store.unit_of_work(session.worker) as uow:
        plan = _plan(uow, parsed)
        if not dry_run and not plan.errors:
            _carry_out(session, uow, plan)
    if not dry_run and not plan.errors:
        refresh_summaries(session)
    return Outcome(
        plan.as_dict(dry_run=dry_run),
        tuple(_summary(plan, dry_run=dry_run)),
        plan.warnings,
        plan.errors,
    )


def known_lists(catalogue: Catalogue, packs: PackSet, today: date) -> KnownLists:
    """The lists that the cells of a workbook are checked against."""
    programmes = {
        pack.id: (pack.version, [criterion.id for criterion in pack.criteria])
        for pack in packs.packs.values()
    }
    return KnownLists(catalogue, programmes, today)


def refresh_summaries(session: Session) -> None:
    """Renew the criteria summaries that a large import left stale."""
    hashes = [pack.content_hash for pack in session.packs.packs.values()]
    while session.store.refresh_summaries(hashes):
        continue


class _Forget(Exception):
    """Ends a unit of work without keeping anything of it."""


@contextmanager
def _nothing_kept(session: Session) -> Iterator[UnitOfWork]:
    """A unit of work of which nothing is kept, to see what an import would do."""
    with suppress(_Forget), session.store.unit_of_work(session.worker) as uow:
        yield uow
        raise _Forget


def _import_workbook(session: Session, file: Path, *, dry_run: bool) -> Outcome:
    parsed = parse_rows(
        read_workbook(file), known_lists(session.catalogue, session.packs, session.today)
    )
    return import_parsed(session, parsed, dry_run=dry_run)


def _plan(uow: UnitOfWork, parsed: ParsedRows) -> ImportPlan:
    wanted = parsed.family_refs()
    ids = [row.id for row in uow.families() if row.ref in wanted]
    existing = {case.family.ref: case for case in uow.case_files(ids)}
    return plan_import(parsed, existing, uow.new_id, uow.new_ref)


def _carry_out(session: Session, uow: UnitOfWork, plan: ImportPlan) -> None:
    if len(plan.adds) + len(plan.changes) > MANY_FAMILIES:
        uow.defer_summaries()
    decisions = [one for one in plan.adds if isinstance(one, Decision)]
    uow.add_all(one for one in plan.adds if not isinstance(one, Decision))
    for _, new in plan.changes:
        uow.change(new)
    for record in plan.removes:
        uow.remove(record)
    if decisions:
        uow.add_all(_with_states(session, uow, decisions))


def _with_states(session: Session, uow: UnitOfWork, decisions: list[Decision]) -> Iterator[Record]:
    """Decisions with what the records say of their day, as known now, where they lack it.

    They are added after everything else in the file, in the order of their rows.
    """
    lacking = {one.family_id for one in decisions if one.records_state is None}
    cases = {case.family.id: case for case in uow.case_files(lacking)} if lacking else {}
    for one in decisions:
        pack = session.packs.packs[one.programme]
        uow.keep_pack(pack.id, pack.version, pack.content_hash, pack.text)
        if one.records_state is None:
            state = _state(session, cases[one.family_id], one)
            yield replace(one, records_state=state)
        else:
            yield one


def _state(session: Session, case: CaseFile, decision: Decision) -> str:
    pack = session.packs.packs[decision.programme]
    return records_state_on(case, pack, decision.criterion, decision.on, session.catalogue)


def _summary(plan: ImportPlan, *, dry_run: bool) -> Iterator[str]:
    if plan.errors:
        return
    would = "would be " if dry_run else ""
    for counts, word in (
        (plan.added, "added"),
        (plan.changed, "changed"),
        (plan.unchanged, "unchanged"),
    ):
        if counts:
            rows = ", ".join(f"{number} {sheet}" for sheet, number in counts.items())
            yield f"{would}{word}: {rows}".capitalize()
    if not (plan.added or plan.changed):
        yield "Nothing is new: everything in the file is in the vault already."


def _import_census(session: Session, file: Path, *, dry_run: bool) -> Outcome:
    census = read_census(file)
    with _nothing_kept(session) if dry_run else session.store.unit_of_work(session.worker) as uow:
        people, facts = _people_and_facts(uow)
        plan = plan_census(
            census, people, facts, session.catalogue, session.today, uow.new_id, uow.new_ref
        )
        if not dry_run:
            uow.add_all(plan.adds)
            for _, new in plan.changes:
                uow.change(new)
    would = "would be " if dry_run else ""
    summary = [
        f"{len(plan.matched)} children matched, {len(plan.doubtful)} doubtful, "
        f"{len(plan.unmatched)} not matched.",
        f"{len(plan.adds)} facts {would}added, {len(plan.changes)} {would}changed.",
        *(f"Doubtful: {doubt.child.label}: {doubt.reason}" for doubt in plan.doubtful),
        *(f"Not matched: {child.label}" for child in plan.unmatched),
    ]
    return Outcome(plan.as_dict(), tuple(summary), plan.warnings)


def _people_and_facts(reading: Reader) -> tuple[list[KnownPerson], list[Any]]:
    people: list[KnownPerson] = []
    facts: dict[str, Any] = {}
    for case in reading.case_files():
        people.extend(
            KnownPerson(case.person_by_id[one.person_id], one, case.family.ref)
            for one in case.memberships
        )
        facts.update({fact.id: fact for fact in case.facts if fact.kind in CENSUS_KINDS})
    return people, list(facts.values())
