"""The real pages in the window: the rail, the keys and the search offer those there are."""

from __future__ import annotations

import pytest
from fake_dialogs import FakeDialogs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from casedesk.ui.desk import Desk
from casedesk.ui.screens import REGISTRY
from casedesk.ui.shell.navigation import LOCK, PLACES
from casedesk.ui.shell.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace(qtbot: QtBot, desk: Desk) -> Workspace:
    made = Workspace(desk, REGISTRY)
    qtbot.addWidget(made)
    made.resize(1366, 696)
    with qtbot.waitActive(made):
        made.show()
    made.start()
    qtbot.waitUntil(lambda: desk.jobs.is_idle, timeout=20_000)
    return made


def _settle(qtbot: QtBot, workspace: Workspace) -> None:
    qtbot.waitUntil(lambda: workspace.desk.jobs.is_idle, timeout=20_000)


def test_reports_are_the_third_place_and_light_up_with_their_report(
    qtbot: QtBot, workspace: Workspace
) -> None:
    assert list(workspace.rail.buttons)[:3] == ["today", "families", "reports"]
    qtbot.keyClick(workspace, Qt.Key.Key_3, CONTROL)
    _settle(qtbot, workspace)
    assert workspace.page == "reports"
    assert workspace.bar.crumbs.title == "Reports"
    assert workspace.rail.buttons["reports"].isChecked()
    qtbot.keyClick(workspace, Qt.Key.Key_P, CONTROL)
    _settle(qtbot, workspace)
    assert workspace.page == "report"
    assert workspace.rail.buttons["reports"].isChecked()


def test_a_place_without_a_page_is_offered_nowhere(
    qtbot: QtBot, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    missing = [place for place in PLACES if place.page not in REGISTRY]
    there = {place.page for place in PLACES} - {place.page for place in missing}
    assert set(workspace.rail.buttons) == there | {"settings", LOCK}
    workspace.act("help")
    (_, body) = dialogs.forms[-1]
    listed = {label.text() for label in body.findChildren(QLabel)}
    offered = {row.words for row in workspace._palette_actions()}
    body.close()
    assert "Go to Reports" in listed & offered
    before = workspace.page
    for place in missing:
        assert f"Go to {place.words}" not in listed | offered
        workspace.act(f"page_{place.page}")
        assert workspace.page == before
