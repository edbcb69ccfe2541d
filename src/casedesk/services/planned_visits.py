"""Planned visits: planned, changed, called off, and written up once they took place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any

from casedesk.domain.dates import long_date
from casedesk.domain.errors import InvalidRecord
from casedesk.domain.field_problems import FieldProblem, refuse
from casedesk.domain.records import CaseFile, PlannedVisit
from casedesk.domain.records.work import CONTACT_KINDS
from casedesk.domain.views.diary import PlanEntry
from casedesk.domain.views.saved import Saved
from casedesk.services.diary import day_plan_in
from casedesk.services.saving import Saving, saving, saving_over
from casedesk.services.session import Session

VISIT_PREFIX = "PV"
PLANNED_KINDS = tuple(kind for kind in CONTACT_KINDS if kind != "no reply")
"""What can be planned: nobody plans that no one opens the door."""
LONGEST_MINUTES = 720
OVER = "It is written up already, so it stays as it is: open the note to change it."


def plan_visit(session: Session, ref: str, entry: PlanEntry) -> Saved[PlannedVisit]:
    """Plan a visit. Its `warnings` say what else is on at that time; they refuse nothing.

    Raises `InvalidFields` naming what is missing, `NotFound`.
    """
    with saving(session, ref) as save:
        visit = add_planned(session, save, entry)
        return save.done(
            visit,
            f"Visit to {save.family.name} planned for {long_date(visit.on)}.",
            warnings=_clashes(session, save, visit),
        )


def add_planned(session: Session, save: Saving, entry: PlanEntry) -> PlannedVisit:
    """Plan a visit as a part of a save that is under way. Raises `InvalidFields`."""
    refuse(_day_problems(entry.on))
    values = {one.name: getattr(entry, one.name) for one in fields(entry)}
    visit = PlannedVisit(
        id=save.uow.new_id(), family_id=save.family.id, ref="", **_tidy(values, session.worker)
    )
    refuse(_problems(visit, save.case))
    return save.uow.add(replace(visit, ref=save.uow.new_ref(VISIT_PREFIX)))


def change_planned(session: Session, visit: PlannedVisit) -> Saved[PlannedVisit]:
    """Save a planned visit over the version it was made from: moved, or otherwise changed.

    Raises as `plan_visit`, and `InvalidRecord` when it was changed since or is written up.
    """
    with saving_over(session, PlannedVisit, visit.id, visit.version) as (save, before):
        if before.contact_id is not None:
            raise InvalidRecord(OVER)
        refuse(_day_problems(visit.on))
        refuse(_problems(visit, save.case))
        kept = save.uow.change(visit)
        moved = (before.on, before.at_time) != (kept.on, kept.at_time)
        name = save.family.name
        words = f"moved to {when_words(kept)}" if moved else "changed"
        return save.done(kept, f"Visit to {name} {words}.", warnings=_clashes(session, save, kept))


def cancel_planned(session: Session, visit_id: str, version: int) -> Saved[PlannedVisit]:
    """Call a planned visit off. Raises `InvalidRecord` when it was changed since or is
    written up, `NotFound`."""
    with saving_over(session, PlannedVisit, visit_id, version) as (save, visit):
        if visit.contact_id is not None:
            raise InvalidRecord(OVER)
        kept = save.uow.change(replace(visit, cancelled_on=session.today))
        return save.done(kept, f"Visit to {save.family.name} cancelled.")


def set_written_up(save: Saving, visit_id: str, contact_id: str) -> PlannedVisit | None:
    """Ties a planned visit to the contact that was written of it, as a part of a save.

    None where the plan is gone or is another family's: the contact is kept all the same.
    """
    visits = save.uow.records_of(PlannedVisit, save.family.id)
    found = next((one for one in visits if one.id == visit_id), None)
    if found is None or found.contact_id == contact_id:
        return found
    return save.uow.change(replace(found, contact_id=contact_id, cancelled_on=None))


def when_words(visit: PlannedVisit) -> str:
    """ "24 November 2026, 10:30"."""
    at = f", {visit.at_time:%H:%M}" if visit.at_time is not None else ""
    return f"{long_date(visit.on)}{at}"


def _tidy(values: dict[str, Any], worker: str) -> dict[str, Any]:
    tidy = {
        name: (value.strip() or None) if isinstance(value, str) and name != "kind" else value
        for name, value in values.items()
    }
    return tidy | {"by": tidy["by"] or worker}


def _day_problems(on: date | None) -> Iterator[FieldProblem]:
    if on is None:
        yield FieldProblem("on", "The day", "is needed")


def _problems(visit: PlannedVisit, case: CaseFile) -> Iterator[FieldProblem]:
    if visit.minutes is not None and not 0 < visit.minutes <= LONGEST_MINUTES:
        yield FieldProblem("minutes", "The length", "should be from 1 minute to 12 hours")
    if visit.kind not in PLANNED_KINDS:
        yield FieldProblem("kind", "The kind", f"should be one of {', '.join(PLANNED_KINDS)}")
    if any(one not in case.membership_of for one in visit.people):
        yield FieldProblem("people", "Who will be seen", "should be people of this family")


def _clashes(session: Session, save: Saving, visit: PlannedVisit) -> tuple[str, ...]:
    plan = day_plan_in(
        session,
        save.uow,
        visit.on,
        at_time=visit.at_time,
        minutes=visit.minutes,
        who=visit.by or session.worker,
        but=visit.id,
    )
    return plan.clashes
