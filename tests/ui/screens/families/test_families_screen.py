"""The list of families: searched as one types, filtered, sorted, opened."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from casedesk.domain.views.families_list import FamilyListQuestion
from casedesk.services.family_list import find_families
from casedesk.ui.desk import Desk
from casedesk.ui.screens.families.model import COL_PIPS, FamiliesModel
from casedesk.ui.screens.families.screen import FamiliesScreen


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> FamiliesScreen:
    made = FamiliesScreen(desk)
    qtbot.addWidget(made)
    made.resize(1230, 640)
    with qtbot.waitActive(made):
        made.show()
    made.show_for()
    qtbot.waitUntil(lambda: desk.jobs.is_idle and made.table.isVisible())
    return made


def names(screen: FamiliesScreen) -> list[str]:
    model = screen.table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def idle(qtbot: QtBot, screen: FamiliesScreen, desk: Desk, text: str) -> None:
    """Types and waits for the answer to these very words."""
    qtbot.keyClicks(screen.search, text)
    qtbot.waitUntil(lambda: screen._presenter.question.text == text and desk.jobs.is_idle)


def test_the_model_keeps_the_rules_of_models(desk: Desk, qtmodeltester: ModelTester) -> None:
    model = FamiliesModel()
    model.set_page(find_families(desk.session, FamilyListQuestion(limit=5)))
    qtmodeltester.check(model)


def test_rows_beyond_the_first_page_are_asked_for_once(desk: Desk, qtbot: QtBot) -> None:
    model = FamiliesModel()
    page = find_families(desk.session, FamilyListQuestion(limit=5))
    model.set_page(page)
    assert model.rowCount() == page.matching > 5
    with qtbot.waitSignal(
        model.wanted, check_params_cb=lambda offset: offset == 0, timeout=50, raising=False
    ) as asked:
        model.index(7, 0).data()
    assert not asked.signal_triggered, "rows of the first page were asked for already"


def test_searching_as_one_types(qtbot: QtBot, screen: FamiliesScreen, desk: Desk) -> None:
    assert len(names(screen)) > 5
    idle(qtbot, screen, desk, "ashworth")
    assert names(screen) == ["Ashworth"]
    assert "1 of" in screen._count.text()


def test_a_misspelt_name_is_offered_as_it_is(
    qtbot: QtBot, screen: FamiliesScreen, desk: Desk
) -> None:
    idle(qtbot, screen, desk, "ashwerth")
    qtbot.waitUntil(screen._near.isVisible)
    assert screen._empty.accessibleName().startswith("No families match “ashwerth”")
    qtbot.mouseClick(screen._near, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.jobs.is_idle and screen.table.isVisible())
    assert names(screen) == ["Ashworth"]


def test_enter_opens_the_family(qtbot: QtBot, screen: FamiliesScreen, desk: Desk) -> None:
    idle(qtbot, screen, desk, "ashworth")
    with qtbot.waitSignal(desk.navigation_asked) as asked:
        qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert asked.args == ["family", {"family": "CD-0412"}]


def test_enter_in_the_search_opens_the_first_found_or_takes_the_near_name(
    qtbot: QtBot, screen: FamiliesScreen, desk: Desk
) -> None:
    idle(qtbot, screen, desk, "ashwerth")
    qtbot.waitUntil(screen._near.isVisible)
    qtbot.keyClick(screen.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.jobs.is_idle and names(screen) == ["Ashworth"])
    screen.search.clear()
    with qtbot.waitSignal(desk.navigation_asked) as asked:
        # Faster than the list is read: it opens as soon as it is there.
        qtbot.keyClicks(screen.search, "ashworth")
        qtbot.keyClick(screen.search, Qt.Key.Key_Return)
    assert asked.args == ["family", {"family": "CD-0412"}]


def test_a_chip_filters_and_says_how_many(qtbot: QtBot, screen: FamiliesScreen, desk: Desk) -> None:
    chip = screen._chips["eligible"]
    qtbot.waitUntil(lambda: chip.accessibleName() != "Eligible")
    before = len(names(screen))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.jobs.is_idle and "eligible" in screen._presenter.question.filters)
    assert 0 < len(names(screen)) <= before
    assert chip.accessibleName() == f"Eligible, {len(names(screen))}"


def test_a_heading_sorts_and_then_turns_round(
    qtbot: QtBot, screen: FamiliesScreen, desk: Desk
) -> None:
    header = screen.table.horizontalHeader()
    middle = header.sectionViewportPosition(0) + 20
    for expected in (True, False):
        qtbot.mouseClick(
            header.viewport(),
            Qt.MouseButton.LeftButton,
            pos=header.viewport().rect().topLeft() + type(header.pos())(middle, 10),
        )
        qtbot.waitUntil(lambda: desk.jobs.is_idle)
        found = [name.casefold() for name in names(screen)]
        assert (found == sorted(found, reverse=True)) is expected


def test_screen_readers_hear_the_pips(screen: FamiliesScreen) -> None:
    model = screen.table.model()
    index: QModelIndex = model.index(0, COL_PIPS)
    words = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert ": " in words
    assert any(state in words for state in ("Met", "Not met", "Not known", "Improved"))
    table = QAccessible.queryAccessibleInterface(screen.table)
    assert table.text(QAccessible.Text.Name) == "Families"


def test_the_whole_table_is_one_tab_stop(qtbot: QtBot, screen: FamiliesScreen) -> None:
    screen.table.setFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_Down)
    assert screen.table.currentIndex().row() == 1
    assert not screen.table.tabKeyNavigation()


def test_a_new_family_is_one_press_away(qtbot: QtBot, screen: FamiliesScreen, desk: Desk) -> None:
    with qtbot.waitSignal(desk.navigation_asked) as asked:
        qtbot.mouseClick(screen.new, Qt.MouseButton.LeftButton)
    assert asked.args == ["new_family", {}]
    assert "new_family" in screen.handles


def test_it_says_when_only_names_were_searched(screen: FamiliesScreen, desk: Desk) -> None:
    page = find_families(desk.session, FamilyListQuestion(text="a", limit=5))
    screen._presenter.answered.emit(replace(page, more=True))
    assert screen._more.isVisible()
    assert "type more letters" in screen._more.words
    screen._presenter.answered.emit(page)
    assert not screen._more.isVisible()
