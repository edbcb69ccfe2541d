"""The criteria on the made-up caseload: read, decided and recorded by real clicks and keys."""

from __future__ import annotations

from datetime import date

import pytest
from family_page import FamilyPage, nameless, spoken, words
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casedesk.services.recording import FactEntry, record_fact
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.criteria.card import CriterionCardView
from casedesk.ui.screens.family.criteria.decision_form import DecisionForm
from casedesk.ui.screens.family.criteria.details import CriterionDetails
from casedesk.ui.screens.family.criteria.record_form import CHECK, JUDGEMENT, RecordForm
from casedesk.ui.screens.family.criteria.tab import CriteriaTab


def _open(page: FamilyPage, **args: str) -> CriteriaTab:
    tab = page.open("criteria", **args)
    assert isinstance(tab, CriteriaTab)
    return tab


def _card(tab: CriteriaTab, criterion: str) -> CriterionCardView:
    card = tab.cards.of(criterion)
    assert card is not None
    return card


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, desk)


@pytest.fixture
def own_page(qtbot: QtBot, own_desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, own_desk)


def test_a_card_says_why_and_what_is_behind_it(page: FamilyPage) -> None:
    tab = _open(page)
    school = _card(tab, "education")
    said = words(school)
    assert "Met – from records" in said
    assert "Tyler attended 71.1% over the last 3 terms" in said
    assert "the threshold is below 90%" in said
    assert "70.6% attendance, Summer 2026" in said
    assert school.more.text() == "See 10 more"
    assert "DV/DA" in [pip.short for pip in tab.summary.pips.pips]
    assert nameless(tab) == []


def test_nothing_opens_a_window_of_its_own(page: FamilyPage, qapp: QApplication) -> None:
    tab = _open(page)
    page.press(_card(tab, "work").more)
    assert [one for one in qapp.topLevelWidgets() if one.isVisible()] == [page.screen]


def test_the_strip_is_walked_month_by_month(page: FamilyPage) -> None:
    strip = _card(_open(page), "crime").strip
    assert len(strip.cells) == 24
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    assert spoken(strip, QAccessible.Text.Value) == "November 2026: met"
    for _ in range(7):
        page.qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert spoken(strip, QAccessible.Text.Value) == "April 2026: not known"


def test_see_more_shows_every_record_and_what_counts(page: FamilyPage) -> None:
    tab = _open(page)
    school = _card(tab, "education")
    page.press(school.more)
    details = tab.panel.content
    assert isinstance(details, CriterionDetails)
    assert [table.model().rowCount() for table in details.tables] == [6, 6]
    assert "A child permanently excluded: no record of it" in words(details)
    assert nameless(tab.panel.drawer) == []
    page.qtbot.keyClick(details.tables[0], Qt.Key.Key_Escape)
    assert not tab.panel.drawer.is_open
    assert school.more.hasFocus()


