"""The program is killed in the middle of a visit note: every word that was kept comes back."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from journey import TODAY, Journey

from casedesk.ui.screens.visit.seen_toggle import SeenToggle

sys.path.insert(0, str(Path(__file__).parents[2] / "integration" / "lock"))

import lock_kit

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9")

SEEN, SAID = "House warm and tidy.", "I like Wednesdays."
ACTION, HALF = "Kerry to ring the GP by Friday", "Ask the sch"
LATER = " New lock on the"


def _killed(folder: Path, passphrase: str, place: Path) -> None:
    """A visit in another process, killed while it is typed, once the first words are kept."""
    with lock_kit.Windows(place, folder, TODAY.isoformat()) as windows:
        window = windows.next_one()
        window.ask("unlock", "unlocked", passphrase=passphrase)
        window.ask("visit", "begun", family="CD-0412")
        window.tell("keys", seen=SEEN, child="Tyler", said=SAID, action=ACTION, half=HALF)
        kept: dict[str, Any] = {}
        while not (kept.get("text") == SEEN and kept.get("half") == HALF):
            kept = window.wait_for("kept")["words"]
        window.ask("keys", "typed", seen=LATER, child="", said="", action="", half="")
        os.kill(window.pid, signal.SIGKILL)
        assert windows.process.wait(60) == -signal.SIGKILL


def test_killed_in_the_middle_of_a_visit(
    start: Callable[[Path], Journey],
    own_vault: tuple[Path, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lock_kit, "AGENT_SCRIPT", Path(__file__).with_name("visit_agent.py"))
    folder, passphrase = own_vault
    _killed(folder, passphrase, tmp_path)

    journey = start(folder)
    journey.unlock(passphrase)
    draft = next(one for one in journey.spoken_buttons() if "Visit: Ashworth" in one)
    journey.press(draft)
    journey.until(lambda: "Resume the draft" in journey.spoken_buttons())
    assert journey.workspace.page == "visit"
    assert journey.field("What did you see and hear?").property("plainText") == ""
    journey.press("Resume the draft")
    words = str(journey.field("What did you see and hear?").property("plainText"))
    assert words.startswith(SEEN), "what was kept is there"
    assert (SEEN + LATER).startswith(words), "and nothing that nobody typed"
    assert journey.part(SeenToggle, "Tyler").isChecked()
    assert journey.field("What Tyler said").property("plainText") == SAID
    assert journey.field("Action agreed").property("text") == "Ring the GP"
    assert journey.field("Add an action").property("text") == HALF

    journey.press("Finish visit")
    journey.until(lambda: journey.workspace.page == "family")
    assert SEEN in journey.words()
    assert SAID in journey.words()
