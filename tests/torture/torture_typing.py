"""R2: whenever it is killed, everything typed two seconds before is in the draft.

Keys go into visit mode as a worker presses them, in bursts and with pauses, in a process with
a window that is never told that it will die.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

import torture_apart
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from torture_apart import Found, apart
from torture_child import READY, Ended, Say, killed
from torture_outcome import Control, Outcome
from torture_vault import FAMILY_REF, copied, new_vault, numbers_saved, opened

from casedesk.domain.errors import KnownError
from casedesk.services.drafts import DraftKey, draft_of
from casedesk.ui import app_window
from casedesk.ui.desk import Desk
from casedesk.ui.screens import REGISTRY
from casedesk.ui.screens.visit.composer import VisitComposer
from casedesk.ui.screens.visit.screen import VisitScreen
from casedesk.ui.shell.workspace import Workspace

PROMISED = 2.0
"""Seconds: what is older than this is never lost."""
EARLIEST, LATEST = 2.2, 6.0
PROGRAMS = 4
BURST, WITHIN_BURST, PAUSES = 12, (15, 140), (300, 2_600)
"""Keys of a burst, and milliseconds between keys and between bursts."""
FIELDS = ("text", "half")
"""The observations, and a line that is not an action yet: what cannot be saved so."""
LOST = "keys are lost"
ON_LEAVING, WHEN_VALID = "on leaving", "when valid"
WORDS = "house warm and tidy tyler in bed new lock on the door school rang about the bus pass "


def run(place: Path, kills: int, control_tries: int = 12, seed: int = 2) -> Outcome:
    """Kills so many times while somebody types."""
    found = apart(__file__, place, kills, control_tries, seed, programs=min(PROGRAMS, kills))
    return Outcome(
        "R2",
        "kill -9 while a visit is typed; what was typed 2 s before is in the draft",
        kills,
        found.failures,
        Control(
            "drafts only when the form is left, or only of what could be saved",
            found.tries,
            found.caught,
        ),
        {
            "keys typed": found.counts.get("keys", 0),
            "oldest key lost, s": round(found.longest.get("lost", 0.0), 2),
        },
    )


def rounds(place: Path, kills: int, tries: int, seed: int) -> Found:
    """The rounds of one program."""
    chance = random.Random(seed)
    template, folder = place / "template", place / "vault"
    new_vault(template)
    found, fields = Found(), cycle(FIELDS)
    for number in range(kills):
        field = next(fields)
        lost = _round(template, folder, field, "", chance, found)
        found.failures += [f"kill {number} ({field}): {one}" for one in lost]
    for number in range(tries):
        # Where the half action stands nothing could be saved yet.
        broken, field = ((ON_LEAVING, "text"), (WHEN_VALID, "half"))[number % 2]
        found.tries += 1
        lost = _round(template, folder, field, broken, chance, Found())
        found.caught += any(LOST in one for one in lost)
    return found


def _round(
    template: Path, folder: Path, field: str, broken: str, chance: random.Random, found: Found
) -> list[str]:
    copied(template, folder)
    work = partial(_type, folder, field, broken, random.Random(chance.random()))
    ended = killed(work, chance.uniform(EARLIEST, LATEST))
    found.count("keys", len(ended.said))
    return list(_what_is_lost(folder, field, ended, found))


def _what_is_lost(folder: Path, field: str, ended: Ended, found: Found) -> Iterator[str]:
    assert ended.killed_at is not None, "it was to be killed"
    pressed = [float(one) for one in ended.said]
    try:
        with opened(folder) as session:
            numbers_saved(session)
            draft = draft_of(session, DraftKey("visit", FAMILY_REF))
    except (KnownError, AssertionError) as error:
        yield str(error)
        return
    kept = str(draft.contents.get(field, "")) if draft is not None else ""
    # A key may be in the draft before its process came to say so.
    if kept != _words(len(kept)):
        yield f"the draft holds what nobody typed: {kept[-40:]!r}"
        return
    if len(kept) < len(pressed):
        age = ended.killed_at - pressed[len(kept)]
        found.measure("lost", age)
        if age >= PROMISED:
            yield f"{len(pressed) - len(kept)} {LOST}, the oldest typed {age:.2f} s before"


def _words(length: int) -> str:
    return (WORDS * (length // len(WORDS) + 1))[:length]


def _type(folder: Path, field: str, broken: str, chance: random.Random, say: Say) -> None:
    """Presses key after key until it is killed."""
    program = app_window.make_program("light")
    program.crash.install()
    with opened(folder) as session:
        desk = Desk(session, program.theme, program.jobs, program.dialogs)
        workspace = Workspace(desk, REGISTRY)
        workspace.resize(1366, 696)
        workspace.show()
        desk.navigate("visit", family=FAMILY_REF)
        screen = workspace.screen_shown
        assert isinstance(screen, VisitScreen)
        while screen.composer is None or not program.jobs.is_idle:
            QApplication.processEvents()
        _break(screen, broken)
        fields: dict[str, QWidget] = {
            "text": screen.composer.seen.box,
            "half": screen.composer.agreed.line,
        }
        hand = _Hand(fields[field], chance, say)
        say(READY)
        hand.press()
        program.app.exec()


def _break(screen: VisitScreen, broken: str) -> None:
    """The negative controls: keepers that this harness has to catch."""
    keeper, composer = screen.keeper, screen.composer
    assert keeper is not None
    assert isinstance(composer, VisitComposer)
    if broken == ON_LEAVING:
        for clock in (keeper.pause, keeper.limit):
            clock.timeout.disconnect()
    elif broken == WHEN_VALID:
        read = keeper._read
        keeper._read = lambda: read() if composer.seen.words.strip() else None


class _Hand:
    """Types in bursts; says the moment after each key."""

    def __init__(self, field: QWidget, chance: random.Random, say: Say) -> None:
        self._field, self._chance, self._say = field, chance, say
        self._number = 0

    def press(self) -> None:
        QTest.keyClick(self._field, WORDS[self._number % len(WORDS)], Qt.KeyboardModifier(0))
        self._number += 1
        self._say(repr(time.monotonic()))
        between = WITHIN_BURST if self._number % BURST else PAUSES
        QTimer.singleShot(self._chance.randint(*between), self.press)


if __name__ == "__main__":
    torture_apart.main(rounds)
