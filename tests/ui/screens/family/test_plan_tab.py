"""The plan: goals, actions and reviews by real clicks and keys, saved and undone."""

from __future__ import annotations

from datetime import date

import pytest
from family_page import ASHWORTH, FamilyPage, nameless, spoken, words
from people_kit import choose, type_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from casedesk.domain.plan import DONE, TEAM_MEETING
from casedesk.domain.views.plan_page import PlanPage
from casedesk.services.drafts import DraftKey, draft_of
from casedesk.services.plan_page import plan_page
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.plan.action_form import ActionForm
from casedesk.ui.screens.family.plan.goal_form import GoalForm
from casedesk.ui.screens.family.plan.meeting_form import MeetingForm
from casedesk.ui.screens.family.plan.review_form import ReviewForm
from casedesk.ui.screens.family.plan.review_view import ReviewView
from casedesk.ui.screens.family.plan.score_form import ScoreForm
from casedesk.ui.screens.family.plan.tab import PlanTab

TODAY = date(2026, 11, 24)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, desk)


@pytest.fixture
def own_page(qtbot: QtBot, own_desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, own_desk)


def open_plan(page: FamilyPage, **args: str) -> PlanTab:
    tab = page.open("plan", **args)
    assert isinstance(tab, PlanTab)
    return tab


def stored(page: FamilyPage) -> PlanPage:
    return plan_page(page.desk.session, ASHWORTH)


def test_the_plan_is_there_to_see(page: FamilyPage) -> None:
    tab = open_plan(page)
    assert tab.summary.text() == "5 goals, 1 achieved; 1 action late"
    first = tab.goals.views[0]
    said = words(first)
    assert "Tyler is in school nine days out of ten" in said
    assert "“Mornings without a fight.”" in said
    assert "Started at 2, now 4 of 10" in said
    assert "at least 90% of the last 3 terms" in said
    assert "17 June 2026: 2" in spoken(first.chart, QAccessible.Text.Description)
    assert "Achieved 5 November 2026" in first.accessibleName() + "".join(
        spoken(one._badge) for one in tab.goals.views
    )
    assert "Due 1 December 2026, in 7 days" in words(tab.reviews)
    assert next(one.action.title for one in tab.actions_card.rows).startswith("Call school")
    assert nameless(tab) == []


def test_filters_show_one_group(page: FamilyPage) -> None:
    tab = open_plan(page)
    card = tab.actions_card
    assert spoken(card.chips["overdue"]) == "Overdue, 1"
    page.press(card.chips["overdue"])
    assert [one.action.due_words for one in card.rows] == ["3 days late"]
    page.press(card.chips[DONE])
    assert len(card.rows) == 4
    assert all(one.box.isChecked() for one in card.rows)
    page.press(tab.goals.views[1].todo)
    assert card.rows == []
    page.press(card.chips["to do"])
    assert [one.action.title for one in card.rows] == ["Call school about Ellie's transport"]
    page.press(card.of_goal)
    assert len(card.rows) == 4


def test_a_criterion_is_one_click_away(page: FamilyPage) -> None:
    tab = open_plan(page)
    page.press(tab.goals.views[0].criterion)
    wanted = {"family": ASHWORTH, "tab": "criteria", "criterion": "education"}
    assert page.turned[-1] == ("family", wanted)


def test_a_held_review_is_read(page: FamilyPage) -> None:
    tab = open_plan(page)
    read = next(one for one in tab.reviews.buttons if spoken(one).startswith("Read:"))
    page.press(read)  # type: ignore[arg-type]
    view = tab.panel.content
    assert isinstance(view, ReviewView)
    said = words(view)
    assert "one person to ask, and not five" in said
    assert "School nurse" in said
    assert "Kerry, Tyler, Ellie, Sam, Maureen" in said.replace(" and ", ", ")
    assert nameless(tab.panel.drawer) == []


def test_one_column_on_a_small_screen(qtbot: QtBot, desk: Desk) -> None:
    small = FamilyPage(qtbot, desk, (847, 464))
    tab = open_plan(small)
    assert tab.goals.views[0].mapTo(tab, tab.goals.views[0].rect().topRight()).x() <= 847
    assert tab.reviews.mapTo(tab, tab.reviews.rect().topLeft()).x() < 60


