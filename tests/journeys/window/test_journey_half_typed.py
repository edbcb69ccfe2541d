"""The vault locks while a new family is half typed: no word of it is lost."""

from __future__ import annotations

from pathlib import Path

from journey import Journey


def test_a_half_typed_family_survives_the_lock(journey: Journey, made_up: tuple[Path, str]) -> None:
    journey.keys("Ctrl+Shift+N")
    journey.type("Family name", "Xylander")
    journey.type("Person 1: Given name", "Ada")
    journey.lock()
    assert "Xylander" not in journey.words(journey.window), "nothing is seen of it while locked"

    journey.unlock(made_up[1])
    journey.keys("Ctrl+2")
    assert "Resume the draft" not in journey.spoken_buttons(), "only its own page offers it"
    journey.keys("Ctrl+Shift+N")
    journey.until(lambda: "Resume the draft" in journey.spoken_buttons())
    journey.press("Resume the draft")
    assert journey.field("Family name").property("text") == "Xylander"
    assert journey.field("Ada: Given name").property("text") == "Ada"

    journey.press("Cancel")
    assert journey.workspace.page == "families"
    journey.keys("Ctrl+Shift+N")
    assert "Resume the draft" not in journey.spoken_buttons()
