"""Goals of the plan, in the family's words, and the steps from 0 to 10 that they stand at.

The scale is our own: 0 is as bad as it could be, 10 is there. Where a goal stands now is its
newest score (docs/architecture.md, The plan).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from casedesk.domain.field_problems import FieldProblem, refuse, text_needed
from casedesk.domain.plan import LEAST_SCORE, MOST_SCORE, newest_score
from casedesk.domain.records import Action, CaseFile, Goal, GoalScore
from casedesk.domain.views.saved import Saved
from casedesk.services.criteria import pack_for
from casedesk.services.saving import Saving, saving, saving_over
from casedesk.services.session import Session

GOAL_PREFIX = "G"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalEntry:
    """A goal as a form has it; lists are ids. `set_on` None is today."""

    title: str
    family_words: str | None = None
    criterion: str | None = None
    people: tuple[str, ...] = ()
    start_score: int | None = None
    set_on: date | None = None
    categories: tuple[str, ...] = ()
    confidential: bool = False


def add_goal(session: Session, ref: str, entry: GoalEntry) -> Saved[Goal]:
    """Add a goal; its first step is where it starts. Raises `InvalidFields`, `NotFound`."""
    with saving(session, ref) as save:
        goal = Goal(
            id=save.uow.new_id(),
            family_id=save.family.id,
            ref="",
            criterion=entry.criterion,
            people=entry.people,
            title=entry.title.strip(),
            family_words=(entry.family_words or "").strip() or None,
            start_score=entry.start_score,
            now_score=entry.start_score,
            set_on=entry.set_on or session.today,
            categories=entry.categories,
            confidential=entry.confidential,
        )
        refuse(_goal_problems(session, save.case, goal))
        kept = save.uow.add(replace(goal, ref=save.uow.new_ref(GOAL_PREFIX)))
        if kept.start_score is None:
            return save.done(kept, f"Added the goal: {kept.title}.")
        first = save.uow.add(
            GoalScore(
                id=save.uow.new_id(),
                family_id=save.family.id,
                goal_id=kept.id,
                on=kept.set_on or session.today,
                score=kept.start_score,
                by=session.worker,
            )
        )
        return save.done(kept, f"Added the goal: {kept.title}.", first)


def change_goal(session: Session, goal: Goal) -> Saved[Goal]:
    """Save a goal over the version it was made from; where it stands is left as it is.

    Raises `InvalidFields`, `InvalidRecord` when it was changed since, `NotFound`.
    """
    with saving_over(session, Goal, goal.id, goal.version) as (save, before):
        changed = replace(
            goal,
            title=goal.title.strip(),
            start_score=before.start_score,
            now_score=before.now_score,
        )
        refuse(_goal_problems(session, save.case, changed, before))
        kept = save.uow.change(changed)
        return save.done(kept, f"Saved the goal: {kept.title}.")


def achieve_goal(
    session: Session, goal_id: str, version: int, on: date | None = None
) -> Saved[Goal]:
    """Mark a goal as achieved on a day (today). Raises as `change_goal`."""
    with saving_over(session, Goal, goal_id, version) as (save, goal):
        day = on or session.today
        if day > session.today:
            refuse([FieldProblem("on", "The day it was achieved", "should not be after today")])
        if goal.set_on is not None and day < goal.set_on:
            refuse(
                [FieldProblem("on", "The day it was achieved", "should not be before it was set")]
            )
        kept = save.uow.change(replace(goal, achieved_on=day))
        return save.done(kept, f"Achieved: {kept.title}.")


def reopen_goal(session: Session, goal_id: str, version: int) -> Saved[Goal]:
    """Work on an achieved goal again. Raises as `change_goal`."""
    with saving_over(session, Goal, goal_id, version) as (save, goal):
        kept = save.uow.change(replace(goal, achieved_on=None))
        return save.done(kept, f"Open again: {kept.title}.")


def remove_goal(session: Session, goal_id: str, version: int) -> Saved[Goal]:
    """Take a goal out with its steps; what was to be done under it stays, on its own.

    Raises as `change_goal`.
    """
    with saving_over(session, Goal, goal_id, version) as (save, goal):
        also: list[Action | GoalScore] = []
        for action in save.case.actions:
            if action.goal_id == goal.id:
                also.append(save.uow.change(replace(action, goal_id=None)))
        for score in _scores_of(save, goal.id):
            save.uow.remove(score)
            also.append(score)
        save.uow.remove(goal)
        return save.done(goal, f"Removed the goal: {goal.title}.", *also)


def record_score(
    session: Session,
    goal_id: str,
    version: int,
    score: int,
    *,
    on: date | None = None,
    note: str | None = None,
) -> Saved[GoalScore]:
    """Record where a goal stands on a day (today). Raises as `change_goal`."""
    with saving_over(session, Goal, goal_id, version) as (save, goal):
        made = GoalScore(
            id=save.uow.new_id(),
            family_id=goal.family_id,
            goal_id=goal.id,
            on=on or session.today,
            score=score,
            by=session.worker,
            note=(note or "").strip() or None,
        )
        refuse(_score_problems(session, made))
        kept = save.uow.add(made)
        moved = _stand_at_newest(save, goal)
        return save.done(kept, f"{goal.title}: {kept.score} of {MOST_SCORE}.", moved)


def remove_score(session: Session, score_id: str, version: int) -> Saved[GoalScore]:
    """Take out a step that was recorded by mistake. Raises as `change_goal`."""
    with saving_over(session, GoalScore, score_id, version) as (save, score):
        goal = save.uow.get(Goal, score.goal_id)
        save.uow.remove(score)
        moved = _stand_at_newest(save, goal)
        return save.done(score, f"Removed the step {score.score} of {goal.title}.", moved)


def _stand_at_newest(save: Saving, goal: Goal) -> Goal:
    """The goal, standing where its newest step is; with none left, where it started."""
    newest = newest_score(_scores_of(save, goal.id))
    now = newest.score if newest is not None else goal.start_score
    start = goal.start_score if goal.start_score is not None else now
    return save.uow.change(replace(goal, start_score=start, now_score=now))


def _scores_of(save: Saving, goal_id: str) -> list[GoalScore]:
    found = save.uow.records_of(GoalScore, save.family.id)
    return [one for one in found if one.goal_id == goal_id]


def _goal_problems(
    session: Session, case: CaseFile, goal: Goal, before: Goal | None = None
) -> Iterator[FieldProblem]:
    yield from text_needed("title", "The goal", goal.title)
    known = pack_for(session, case, None).criterion_by_id
    is_kept = before is not None and goal.criterion == before.criterion
    if goal.criterion is not None and goal.criterion not in known and not is_kept:
        yield FieldProblem("criterion", "The criterion", "should be one of the family’s programme")
    if any(one not in case.membership_of for one in goal.people):
        yield FieldProblem("people", "The people", "should be of this family")
    if any(one not in session.catalogue.categories for one in goal.categories):
        yield FieldProblem("categories", "The kinds of information", "are unknown")
    if goal.start_score is not None and not LEAST_SCORE <= goal.start_score <= MOST_SCORE:
        yield FieldProblem("start_score", "The step", "should be from 0 to 10")
    if goal.set_on is not None and goal.set_on > session.today:
        yield FieldProblem("set_on", "The day it was set", "should not be after today")


def _score_problems(session: Session, score: GoalScore) -> Iterator[FieldProblem]:
    if not LEAST_SCORE <= score.score <= MOST_SCORE:
        yield FieldProblem("score", "The step", "should be from 0 to 10")
    if score.on > session.today:
        yield FieldProblem("on", "The day", "should not be after today")
