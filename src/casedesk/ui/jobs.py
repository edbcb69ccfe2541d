"""Work off the interface thread: every job has an owner and ends in its owner's callback."""

from __future__ import annotations

import itertools
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from casedesk.domain.errors import KnownError
from casedesk.ui.job import Job, Stopped, Task

T = TypeVar("T")
Failed = Callable[[KnownError], None]

READERS = 2
OUR_MISTAKE = (
    "Something went wrong inside CaseDesk; your saved work is safe. "
    "Tell your support desk this reference: {reference}."
)


class _Ticket:
    """All that the interface thread keeps of a job, so that it is let go there and nowhere else."""

    def __init__(
        self,
        job: Job,
        owner: QObject,
        work: list[Callable[[], Any]],
        done: Callable[[Any], None],
        failed: Failed | None,
        dropped: Callable[[Any], None] | None,
    ) -> None:
        self.job = job
        self.owner = weakref.ref(owner)
        self.work = work
        self.done = done
        self.failed = failed
        self.dropped = dropped

    def is_wanted(self) -> bool:
        owner = self.owner()
        return owner is not None and shiboken6.isValid(owner) and not self.job.task.cancelled


class Jobs(QObject):
    """Runs reads side by side and writes one after the other, each on a worker thread.

    A callback is dropped when its owner is gone. `bug` gets what is not a `KnownError` and
    gives the reference to quote; `told` gets the known errors that no callback takes.

    Signals:
        busy_changed(writing): a write began, or the last one ended.
        became_idle(): no job is under way any more.
        write_failed(sentence): for the saved state in the top bar.
    """

    busy_changed = Signal(bool)
    became_idle = Signal()
    write_failed = Signal(str)
    _finished = Signal(int)

    def __init__(
        self,
        bug: Callable[[BaseException], str],
        told: Callable[[KnownError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bug = bug
        self._told = told
        self._numbers = itertools.count(1)
        self._tickets: dict[int, _Ticket] = {}
        self._results: dict[int, tuple[Any, BaseException | None]] = {}
        self._writes: set[int] = set()
        self.last_write_failed = False
        self._closed = False
        self._reading: dict[int, Future[None]] = {}
        self._readers = ThreadPoolExecutor(READERS, "casedesk-read")
        self._writer = ThreadPoolExecutor(1, "casedesk-write")
        # Queued whatever the thread: a callback never runs inside the call that asked for it.
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._tickets

    @property
    def is_writing(self) -> bool:
        """Whether something is being saved."""
        return bool(self._writes)

    def read(
        self,
        owner: QObject,
        fn: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        dropped: Callable[[T], None] | None = None,
    ) -> Job:
        """Looks something up; `done` gets what `fn` gave, `failed` the known error.

        `dropped` gets a result that nobody waits for any more (an opened vault must be closed).
        """
        return self._start(self._readers, owner, lambda task: fn(), done, failed, dropped)

    def write(
        self,
        owner: QObject,
        fn: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        dropped: Callable[[T], None] | None = None,
        quiet: bool = False,
    ) -> Job:
        """Saves something; writes run one at a time, in the order they were asked for.

        A `quiet` one (a draft) is not told by `busy_changed` and `write_failed`.
        """
        return self._start(self._writer, owner, lambda task: fn(), done, failed, dropped, quiet)

    def read_steps(
        self,
        owner: QObject,
        fn: Callable[[Task], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> Job:
        """As `read`, for work of more than half a second: `fn` reports steps to its `Task`."""
        return self._start(self._readers, owner, fn, done, failed, None)

    def write_steps(
        self,
        owner: QObject,
        fn: Callable[[Task], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> Job:
        """As `write`, for work of more than half a second: `fn` reports steps to its `Task`."""
        return self._start(self._writer, owner, fn, done, failed, None)

    def write_last(self, owner: QObject, fn: Callable[[], T], done: Callable[[T], None]) -> Job:
        """As `write`, and only once the reads that are under way have ended as well."""
        reading = list(self._reading.values())

        def after_reads() -> T:
            wait(reading)
            return fn()

        return self.write(owner, after_reads, done)

    def cancel_reads(self) -> None:
        """Drops every answer that is still awaited; what is being saved goes on."""
        for number, ticket in self._tickets.items():
            if number not in self._writes:
                ticket.job.cancel()

    def close(self) -> None:
        """Finishes what is being saved and lets the threads go; the last call of the program.

        What is asked for afterwards is never begun.
        """
        self._closed = True
        self.cancel_reads()
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)

    def _start(
        self,
        pool: ThreadPoolExecutor,
        owner: QObject,
        fn: Callable[[Task], T],
        done: Callable[[T], None],
        failed: Failed | None,
        dropped: Callable[[T], None] | None,
        quiet: bool = False,
    ) -> Job:
        job = Job(next(self._numbers), self)
        if self._closed:
            job.is_over = True
            return job
        work: list[Callable[[], Any]] = [lambda: fn(job.task)]
        self._tickets[job.number] = _Ticket(job, owner, work, done, failed, dropped)
        if pool is self._writer and not quiet:
            self._writes.add(job.number)
            if len(self._writes) == 1:
                self.busy_changed.emit(True)
        future = pool.submit(self._run, job.number, work)
        if pool is self._readers:
            self._reading[job.number] = future
        return job

    def _run(self, number: int, work: list[Callable[[], Any]]) -> None:
        """On the worker thread. Keeps no name for the work, which may hold widgets."""
        try:
            self._results[number] = (work[0](), None)
        except BaseException as error:  # noqa: BLE001 - sorted out on the interface thread
            self._results[number] = (None, error)
        if shiboken6.isValid(self):
            self._finished.emit(number)

    @Slot(int)
    def _on_finished(self, number: int) -> None:
        ticket = self._tickets.pop(number)
        result, error = self._results.pop(number)
        self._reading.pop(number, None)
        ticket.work.clear()
        is_write = number in self._writes
        self._writes.discard(number)
        ticket.job.is_over = True
        if is_write:
            self.last_write_failed = error is not None
        try:
            if error is None:
                self._hand_over(ticket, result)
            elif not isinstance(error, Stopped):
                self._hand_error(ticket, error, is_write)
        finally:
            if shiboken6.isValid(self):
                if is_write and not self._writes:
                    self.busy_changed.emit(False)
                ticket.job.ended.emit()
                ticket.job.deleteLater()
                if self.is_idle:
                    self.became_idle.emit()

    def _hand_over(self, ticket: _Ticket, result: Any) -> None:
        if ticket.is_wanted():
            ticket.done(result)
        elif ticket.dropped is not None:
            ticket.dropped(result)

    def _hand_error(self, ticket: _Ticket, error: BaseException, is_write: bool) -> None:
        known = error if isinstance(error, KnownError) else None
        if known is None:
            known = KnownError(OUR_MISTAKE.format(reference=self._bug(error)))
        if is_write:
            self.write_failed.emit(known.sentence)
        if ticket.is_wanted() and ticket.failed is not None:
            ticket.failed(known)
        elif isinstance(error, KnownError) and (is_write or ticket.is_wanted()):
            self._told(known)
