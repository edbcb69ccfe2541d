"""Undo and redo of saves: keys, toast and palette, on every page; typing comes first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from sheet_screens import SHEETS, ListSheet

from casedesk.domain.records import Family
from casedesk.domain.views.saved import Saved
from casedesk.services.families_editing import change_family, family_record
from casedesk.ui.desk import Desk
from casedesk.ui.saving import save
from casedesk.ui.shell.undo_keys import has_typing
from casedesk.ui.shell.workspace import Workspace

ASHWORTH = "CD-0412"
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Names:
    """Renames the Ashworths, as a screen would, and reads their name."""

    def __init__(self, qtbot: QtBot, desk: Desk, window: Workspace) -> None:
        self.qtbot, self.desk, self.window = qtbot, desk, window

    def rename(self, name: str) -> None:
        def fn() -> Saved[Family]:
            family = family_record(self.desk.session, ASHWORTH)
            return change_family(self.desk.session, replace(family, name=name))

        save(self.desk, self.window, fn)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.desk.jobs.is_idle, timeout=20_000)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
        self.qtbot.keyClick(self.window, key, modifiers)
        self.settle()

    @property
    def now(self) -> str:
        return family_record(self.desk.session, ASHWORTH).name


@pytest.fixture
def names(qtbot: QtBot, own_desk: Desk) -> Iterator[Names]:
    window = Workspace(own_desk, SHEETS)
    qtbot.addWidget(window)
    window.resize(1366, 696)
    with qtbot.waitActive(window):
        window.show()
    window.start()
    made = Names(qtbot, own_desk, window)
    made.settle()
    yield made
    window.close()


def test_keys_walk_back_and_forth_over_pages_until_a_new_save(names: Names) -> None:
    for name in ("First", "Second", "Third"):
        names.rename(name)
    names.settle()
    names.window.desk.navigate("family", family=ASHWORTH)
    names.key(Qt.Key.Key_Z)
    assert names.now == "Second"
    assert names.window.toast.words.startswith("Undone: ")
    names.key(Qt.Key.Key_Z)
    assert names.now == "First"
    names.key(Qt.Key.Key_Y)
    assert names.now == "Second"
    names.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert names.now == "Third"
    names.key(Qt.Key.Key_Z)
    names.rename("Fourth")
    names.settle()
    assert not names.desk.undo_stack.next_redo, "a new save drops what could be redone"
    for name in ("Second", "First", "Ashworth"):
        names.key(Qt.Key.Key_Z)
        assert names.now == name
    names.key(Qt.Key.Key_Z)
    assert names.window.toast.words == "There is nothing left to undo."


def test_the_toast_undoes_and_then_offers_redo(names: Names) -> None:
    names.rename("Other")
    names.settle()
    toast = names.window.toast
    names.qtbot.mouseClick(toast.undo_button, Qt.MouseButton.LeftButton)
    names.settle()
    assert names.now == "Ashworth"
    assert toast.undo_button.text() == "Redo"
    names.qtbot.mouseClick(toast.undo_button, Qt.MouseButton.LeftButton)
    names.settle()
    assert names.now == "Other"
    assert toast.undo_button.text() == "Undo"


def test_undo_pressed_while_it_is_being_saved_takes_that_very_save_back(names: Names) -> None:
    names.rename("First")
    names.rename("Second")
    names.key(Qt.Key.Key_Z)
    assert names.now == "First"


def test_what_was_changed_since_is_explained_and_left_out(names: Names) -> None:
    names.rename("First")
    names.settle()
    family = family_record(names.desk.session, ASHWORTH)
    change_family(names.desk.session, replace(family, name="By an import"))
    names.key(Qt.Key.Key_Z)
    assert names.now == "By an import"
    assert names.window.toast.words.startswith("Not undone: ")
    assert "changed since" in names.window.toast.words
    assert not names.desk.undo_stack.next_undo


def test_the_palette_names_what_is_next(names: Names) -> None:
    names.rename("First")
    names.settle()
    names.key(Qt.Key.Key_K)
    field = names.window.palette_box.field
    names.qtbot.keyClicks(field, "undo")
    chosen = names.window.palette_box.chosen()
    assert chosen is not None
    assert chosen.words == f"Undo: {names.desk.undo_stack.next_undo}"
    names.qtbot.keyClick(field, Qt.Key.Key_Return)
    names.settle()
    assert names.now == "Ashworth"
    names.key(Qt.Key.Key_K)
    names.qtbot.keyClicks(field, "redo")
    names.qtbot.keyClick(field, Qt.Key.Key_Return)
    names.settle()
    assert names.now == "First"


def test_in_a_field_typing_is_undone_first(names: Names) -> None:
    names.rename("First")
    names.settle()
    sheet = names.window.screen_shown
    assert isinstance(sheet, ListSheet)
    note = QPlainTextEdit(sheet)
    note.show()
    for field in (sheet.search, note):
        field.setFocus()
        names.qtbot.keyClicks(field, "ashw")
        names.qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
        assert not has_typing(field, forward=False)
        names.settle()
        assert names.now == "First", "only the typing was undone"
        names.qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
        names.settle()
        assert names.now == "Ashworth", "nothing typed is left, so the save is"
        # What was typed comes back before the save does.
        assert has_typing(field, forward=True)
        names.qtbot.keyClick(field, Qt.Key.Key_Y, CONTROL)
        assert not has_typing(field, forward=True)
        names.settle()
        assert names.now == "Ashworth"
        names.qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL | SHIFT)
        names.settle()
        assert names.now == "First"
