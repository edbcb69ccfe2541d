"""A note and the chronology on the report page: chosen, looked at, saved with their entry."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_dialogs import FakeDialogs
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from casedesk.services.sharing_log import sharing_log_of
from casedesk.services.timeline import timeline
from casedesk.ui.desk import Desk
from casedesk.ui.screens.report.screen import ReportScreen

FAMILY = "CD-0412"


@pytest.fixture
def screen(qtbot: QtBot, own_desk: Desk) -> ReportScreen:
    made = ReportScreen(own_desk)
    qtbot.addWidget(made)
    made.resize(1280, 640)
    with qtbot.waitActive(made):
        made.show()
    return made


def settle(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: desk.jobs.is_idle, timeout=20_000)


def test_a_note_is_saved_with_its_entry(
    qtbot: QtBot, screen: ReportScreen, own_desk: Desk, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    note = timeline(own_desk.session, FAMILY).entries[0].record
    screen.show_for(family=FAMILY, note=note.id, recipient="family")
    settle(qtbot, own_desk)
    qtbot.waitUntil(screen.save.isEnabled)
    assert screen.title == "Note"
    assert not screen.panel._sections_title.isVisible()
    target = tmp_path / "note.pdf"
    dialogs.answers.append(target)
    with qtbot.waitSignal(own_desk.toast_asked) as told:
        qtbot.mouseClick(screen.save, Qt.MouseButton.LeftButton)
    assert told.args[0] == "The note for The family is saved, and in the sharing log."
    assert target.read_bytes().startswith(b"%PDF")
    assert len(sharing_log_of(own_desk.session, FAMILY)) == 1
    asked: list[tuple[str, dict[str, str]]] = []
    own_desk.navigation_asked.connect(lambda page, args: asked.append((page, args)))
    qtbot.mouseClick(screen.back, Qt.MouseButton.LeftButton)
    assert asked == [("family", {"family": FAMILY, "tab": "visits"})]


def test_why_a_note_may_not_go_is_said(qtbot: QtBot, screen: ReportScreen, own_desk: Desk) -> None:
    note = timeline(own_desk.session, FAMILY).entries[0].record
    screen.show_for(family=FAMILY, note=note.id, recipient="schools")
    settle(qtbot, own_desk)
    assert not screen.save.isEnabled()
    assert screen._look is not None
    assert screen._look.refusal is not None
    assert "education not agreed for schools" in screen._look.refusal
    assert screen.panel._refusal.isVisible()


def test_the_chronology_and_then_a_whole_report(
    qtbot: QtBot, screen: ReportScreen, own_desk: Desk
) -> None:
    screen.show_for(family=FAMILY, chronology=True, recipient="police")
    settle(qtbot, own_desk)
    qtbot.waitUntil(screen.save.isEnabled)
    assert screen.title == "Chronology"
    assert screen._look is not None
    assert screen._look.left_out
    screen.show_for(family=FAMILY)
    settle(qtbot, own_desk)
    assert screen.title == "Progress report"
    assert screen.panel._sections_title.isVisible()
    assert not screen.save.isEnabled()
