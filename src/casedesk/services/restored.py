"""What else has to follow when a record is put back from the history."""

from __future__ import annotations

from dataclasses import replace

from casedesk.domain.plan import newest_score
from casedesk.domain.records import Goal, GoalScore, Professional, Record
from casedesk.services.plan_choices import works_now
from casedesk.services.session import Session
from casedesk.storage.unit_of_work import UnitOfWork


def follow(session: Session, uow: UnitOfWork, record: Record) -> None:
    """A step put back moves its goal; a lead practitioner put back is the only one again."""
    if isinstance(record, GoalScore):
        _move_goal(uow, record)
    elif isinstance(record, Professional) and record.lead and works_now(record, session.today):
        for one in uow.records_of(Professional, record.family_id):
            if one.lead and one.id != record.id and works_now(one, session.today):
                uow.change(replace(one, lead=False))


def _move_goal(uow: UnitOfWork, score: GoalScore) -> None:
    goal = uow.get(Goal, score.goal_id)
    scores = uow.records_of(GoalScore, score.family_id)
    newest = newest_score(one for one in scores if one.goal_id == goal.id)
    if newest is not None:
        uow.change(replace(goal, now_score=newest.score))
