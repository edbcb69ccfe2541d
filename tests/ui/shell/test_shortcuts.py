"""The one table of shortcuts."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from casedesk.ui.shell.shortcuts import BY_ID, SHORTCUTS, install


def test_no_two_actions_share_a_name_or_a_key() -> None:
    names = Counter(shortcut.id for shortcut in SHORTCUTS)
    keys = Counter(QKeySequence(key).toString() for shortcut in SHORTCUTS for key in shortcut.keys)
    assert {name for name, count in names.items() if count > 1} == set()
    assert {key for key, count in keys.items() if count > 1} == set()


def test_every_key_is_one_that_qt_knows() -> None:
    for shortcut in SHORTCUTS:
        for key in shortcut.keys:
            assert QKeySequence(key)[0].key() != Qt.Key.Key_unknown, key


def test_the_keys_that_were_promised_are_there() -> None:
    promised = {
        "palette": "Ctrl K",
        "page_families": "Ctrl 2",
        "search_list": "Ctrl F or /",
        "tab_8": "Alt 8",
        "add_note": "Ctrl N",
        "new_family": "Ctrl Shift N",
        "start_visit": "Ctrl Shift V",
        "finish_visit": "Ctrl Enter",
        "report": "Ctrl P",
        "save_now": "Ctrl S",
        "undo": "Ctrl Z",
        "redo": "Ctrl Y or Ctrl Shift Z",
        "lock": "Ctrl L",
        "next_region": "F6",
        "previous_region": "Shift F6",
        "help": "F1",
    }
    assert {name: BY_ID[name].shown for name in promised} == promised


def test_a_single_key_types_while_a_field_has_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field, button = QLineEdit(), QPushButton("Elsewhere")
    column.addWidget(field)
    column.addWidget(button)
    acted: list[str] = []
    keys = install(window, acted.append)
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Slash)
    assert field.text() == "/"
    assert acted == []
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Slash)
    assert acted == ["search_list"]
    assert keys
