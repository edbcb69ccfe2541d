"""Actions of the plan: something somebody agreed to do."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date

from casedesk.domain.field_problems import FieldProblem, refuse, text_needed
from casedesk.domain.records import Action
from casedesk.domain.views.saved import Saved
from casedesk.services.saving import saving, saving_over
from casedesk.services.session import Session

ACTION_PREFIX = "A"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionEntry:
    """An action as a form has it; lists are ids."""

    title: str
    owner: str | None = None
    due: date | None = None
    goal_id: str | None = None
    people: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    confidential: bool = False


def add_action(session: Session, ref: str, entry: ActionEntry) -> Saved[Action]:
    """Add an action. Raises `InvalidFields` naming what is missing, `NotFound`."""
    with saving(session, ref) as save:
        problems = list(text_needed("title", "What is to be done", entry.title))
        if any(one not in save.case.membership_of for one in entry.people):
            problems.append(FieldProblem("people", "The people", "should be of this family"))
        if any(one not in session.catalogue.categories for one in entry.categories):
            problems.append(FieldProblem("categories", "The kinds of information", "are unknown"))
        if entry.goal_id is not None and all(one.id != entry.goal_id for one in save.case.goals):
            problems.append(FieldProblem("goal_id", "The goal", "should be one of this family"))
        refuse(problems)
        values = {one.name: getattr(entry, one.name) for one in fields(entry)}
        action = Action(
            id=save.uow.new_id(),
            family_id=save.family.id,
            ref=save.uow.new_ref(ACTION_PREFIX),
            **values,
        )
        return save.done(save.uow.add(action), f"Added: {action.title}.")


def finish_action(
    session: Session, action_id: str, version: int, done_on: date | None = None
) -> Saved[Action]:
    """Mark an action as done on a day (today).

    Raises `InvalidRecord` when it was changed since or the day is after today, `NotFound`.
    """
    with saving_over(session, Action, action_id, version) as (save, action):
        day = done_on or session.today
        if day > session.today:
            refuse([FieldProblem("done_on", "The day it was done", "should not be after today")])
        kept = save.uow.change(replace(action, done_on=day))
        return save.done(kept, f"Done: {kept.title}.")
