"""Drafts in the forms of a family: left half-typed, found again where they were."""

from __future__ import annotations

from typing import Any

import pytest
from consent_steps import ConsentSteps
from fake_dialogs import FakeDialogs
from family_page import FamilyPage
from people_kit import open_people
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from casedesk.services.drafts import Draft, all_drafts
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.screens.family.consent.consent_form import ConsentForm
from casedesk.ui.screens.family.consent.restriction_forms import LiftForm, RestrictionForm
from casedesk.ui.screens.family.consent.withdraw_form import WithdrawForm
from casedesk.ui.screens.family.criteria.decision_form import DecisionForm
from casedesk.ui.screens.family.criteria.record_form import CHECK, RecordForm
from casedesk.ui.screens.family.criteria.tab import CriteriaTab
from casedesk.ui.screens.family.overview.action_form import ActionForm
from casedesk.ui.screens.family.overview.tab import OverviewTab

WHY = "He was in every day this week"


@pytest.fixture
def own_page(qtbot: QtBot, own_desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, own_desk)


def _only_draft(page: FamilyPage) -> Draft:
    (draft,) = all_drafts(page.desk.session)
    return draft


def _take_up(page: FamilyPage, draft: Draft) -> Any:
    """Turn to where a draft says that it opens, on a page made anew; gives the tab."""
    again = FamilyPage(page.qtbot, page.desk)
    args = dict(draft.args)
    assert draft.page == "family"
    return again, again.open(args.pop("tab"), **args)


def _criterion(tab: CriteriaTab) -> Any:
    view = next(one for one in tab.cards.views if one.disagree.isVisible())
    return view.card


def test_a_disagreement_left_half_typed_is_offered_and_saved(own_page: FamilyPage) -> None:
    tab = own_page.open("criteria")
    assert isinstance(tab, CriteriaTab)
    card = _criterion(tab)
    tab.panel.decide(card, disagrees=True)
    form = tab.panel.content
    assert isinstance(form, DecisionForm)
    own_page.qtbot.keyClicks(form.reason, WHY)
    own_page.qtbot.keyClick(form, Qt.Key.Key_Escape)
    own_page.settle()
    assert not tab.panel.drawer.is_open
    draft = _only_draft(own_page)
    assert draft.title == f"Disagree: {card.short}"

    again, tab = _take_up(own_page, draft)
    form = tab.panel.content
    assert isinstance(form, DecisionForm)
    assert form.keeper is not None
    assert form.text == ""
    again.press(form.keeper.banner.resume_button)
    assert form.text == WHY
    again.press(form.save)
    assert not tab.panel.drawer.is_open
    assert all_drafts(own_page.desk.session) == ()
    assert tab.cards.of(card.id).card.decision.reason == WHY


def test_another_criterion_is_not_offered_it(own_page: FamilyPage) -> None:
    tab = own_page.open("criteria")
    assert isinstance(tab, CriteriaTab)
    first, second = [one.card for one in tab.cards.views][:2]
    tab.panel.record(first)
    own_page.settle()
    form = tab.panel.content
    assert isinstance(form, RecordForm)
    form.set_mode(CHECK)
    own_page.qtbot.keyClicks(form.check_detail, "Nothing known")
    tab.panel.record(second)
    own_page.settle()
    other = tab.panel.content
    assert isinstance(other, RecordForm)
    assert other.keeper is not None
    assert not other.keeper.banner.isVisible()
    tab.panel.record(first)
    own_page.settle()
    same = tab.panel.content
    assert isinstance(same, RecordForm)
    assert same.keeper is not None
    own_page.press(same.keeper.banner.resume_button)
    assert same.mode == CHECK
    assert same.check_detail.text() == "Nothing known"
    assert same.check_on.value() == own_page.desk.session.today


def test_cancel_gives_the_words_up_until_undo(own_page: FamilyPage) -> None:
    tab = open_people(own_page)
    own_page.press(tab.add)
    form = tab.panel.content
    assert isinstance(form, FormPanel)
    own_page.qtbot.keyClicks(form.fields["given_name"].control, "Nadia")
    own_page.press(form.cancel)
    assert not tab.panel.drawer.is_open
    assert all_drafts(own_page.desk.session) == ()
    assert own_page.toasts[-1][0] == "Draft discarded"
    own_page.undo()
    assert own_page.turned[-1] == ("family", dict(_only_draft(own_page).args))


def test_a_refused_form_keeps_its_words(own_page: FamilyPage) -> None:
    tab = open_people(own_page)
    own_page.press(tab.add)
    form = tab.panel.content
    assert isinstance(form, FormPanel)
    own_page.qtbot.keyClicks(form.fields["known_as"].control, "Nad")
    own_page.press(form.save)
    assert form.fields["given_name"].error
    own_page.desk.drafts.flush_all()
    assert _only_draft(own_page).contents["known_as"] == "Nad"


def test_a_consent_is_taken_up_where_it_was(own_page: FamilyPage) -> None:
    steps = ConsentSteps(own_page)
    steps.click("Kerry", "DWP")
    steps.press("Record consent")
    form = steps.form(ConsentForm)
    steps.tick(form.categories.ticks["housing"])
    steps.type_in(form.organisation, "Jobcentre, Mill Lane")
    own_page.desk.drafts.flush_all()
    again, tab = _take_up(own_page, _only_draft(own_page))
    taken = tab.side.content
    assert isinstance(taken, ConsentForm)
    assert taken.keeper is not None
    again.press(taken.keeper.banner.resume_button)
    assert taken.person.currentText().startswith("Kerry")
    assert taken.categories.value() == ("housing",)
    assert taken.organisation.text() == "Jobcentre, Mill Lane"


