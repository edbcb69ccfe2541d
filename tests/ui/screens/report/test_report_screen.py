"""The report page: choose, look, save with its entry; what is left out is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_dialogs import FakeDialogs
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from casedesk.services.sharing_log import sharing_log_of
from casedesk.ui.desk import Desk
from casedesk.ui.screens.report.rendering import render_pages
from casedesk.ui.screens.report.screen import ReportScreen

FAMILY = "CD-0412"


@pytest.fixture
def screen(qtbot: QtBot, own_desk: Desk) -> ReportScreen:
    made = ReportScreen(own_desk)
    qtbot.addWidget(made)
    made.resize(1280, 640)
    with qtbot.waitActive(made):
        made.show()
    made.show_for(family=FAMILY)
    qtbot.waitUntil(lambda: own_desk.jobs.is_idle and made.panel.recipient.count() > 1)
    return made


def choose(qtbot: QtBot, screen: ReportScreen, desk: Desk, recipient: str) -> None:
    box = screen.panel.recipient
    box.setFocus()
    box.setCurrentIndex(box.findData(recipient))
    qtbot.waitUntil(lambda: desk.jobs.is_idle and screen._look is not None)


def test_nothing_can_be_sent_to_nobody(screen: ReportScreen) -> None:
    assert not screen.save.isEnabled()
    assert not screen.print.isEnabled()
    assert screen._empty.isVisible()


def test_the_real_pages_and_what_is_left_out(
    qtbot: QtBot, screen: ReportScreen, own_desk: Desk
) -> None:
    choose(qtbot, screen, own_desk, "schools")
    qtbot.waitUntil(screen.save.isEnabled)
    assert screen.thumbnails.count() == screen._count >= 2
    assert screen._page.text() == f"Page 1 of {screen._count}"
    look = screen._look
    assert look is not None
    assert look.left_out
    qtbot.mouseClick(screen.panel._see, Qt.MouseButton.LeftButton)
    assert screen._drawer.is_open
    assert any("not agreed for schools" in item.reason for item in look.left_out)


def test_saving_writes_the_file_and_its_entry(
    qtbot: QtBot, screen: ReportScreen, own_desk: Desk, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    choose(qtbot, screen, own_desk, "schools")
    qtbot.waitUntil(screen.save.isEnabled)
    target = tmp_path / "report.pdf"
    dialogs.answers.append(target)
    with qtbot.waitSignal(own_desk.toast_asked):
        qtbot.mouseClick(screen.save, Qt.MouseButton.LeftButton)
    assert target.read_bytes().startswith(b"%PDF")
    entries = sharing_log_of(own_desk.session, FAMILY)
    assert len(entries) == 1
    previews = render_pages(target.read_bytes(), 40)
    assert len(previews) == screen._count


def test_printing_is_in_the_sharing_log_too(
    qtbot: QtBot, screen: ReportScreen, own_desk: Desk, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    choose(qtbot, screen, own_desk, "schools")
    qtbot.waitUntil(screen.print.isEnabled)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    dialogs.answers.append(printer)
    with qtbot.waitSignal(own_desk.toast_asked, timeout=20_000):
        qtbot.mouseClick(screen.print, Qt.MouseButton.LeftButton)
    assert len(sharing_log_of(own_desk.session, FAMILY)) == 1
    assert (tmp_path / "paper.pdf").stat().st_size > 10_000


def test_a_name_in_the_words_is_ticked_before_it_goes(
    qtbot: QtBot, screen: ReportScreen, own_desk: Desk
) -> None:
    choose(qtbot, screen, own_desk, "schools")
    look = screen._look
    assert look is not None
    assert look.ticks
    boxes = [
        box
        for box in screen.panel._ticks.findChildren(QCheckBox)
        if "names" in box.accessibleName()
    ]
    before = look.going
    boxes[0].click()
    qtbot.waitUntil(lambda: own_desk.jobs.is_idle and screen._look is not look)
    assert screen._look is not None
    assert screen._look.going > before


def test_a_recipient_with_nothing_to_get(
    qtbot: QtBot, screen: ReportScreen, own_desk: Desk
) -> None:
    choose(qtbot, screen, own_desk, "dwp")
    assert screen._look is not None
    assert screen._look.refusal is not None
    assert not screen.save.isEnabled()
    assert "Nothing" in screen._empty.accessibleName()
