"""From an empty laptop to the first family: the wizard, the code on paper, a look, the list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from journey import Journey
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from casedesk.ui.screens.welcome.screen import WelcomeScreen

WORDS = "lantern-marble-otter-kettle-brisk"


def _wizard(journey: Journey, stick: Path) -> None:
    page = journey.window.page_shown
    assert isinstance(page, WelcomeScreen)
    journey.type("Your name", "Jo Hebden")
    journey.type("Council", "Millbridge Council")
    journey.keys("Return")
    journey.type(page.passphrase.new.first, WORDS)
    journey.type(page.passphrase.new.second, WORDS)
    with journey.qtbot.waitSignal(page.presenter.made, timeout=60_000):
        journey.qtbot.keyClick(page.passphrase.new.second, Qt.Key.Key_Return)
    # The worker reads the code from the card and types it back.
    code = page.code.card.spoken_value()
    groups = [group.split(": ")[1].replace(" ", "") for group in code.split(". ")]
    assert len(groups) == 9
    journey.type(page.code.field, "-".join(groups))
    with journey.qtbot.waitSignal(page.presenter.code_kept, timeout=20_000):
        journey.qtbot.mouseClick(page.next, Qt.MouseButton.LeftButton)
    journey.dialogs.paths.append(stick)
    journey.qtbot.mouseClick(page.backup.choose, Qt.MouseButton.LeftButton)
    journey.qtbot.waitUntil(lambda: page.backup.is_ready, timeout=20_000)
    with journey.qtbot.waitSignal(journey.window.unlocked, timeout=60_000):
        journey.qtbot.mouseClick(page.next, Qt.MouseButton.LeftButton)
    journey.settle()


def test_a_first_run_and_a_first_family(start: Callable[[Path], Journey], tmp_path: Path) -> None:
    journey = start(tmp_path / "vault")
    stick = tmp_path / "stick"
    stick.mkdir()
    _wizard(journey, stick)

    journey.keys("Ctrl+Shift+N")
    assert journey.workspace.page == "new_family"
    journey.type("Family name", "Haddad")
    journey.type("Address", "9 Loom Street, Millbridge")
    journey.type("Postcode", "ZZ4 8QX")
    journey.type("Person 1: Given name", "Nadia")
    journey.type("Nadia: Born", "3 feb 1990")
    journey.press("Create family")
    journey.until(lambda: journey.workspace.page == "family")
    assert "Haddad family" in journey.words()
    ref = next(one for one in journey.words().split("\n") if one.startswith("CD-"))
    assert journey.workspace.toast.words == f"Created Haddad, {ref}."

    # The same mother comes with another family: nobody is entered twice.
    journey.keys("Ctrl+Shift+N")
    journey.type("Family name", "Hadad")
    journey.type("Person 1: Given name", "Nadia")
    journey.until(lambda: "2 to decide: say for each whether it is the same." in journey.words())
    journey.press("Create family")
    assert journey.workspace.page == "new_family", "nothing is created before it is decided"
    journey.press("Nadia Haddad: It is the same person: add them")
    journey.until(lambda: "1 to decide" in journey.words())
    journey.press("Haddad: It is another family")
    journey.press("Create family")
    journey.until(lambda: journey.workspace.page == "family")

    # Undo takes the whole family away, and the page with it; redo brings it back.
    journey.keys("Ctrl+Z")
    journey.until(lambda: journey.workspace.page == "families")
    families = journey.part(QTableView, "Families")
    journey.until(lambda: journey.rows(families) == ["Haddad"])
    journey.keys("Ctrl+Y")
    journey.search("nadia")
    journey.until(lambda: journey.rows(families) == ["Hadad", "Haddad"])

    journey.lock()
    journey.unlock(WORDS)
    journey.keys("Ctrl+2")
    journey.until(lambda: journey.rows(journey.part(QTableView, "Families")) == ["Hadad", "Haddad"])
