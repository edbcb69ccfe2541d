"""Ctrl K: find and jump, with the keyboard alone."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sheet_screens import SHEETS, ListSheet, OneSheet

from casedesk.ui.desk import Desk
from casedesk.ui.shell.palette import CommandPalette
from casedesk.ui.shell.palette_rows import PaletteModel, PaletteRow, action_rows
from casedesk.ui.shell.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace(qtbot: QtBot, desk: Desk) -> Workspace:
    made = Workspace(desk, SHEETS)
    qtbot.addWidget(made)
    made.resize(1366, 696)
    with qtbot.waitActive(made):
        made.show()
    made.start()
    return made


@pytest.fixture
def palette(qtbot: QtBot, workspace: Workspace) -> CommandPalette:
    sheet = workspace.screen_shown
    assert isinstance(sheet, ListSheet)
    sheet.search.setFocus()
    qtbot.keyClick(sheet.search, Qt.Key.Key_K, CONTROL)
    assert workspace.palette_box.isVisible()
    return workspace.palette_box


def _words(palette: CommandPalette) -> list[str]:
    return [palette.model.row_at(row).words for row in range(palette.model.rowCount())]


def test_a_family_is_found_and_opened(
    qtbot: QtBot, workspace: Workspace, palette: CommandPalette
) -> None:
    assert palette.field.hasFocus()
    qtbot.keyClicks(palette.field, "ashw")
    qtbot.waitUntil(lambda: "Families" in _words(palette))
    assert _words(palette)[:2] == ["Families", "Ashworth"]
    assert "People" in _words(palette)
    assert palette.chosen() == palette.model.row_at(1), "never the name of a section"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isHidden()
    assert isinstance(workspace.screen_shown, OneSheet)
    assert workspace.bar.crumbs.title == "CD-0412"


def test_arrows_skip_the_names_of_sections(qtbot: QtBot, palette: CommandPalette) -> None:
    qtbot.keyClicks(palette.field, "ashw")
    qtbot.waitUntil(lambda: "Families" in _words(palette))
    people = _words(palette).index("People")
    for _ in range(people - 1):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == people + 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == people - 1


def test_esc_gives_the_focus_back(
    qtbot: QtBot, workspace: Workspace, palette: CommandPalette
) -> None:
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    sheet = workspace.screen_shown
    assert isinstance(sheet, ListSheet)
    assert sheet.search.hasFocus()


def test_things_you_can_do_are_found_by_their_words(
    qtbot: QtBot, workspace: Workspace, palette: CommandPalette
) -> None:
    qtbot.keyClicks(palette.field, "loc")
    assert _words(palette) == ["Things you can do", "Lock now"]
    with qtbot.waitSignal(workspace.lock_asked):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)


def test_an_answer_to_what_is_no_longer_asked_is_not_shown(
    qtbot: QtBot, workspace: Workspace, palette: CommandPalette
) -> None:
    qtbot.keyClicks(palette.field, "ashw")
    qtbot.waitUntil(lambda: "Ashworth" in _words(palette))
    palette.field.clear()
    qtbot.waitUntil(lambda: "Ashworth" not in _words(palette))
    assert _words(palette)[0] == "Things you can do"


def test_nothing_found_says_so(qtbot: QtBot, palette: CommandPalette, desk: Desk) -> None:
    qtbot.keyClicks(palette.field, "zzqq")
    qtbot.waitUntil(lambda: desk.jobs.is_idle)
    assert palette.model.rowCount() == 0
    assert palette.hint == "Nothing found for “zzqq”"


def test_a_click_beside_it_closes_it(qtbot: QtBot, palette: CommandPalette) -> None:
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert palette.isHidden()


def test_a_change_of_the_theme_while_it_goes_is_nothing(palette: CommandPalette) -> None:
    theme = palette._theme
    shiboken6.delete(palette.field)
    theme.set_mode("dark")
    theme.set_mode("light")


def test_the_model_is_a_good_model(qtmodeltester: ModelTester) -> None:
    model = PaletteModel()
    model.set_rows([PaletteRow("Families"), PaletteRow("Ashworth", run=lambda: None)])
    qtmodeltester.check(model)
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.next_choice(-1, 1) == 1
    assert model.next_choice(1, -1) == 1


def test_every_word_typed_must_fit() -> None:
    rows = [PaletteRow("Go to Families", run=lambda: None)]
    assert [row.words for row in action_rows(rows, "fam go")] == [
        "Things you can do",
        "Go to Families",
    ]
    assert action_rows(rows, "go reports") == []
