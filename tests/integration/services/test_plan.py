"""The plan: goals with their steps, actions, reviews and meetings; all of it can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from household_kit import REF, TODAY, Household, ago, case_of, household

from casedesk.domain.errors import InvalidRecord
from casedesk.domain.field_problems import InvalidFields
from casedesk.domain.plan import DONE, LATER, OVERDUE, SOON, TEAM_MEETING
from casedesk.domain.records import GoalScore
from casedesk.domain.views.plan_page import PlanPage
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
from casedesk.services.professionals import ProfessionalEntry, add_professional
from casedesk.services.reviews import (
    MeetingEntry,
    change_review,
    hold_review,
    plan_review,
    remove_review,
)
from casedesk.services.session import Session
from casedesk.services.undoing import undo


@pytest.fixture
def home(session: Session) -> Household:
    return household(session)


def page(session: Session) -> PlanPage:
    return plan_page(session, REF)


def goal_entry(home: Household) -> GoalEntry:
    return GoalEntry(
        title="Mornings without a row",
        family_words="We want to get out of the door still friends",
        criterion="education",
        people=(home.idris,),
        start_score=3,
        set_on=ago(60),
        categories=("education",),
    )


def scores_of(session: Session) -> list[int]:
    with session.store.read() as reading:
        found = reading.records_of(GoalScore, reading.family_by_ref(REF).id)
    return [one.score for one in found]


def test_a_goal_says_what_its_criterion_asks(session: Session, home: Household) -> None:
    entry = replace(goal_entry(home), criterion=page(session).choices.criteria[1].id)
    add_goal(session, home.ref, entry)
    (card,) = page(session).goals
    assert card.criterion == page(session).choices.criteria[1].title
    assert any("at least 90%" in line for line in card.asks)
    assert card.who == ("Idris",)
    assert card.now == card.start == 3
    assert [one.score for one in card.points] == [3]


def test_steps_over_time(session: Session, home: Household) -> None:
    goal = add_goal(session, home.ref, replace(goal_entry(home), criterion=None)).record
    record_score(session, goal.id, goal.version, 6, on=TODAY, note="Two good weeks")
    goal = page(session).goals[0].record
    record_score(session, goal.id, goal.version, 5, on=ago(20))
    (card,) = page(session).goals
    assert [(one.on, one.score) for one in card.points] == [(ago(60), 3), (ago(20), 5), (TODAY, 6)]
    assert card.now == 6, "the newest by day, whenever it was written down"
    assert card.steps_words.startswith("Started at 3, now at 6 of 10. 25 September 2026: 3, ")
    newest = card.points[-1].record
    assert newest is not None
    saved = remove_score(session, newest.id, newest.version)
    assert page(session).goals[0].now == 5
    assert saved.undo is not None
    undo(session, saved.undo)
    assert page(session).goals[0].now == 6


@pytest.mark.parametrize("score", [-1, 11])
def test_a_step_is_from_0_to_10(session: Session, home: Household, score: int) -> None:
    goal = add_goal(session, home.ref, replace(goal_entry(home), criterion=None)).record
    with pytest.raises(InvalidFields, match="from 0 to 10"):
        record_score(session, goal.id, goal.version, score)
    with pytest.raises(InvalidFields, match="not be after today"):
        record_score(session, goal.id, goal.version, 4, on=TODAY + timedelta(days=1))
    assert scores_of(session) == [3]


def test_a_goal_is_changed_reached_and_reopened(session: Session, home: Household) -> None:
    goal = add_goal(session, home.ref, replace(goal_entry(home), criterion=None)).record
    kept = change_goal(session, replace(goal, title="Calm mornings", now_score=9)).record
    assert (kept.title, kept.now_score) == ("Calm mornings", 3), "steps are recorded, not typed"
    with pytest.raises(InvalidRecord, match="changed since"):
        achieve_goal(session, goal.id, goal.version)
    done = achieve_goal(session, kept.id, kept.version).record
    assert page(session).goals[0].is_achieved
    again = reopen_goal(session, done.id, done.version).record
    assert again.achieved_on is None
    with pytest.raises(InvalidFields, match="before it was set"):
        achieve_goal(session, again.id, again.version, ago(61))


def test_a_criterion_of_no_programme_is_refused(session: Session, home: Household) -> None:
    with pytest.raises(InvalidFields, match="family’s programme"):
        add_goal(session, home.ref, replace(goal_entry(home), criterion="flying"))


def test_removing_a_goal_keeps_its_actions_and_comes_back_whole(
    session: Session, home: Household
) -> None:
    goal = add_goal(session, home.ref, replace(goal_entry(home), criterion=None)).record
    add_action(session, home.ref, ActionEntry(title="Set two alarms", goal_id=goal.id))
    record_score(session, goal.id, goal.version, 7)
    goal = page(session).goals[0].record
    saved = remove_goal(session, goal.id, goal.version)
    now = page(session)
    assert now.goals == ()
    assert [(one.title, one.goal) for one in now.actions] == [("Set two alarms", "")]
    assert saved.undo is not None
    undo(session, saved.undo)
    (card,) = page(session).goals
    assert [one.score for one in card.points] == [3, 7]
    assert [one.title for one in card.actions] == ["Set two alarms"]


def test_actions_stand_in_groups(session: Session, home: Household) -> None:
    for title, due in (
        ("later", TODAY + timedelta(days=15)),
        ("late", ago(5)),
        ("soon", TODAY + timedelta(days=14)),
        ("some day", None),
    ):
        add_action(session, home.ref, ActionEntry(title=title, due=due, people=(home.leila,)))
    late = page(session).actions[0].record
    add_action(session, home.ref, ActionEntry(title="finished"))
    finished = page(session).actions[-1].record
    finish_action(session, finished.id, finished.version, ago(2))
    assert [(one.title, one.standing, one.due_words) for one in page(session).actions] == [
        ("late", OVERDUE, "5 days late"),
        ("soon", SOON, "Due in 14 days"),
        ("later", LATER, "Due 9 December 2026"),
        ("some day", LATER, "No date"),
        ("finished", DONE, "Done 22 November 2026"),
    ]
    assert late.people == (home.leila,)


def test_an_action_is_changed_reopened_and_removed(session: Session, home: Household) -> None:
    action = add_action(session, home.ref, ActionEntry(title=" Ring the GP ", owner="Kerry")).record
    assert action.title == "Ring the GP"
    changed = change_action(session, replace(action, due=TODAY, owner="Nadia")).record
    done = finish_action(session, changed.id, changed.version).record
    again = reopen_action(session, done.id, done.version).record
    assert (again.done_on, again.owner, again.due) == (None, "Nadia", TODAY)
    saved = remove_action(session, again.id, again.version)
    assert page(session).actions == ()
    assert saved.undo is not None
    undo(session, saved.undo)
    assert [one.title for one in page(session).actions] == ["Ring the GP"]
    with pytest.raises(InvalidFields, match="of this family"):
        change_action(session, replace(page(session).actions[0].record, people=("nobody",)))


def test_reviews_are_every_six_weeks(session: Session, home: Household) -> None:
    assert page(session).choices.next_review == TODAY, "the first one is six weeks late"
    hold_review(session, REF, MeetingEntry(held_on=ago(7), text="All as planned."))
    assert page(session).choices.next_review == ago(7) + timedelta(weeks=6)


def test_a_meeting_is_one_save(session: Session, home: Household) -> None:
    planned = plan_review(session, REF, TODAY, TEAM_MEETING).record
    teacher = add_professional(
        session, REF, ProfessionalEntry(name="Ann Ferris", organisation="Millbridge High School")
    ).record
    entry = MeetingEntry(
        held_on=TODAY,
        kind=TEAM_MEETING,
        people=(home.nadia, home.idris),
        professionals=(teacher.id,),
        apologies="Health visitor",
        views=((home.idris, "I want my own room."), (home.nadia, "  ")),
        text="Agreed that one plan is enough.",
        actions=(ActionEntry(title="Ask about a bigger house", owner="Sam Okoro"),),
        next_on=TODAY + timedelta(weeks=6),
    )
    saved = hold_review(session, REF, entry, review_id=planned.id, version=planned.version)
    assert "1 action added, next on 5 January 2027" in saved.sentence
    now = page(session)
    (held,) = now.held
    assert held.who == ("Nadia", "Idris", "Ann Ferris (Millbridge High School)")
    assert held.views == (("Idris", "I want my own room."),)
    assert held.when_words == "Held 24 November 2026"
    assert [one.when_words for one in now.planned] == ["Due 5 January 2027, in 42 days"]
    assert [one.title for one in now.actions] == ["Ask about a bigger house"]
    assert saved.undo is not None
    undo(session, saved.undo)
    back = page(session)
    assert (back.held, back.actions) == ((), ())
    assert [one.record.due_on for one in back.planned] == [TODAY]


def test_a_refused_action_keeps_the_meeting_from_being_saved(
    session: Session, home: Household
) -> None:
    entry = MeetingEntry(text="Talked.", actions=(ActionEntry(title="  "),))
    with pytest.raises(InvalidFields):
        hold_review(session, REF, entry)
    assert page(session).held == ()
    with pytest.raises(InvalidFields, match="What was said and decided is needed"):
        hold_review(session, REF, MeetingEntry())
    with pytest.raises(InvalidFields, match="after the day it was held"):
        hold_review(session, REF, MeetingEntry(text="Talked.", next_on=TODAY))


def test_the_next_day_moves_the_review_that_is_planned(session: Session, home: Household) -> None:
    plan_review(session, REF, TODAY + timedelta(days=3))
    later = TODAY + timedelta(weeks=6)
    hold_review(session, REF, MeetingEntry(text="Nobody had planned it.", next_on=later))
    assert [one.record.due_on for one in page(session).planned] == [later]
    with pytest.raises(InvalidFields, match="should not be over"):
        plan_review(session, REF, ago(1))


def test_a_review_is_put_right_and_taken_out(session: Session, home: Household) -> None:
    held = hold_review(session, REF, MeetingEntry(text="Typed too fast.")).record
    kept = change_review(session, replace(held, text="Typed well. ")).record
    assert kept.text == "Typed well."
    saved = remove_review(session, kept.id, kept.version)
    assert page(session).held == ()
    assert saved.undo is not None
    undo(session, saved.undo)
    assert [one.text for one in page(session).held] == ["Typed well."]


def test_an_imported_goal_has_its_start_and_now(made_up: Session) -> None:
    cards = plan_page(made_up, "CD-0412").goals
    assert cards
    for card in cards:
        shown = [one.score for one in card.points]
        assert not shown or (shown[0] == card.start and shown[-1] == card.now)


def test_the_plan_stands_in_the_case_file(session: Session, home: Household) -> None:
    add_goal(session, home.ref, replace(goal_entry(home), criterion=None))
    assert [one.title for one in case_of(session).goals] == ["Mornings without a row"]
