"""Typing in a long note, and how long the interface thread answers nothing meanwhile."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from benchmarks.words import SENTENCES

TICK_MS = 1
WORDS = 20_000
TYPED = "Kerry walked them to school again, all of this week. " * 3
KEY_EVERY = 0.03
"""Seconds: a fast typist, so that drafts are written in the middle of typing."""
WIDTH, HEIGHT = 900, 600


class Blocks(QObject):
    """The longest time in which the interface thread answered nothing, in seconds.

    `longest` is by the clock, `work` what of a stretch the thread itself was at work: a busy
    machine makes the first longer, and not the second.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self.work = 0.0
        self._since = QElapsedTimer()
        self._worked = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Watches for as long as this lasts; `longest` is of this stretch."""
        self.longest = self.work = 0.0
        self._since.start()
        self._worked = time.thread_time()
        self._timer.start()
        yield
        self._tick()
        self._timer.stop()

    def _tick(self) -> None:
        self.longest = max(self.longest, self._since.nsecsElapsed() / 1e9)
        self._since.restart()
        worked = time.thread_time()
        self.work = max(self.work, worked - self._worked)
        self._worked = worked


def long_note() -> str:
    """A note of 20,000 words in paragraphs."""
    lines: list[str] = []
    words = 0
    while words < WORDS:
        for sentence in SENTENCES:
            lines.append(sentence)
            words += len(sentence.split())
    return "\n".join(lines)


def type_on(box: QPlainTextEdit, app: QApplication, blocks: Blocks) -> dict[str, float]:
    """Types at the end of a long note. Seconds: `key` until the middle key was taken in and
    painted, `typing block` the longest block, `typing work` the thread's own part of one."""
    box.setPlainText(long_note())
    box.moveCursor(QTextCursor.MoveOperation.End)
    box.setFocus()
    _run(app, 3.0)
    keys: list[float] = []
    with blocks.watched():
        for letter in TYPED:
            begun = time.perf_counter()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                app.postEvent(box, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
            app.processEvents()
            keys.append(time.perf_counter() - begun)
            _run(app, KEY_EVERY)
    return {
        "key": sorted(keys)[len(keys) // 2],
        "typing block": blocks.longest,
        "typing work": blocks.work,
    }


def bare_box() -> dict[str, float]:
    """The same in a box of Qt's own."""
    app = QApplication([])
    box = QPlainTextEdit()
    box.resize(WIDTH, HEIGHT)
    box.show()
    return type_on(box, app, Blocks())


def _run(app: QApplication, seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.001)
