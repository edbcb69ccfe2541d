"""Actions of the plan: something somebody agreed to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date

from casedesk.domain.field_problems import FieldProblem, refuse, text_needed
from casedesk.domain.records import Action, CaseFile
from casedesk.domain.views.saved import Saved
from casedesk.services.saving import Saving, saving, saving_over
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
        action = new_action(session, save, entry)
        return save.done(action, f"Added: {action.title}.")


def new_action(session: Session, save: Saving, entry: ActionEntry) -> Action:
    """An action, added within a save that is under way. Raises `InvalidFields`."""
    values = {one.name: getattr(entry, one.name) for one in fields(entry)}
    action = Action(id=save.uow.new_id(), family_id=save.family.id, ref="", **values)
    refuse(_problems(session, save.case, action))
    kept = replace(action, title=action.title.strip(), ref=save.uow.new_ref(ACTION_PREFIX))
    return save.uow.add(kept)


def change_action(session: Session, action: Action) -> Saved[Action]:
    """Save an action over the version it was made from.

    Raises `InvalidFields`, `InvalidRecord` when it was changed since, `NotFound`.
    """
    with saving_over(session, Action, action.id, action.version) as (save, _):
        refuse(_problems(session, save.case, action))
        kept = save.uow.change(replace(action, title=action.title.strip()))
        return save.done(kept, f"Saved: {kept.title}.")


def finish_action(
    session: Session, action_id: str, version: int, done_on: date | None = None
) -> Saved[Action]:
    """Mark an action as done on a day (today).

    Raises `InvalidRecord` when it was changed since or the day is after today, `NotFound`.
    """
    with saving_over(session, Action, action_id, version) as (save, action):
        day = done_on or session.today
        refuse(_done_problems(day, session.today))
        kept = save.uow.change(replace(action, done_on=day))
        return save.done(kept, f"Done: {kept.title}.")


def reopen_action(session: Session, action_id: str, version: int) -> Saved[Action]:
    """Say that an action is still to be done. Raises as `change_action`."""
    with saving_over(session, Action, action_id, version) as (save, action):
        kept = save.uow.change(replace(action, done_on=None))
        return save.done(kept, f"To be done again: {kept.title}.")


def remove_action(session: Session, action_id: str, version: int) -> Saved[Action]:
    """Take an action out of the plan. Raises as `change_action`."""
    with saving_over(session, Action, action_id, version) as (save, action):
        save.uow.remove(action)
        return save.done(action, f"Removed: {action.title}.")


def _problems(session: Session, case: CaseFile, action: Action) -> Iterator[FieldProblem]:
    yield from text_needed("title", "What is to be done", action.title)
    if any(one not in case.membership_of for one in action.people):
        yield FieldProblem("people", "The people", "should be of this family")
    if any(one not in session.catalogue.categories for one in action.categories):
        yield FieldProblem("categories", "The kinds of information", "are unknown")
    if action.goal_id is not None and all(one.id != action.goal_id for one in case.goals):
        yield FieldProblem("goal_id", "The goal", "should be one of this family")
    if action.done_on is not None:
        yield from _done_problems(action.done_on, session.today)


def _done_problems(day: date, today: date) -> Iterator[FieldProblem]:
    if day > today:
        yield FieldProblem("done_on", "The day it was done", "should not be after today")
