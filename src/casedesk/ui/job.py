"""One piece of work under way off the interface thread, and what the work itself is handed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Stopped(Exception):
    """Raised inside a job that was cancelled, by `Task.step`."""


class Task:
    """What a long job is handed: it reports its steps and finds out that it was cancelled."""

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        self._report = report
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        """Whether somebody pressed Stop."""
        return self._cancelled

    def cancel(self) -> None:
        """Asks the work to stop at its next step."""
        self._cancelled = True

    def step(self, done: int, total: int, words: str = "") -> None:
        """Says how far the work is. Raises `Stopped` when it was cancelled."""
        if self._cancelled:
            raise Stopped
        self._report(done, total, words)


class Job(QObject):
    """One piece of work under way.

    Signals:
        progressed(done, total, words): from a long job's steps.
        ended(): after the callback, whatever came of it.
    """

    progressed = Signal(int, int, str)
    ended = Signal()
    _stepped = Signal(int, int, str)

    def __init__(self, number: int, parent: QObject) -> None:
        super().__init__(parent)
        self.number = number
        self.task = Task(self._stepped.emit)
        # Passed on from the interface thread, so that any callable may be connected.
        self._stepped.connect(self._on_stepped, Qt.ConnectionType.QueuedConnection)
        self.is_over = False

    def cancel(self) -> None:
        """Drops the result; a long job also stops at its next step."""
        self.task.cancel()

    @Slot(int, int, str)
    def _on_stepped(self, done: int, total: int, words: str) -> None:
        self.progressed.emit(done, total, words)


def stop(job: Job | None) -> None:
    """Drop the result of a job that is still under way, if there is one."""
    if job is not None and not job.is_over:
        job.cancel()
