"""Typing in a note of 20,000 words: how long the interface thread is ever held up by a key.

`python -m benchmarks.writing ours|bare` prints the longest block in seconds, in a process of
its own and without a screen. Ours checks the spelling meanwhile; the bare box does not.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

ROOT = Path(__file__).parent.parent
WORDS, PARAGRAPH = 20_000, 60
TYPED = "Kerry siad that Tylers attendence was beter this week and she will recieve it. "
BUDGET = 0.050
ROUNDS = 5
_KEY_EVERY, _PAUSE = 0.040, 0.600


def run(folder: Path, *, small: bool) -> list[Row]:
    """The longest block while three sentences are typed into the middle of a long note."""
    rounds = 1 if small else ROUNDS
    pairs = [(_fresh("ours"), _fresh("bare")) for _ in range(rounds)]
    ours, bare = (statistics.median(one) for one in zip(*pairs, strict=True))
    job = "typing in a note, the longest block of the interface thread"
    return [Row(job, f"{WORDS:,} words", ours, bare, "a box without spelling", BUDGET)]


def _fresh(which: str) -> float:
    said = subprocess.run(
        [sys.executable, "-m", "benchmarks.writing", which],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return float(said.stdout)


def long_note() -> str:
    """Words of the dictionary, some of them misspelt, in paragraphs."""
    from casedesk.system.resources import resources_folder

    lines = (resources_folder() / "dictionaries" / "en_GB.dic").read_text("utf-8").splitlines()
    chance = random.Random(1)  # noqa: S311 - the same note every time
    some = chance.sample([line.partition("/")[0] for line in lines[1:] if line], 4_000)
    words = [chance.choice([*some, "attendence", "recieve"]) for _ in range(WORDS)]
    paragraphs = (words[at : at + PARAGRAPH] for at in range(0, WORDS, PARAGRAPH))
    return "\n\n".join(" ".join(one) for one in paragraphs)


def longest_block(which: str) -> float:
    """Seconds; types as fast as a person who pauses after each sentence."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    app = QApplication([])
    box, close = _our_box() if which == "ours" else (QPlainTextEdit(), lambda: None)
    box.resize(560, 300)
    box.show()
    box.setPlainText(long_note())
    _turn(app, 2.0)
    cursor = box.textCursor()
    cursor.setPosition(len(box.toPlainText()) // 2)
    box.setTextCursor(cursor)
    _turn(app, 0.5)
    longest = 0.0
    for letter in TYPED * 3:
        begun = time.perf_counter()
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        app.sendEvent(box, event)
        longest = max(longest, time.perf_counter() - begun)
        longest = max(longest, _turn(app, _PAUSE if letter == "." else _KEY_EVERY))
    close()
    return longest


def _turn(app: object, seconds: float) -> float:
    """Let the loop turn for a while; its longest turn."""
    longest, end = 0.0, time.perf_counter() + seconds
    while (begun := time.perf_counter()) < end:
        app.processEvents()  # type: ignore[attr-defined]
        longest = max(longest, time.perf_counter() - begun)
    return longest


def _our_box() -> tuple[QPlainTextEdit, Callable[[], None]]:
    from PySide6.QtCore import QObject

    from casedesk.services.spelling import check_spelling, make_ready, suggestions_for
    from casedesk.ui.jobs import Jobs
    from casedesk.ui.theme import shipped_theme
    from casedesk.ui.writing.note_editor import NoteEditor
    from casedesk.ui.writing.spelling import Spelling

    make_ready()
    jobs = Jobs(lambda error: str(error), print)
    spelling = Spelling(
        read=jobs.read,
        write=jobs.write,
        known=frozenset,
        check=check_spelling,
        suggest=suggestions_for,
        add=print,
        parent=QObject(jobs),
    )
    return NoteEditor(shipped_theme("light"), spelling), jobs.close


if __name__ == "__main__":
    print(longest_block(sys.argv[1]))
