"""What the plan's dates mean: which action is late, when the family is reviewed next.

A review is due six weeks after the one before it, the first one six weeks after the start
(docs/architecture.md, The plan).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from casedesk.domain.dates import long_date
from casedesk.domain.records import Action, CaseFile, GoalScore, Review

REVIEW_EVERY = timedelta(weeks=6)
SOON_DAYS = 14
"""An action due within so many days is due soon."""
LEAST_SCORE, MOST_SCORE = 0, 10

REVIEW = "review"
TEAM_MEETING = "team around the family"
REVIEW_KINDS = (REVIEW, TEAM_MEETING)

OVERDUE, SOON, LATER, DONE = "overdue", "soon", "later", "done"
STANDINGS = (OVERDUE, SOON, LATER, DONE)


def standing_of(action: Action, today: date) -> str:
    """One of `STANDINGS`; an action without a date is for later."""
    if action.done_on is not None and action.done_on <= today:
        return DONE
    if action.due is None:
        return LATER
    if action.due < today:
        return OVERDUE
    return SOON if (action.due - today).days <= SOON_DAYS else LATER


def due_words(action: Action, today: date) -> str:
    """ "5 days late", "Due today", "Due in 7 days", "Due 3 March 2027", "Done 2 May 2026"."""
    if action.done_on is not None and action.done_on <= today:
        return f"Done {long_date(action.done_on)}"
    if action.due is None:
        return "No date"
    days = (action.due - today).days
    if days < 0:
        return f"{counted(-days, 'day')} late"
    if days == 0:
        return "Due today"
    if days <= SOON_DAYS:
        return f"Due in {counted(days, 'day')}"
    return f"Due {long_date(action.due)}"


def counted(number: int, noun: str) -> str:
    """ "1 day", "3 days"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def action_order(action: Action) -> tuple[bool, date, object]:
    """The key to sort what is to be done: by day, without a day last."""
    return action.due is None, action.due or date.max, action.order


def open_reviews(reviews: Iterable[Review]) -> list[Review]:
    """The reviews that are planned and not held, the earliest first."""
    return sorted(
        (one for one in reviews if one.held_on is None), key=lambda one: (one.due_on, one.order)
    )


def held_reviews(reviews: Iterable[Review]) -> list[Review]:
    """The reviews that were held, the latest first."""
    held = [(one.held_on, one.order, one) for one in reviews if one.held_on is not None]
    return [one for _, _, one in sorted(held, key=lambda entry: entry[:2], reverse=True)]


def review_after(held_on: date) -> date:
    """When a family is reviewed after a review that was held on a day."""
    return min(held_on, date.max - REVIEW_EVERY) + REVIEW_EVERY


def next_review_day(case: CaseFile, today: date) -> date:
    """When the next review is due, as a form proposes it; never a day that is over."""
    held = held_reviews(case.reviews)
    involvement = case.current_involvement
    before = held[0].held_on if held else None
    if before is None:
        before = involvement.started_on if involvement is not None else None
    return max(review_after(before or today), today)


def newest_score(scores: Iterable[GoalScore]) -> GoalScore | None:
    """The score that a goal stands at: of the latest day, of two the one recorded later."""
    return max(scores, key=lambda one: (one.on, one.order), default=None)
