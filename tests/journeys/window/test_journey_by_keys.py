"""A day of ten contacts by the keyboard alone: palette, Ctrl N, Tab, dates as they are said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from journey import Journey
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

DAY = (
    # family, date as typed, time, what was done, and the date as it is read back
    ("Ashworth", "today", "9:15", "Rang about the bus pass.", "24 November 2026"),
    ("Okafor", "yesterday", "14:00", "Dayo walked home alone.", "23 November 2026"),
    ("Fenwick", "20/11", "", "Letter from the landlord.", "20 November 2026"),
    ("Ashworth", "fri", "16:30", "Tyler drew at the kitchen table.", "20 November 2026"),
    ("Okafor", "19 nov", "10:00", "Ifrah read to me.", "19 November 2026"),
    ("Fenwick", "2 days ago", "", "Walked to the group with him.", "22 November 2026"),
    ("Ashworth", "18.11.2026", "11:45", "Maureen has a new phone.", "18 November 2026"),
    ("Okafor", "mon", "12:00", "Hodan starts work on Monday.", "23 November 2026"),
    ("Fenwick", "17/11/26", "15:20", "Rent is paid to the end of the year.", "17 November 2026"),
    ("Ashworth", "", "17:05", "Ellie was in school all day.", "24 November 2026"),
)
ASKED = "Save without adding"
BACK = Qt.KeyboardModifier.ShiftModifier


class _Keys:
    """Hands that never leave the keyboard."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "the keyboard goes nowhere"
        return widget

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self._journey.qtbot.keyClick(self.focused, key, modifier or Qt.KeyboardModifier(0))
        QApplication.processEvents()

    def type(self, words: str) -> None:
        self._journey.qtbot.keyClicks(self.focused, words)

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Tab, or Shift Tab, until something called so has the focus."""
        passed: list[str] = []
        for _ in range(80):
            said = self.focused.accessibleName() or str(self.focused.property("text"))
            if said == name:
                return
            passed.append(said)
            self.press(Qt.Key.Key_Tab, BACK if back else None)
        raise AssertionError(f"Tab never comes to {name!r}, but to {passed}")


def _open_family(journey: Journey, keys: _Keys, name: str) -> None:
    journey.keys("Ctrl+K")
    keys.type(name)
    palette = journey.workspace.palette_box
    journey.until(lambda: (row := palette.chosen()) is not None and row.words == name)
    keys.press(Qt.Key.Key_Return)
    journey.until(lambda: journey.workspace.page == "family")


def _write(journey: Journey, keys: _Keys, on: str, at: str, words: str) -> None:
    journey.keys("Ctrl+N")
    journey.until(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    keys.type(words)
    if at:
        keys.tab_to("Time", back=True)
        keys.type(at)
    if on:
        keys.tab_to("Date", back=True)
        journey.keys("Ctrl+A")
        keys.type(on)
    keys.tab_to("Save note")
    keys.press(Qt.Key.Key_Return)
    journey.until(lambda: "Save note" not in journey.buttons())
    if ASKED in journey.buttons():
        # Somebody is named who is not ticked as there: it is asked, and Enter says yes.
        keys.press(Qt.Key.Key_Return)
        journey.until(lambda: ASKED not in journey.buttons())


def test_ten_contacts_by_keyboard_only(
    start: Callable[[Path], Journey],
    own_vault: tuple[Path, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    journey = start(own_vault[0])
    journey.unlock(own_vault[1])

    def no_mouse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("there is no mouse")

    for name in ("mouseClick", "mousePress", "mouseMove"):
        monkeypatch.setattr(journey.qtbot, name, no_mouse)
    keys = _Keys(journey)
    for family, on, at, words, long in DAY:
        _open_family(journey, keys, family)
        _write(journey, keys, on, at, words)
        said = journey.words()
        assert words in said
        assert ", ".join(filter(None, (long, at.zfill(5) if at else ""))) in said
    journey.keys("Ctrl+L")
    journey.qtbot.waitUntil(lambda: journey.window.session is None)
