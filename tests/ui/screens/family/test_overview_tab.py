"""The overview on the made-up caseload, by real clicks and keys."""

from __future__ import annotations

from itertools import combinations

import pytest
from fake_dialogs import FakeDialogs
from family_page import FamilyPage, nameless, spoken, words
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from casedesk.services.family_page import overview
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.overview.action_form import ActionForm
from casedesk.ui.screens.family.overview.tab import OverviewTab


def _open(page: FamilyPage, family: str = "CD-0412") -> OverviewTab:
    tab = page.open("overview", family)
    assert isinstance(tab, OverviewTab)
    return tab


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, desk)


@pytest.fixture
def own_page(qtbot: QtBot, own_desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, own_desk)


def test_it_shows_who_what_next_and_notes(page: FamilyPage) -> None:
    tab = _open(page)
    assert "Kerry (34, female)" in tab.household.drawing.spoken_value()
    assert "Meets 4 of 6 – eligible (2 needed)" in words(tab.criteria)
    assert [spoken(row).rpartition(": ")[2] for row in tab.criteria.rows] == [
        "Met – from records",
        "Met – from records",
        "Confirmed by keyworker",
        "Not known",
        "Met – from records",
        "Improved and sustained",
    ]
    assert "Overdue 3 days" in words(tab.actions_card)
    assert "21 November · Jo" in words(tab.actions_card)
    assert "1 December 2026" in words(tab.actions_card)
    assert "Home visit" in words(tab.notes)
    assert "Kerry told me she left work in March." in words(tab.notes)
    assert nameless(tab) == []


def test_the_alert_is_a_banner_here_and_a_badge_elsewhere(
    page: FamilyPage, dialogs: FakeDialogs
) -> None:
    _open(page)
    head = page.screen.head
    link = next(one for one in head.findChildren(QPushButton) if one.text() == "See reason")
    page.press(link)
    assert dialogs.messages[0].title == "Two-person visits"
    assert "Darren shouted" in dialogs.messages[0].text
    page.qtbot.mouseClick(
        page.screen.bar,
        Qt.MouseButton.LeftButton,
        pos=page.screen.bar.tabRect(1).center(),
    )
    page.settle()
    assert not link.isVisible()
    assert "Two-person visits" in words(head)


def test_a_criterion_opens_its_card(page: FamilyPage) -> None:
    tab = _open(page)
    page.press(tab.criteria.rows[3])
    assert page.turned == [
        ("family", {"family": "CD-0412", "tab": "criteria", "criterion": "work"})
    ]


def test_a_person_is_walked_to_and_opened_with_the_keys(page: FamilyPage) -> None:
    tab = _open(page)
    drawing = tab.household.drawing
    drawing.setFocus(Qt.FocusReason.TabFocusReason)
    first = drawing.spoken_value()
    page.qtbot.keyClick(drawing, Qt.Key.Key_Tab)
    assert drawing.spoken_value() != first
    page.qtbot.keyClick(drawing, Qt.Key.Key_Return)
    ((where, args),) = page.turned
    assert (where, args["tab"]) == ("family", "people")
    assert args["person"] == drawing.current_person


def test_an_action_is_ticked_and_taken_back(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    before = [row.line.title for row in tab.actions_card.rows]
    own_page.press(tab.actions_card.rows[0].box)
    assert [row.line.title for row in tab.actions_card.rows] == before[1:]
    assert own_page.toasts[-1][0] == f"Done: {before[0]}."
    own_page.undo()
    assert [row.line.title for row in tab.actions_card.rows] == before


def test_an_action_is_added(own_page: FamilyPage, dialogs: FakeDialogs) -> None:
    tab = _open(own_page)
    own_page.press(tab.actions_card.add)
    ((title, form),) = dialogs.forms
    assert title == "Add an action"
    assert isinstance(form, ActionForm)
    assert not dialogs.agree_form()
    own_page.settle()
    description = spoken(form.title, QAccessible.Text.Description)
    assert description == "What is to be done is needed"
    own_page.qtbot.keyClicks(form.title, "Ring the GP")
    own_page.qtbot.keyClicks(form.due, "30 November 2026")
    own_page.qtbot.keyClick(form.due, Qt.Key.Key_Return)
    dialogs.agree_form()
    own_page.settle()
    assert not form.isVisible()
    titles = [row.line.title for row in tab.actions_card.rows]
    assert "Ring the GP" in titles
    assert "30 November 2026" in words(tab.actions_card.rows[titles.index("Ring the GP")])


def test_ten_criteria_stand_in_one_line_each(page: FamilyPage) -> None:
    ref = next(
        row for row in _refs(page.desk) if len(overview(page.desk.session, row).criteria) == 10
    )
    tab = _open(page, ref)
    assert len(tab.criteria.rows) == 10
    assert max(row.height() for row in tab.criteria.rows) <= 36


@pytest.mark.parametrize(("width", "columns"), [(1278, 3), (1000, 2), (847, 1)])
def test_the_cards_stand_as_the_width_allows(
    qtbot: QtBot, desk: Desk, width: int, columns: int
) -> None:
    page = FamilyPage(qtbot, desk, (width, 648))
    tab = _open(page)
    tops = (tab.household.y(), tab.criteria.y(), tab.actions_card.y())
    assert tops.count(min(tops)) == columns
    page_wide = tab.household.parentWidget().width()
    assert max(card.geometry().right() for card in (tab.criteria, tab.notes)) < page_wide


@pytest.mark.parametrize("factor", [1.15, 1.3])
def test_large_text_moves_the_cards_and_overlaps_none(
    qtbot: QtBot, desk: Desk, factor: float
) -> None:
    desk.theme.set_factor(factor)
    tab = _open(FamilyPage(qtbot, desk))
    cards = (tab.household, tab.criteria, tab.actions_card, tab.notes)
    pairs = combinations([card.geometry() for card in cards], 2)
    assert not any(one.intersects(other) for one, other in pairs)
    page_wide = tab.household.parentWidget().width()
    assert max(card.geometry().right() for card in cards) < page_wide


def _refs(desk: Desk) -> list[str]:
    with desk.session.store.read() as reading:
        return [case.family.ref for case in reading.case_files()]