def test_the_reason_of_a_withdrawal_is_kept(own_page: FamilyPage, dialogs: FakeDialogs) -> None:
    steps = ConsentSteps(own_page)
    steps.click("Ellie", "NHS")
    steps.press("Withdraw")
    body = dialogs.forms[-1][1]
    assert isinstance(body, WithdrawForm)
    steps.type_in(body.reason, "Ellie changed her mind")
    dialogs.close_form()
    own_page.settle()
    _take_up(own_page, _only_draft(own_page))
    own_page.settle()
    again = dialogs.forms[-1][1]
    assert isinstance(again, WithdrawForm)
    assert again is not body
    assert again.keeper is not None
    own_page.press(again.keeper.banner.resume_button)
    assert again.text == "Ellie changed her mind"
    dialogs.agree_form()
    own_page.settle()
    assert all_drafts(own_page.desk.session) == ()


def test_an_action_is_kept_too(own_page: FamilyPage, dialogs: FakeDialogs) -> None:
    tab = own_page.open("overview")
    assert isinstance(tab, OverviewTab)
    own_page.press(tab.actions_card.add)
    form = dialogs.forms[-1][1]
    assert isinstance(form, ActionForm)
    own_page.qtbot.keyClicks(form.title, "Ring the")
    dialogs.close_form()
    own_page.settle()
    draft = _only_draft(own_page)
    assert draft.contents == {"title": "Ring the"}
    _take_up(own_page, draft)
    assert dialogs.forms[-1][1] is not form


def test_cancel_discards_what_was_typed_into_a_box(
    own_page: FamilyPage, dialogs: FakeDialogs
) -> None:
    tab = own_page.open("overview")
    assert isinstance(tab, OverviewTab)
    own_page.press(tab.actions_card.add)
    form = dialogs.forms[-1][1]
    assert isinstance(form, ActionForm)
    own_page.qtbot.keyClicks(form.title, "Ring the")
    dialogs.decline_form()
    own_page.settle()
    assert all_drafts(own_page.desk.session) == ()
    words, undo = own_page.toasts[-1]
    assert words == "Draft discarded"
    assert undo is not None
    undo()
    own_page.settle()
    assert _only_draft(own_page).contents == {"title": "Ring the"}


def test_keeping_a_consent_discards_the_reason_against_it(
    own_page: FamilyPage, dialogs: FakeDialogs
) -> None:
    steps = ConsentSteps(own_page)
    steps.click("Ellie", "NHS")
    steps.press("Withdraw")
    body = dialogs.forms[-1][1]
    assert isinstance(body, WithdrawForm)
    steps.type_in(body.reason, "Ellie changed her mind")
    dialogs.decline_form()
    own_page.settle()
    assert all_drafts(own_page.desk.session) == ()


def test_consent_is_asked_for_what_a_criterion_is_about(qtbot: QtBot, desk: Desk) -> None:
    steps = ConsentSteps(FamilyPage(qtbot, desk), criterion="abuse")
    form = steps.form(ConsentForm)
    categories = desk.session.packs.criterion_categories(desk.session.programme)
    assert form.categories.value() == (categories["abuse"],)


def test_a_record_is_restricted_and_the_restriction_lifted(own_page: FamilyPage) -> None:
    steps = ConsentSteps(own_page)
    assert not steps.tab.restrictions.isVisible()
    own_page.press(steps.tab.card.restrict)
    form = steps.form(RestrictionForm)
    assert not form.fields["purposes"].isVisible()
    own_page.press(form.save)
    assert form.fields["reason"].error
    steps.choose(form.person, "Tyler")
    steps.type_in(form.reason, "Tyler says the dates are wrong")
    own_page.press(form.save)
    (banner,) = steps.tab.restrictions.banners
    assert banner.isVisible()
    assert banner.accessibleName().startswith("Tyler’s record is restricted")
    banner.followed.emit()
    own_page.settle()
    lift = steps.form(LiftForm)
    steps.type_in(lift.reason, "They were put right")
    _type_day(lift.on, "23 November 2026")
    own_page.press(lift.save)
    assert "before the first" in lift.fields["on"].error
    _type_day(lift.on, "24 November 2026")
    own_page.press(lift.save)
    assert not steps.tab.side.drawer.is_open


def test_an_objection_to_purposes_is_recorded(own_page: FamilyPage) -> None:
    steps = ConsentSteps(own_page)
    own_page.press(steps.tab.card.restrict)
    form = steps.form(RestrictionForm)
    form.choice.set_value("object")
    assert form.save.text() == "Save objection"
    steps.tick(form.purposes.ticks["refer"])
    own_page.press(form.save)
    (banner,) = steps.tab.restrictions.banners
    assert "objects to Referring to another service" in banner.accessibleName()


def _type_day(field: Any, words: str) -> None:
    field.setText(words)
    field.editingFinished.emit()


def test_what_is_pasted_badly_does_not_stop_a_draft(own_page: FamilyPage) -> None:
    tab = own_page.open("criteria")
    assert isinstance(tab, CriteriaTab)
    tab.panel.decide(_criterion(tab), disagrees=True)
    form = tab.panel.content
    assert isinstance(form, DecisionForm)
    box: QPlainTextEdit = form.reason
    box.setPlainText("half \ud83d and \x01")
    assert own_page.desk.drafts.flush_all() == ()
    assert _only_draft(own_page).contents["reason"].startswith("half ")
