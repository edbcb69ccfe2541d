"""A bit of the vault's file is flipped: it is noticed first, and one action brings it all back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from journey import LEFT, Journey
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

from casedesk.ui.screens.unlock.screen import UnlockScreen

IN_THE_FIRST_PAGE = 2_000


def _families(journey: Journey) -> list[str]:
    journey.keys("Ctrl+2")
    table = journey.part(QTableView, "Families")
    journey.until(lambda: journey.rows(table))
    return sorted(journey.rows(table))


def _box(journey: Journey) -> QWidget:
    """The box in front."""
    journey.until(lambda: journey.dialogs.shown)
    return journey.dialogs.shown[-1]


def _answer(journey: Journey, words: str) -> None:
    journey.qtbot.mouseClick(journey.button(words, _box(journey)), LEFT)
    # What a desktop does once the box in front is gone.
    journey.window.activateWindow()


def test_restore_after_a_flipped_bit(
    start: Callable[[Path], Journey], own_vault: tuple[Path, str], tmp_path: Path
) -> None:
    folder, passphrase = own_vault
    first = start(folder)
    first.unlock(passphrase)
    families = _families(first)
    assert "Ashworth" in families
    stick = tmp_path / "stick"
    stick.mkdir()
    first.dialogs.paths.append(stick)
    first.keys("Ctrl+K")
    first.qtbot.keyClicks(first.workspace.palette_box.field, "back up")
    first.keys("Return")
    first.until(lambda: list(stick.glob("casedesk-*")))
    first.window.close()
    first.end()

    database = folder / "casedesk.db"
    data = bytearray(database.read_bytes())
    data[IN_THE_FIRST_PAGE] ^= 1
    database.write_bytes(bytes(data))

    journey = start(folder)
    page = journey.window.page_shown
    assert isinstance(page, UnlockScreen)
    journey.type(page.passphrase.field, passphrase)
    journey.qtbot.keyClick(page.passphrase.field, Qt.Key.Key_Return)
    journey.until(lambda: "Restore the latest good backup" in journey.buttons())
    assert page.passphrase.banner.accessibleName().startswith("Your vault is damaged")
    said = "\n".join((journey.words(journey.window), *journey.spoken_buttons()))
    assert not [one for one in families if one in said], "no value is shown"

    journey.press("Restore the latest good backup")
    assert "kept aside, not deleted" in journey.words(_box(journey))
    _answer(journey, "Restore this backup")
    journey.until(lambda: "Your backup is back in place" in journey.words(_box(journey)))
    with journey.qtbot.waitSignal(journey.window.unlocked, timeout=20_000):
        _answer(journey, "Unlock it")
    assert _families(journey) == families
