"""The lock over whatever is open: blank, nothing answered, and the words are there again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from journey import LEFT, Journey
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTableView, QWidget

from casedesk.services.unlocking import is_open
from casedesk.ui.screens.unlock.screen import UnlockScreen
from casedesk.ui.screens.visit.head import TimerFace

SEEN = "House warm and tidy."
VISIT, NOTE = "What did you see and hear?", "What happened"


def _to_family(journey: Journey) -> None:
    journey.search("ashworth")
    journey.part(QTableView, "Families").setFocus()
    journey.keys("Return")


def _dialog(journey: Journey) -> str:
    """A visit, and a box that asks how long it took."""
    journey.press("Start visit: Ashworth, 10:30")
    journey.type(VISIT, SEEN)
    journey.qtbot.mouseClick(journey.part(TimerFace, "The visit has taken"), LEFT)
    journey.until(lambda: journey.dialogs.shown and journey.dialogs.shown[-1].isActiveWindow())
    return VISIT


def _palette(journey: Journey) -> str:
    """A visit, and a search for somebody else."""
    journey.press("Start visit: Ashworth, 10:30")
    journey.type(VISIT, SEEN)
    journey.keys("Ctrl+K")
    journey.qtbot.keyClicks(journey.workspace.palette_box.field, "okafor")
    journey.settle()
    return VISIT


def _drawer(journey: Journey) -> str:
    """A note in the panel at the side."""
    _to_family(journey)
    journey.keys("Ctrl+N")
    journey.until(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    journey.type(NOTE, SEEN)
    return NOTE


def _preview(journey: Journey) -> str:
    """A note, then a report that is looked at and about to be printed."""
    field = _drawer(journey)
    journey.keys("Escape")
    journey.keys("Ctrl+P")
    journey.choose("Recipient", "Schools")
    journey.until(lambda: journey.button("Print").isEnabled())
    journey.press("Print")
    journey.until(lambda: journey.dialogs.shown and journey.dialogs.shown[-1].isActiveWindow())
    return field


def _shown(journey: Journey) -> str:
    """Everything that is written in whatever window is on the screen."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert shown == [journey.window], "no other window stands there"
    fields = [one for one in journey.window.findChildren(QPlainTextEdit) if one.isVisible()]
    return journey.words(journey.window) + "".join(one.toPlainText() for one in fields)


@pytest.mark.parametrize("opened", [_dialog, _palette, _drawer, _preview])
def test_locked_over_what_is_open(
    start: Callable[[Path], Journey],
    own_vault: tuple[Path, str],
    opened: Callable[[Journey], str],
) -> None:
    folder, passphrase = own_vault
    journey = start(folder)
    journey.unlock(passphrase)
    field = opened(journey)
    page, session = journey.workspace.page, journey.window.session
    assert session is not None
    front: QWidget = QApplication.focusWidget() or journey.window
    with journey.qtbot.waitSignal(journey.window.locked, timeout=20_000):
        journey.qtbot.keyClick(front, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        journey.qtbot.waitUntil(lambda: journey.window.session is None, timeout=8_000)
    # What a desktop does once the box in front is gone.
    journey.window.activateWindow()
    assert isinstance(journey.window.page_shown, UnlockScreen)
    assert journey.dialogs.shown == ()
    said = _shown(journey)
    assert not [one for one in ("Ashworth", "Okafor", "Kerry", SEEN) if one in said]
    assert not is_open(session)

    journey.unlock(passphrase)
    assert journey.workspace.page == page, "where it was"
    if page == "report":
        _to_family(journey)
    if page != "visit":
        journey.keys("Ctrl+N")
    journey.until(lambda: "Resume the draft" in journey.spoken_buttons())
    journey.press("Resume the draft")
    assert journey.field(field).property("plainText") == SEEN
