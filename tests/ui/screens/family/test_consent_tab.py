"""Consent on the made-up caseload: read, recorded and withdrawn by real clicks and keys."""

from __future__ import annotations

import pytest
from consent_steps import ConsentSteps
from fake_dialogs import FakeDialogs
from family_page import FamilyPage, nameless, stops, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.consent.consent_form import ConsentForm
from casedesk.ui.screens.family.consent.study_forms import (
    EndObjectionForm,
    InformedForm,
    ObjectionForm,
)
from casedesk.ui.screens.family.consent.withdraw_form import WithdrawForm

STUDY = "National Impact Study"
NARROW = (847, 464)


@pytest.fixture
def steps(qtbot: QtBot, desk: Desk) -> ConsentSteps:
    return ConsentSteps(FamilyPage(qtbot, desk))


@pytest.fixture
def own(qtbot: QtBot, own_desk: Desk) -> ConsentSteps:
    return ConsentSteps(FamilyPage(qtbot, own_desk))


def test_the_matrix_says_who_agreed_to_what(steps: ConsentSteps) -> None:
    assert steps.said("Ellie", "NHS") == "Ellie, NHS: Given"
    assert steps.said("Tyler", "School") == "Tyler, School: Refused"
    assert steps.said("Maureen", "DWP") == "Maureen, DWP: Withdrawn"
    study = [steps.said(name, STUDY).split(": ")[1] for name in ("Kerry", "Tyler", "Darren")]
    assert study == ["Informed", "Objected", "Not told yet"]
    assert nameless(steps.tab) == []


def test_the_matrix_is_one_stop_of_tab(steps: ConsentSteps) -> None:
    inside = [one for one in stops(steps.tab.card) if steps.matrix.isAncestorOf(one)]
    assert inside == [steps.matrix]
    steps.matrix.setFocus(Qt.FocusReason.TabFocusReason)
    chosen = steps.matrix.currentIndex()
    steps.page.qtbot.keyClick(steps.matrix, Qt.Key.Key_Tab)
    assert not steps.matrix.hasFocus()
    assert steps.matrix.currentIndex() == chosen


def test_it_begins_at_what_ends_soon(steps: ConsentSteps) -> None:
    said = words(steps.panel)
    assert steps.panel.title == "Kerry to NHS"
    assert "Expires soon" in said
    assert "ends in 9 days" in said
    assert "Health, Substance misuse" in said
    assert "3 December 2026" in said
    assert "Given, 6 months" in said


