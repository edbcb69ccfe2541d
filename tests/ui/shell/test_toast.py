"""The toast and its undo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from casedesk.ui.shell.toast import SHOWN_MS, Toast
from casedesk.ui.theme.theme import Theme


def test_it_stands_at_the_foot_and_undoes_once(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 696)
    window.show()
    undone: list[str] = []
    toast = Toast(theme, window)
    toast.say("Action marked as done", lambda: undone.append("yes"))
    assert (toast.x(), toast.geometry().bottom() + 1, toast.width()) == (112, 672, 384)
    qtbot.mouseClick(toast.undo_button, Qt.MouseButton.LeftButton)
    assert undone == ["yes"]
    assert toast.isHidden()
    toast.take()
    assert undone == ["yes"]


def test_without_an_undo_there_is_no_button(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    toast = Toast(theme, window)
    toast.say("Backed up")
    assert toast.undo_button.isHidden()
    assert not toast.can_undo
    qtbot.mouseClick(toast.close_button, Qt.MouseButton.LeftButton)
    assert toast.isHidden()


def test_the_time_stops_while_a_button_has_the_focus(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    toast = Toast(theme, window)
    toast.say("Action marked as done", lambda: None)
    assert toast.is_counting
    toast.undo_button.setFocus(Qt.FocusReason.TabFocusReason)
    assert not toast.is_counting
    window.setFocus()
    toast.undo_button.clearFocus()
    assert toast.is_counting
    assert SHOWN_MS == 8000
