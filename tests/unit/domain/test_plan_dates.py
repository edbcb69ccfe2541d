"""When an action is late, when a family is reviewed, and what criteria ask for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from casedesk.domain.plan import (
    DONE,
    LATER,
    OVERDUE,
    SOON,
    due_words,
    held_reviews,
    newest_score,
    next_review_day,
    open_reviews,
    review_after,
    standing_of,
)
from casedesk.domain.programmes.asking import what_it_asks
from casedesk.domain.records import Action, CaseFile, Family, GoalScore, Involvement, Order, Review
from casedesk.services.packs import packs_at_hand
from casedesk.system.resources import shipped_catalogue

TODAY = date(2026, 11, 24)


def action(due: date | None = None, done: date | None = None) -> Action:
    return Action(id="a", family_id="f", ref="A-1", title="Ring the GP", due=due, done_on=done)


@pytest.mark.parametrize(
    ("due", "done", "standing", "words"),
    [
        (None, None, LATER, "No date"),
        (TODAY - timedelta(days=1), None, OVERDUE, "1 day late"),
        (TODAY, None, SOON, "Due today"),
        (TODAY + timedelta(days=1), None, SOON, "Due in 1 day"),
        (TODAY + timedelta(days=14), None, SOON, "Due in 14 days"),
        (TODAY + timedelta(days=15), None, LATER, "Due 9 December 2026"),
        (TODAY - timedelta(days=9), TODAY, DONE, "Done 24 November 2026"),
        (None, TODAY + timedelta(days=1), LATER, "No date"),
    ],
)
def test_where_an_action_stands(
    due: date | None, done: date | None, standing: str, words: str
) -> None:
    assert standing_of(action(due, done), TODAY) == standing
    assert due_words(action(due, done), TODAY) == words


def case(*reviews: Review, started: date | None = None) -> CaseFile:
    family = Family(id="f", ref="CD-1", name="Haddad")
    involvement = Involvement(
        id="i", family_id="f", programme="p", current=True, started_on=started
    )
    return CaseFile(family=family, reviews=reviews, involvements=(involvement,))


def review(due: date, held: date | None = None, number: int = 0) -> Review:
    return Review(
        id=f"r{number}", family_id="f", due_on=due, held_on=held, order=Order(number, "d", number)
    )


def test_reviews_are_six_weeks_apart() -> None:
    assert review_after(date(2026, 11, 24)) == date(2027, 1, 5)
    assert review_after(date.max) == date.max
    held = review(TODAY - timedelta(days=30), TODAY - timedelta(days=28))
    assert next_review_day(case(held), TODAY) == TODAY + timedelta(days=14)
    begun = case(started=TODAY - timedelta(days=7))
    assert next_review_day(begun, TODAY) == TODAY + timedelta(days=35)
    assert next_review_day(case(started=date(2020, 1, 1)), TODAY) == TODAY
    assert next_review_day(case(), TODAY) == TODAY + timedelta(weeks=6)


def test_reviews_in_their_order() -> None:
    first, second = review(TODAY, number=1), review(TODAY - timedelta(days=3), number=2)
    old = review(TODAY, TODAY - timedelta(days=90), 3)
    new = review(TODAY, TODAY - timedelta(days=5), 4)
    every = (first, old, second, new)
    assert open_reviews(every) == [second, first]
    assert held_reviews(every) == [new, old]


def test_of_two_steps_on_a_day_the_one_recorded_later_stands() -> None:
    def score(number: int, on: date) -> GoalScore:
        order = Order(number, "d", number)
        return GoalScore(
            id=str(number), family_id="f", goal_id="g", on=on, score=number, order=order
        )

    newest = newest_score((score(3, TODAY), score(4, TODAY), score(9, TODAY - timedelta(days=1))))
    assert newest is not None
    assert newest.score == 4
    assert newest_score(()) is None


def test_every_criterion_of_every_programme_says_what_it_asks() -> None:
    catalogue = shipped_catalogue()
    for pack in packs_at_hand().packs.values():
        for criterion in pack.criteria:
            asks = what_it_asks(criterion, catalogue)
            assert asks, (pack.id, criterion.id)
            assert all(one[:1].isupper() or one[:1].isdigit() for one in asks), asks
            assert not any("  " in one or one.endswith(".") for one in asks), asks