def test_a_goal_is_added_with_what_its_criterion_asks(own_page: FamilyPage) -> None:
    tab = open_plan(own_page)
    own_page.press(tab.add)
    form = tab.panel.content
    assert isinstance(form, GoalForm)
    assert nameless(tab.panel.drawer) == []
    own_page.press(form.save)
    assert form.fields["title"].error == "The goal is needed"
    type_in(own_page, form.title, "Bedtimes that work")
    choose(own_page, form.criterion, "Children who have not been attending school regularly")
    assert "at least 90%" in form.asks.plain()
    assert form.categories.value() == ("education",)
    form.scale.setFocus()
    own_page.qtbot.keyClick(form.scale, Qt.Key.Key_4)
    own_page.press(form.save)
    assert not tab.panel.drawer.is_open
    added = next(one for one in stored(own_page).goals if one.title == "Bedtimes that work")
    assert (added.now, added.record.criterion, added.record.categories) == (
        4, "education", ("education",),
    )  # fmt: skip
    own_page.undo()
    assert "Bedtimes that work" not in [one.title for one in stored(own_page).goals]


def test_a_step_is_recorded_and_a_goal_reached(own_page: FamilyPage) -> None:
    tab = open_plan(own_page)
    view = tab.goals.views[0]
    own_page.press(view.step)
    form = tab.panel.content
    assert isinstance(form, ScoreForm)
    own_page.press(form.save)
    assert "A step from 0 to 10 is needed" in form.fields["score"].error
    own_page.qtbot.keyClick(form.scale, Qt.Key.Key_6)
    own_page.press(form.save)
    assert stored(own_page).goals[0].now == 6
    assert "now 6 of 10" in words(view)
    own_page.press(view.achieve)
    assert stored(own_page).goals[-2].is_achieved or stored(own_page).goals[-1].is_achieved
    own_page.undo()
    assert stored(own_page).goals[0].record.achieved_on is None


def test_an_action_is_typed_in_one_line_ticked_and_undone(own_page: FamilyPage) -> None:
    tab = open_plan(own_page)
    card = tab.actions_card
    card.line.setFocus()
    own_page.qtbot.keyClicks(card.line, "Kerry to ring the GP by Friday")
    own_page.qtbot.keyClick(card.line, Qt.Key.Key_Return)
    own_page.settle()
    added = next(one for one in stored(own_page).actions if one.title == "Ring the GP")
    assert (added.owner, added.record.due, added.who) == ("Kerry", date(2026, 11, 27), ("Kerry",))
    assert card.line.text() == ""
    row = next(one for one in card.rows if one.action.title == "Ring the GP")
    own_page.press(row.box)
    done = next(one for one in stored(own_page).actions if one.title == "Ring the GP")
    assert done.record.done_on == TODAY
    own_page.undo()
    own_page.press(next(one for one in card.rows if one.action.title == "Ring the GP").edit)
    form = tab.panel.content
    assert isinstance(form, ActionForm)
    choose(own_page, form.goal, "Kerry is well enough to enjoy the children")
    own_page.press(form.save)
    moved = next(one for one in stored(own_page).actions if one.title == "Ring the GP")
    assert moved.goal == "Kerry is well enough to enjoy the children"


def test_a_meeting_is_written_down_with_its_actions(own_page: FamilyPage) -> None:
    tab = open_plan(own_page)
    own_page.press(tab.meeting)
    form = tab.panel.content
    assert isinstance(form, MeetingForm)
    assert nameless(tab.panel.drawer) == []
    assert form.next_on.value() == date(2027, 1, 5), "six weeks on"
    form.kind.set_value(TEAM_MEETING)
    form.text.setPlainText("One plan is enough.")
    ellie = next(who for who, box in form.views.items() if "Ellie" in box.accessibleName())
    form.views[ellie].setPlainText("I want the bus.")
    form.agreed.field.setFocus()
    own_page.qtbot.keyClicks(form.agreed.field, "Jo to write to housing by 1 December")
    own_page.qtbot.keyClick(form.agreed.field, Qt.Key.Key_Return)
    assert tab.panel.drawer.is_open, "Enter adds a line and saves nothing"
    own_page.press(form.save)
    assert not tab.panel.drawer.is_open
    now = stored(own_page)
    assert now.held[0].text == "One plan is enough."
    assert ("Ellie", "I want the bus.") in now.held[0].views
    assert [one.record.due_on for one in now.planned] == [date(2027, 1, 5)]
    wrote = next(one for one in now.actions if "housing" in one.title)
    assert (wrote.owner, wrote.record.due) == ("Jo Hebden", date(2026, 12, 1))
    own_page.undo()
    assert [one.record.due_on for one in stored(own_page).planned] == [date(2026, 12, 1)]


