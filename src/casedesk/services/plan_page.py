"""The plan of a family as one page: goals with their steps, actions, reviews, and choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casedesk.domain.dates import long_date
from casedesk.domain.plan import (
    DONE,
    action_order,
    counted,
    due_words,
    held_reviews,
    next_review_day,
    open_reviews,
    standing_of,
)
from casedesk.domain.programmes import Pack
from casedesk.domain.programmes.asking import what_it_asks
from casedesk.domain.records import (
    Action,
    CaseFile,
    Goal,
    GoalScore,
    Involvement,
    Person,
    Professional,
    Review,
)
from casedesk.domain.views.plan_page import (
    GoalCard,
    PlanAction,
    PlanPage,
    ReviewLine,
    ScorePoint,
)
from casedesk.services.criteria import pack_for
from casedesk.services.plan_choices import plan_choices, professional_words
from casedesk.services.reviews import kind_words
from casedesk.services.session import Session

_READ = (Person, Involvement, Goal, Action, Review)
NEAR_DAYS = 42
"""A review within so many days is said in days as well."""


def plan_page(session: Session, ref: str) -> PlanPage:
    """The plan as at today. Raises `NotFound`."""
    with session.store.read() as reading:
        family = reading.family_by_ref(ref)
        (case,) = reading.case_files([family.id], wanted=_READ)
        scores = reading.records_of(GoalScore, family.id)
        around = reading.records_of(Professional, family.id)
    made = _Plan(session, case, scores, around)
    held = [made.review(one) for one in held_reviews(case.reviews)]
    return PlanPage(
        ref=ref,
        goals=tuple(map(made.goal, _goals_in_order(case.goals))),
        actions=tuple(map(made.action, _actions_in_order(case.actions, session.today))),
        planned=tuple(map(made.review, open_reviews(case.reviews))),
        held=tuple(held),
        choices=plan_choices(
            session, case, around, made.pack, next_review_day(case, session.today)
        ),
    )


@dataclass
class _Plan:
    """Words for the parts of one family's plan."""

    session: Session
    case: CaseFile
    scores: Sequence[GoalScore]
    around: Sequence[Professional]

    def __post_init__(self) -> None:
        self.pack: Pack = pack_for(self.session, self.case, None)
        self.today = self.session.today
        self._titles = {goal.id: goal.title for goal in self.case.goals}
        self._around: Mapping[str, Professional] = {one.id: one for one in self.around}

    def goal(self, goal: Goal) -> GoalCard:
        criterion = self.pack.criterion_by_id.get(goal.criterion or "")
        points = _points(goal, [one for one in self.scores if one.goal_id == goal.id])
        own = [one for one in self.case.actions if one.goal_id == goal.id]
        asks = what_it_asks(criterion, self.session.catalogue) if criterion is not None else ()
        return GoalCard(
            record=goal,
            title=goal.title,
            family_words=goal.family_words,
            criterion=criterion.title if criterion is not None else goal.criterion or "",
            criterion_short=criterion.short if criterion is not None else goal.criterion or "",
            asks=asks,
            who=self._called(goal.people),
            start=goal.start_score,
            now=goal.now_score,
            points=points,
            steps_words=_steps_words(goal, points),
            actions=tuple(map(self.action, _actions_in_order(own, self.today))),
        )

    def action(self, action: Action) -> PlanAction:
        return PlanAction(
            record=action,
            title=action.title,
            owner=action.owner,
            standing=standing_of(action, self.today),
            due_words=due_words(action, self.today),
            who=self._called(action.people),
            goal=self._titles.get(action.goal_id or "", ""),
        )

    def review(self, review: Review) -> ReviewLine:
        there = [
            professional_words(self._around[one])
            for one in review.professionals
            if one in self._around
        ]
        people = self.case.person_by_id
        return ReviewLine(
            record=review,
            kind=kind_words(review.kind),
            when_words=_when(review, self.today),
            late=review.held_on is None and review.due_on < self.today,
            who=(*self._called(review.people), *there),
            also_present=review.also_present,
            apologies=review.apologies,
            views=tuple(
                (people[who].called if who and who in people else "", words)
                for who, words in review.views
            ),
            text=review.text,
        )

    def _called(self, ids: Iterable[str]) -> tuple[str, ...]:
        people = self.case.person_by_id
        return tuple(people[one].called for one in ids if one in people)


def _goals_in_order(goals: Iterable[Goal]) -> list[Goal]:
    """Those still worked on as recorded, then those achieved, the latest first."""
    todo = [one for one in goals if one.achieved_on is None]
    done = [one for one in goals if one.achieved_on is not None]
    done.sort(key=lambda one: one.achieved_on or date.min, reverse=True)
    return [*todo, *done]


def _actions_in_order(actions: Iterable[Action], today: date) -> list[Action]:
    every = list(actions)
    done = [one for one in every if standing_of(one, today) == DONE]
    done.sort(key=lambda one: one.done_on or date.min, reverse=True)
    return [*sorted((one for one in every if one not in done), key=action_order), *done]


def _points(goal: Goal, scores: Sequence[GoalScore]) -> tuple[ScorePoint, ...]:
    """The steps over time; a start or a now that stands only in the goal is a point as well."""
    ordered = sorted(scores, key=lambda one: (one.on, one.order))
    points = [ScorePoint(one.on, one.score, _point_words(one), one) for one in ordered]
    first = points[0] if points else None
    starts_elsewhere = first is None or first.on != goal.set_on or first.score != goal.start_score
    if goal.start_score is not None and starts_elsewhere:
        day = f"Start, {long_date(goal.set_on)}" if goal.set_on is not None else "Start"
        points.insert(0, ScorePoint(goal.set_on, goal.start_score, f"{day}: {goal.start_score}"))
    if not ordered and goal.now_score is not None:
        points.append(ScorePoint(None, goal.now_score, f"Now, day not noted: {goal.now_score}"))
    return tuple(points)


def _point_words(score: GoalScore) -> str:
    said = f"{long_date(score.on)}: {score.score}"
    by = f", {score.by}" if score.by else ""
    return f"{said}{by}{f'. {score.note}' if score.note else ''}"


def _steps_words(goal: Goal, points: Sequence[ScorePoint]) -> str:
    """ "Started at 3, now at 6 of 10. 24 November 2026: 6, Jo Hebden; …"."""
    if goal.start_score is None and goal.now_score is None:
        return "No step recorded yet."
    parts = []
    if goal.start_score is not None:
        parts.append(f"started at {goal.start_score}")
    if goal.now_score is not None:
        parts.append(f"now at {goal.now_score} of 10")
    said = ", ".join(parts)
    every = "; ".join(one.words for one in points)
    return f"{said[:1].upper()}{said[1:]}. {every}."


def _when(review: Review, today: date) -> str:
    if review.held_on is not None:
        return f"Held {long_date(review.held_on)}"
    days = (review.due_on - today).days
    if days < 0:
        return f"{counted(-days, 'day')} late"
    if days == 0:
        return "Due today"
    day = long_date(review.due_on)
    return f"Due {day}, in {counted(days, 'day')}" if days <= NEAR_DAYS else f"Due {day}"
