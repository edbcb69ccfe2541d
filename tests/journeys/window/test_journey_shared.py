"""A report is made from Reports, and looked up there afterwards among what was shared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from journey import Journey
from PySide6.QtWidgets import QTableView


def test_a_report_is_made_and_found_in_what_was_shared(
    start: Callable[[Path], Journey], own_vault: tuple[Path, str], tmp_path: Path
) -> None:
    journey = start(own_vault[0])
    journey.unlock(own_vault[1])
    target = tmp_path / "ashworth.pdf"
    journey.keys("Ctrl+3")
    assert "Nothing shared yet" in journey.words()
    journey.type("Who is it about?", "ashw")
    journey.keys("Return")
    journey.until(lambda: journey.workspace.page == "report")
    journey.choose("Recipient", "Schools")
    journey.until(lambda: journey.button("Save PDF").isEnabled())
    journey.dialogs.paths.append(target)
    journey.press("Save PDF")
    journey.until(target.exists)
    journey.keys("Ctrl+3")
    shared = journey.part(QTableView, "What was shared lately")
    assert shared.model().rowCount() == 1
    shared.setFocus()
    journey.keys("Return")
    assert journey.workspace.page == "family"
    journey.until(lambda: "Shared with Schools" in journey.words())
    words = journey.words()
    assert "ashworth.pdf" in words
    assert "Item by item" in words
