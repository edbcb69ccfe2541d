"""What the plan tab asks of the services: the page, and everything that is saved from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from casedesk.domain.records import Action, Goal, GoalScore, Review
from casedesk.domain.views.saved import Saved
from casedesk.services.actions import (
    ActionEntry,
    add_action,
    change_action,
    finish_action,
    remove_action,
    reopen_action,
)
from casedesk.services.goals import (
    GoalEntry,
    achieve_goal,
    add_goal,
    change_goal,
    record_score,
    remove_goal,
    remove_score,
    reopen_goal,
)
from casedesk.services.plan_page import plan_page
from casedesk.services.reviews import (
    MeetingEntry,
    change_review,
    hold_review,
    plan_review,
    remove_review,
)
from casedesk.ui.forms.form_end import FormEnd
from casedesk.ui.screens.family.tab_presenter import TabPresenter


class PlanPresenter(TabPresenter):
    """`answered` gives the `PlanPage`."""

    def read(self, ref: str) -> None:
        """Read a family's plan; an answer about another family is dropped."""
        self.ref = ref
        self._ask(partial(plan_page, self._desk.session, ref))

    def add_goal(self, entry: GoalEntry, end: FormEnd) -> None:
        """Save a new goal."""
        self._put(end, add_goal, self.ref, entry)

    def change_goal(self, goal: Goal, end: FormEnd) -> None:
        """Save a goal over the one it was made from."""
        self._put(end, change_goal, goal)

    def remove_goal(self, goal: Goal, end: FormEnd) -> None:
        """Take a goal out."""
        self._put(end, remove_goal, goal.id, goal.version)

    def set_achieved(self, goal: Goal, *, achieved: bool) -> None:
        """Mark a goal as achieved today, or work on it again."""
        self._put(None, achieve_goal if achieved else reopen_goal, goal.id, goal.version)

    def record_score(
        self, goal: Goal, score: int, on: date | None, note: str | None, end: FormEnd
    ) -> None:
        """Save where a goal stands."""
        work = partial(record_score, on=on, note=note)
        self._put(end, work, goal.id, goal.version, score)

    def remove_score(self, score: GoalScore) -> None:
        """Take out a step that was a mistake."""
        self._put(None, remove_score, score.id, score.version)

    def add_action(self, entry: ActionEntry, end: FormEnd) -> None:
        """Save a new action."""
        self._put(end, add_action, self.ref, entry)

    def change_action(self, action: Action, end: FormEnd) -> None:
        """Save an action over the one it was made from."""
        self._put(end, change_action, action)

    def set_done(self, action: Action, *, done: bool) -> None:
        """Mark an action as done today, or as still to be done."""
        self._put(None, finish_action if done else reopen_action, action.id, action.version)

    def remove_action(self, action: Action, end: FormEnd) -> None:
        """Take an action out."""
        self._put(end, remove_action, action.id, action.version)

    def plan_review(self, due_on: date, kind: str, end: FormEnd) -> None:
        """Save the day of a review."""
        self._put(end, plan_review, self.ref, due_on, kind)

    def hold_review(self, entry: MeetingEntry, review: Review | None, end: FormEnd) -> None:
        """Save a review that was held; `review` is the planned one."""
        work: Callable[..., Saved[Review]] = hold_review
        if review is not None:
            work = partial(hold_review, review_id=review.id, version=review.version)
        self._put(end, work, self.ref, entry)

    def change_review(self, review: Review, end: FormEnd) -> None:
        """Save a review over the one it was made from."""
        self._put(end, change_review, review)

    def remove_review(self, review: Review, end: FormEnd | None) -> None:
        """Take a review out."""
        self._put(end, remove_review, review.id, review.version)
