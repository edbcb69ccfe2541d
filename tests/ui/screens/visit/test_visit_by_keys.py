"""A whole visit by the keyboard alone, from the family's page to the saved note and back."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from visit_kit import ASHWORTH, VisitWindow

from casedesk.domain.views.diary import PlanEntry
from casedesk.services.drafts import all_drafts
from casedesk.services.planned_visits import plan_visit
from casedesk.ui.desk import Desk

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
FRIDAY, NEXT_WEEK = date(2026, 11, 27), date(2026, 12, 1)


@pytest.fixture
def window(qtbot: QtBot, own_desk: Desk) -> VisitWindow:
    return VisitWindow(qtbot, own_desk)


def test_a_whole_visit_by_keys(window: VisitWindow) -> None:
    session = window.desk.session
    entry = PlanEntry(on=session.today, at_time=time(10, 30), also_present="Beth Lindley")
    planned = plan_visit(session, ASHWORTH, entry).record
    before, plans = window.records()
    window.start(planned.id)

    window.tab_to("Kerry")
    window.key(Qt.Key.Key_Space)
    window.tab_to("Tyler")
    window.key(Qt.Key.Key_Space)
    window.tab_to("Tyler was seen alone")
    window.key(Qt.Key.Key_Space)
    window.tab_to("Ellie")
    window.key(Qt.Key.Key_Return)

    window.tab_to("The words of Tyler")
    window.key(Qt.Key.Key_Right)
    window.key(Qt.Key.Key_V, ALT)
    window.type("I like Wednesdays.")
    window.tab_to("Home")
    window.key(Qt.Key.Key_Space)
    window.type("warm and tidy.")

    window.key(Qt.Key.Key_A, ALT)
    window.type("Kerry to ring the GP by fri")
    window.key(Qt.Key.Key_Return)
    window.type("Ask the school about the bus pass")

    window.key(Qt.Key.Key_N, ALT)
    window.key(Qt.Key.Key_Space)
    window.tab_to("Time of the next visit")
    window.key(Qt.Key.Key_A, CONTROL)
    window.type("2pm")

    window.tab_to("Call school about")
    window.key(Qt.Key.Key_Space)
    window.key(Qt.Key.Key_Return, CONTROL)
    window.settle()

    assert window.page == "family"
    case, visits = window.records()
    (contact,) = (one for one in case.contacts if one not in before.contacts)
    names = {one.id: one.called for one in case.people}
    assert [names[one] for one in contact.people] == ["Kerry", "Tyler", "Ellie"]
    assert [names[one] for one in contact.seen_alone] == ["Tyler"]
    assert [(names[who or ""], said) for who, said in contact.child_voice] == [
        ("Ellie", "I like Wednesdays.")
    ]
    assert (contact.text, contact.also_present) == ("Home: warm and tidy.", "Beth Lindley")
    assert contact.minutes == 1
    new = [one for one in case.actions if one.id not in {old.id for old in before.actions}]
    assert [(one.title, one.owner, one.due) for one in new] == [
        ("Ring the GP", "Kerry", FRIDAY),
        ("Ask the school about the bus pass", "Jo Hebden", None),
    ]
    late = next(one for one in case.actions if one.title.startswith("Call school"))
    assert late.done_on == session.today
    assert next(one for one in visits if one.id == planned.id).contact_id == contact.id
    following = next(one for one in visits if one.id not in {old.id for old in plans})
    assert (following.on, following.at_time) == (NEXT_WEEK, time(14))
    assert all_drafts(session) == ()

    assert "Saved the visit to Ashworth" in window.toasts[-1][0]
    window.key(Qt.Key.Key_Z, CONTROL)
    window.settle()
    after, visits = window.records()
    assert [one.id for one in after.contacts] == [one.id for one in before.contacts]
    assert [one.id for one in after.actions] == [one.id for one in before.actions]
    assert [(one.id, one.contact_id) for one in visits] == [
        (one.id, one.contact_id) for one in plans
    ]
