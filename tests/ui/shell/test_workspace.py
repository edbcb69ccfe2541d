"""The workspace: pages, rail, top bar, palette, keys, regions, undo."""

from __future__ import annotations

import pytest
from fake_dialogs import FakeDialogs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sheet_screens import SHEETS, ListSheet, OneSheet

from casedesk.services.settings import BackupState
from casedesk.ui.desk import Desk
from casedesk.ui.jobs import Jobs
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
    qtbot.waitUntil(lambda: desk.jobs.is_idle)
    return made


def _list(workspace: Workspace) -> ListSheet:
    shown = workspace.screen_shown
    assert isinstance(shown, ListSheet)
    return shown


def test_a_page_is_made_once_and_shown_for_what_is_asked(
    qtbot: QtBot, workspace: Workspace
) -> None:
    first = _list(workspace)
    qtbot.mouseClick(first.open, Qt.MouseButton.LeftButton)
    assert isinstance(workspace.screen_shown, OneSheet)
    assert workspace.bar.crumbs.title == "CD-0412"
    assert workspace.rail.buttons["families"].isChecked(), "a family belongs to Families"
    back = workspace.bar.crumbs.findChildren(QLabel)
    assert back
    qtbot.keyClick(workspace, Qt.Key.Key_2, CONTROL)
    assert workspace.screen_shown is first
    assert first.shown == [{}, {}]


def test_only_pages_there_are_stand_on_the_rail(workspace: Workspace) -> None:
    assert list(workspace.rail.buttons) == ["families", "lock"]
    assert [button.accessibleName() for button in workspace.rail.buttons.values()] == [
        "Families",
        "Lock",
    ]


def test_the_rail_by_keys(qtbot: QtBot, workspace: Workspace) -> None:
    families, lock = workspace.rail.buttons.values()
    families.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(families, Qt.Key.Key_Down)
    assert lock.hasFocus()
    with qtbot.waitSignal(workspace.lock_asked):
        qtbot.keyClick(lock, Qt.Key.Key_Return)


def test_under_1180_the_rail_has_no_words(workspace: Workspace) -> None:
    assert workspace.rail.width() == 88
    workspace.resize(911, 512)
    assert workspace.rail.width() == 64
    assert workspace.bar.saved.toolTip() == "Saved on this laptop"


def test_keys_reach_the_screen_only_when_it_has_the_action(
    qtbot: QtBot, workspace: Workspace
) -> None:
    sheet = _list(workspace)
    qtbot.keyClick(workspace, Qt.Key.Key_F, CONTROL)
    assert sheet.acted == ["search_list"]
    assert sheet.search.hasFocus()
    qtbot.keyClick(workspace, Qt.Key.Key_P, CONTROL)
    assert sheet.acted == ["search_list"]


def test_new_family_goes_to_families_first(qtbot: QtBot, workspace: Workspace) -> None:
    sheet = _list(workspace)
    workspace.desk.navigate("family", family="CD-0412")
    qtbot.keyClick(workspace, Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert workspace.screen_shown is sheet
    assert sheet.acted == ["new_family"]


def test_f6_walks_the_parts_and_comes_back_to_where_it_was(
    qtbot: QtBot, workspace: Workspace
) -> None:
    workspace.desk.navigate("family", family="CD-0412")
    sheet = workspace.screen_shown
    assert isinstance(sheet, OneSheet)
    sheet.note.setFocus()
    seen = []
    for _ in range(4):
        qtbot.keyClick(workspace, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen[0] is sheet.panel
    assert seen[1] is workspace.rail.buttons["families"]
    assert workspace.bar.isAncestorOf(seen[2])
    assert seen[3] is sheet.note
    qtbot.keyClick(workspace, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is seen[2]


def test_f1_lists_the_keys_that_do_something_here(
    qtbot: QtBot, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    qtbot.keyClick(workspace, Qt.Key.Key_F1)
    title, body = dialogs.forms[-1]
    words = [label.text() for label in body.findChildren(QLabel)]
    assert title == "What can I do here?"
    assert "Search in this list" in words
    assert "Ctrl F or /" in words
    assert "Go to Families" in words
    assert "Go to Today" not in words, "there is no such page yet"
    assert "Go to family tab 1" not in words
    body.close()


def test_ctrl_z_undoes_what_the_toast_offers(qtbot: QtBot, workspace: Workspace) -> None:
    undone: list[str] = []
    workspace.desk.toast("Action marked as done", lambda: undone.append("yes"))
    assert workspace.toast.words == "Action marked as done"
    qtbot.keyClick(workspace, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(workspace, Qt.Key.Key_Z, CONTROL)
    assert undone == ["yes"]


def test_the_top_bar_says_what_is_saved(qtbot: QtBot, workspace: Workspace, jobs: Jobs) -> None:
    bar = workspace.bar
    with qtbot.waitSignal(jobs.became_idle):
        jobs.write(workspace, lambda: None, lambda _: None)
        assert bar.saved.words == "Saving…"
    assert bar.saved.words == "Saved on this laptop"


def test_the_top_bar_says_how_old_the_backup_is(workspace: Workspace) -> None:
    today = workspace.desk.session.today
    bar = workspace.bar
    assert bar.backed_up.words == "No backup yet"
    bar.show_backup(BackupState(today.replace(day=23), "a.casedesk-backup", 1), today)
    assert bar.backed_up.words == "Backed up 23 November"
    bar.show_backup(BackupState(today.replace(day=15), "a.casedesk-backup", 9), today)
    assert bar.backed_up.words == "Backup is 9 days old"


def test_back_up_now_asks_for_a_place_once(
    qtbot: QtBot, own_desk: Desk, dialogs: FakeDialogs, tmp_path: pytest.TempPathFactory
) -> None:
    workspace = Workspace(own_desk, SHEETS)
    qtbot.addWidget(workspace)
    workspace.start()
    dialogs.answers.append(tmp_path)
    for _ in range(2):
        with qtbot.waitSignal(own_desk.toast_asked, timeout=20_000):
            workspace.bar.backup_asked.emit()
        qtbot.waitUntil(lambda: own_desk.jobs.is_idle)
    assert dialogs.pickers == ["Choose a place for backups"]
    assert workspace.bar.backed_up.words != "No backup yet"
    assert workspace.toast.words.startswith("Backed up, opened and checked: ")