def test_a_review_is_planned_for_another_day(own_page: FamilyPage) -> None:
    tab = open_plan(own_page)
    move = next(one for one in tab.reviews.buttons if spoken(one).startswith("Change the day"))
    own_page.press(move)  # type: ignore[arg-type]
    form = tab.panel.content
    assert isinstance(form, ReviewForm)
    form.due_on.setFocus()
    form.due_on.selectAll()
    own_page.qtbot.keyClicks(form.due_on, "8 December 2026")
    own_page.qtbot.keyClick(form.due_on, Qt.Key.Key_Return)
    own_page.press(form.save)
    assert [one.record.due_on for one in stored(own_page).planned] == [date(2026, 12, 8)]


def test_a_meeting_half_written_comes_back(own_page: FamilyPage) -> None:
    tab = open_plan(own_page)
    own_page.press(tab.meeting)
    form = tab.panel.content
    assert isinstance(form, MeetingForm)
    form.text.setPlainText("Kerry said that")
    form.agreed.set_lines(["Kerry to ring the GP"])
    planned = stored(own_page).planned[0].record.id
    tab.panel.close()
    own_page.settle()
    key = DraftKey("plan/meeting", ASHWORTH, planned)
    kept = draft_of(own_page.desk.session, key)
    assert kept is not None
    assert kept.args["form"] == "meeting"
    tab = open_plan(own_page, form="meeting", record=planned)
    again = tab.panel.content
    assert isinstance(again, MeetingForm)
    assert again is not form
    assert again.keeper is not None
    own_page.press(again.keeper.banner.resume_button)
    assert again.text.toPlainText() == "Kerry said that"
    assert again.agreed.lines() == ("Kerry to ring the GP",)
    own_page.press(again.save)
    assert draft_of(own_page.desk.session, key) is None


def test_a_line_half_typed_comes_back(own_page: FamilyPage) -> None:
    tab = open_plan(own_page)
    tab.actions_card.line.setFocus()
    own_page.qtbot.keyClicks(tab.actions_card.line, "Kerry to ask about")
    own_page.desk.drafts.flush_all()
    own_page.settle()
    open_plan(own_page, family="CD-0431")
    tab = open_plan(own_page)
    form = tab.actions_card.form
    assert tab.actions_card.line.text() == ""
    assert form.keeper is not None
    own_page.press(form.keeper.banner.resume_button)
    assert tab.actions_card.line.text() == "Kerry to ask about"
    own_page.qtbot.keyClicks(tab.actions_card.line, " the rent")
    own_page.qtbot.keyClick(tab.actions_card.line, Qt.Key.Key_Return)
    own_page.settle()
    assert "Ask about the rent" in [one.title for one in stored(own_page).actions]
    assert draft_of(own_page.desk.session, DraftKey("plan/line", ASHWORTH)) is None


def test_narrow_tabs_say_less_and_are_read_whole(qtbot: QtBot, desk: Desk) -> None:
    small = FamilyPage(qtbot, desk, (847, 464))
    open_plan(small)
    bar = small.screen.bar
    assert [bar.tabText(place) for place in range(8)] == [
        "Overview", "Criteria", "Plan", "Visits", "Consent", "Documents", "People", "History",
    ]  # fmt: skip
    assert bar.accessibleTabName(4) == "Consent and sharing"
    small.screen.resize(1278, 648)
    small.settle()
    assert bar.tabText(4) == "Consent and sharing"
