"""What presenters share: one question at a time, whose answer comes back by a signal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from casedesk.domain.errors import KnownError
from casedesk.ui.desk import Desk
from casedesk.ui.job import Job, stop

T = TypeVar("T")


class PagePresenter(QObject):
    """An answer to what is no longer asked is dropped.

    Signals:
        answered(view): what was asked for.
        failed(sentence): it could not be read.
    """

    answered = Signal(object)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None

    @property
    def is_reading(self) -> bool:
        """Whether an answer is awaited."""
        return self._job is not None and not self._job.is_over

    def _ask(self, work: Callable[[], T], done: Callable[[T], None] | None = None) -> None:
        """Read something in place of what was asked before; `answered` without a `done`."""
        stop(self._job)
        told = done or self.answered.emit

        def read(answer: T) -> None:
            self._job = None
            told(answer)

        self._job = self._desk.jobs.read(self, work, read, self._on_failed)

    def _on_failed(self, error: KnownError) -> None:
        self._job = None
        self.failed.emit(error.sentence)