def test_the_panel_follows_the_arrows_and_enter_goes_into_it(steps: ConsentSteps) -> None:
    steps.matrix.setFocus(Qt.FocusReason.TabFocusReason)
    steps.page.qtbot.keyClick(steps.matrix, Qt.Key.Key_Right)
    steps.page.settle()
    assert steps.panel.title == "Kerry to DWP"
    assert "Nothing recorded yet" in words(steps.panel)
    steps.page.qtbot.keyClick(steps.matrix, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is steps.panel.buttons[0]
    assert steps.panel.buttons[0].text() == "Record consent"


def test_a_link_to_a_cell_chooses_it(qtbot: QtBot, desk: Desk) -> None:
    people = ConsentSteps(FamilyPage(qtbot, desk)).tab.card.model.page
    assert people is not None
    tyler = people.people[1].person_id
    steps = ConsentSteps(FamilyPage(qtbot, desk), person=tyler, recipient="schools")
    assert steps.panel.title == "Tyler to School"
    assert "Refused" in words(steps.panel)


def test_another_purpose_is_another_matrix(steps: ConsentSteps) -> None:
    assert steps.said("Ellie", "School") == "Ellie, School: Given"
    steps.page.qtbot.keyClick(steps.tab.card.purpose, Qt.Key.Key_Down)
    steps.page.settle()
    assert steps.tab.presenter.purpose == "identify"
    assert steps.said("Ellie", "School") == "Ellie, School: Not asked"
    assert steps.panel.detail.purpose == "identify"


def test_narrow_the_panel_comes_in_at_the_side(qtbot: QtBot, desk: Desk) -> None:
    steps = ConsentSteps(FamilyPage(qtbot, desk, NARROW))
    drawer = steps.tab.cell_drawer
    assert not steps.panel.isVisible()
    steps.click("Tyler", "DWP")
    assert drawer.is_open
    assert steps.panel.isVisible()
    assert drawer.accessibleName() == "Tyler to DWP"
    assert steps.windows() == [steps.page.screen]
    steps.page.qtbot.keyClick(drawer, Qt.Key.Key_Escape)
    assert not drawer.is_open
    assert steps.matrix.hasFocus()
    steps.page.screen.resize(1278, 648)
    steps.page.settle()
    assert steps.panel.isVisible()


def test_a_consent_is_recorded_and_undone(own: ConsentSteps) -> None:
    own.click("Darren", "NHS")
    own.press("Record consent")
    form = own.form(ConsentForm)
    assert form.recipients.value() == ("nhs",)
    assert form.purposes.value() == ("support",)
    assert nameless(own.tab) == []
    assert own.windows() == [own.page.screen]
    own.page.press(form.save)
    assert form.fields["categories"].error
    assert own.tab.side.drawer.is_open
    own.tick(form.categories.ticks["health"])
    own.tick(form.categories.ticks["housing"])
    own.choose(form.method, "Signed form")
    own.page.press(form.months[6])
    own.page.press(form.save)
    assert not own.tab.side.drawer.is_open
    assert own.said("Darren", "NHS") == "Darren, NHS: 2 of 10 given"
    said = words(own.panel)
    assert "Health, Housing" in said
    assert "24 May 2027" in said
    assert "Signed form" in said
    assert own.page.toasts[-1][0].startswith("Recorded: Darren, consent given.")
    own.page.undo()
    assert own.said("Darren", "NHS") == "Darren, NHS: Not asked"


def test_one_organisation_gets_a_column_of_its_own(own: ConsentSteps) -> None:
    own.click("Darren", "NHS")
    own.page.press(own.tab.card.record)
    form = own.form(ConsentForm)
    form.recipients.ticks["nhs"].click()
    own.choose(form.kind, "NHS and health organisations")
    own.type_in(form.organisation, "Calder Surgery")
    form.categories.ticks["health"].click()
    own.page.press(form.save)
    assert own.said("Darren", "Calder Surgery") == "Darren, Calder Surgery: 1 of 10 given"


def test_what_a_lead_should_look_at_is_said_before_it_is_saved(own: ConsentSteps) -> None:
    own.click("Ellie", "DWP")
    own.press("Record consent")
    form = own.form(ConsentForm)
    own.tick(form.categories.ticks["health"])
    own.page.qtbot.waitUntil(lambda: form.flags.isVisibleTo(form))
    assert "nothing is noted about competence" in form.flags.accessibleName()
    own.choose(form.given_by, "Kerry")
    own.page.qtbot.waitUntil(lambda: not form.flags.isVisibleTo(form))


def test_a_renewal_begins_with_what_ends(own: ConsentSteps) -> None:
    own.press("Renew consent")
    form = own.form(ConsentForm)
    assert form.categories.value() == ("substance-misuse", "health")
    assert form.method.currentText() == "Signed form"
    assert form.expires_on.text() == "24 May 2027"
    own.page.press(form.save)
    assert "ends 24 May 2027" in words(own.panel)
    assert len(own.panel.rows) == 2


def test_a_refusal_has_no_last_day(own: ConsentSteps) -> None:
    own.click("Darren", "Police")
    own.press("Record consent")
    form = own.form(ConsentForm)
    form.decision.buttons["refused"].click()
    assert not form.expires_on.isVisible()
    own.page.press(form.all_kinds)
    own.page.press(form.save)
    assert own.said("Darren", "Police") == "Darren, Police: Refused"


def test_a_withdrawal_needs_a_reason_and_has_no_way_back(
    own: ConsentSteps, dialogs: FakeDialogs
) -> None:
    own.click("Ellie", "NHS")
    own.press("Withdraw")
    title, body = dialogs.forms[-1]
    to = "NHS and health organisations, Schools and Youth service"
    assert title == f"Withdraw Ellie’s consent to {to}?"
    assert isinstance(body, WithdrawForm)
    assert "stays in the sharing log" in words(body)
    assert not dialogs.agree_form()
    own.page.settle()
    assert own.said("Ellie", "NHS") == "Ellie, NHS: Given"
    assert body.reason.accessibleDescription()
    own.type_in(body.reason, "Ellie does not want her doctor to know")
    assert not dialogs.agree_form()
    own.page.settle()
    assert not body.isVisible()
    assert own.said("Ellie", "NHS") == "Ellie, NHS: Withdrawn"
    assert "Ellie does not want her doctor to know" in words(own.panel)
    assert own.page.toasts[-1][1] is None


@pytest.mark.parametrize("agrees", [True, False])
def test_a_consent_recorded_by_mistake_is_marked(
    own: ConsentSteps, dialogs: FakeDialogs, agrees: bool
) -> None:
    own.click("Kerry", "NHS")
    dialogs.answers.append(agrees)
    own.page.press(own.panel.rows[0].error)  # type: ignore[arg-type]
    question = dialogs.questions[-1]
    assert question.title == "Mark consent C-1 as recorded in error?"
    assert (question.agree, question.decline) == ("Mark as an error", "Keep consent")
    assert question.grave
    own.page.settle()
    state = "Not asked" if agrees else "2 of 10 given"
    assert own.said("Kerry", "NHS") == f"Kerry, NHS: {state}"
    assert ("recorded in error" in words(own.panel)) is agrees


def test_told_about_the_study_then_an_objection_that_a_lead_ends(own: ConsentSteps) -> None:
    own.click("Darren", STUDY)
    assert "Withdraw" not in [one.text() for one in own.panel.buttons]
    own.press("Record that they were told")
    told = own.form(InformedForm)
    own.page.press(told.save)
    assert told.fields["notice_version"].error
    own.type_in(told.notice, "2026-04")
    own.page.press(told.save)
    assert own.said("Darren", STUDY).endswith("Informed")
    own.press("Record an objection")
    objection = own.form(ObjectionForm)
    own.page.press(objection.save)
    assert own.said("Darren", STUDY).endswith("Objected")
    assert "Objected on 24 November 2026." in words(own.panel)
    own.press("End the objection")
    ended = own.form(EndObjectionForm)
    own.type_in(ended.reason, "He has thought again")
    own.page.press(ended.save)
    assert ended.fields["lead"].error
    own.type_in(ended.lead, "Samira Patel")
    own.page.press(ended.save)
    assert not own.tab.side.drawer.is_open


def test_narrow_a_consent_is_recorded_over_the_panel(qtbot: QtBot, own_desk: Desk) -> None:
    own = ConsentSteps(FamilyPage(qtbot, own_desk, NARROW))
    own.click("Darren", "NHS")
    own.press("Record consent")
    form = own.form(ConsentForm)
    assert own.tab.regions() == [own.tab.side.drawer]
    own.tick(form.categories.ticks["health"])
    own.page.press(form.save)
    assert not own.tab.side.drawer.is_open
    assert own.tab.cell_drawer.is_open
    assert "1 of 10 given" in words(own.panel)
    assert own.windows() == [own.page.screen]
