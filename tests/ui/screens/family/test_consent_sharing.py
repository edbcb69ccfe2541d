"""Sharing decisions and the sharing log, by real clicks and keys on the made-up caseload."""

from __future__ import annotations

from pathlib import Path

import pytest
from consent_steps import ConsentSteps
from fake_dialogs import FakeDialogs
from family_page import ASHWORTH, FamilyPage, nameless, words
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from casedesk.domain.views.report_preview import ReportChoices
from casedesk.services.report_preview import save_report
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.consent.decision_form import SharingDecisionForm
from casedesk.ui.screens.family.consent.end_form import EndDecisionForm
from casedesk.ui.screens.family.consent.more import DecisionDetails, SharedDetails
from casedesk.ui.screens.family.consent.sharing_cards import NOTHING_SHARED


@pytest.fixture
def own(qtbot: QtBot, own_desk: Desk) -> ConsentSteps:
    return ConsentSteps(FamilyPage(qtbot, own_desk))


def test_a_decision_is_listed_and_read_in_full(own: ConsentSteps) -> None:
    table = own.tab.decisions.table
    assert [row.spoken for row in table.rows] == [
        "2 Jul 2026, Share, Kerry, Police, Legal obligation, In force"
    ]
    table.setFocus(Qt.FocusReason.TabFocusReason)
    own.page.qtbot.keyClick(table, Qt.Key.Key_Return)
    assert own.windows() == [own.page.screen]
    said = words(own.form(DecisionDetails))
    assert "Risk information for the domestic abuse panel." in said
    assert "Statutory and government purposes" in said
    assert "Samira Patel" in said


def test_a_decision_is_recorded_with_its_reason(own: ConsentSteps) -> None:
    own.page.press(own.tab.decisions.record)
    form = own.form(SharingDecisionForm)
    own.page.press(form.save)
    assert "needs the people it is about" in form.trouble.accessibleName()
    own.tick(form.people.ticks[next(iter(form.people.ticks))])
    own.tick(form.recipients.ticks["yot"])
    own.tick(form.categories.ticks["education"])
    form.decision.buttons["do not share"].click()
    assert not form.basis.isVisible()
    own.tick(form.told)
    own.type_in(form.not_told_why, "It would put Kerry at risk")
    own.type_in(form.reason, "Kerry is not safe when they know the school")
    own.page.press(form.save)
    assert not own.tab.side.drawer.is_open
    rows = own.tab.decisions.table.rows
    assert rows[0].spoken == "24 Nov 2026, Do not share, Kerry, Youth Offending Team, In force"
    assert nameless(own.tab) == []
    own.page.undo()
    assert own.tab.decisions.table.rows[0].cells[-1] == "In error"


def test_a_decision_to_share_needs_its_basis(own: ConsentSteps) -> None:
    own.page.press(own.tab.decisions.record)
    form = own.form(SharingDecisionForm)
    form.people.ticks[next(iter(form.people.ticks))].click()
    form.recipients.ticks["police"].click()
    form.categories.ticks["health"].click()
    own.type_in(form.reason, "Somebody may be hurt")
    own.page.press(form.save)
    assert "the lawful basis" in form.trouble.accessibleName()
    own.choose(form.basis, "Safeguarding")
    own.page.press(form.save)
    assert len(own.tab.decisions.table.rows) == 2
    toast = own.page.toasts[-1][0]
    assert "nobody authorised it" in toast
    assert "names no condition" in toast


def test_a_decision_ends_or_is_marked_in_error(own: ConsentSteps, dialogs: FakeDialogs) -> None:
    table = own.tab.decisions.table
    own.page.qtbot.keyClick(table, Qt.Key.Key_Return)
    own.page.press(own.form(DecisionDetails).end)
    form = own.form(EndDecisionForm)
    own.clear(form.on)
    own.page.press(form.save)
    assert form.fields["to_on"].error
    own.type_in(form.on, "1 November 2026")
    own.page.press(form.save)
    assert table.rows[0].cells[-1] == "Ended"
    own.page.qtbot.keyClick(table, Qt.Key.Key_Return)
    dialogs.answers.append(True)
    own.page.press(own.form(DecisionDetails).error)
    own.page.settle()
    assert dialogs.questions[-1].title == "Mark decision S-1 as recorded in error?"
    assert table.rows[0].cells[-1] == "In error"


def test_what_has_left_is_listed_item_by_item(own: ConsentSteps, tmp_path: Path) -> None:
    assert NOTHING_SHARED in words(own.tab.log)
    for number in range(8):
        choices = ReportChoices(recipient="schools", named_person="Ms Ahmed")
        save_report(own.page.desk.session, ASHWORTH, choices, tmp_path / f"{number}.pdf")
    own.page.desk.say_changed("Disclosure")
    own.page.settle()
    log = own.tab.log
    assert len(log.table.rows) == 7
    assert log.all.text() == "See all 8"
    assert log.table.rows[0].cells[1] == "Schools"
    own.page.press(log.all)
    assert len(log.table.rows) == 8
    assert not log.all.isVisible()
    own.page.qtbot.keyClick(log.table, Qt.Key.Key_Return)
    content = own.form(SharedDetails)
    assert "Ms Ahmed" in words(content)
    assert "7.pdf" in words(content)
    assert content.items.rows
    assert nameless(own.tab) == []
