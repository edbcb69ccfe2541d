"""Looks up who may be the same as the form is filled in, and creates the family."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from casedesk.domain.errors import KnownError
from casedesk.domain.records import Family
from casedesk.domain.views.new_family import LookUp, NewFamily
from casedesk.domain.views.saved import Saved
from casedesk.services.new_family import create_family, look_for_same
from casedesk.services.same_people import print_of
from casedesk.ui.desk import Desk
from casedesk.ui.job import Job
from casedesk.ui.saving import save

PAUSE_MS = 120


class NewFamilyPresenter(QObject):
    """Keeps the last look and what it was of; an older one's answer is dropped.

    Signals:
        looked(): `looked_up` and `rows` are those of `entry`, which stands in the form.
        look_failed(error): it could not be looked up.
    """

    looked = Signal()
    look_failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.entry: NewFamily | None = None
        self.rows: tuple[int, ...] = ()
        self.looked_up: LookUp | None = None
        self._job: Job | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)

    @property
    def is_looking(self) -> bool:
        """Whether what stands in the form is not looked up yet."""
        return self.entry is not None and self.looked_up is None

    def take(self, entry: NewFamily, rows: tuple[int, ...]) -> None:
        """The form says something else; it is looked up after a short pause in typing."""
        if rows == self.rows and self._is_looked_up(entry):
            self.entry = entry
            return
        self.forget()
        self.entry, self.rows = entry, rows
        self._pause.start()

    def _is_looked_up(self, entry: NewFamily) -> bool:
        before, looked = self.entry, self.looked_up
        return (
            before is not None
            and looked is not None
            and looked.of == print_of(entry)
            and [one.same_as for one in before.people] == [one.same_as for one in entry.people]
        )

    def look_now(self) -> None:
        """Look without waiting for the pause; `looked` comes at once where it is known."""
        if self.looked_up is not None:
            self.looked.emit()
        elif self._pause.isActive():
            self._look()

    def forget(self) -> None:
        """There is nothing to look up."""
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
        self._job = self.entry = self.looked_up = None

    def create(
        self,
        finishing: Callable[[Callable[[], Saved[Family]]], Callable[[], Saved[Family]]],
        done: Callable[[Saved[Family]], None],
        failed: Callable[[KnownError], None],
    ) -> None:
        """Create what was looked up; `finishing` wraps the saving, so that no draft stays."""
        entry, looked = self.entry, self.looked_up
        if entry is None or looked is None:
            return
        make = partial(create_family, self._desk.session, entry, looked)
        save(self._desk, self, finishing(make), done, failed)

    def _look(self) -> None:
        self._pause.stop()
        entry = self.entry
        if entry is None:
            return
        self._job = self._desk.jobs.read(
            self,
            partial(look_for_same, self._desk.session, entry),
            partial(self._on_looked, entry),
            self._on_failed,
        )

    def _on_looked(self, entry: NewFamily, looked: LookUp) -> None:
        if entry == self.entry:
            self._job = None
            self.looked_up = looked
            self.looked.emit()

    def _on_failed(self, error: KnownError) -> None:
        self._job = None
        self.look_failed.emit(error)