def test_confirming_is_one_click_and_has_a_way_back(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    crime = _card(tab, "crime")
    own_page.press(crime.confirm)
    assert spoken(crime) == f"{crime.card.title}: Confirmed by keyworker"
    assert "You confirmed this on 24 November 2026" in words(crime)
    assert not crime.confirm.isVisible()
    assert crime.change.isVisible()
    own_page.undo()
    assert spoken(crime) == f"{crime.card.title}: Met – from records"


def test_disagreeing_needs_a_reason(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    school = _card(tab, "education")
    own_page.press(school.disagree)
    form = tab.panel.content
    assert isinstance(form, DecisionForm)
    assert "The records say met. You say not met." in words(form)
    assert form.reason.hasFocus()
    own_page.press(form.save)
    assert tab.panel.drawer.is_open
    assert spoken(form.reason, QAccessible.Text.Description) == "The reason is needed"
    own_page.qtbot.keyClicks(form.reason, "The register was wrong in June")
    own_page.press(form.save)
    assert not tab.panel.drawer.is_open
    assert spoken(school) == f"{school.card.title}: Keyworker disagrees"
    assert "The register was wrong in June" in words(school)
    assert "From the records: Met because Tyler attended 71.1%" in words(school)
    assert "Meets 3 of 6" in tab.summary.meets.text()


def test_a_decision_is_changed(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    plan = _card(tab, "help")
    own_page.press(plan.change)
    form = tab.panel.content
    assert isinstance(form, DecisionForm)
    assert form.state == "not_met"
    own_page.qtbot.keyClicks(form.reason, "The plans ended in October")
    own_page.press(form.save)
    assert plan.card.state == "disagreed"
    assert "The plans ended in October" in words(plan)


def test_a_not_known_is_settled_by_a_check(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    work = _card(tab, "work")
    assert "Ask the family and the Jobcentre" in words(work)
    own_page.press(work.record)
    form = tab.panel.content
    assert isinstance(form, RecordForm)
    assert nameless(form) == []
    own_page.press(form.modes[CHECK])
    own_page.press(form.save)
    assert spoken(work) == f"{work.card.title}: Not met"
    assert "a check on 24 November 2026 found nothing" in words(work)


def test_a_not_known_is_settled_by_one_click_at_its_question(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    work = _card(tab, "work")
    own_page.press(work.nothing)
    assert spoken(work) == f"{work.card.title}: Not met"
    assert "a check on 24 November 2026 found nothing" in words(work)
    assert not work.nothing.isVisible()
    own_page.undo()
    assert spoken(work) == f"{work.card.title}: Not known"


def test_what_is_known_is_typed_at_once(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    own_page.press(_card(tab, "work").record)
    form = tab.panel.content
    assert isinstance(form, RecordForm)
    assert form.fact.kind.hasFocus()


def test_a_not_known_is_settled_by_a_record(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    work = _card(tab, "work")
    own_page.press(work.record)
    form = tab.panel.content
    assert isinstance(form, RecordForm)
    own_page.press(form.save)
    assert spoken(form.fact.person, QAccessible.Text.Description).startswith("Who it is about")
    own_page.qtbot.keyClicks(form.fact.person, "Kerry")
    form.fact.dates["from_on"].setFocus()
    own_page.qtbot.keyClicks(form.fact.dates["from_on"], "1 March 2026")
    own_page.qtbot.keyClicks(form.fact.detail, "Told you she left work in March")
    own_page.qtbot.keyClicks(form.fact.source, "Kerry")
    own_page.press(form.save)
    assert not tab.panel.drawer.is_open
    assert spoken(work) == f"{work.card.title}: Met – from records"
    assert "Told you she left work in March" in words(work)


def test_a_date_that_is_none_is_said_at_its_field(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    own_page.press(_card(tab, "work").record)
    form = tab.panel.content
    assert isinstance(form, RecordForm)
    form.fact.dates["from_on"].setFocus()
    own_page.qtbot.keyClicks(form.fact.dates["from_on"], "31 February 2026")
    own_page.press(form.save)
    field = form.fields["from_on"]
    assert field.error.startswith("Enter a real date")
    assert tab.panel.drawer.is_open


def test_a_judgement_is_two_clicks_from_the_card(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    crime = _card(tab, "crime")
    own_page.press(crime.more)
    details = tab.panel.content
    assert isinstance(details, CriterionDetails)
    own_page.press(details.record)
    form = tab.panel.content
    assert isinstance(form, RecordForm)
    own_page.press(form.modes[JUDGEMENT])
    own_page.qtbot.keyClicks(form.evidence, "Nothing since he joined the boxing club")
    own_page.press(form.save)
    assert own_page.toasts[-1][0] == "Recorded: Crime, improved."


def test_changed_records_ask_for_another_look(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    crime = _card(tab, "work")
    own_page.press(crime.record)
    form = tab.panel.content
    assert isinstance(form, RecordForm)
    own_page.press(form.modes[CHECK])
    own_page.press(form.save)
    own_page.press(crime.confirm)
    assert not crime.look.isVisible()
    session = own_page.desk.session
    kerry = next(one for one in _people(own_page.desk) if one[1] == "Kerry")
    record_fact(
        session,
        "CD-0412",
        FactEntry(kind="problem-debt", person_id=kerry[0], from_on=date(2026, 11, 24)),
    )
    own_page.desk.say_changed("Fact")
    own_page.settle()
    assert crime.look.isVisible()
    assert crime.confirm.isVisible()


def test_another_day_is_looked_at_and_not_decided(page: FamilyPage) -> None:
    tab = _open(page)
    day = tab.summary.day
    day.setFocus()
    day.selectAll()
    page.qtbot.keyClicks(day, "1 May 2026")
    page.qtbot.keyClick(day, Qt.Key.Key_Return)
    page.settle()
    assert "This is how it stood on 1 May 2026." in tab.past.accessibleName()
    assert tab.past.isVisible()
    assert not _card(tab, "education").confirm.isVisible()
    assert _card(tab, "crime").card.state == "not_known"
    tab.past.followed.emit()
    page.settle()
    assert not tab.past.isVisible()
    assert _card(tab, "education").confirm.isVisible()


def test_programmes_stand_side_by_side(page: FamilyPage) -> None:
    tab = _open(page)
    page.press(tab.summary.compare)
    assert len(tab.packs.columns) == 4
    assert "Meets 4 of 10 – eligible (1 needed)" in words(tab.packs)
    other = next(one for one in tab.packs.columns if len(one.column.criteria) == 10)
    page.press(other.look)
    assert len(tab.cards.views) == 10
    assert tab.other.isVisible()
    tab.other.followed.emit()
    page.settle()
    assert len(tab.cards.views) == 6
    assert not tab.other.isVisible()


def test_a_criterion_is_brought_into_view(page: FamilyPage) -> None:
    tab = _open(page, criterion="health")
    health = _card(tab, "health")
    page.qtbot.waitUntil(health.strip.hasFocus)
    assert not health.visibleRegion().isEmpty()


def test_asking_for_consent_turns_to_the_consents(page: FamilyPage) -> None:
    tab = _open(page)
    page.press(_card(tab, "work").consent)
    assert page.turned[0][1]["tab"] == "consent"


@pytest.mark.parametrize(("width", "across"), [(1278, 2), (847, 1)])
def test_the_cards_stand_as_the_width_allows(
    qtbot: QtBot, desk: Desk, width: int, across: int
) -> None:
    page = FamilyPage(qtbot, desk, (width, 648))
    tab = _open(page)
    tops = [view.y() for view in tab.cards.views]
    assert tops.count(tops[0]) == across
    assert all(view.height() >= 228 for view in tab.cards.views)
    assert tab.cards.width() < tab.width()


def _people(desk: Desk) -> list[tuple[str, str]]:
    with desk.session.store.read() as reading:
        case = reading.case_file(reading.family_by_ref("CD-0412").id)
    return [(one.id, one.called) for one in case.people]
