"""Locks when nobody is there: after minutes without a key or a movement, and after sleep."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from casedesk.ui.shell.input_watch import InputWatch

LOOK_EVERY_MS = 1000
ASLEEP_SECONDS = 30.0
"""A gap between two looks that only a laptop asleep explains."""


class AutoLock(QObject):
    """Counts from the last key or movement in the whole program.

    `now` gives seconds of wall-clock time (it goes on while the laptop sleeps).

    Signals:
        idle(): nobody was there for `minutes`, or the laptop slept.
    """

    idle = Signal()

    def __init__(
        self,
        watch: InputWatch,
        minutes: float,
        now: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self.minutes = minutes
        self._last_sign = now()
        self._last_look = now()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        watch.used.connect(self._on_used)

    @property
    def is_counting(self) -> bool:
        """Whether it looks for signs of life now."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begins to count; the unlock itself is a sign of life."""
        self._last_sign = self._last_look = self._now()
        self._timer.start()

    def stop(self) -> None:
        """Stops counting, while locked."""
        self._timer.stop()

    def _on_used(self) -> None:
        self._last_sign = self._now()

    def look(self) -> None:
        """Emits `idle` when it is time. A clock set back counts from now on."""
        now = self._now()
        slept = now - self._last_look >= ASLEEP_SECONDS
        self._last_look = now
        if now < self._last_sign:
            self._last_sign = now
        if slept or now - self._last_sign >= self.minutes * 60:
            self.stop()
            self.idle.emit()
