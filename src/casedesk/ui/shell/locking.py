"""The lock: blank first, then drafts, then what is being saved, then the key, then the process.

It never asks and never loses (docs/architecture.md, The lock).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from casedesk.ui.crash import record_fault
from casedesk.ui.dialogs import Dialogs
from casedesk.ui.jobs import Jobs
from casedesk.ui.shell.cover import Cover
from casedesk.ui.shell.handover import Handover, StartHeir
from casedesk.ui.shell.succession import Succession
from casedesk.ui.shell.window_dialogs import WindowDialogs
from casedesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from casedesk.services.last_place import Place
    from casedesk.services.session import Session
    from casedesk.ui.desk import Desk


class Workplace(Protocol):
    """What the lock asks of the workspace."""

    @property
    def place(self) -> Place:
        """Where the worker is."""
        ...

    def put_away(self) -> None:
        """Tells every screen that the vault is about to close."""
        ...


class Locking(QObject):
    """The way from an open vault to a closed one, of one window.

    `show_locked` puts another page in the workspace's place: an empty one where a process
    follows (True), or the unlock page.

    Signals:
        closed(): everything is saved, and the vault is given up.
        heir_shown(): another process shows the unlock page; the window may go.
        over(): this process may end now, and has to.
        alone(): there is no heir after all; the window has to show the unlock page.
    """

    closed = Signal()
    heir_shown = Signal()
    over = Signal()
    alone = Signal()

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        dialogs: Dialogs,
        start_heir: StartHeir | None,
        show_locked: Callable[[bool], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._show_locked = show_locked
        self._jobs = jobs
        self._dialogs = dialogs
        self._start_heir = start_heir
        self._window = window
        self.cover = Cover(theme, window)
        self.succession: Succession | None = None

    def lock(self, desk: Desk, workspace: Workplace, handover: Handover | None) -> None:
        """Closes the desk's vault. Without a `handover` the window itself is about to go."""
        if handover is None:
            self._window.hide()
        self.cover.put_on()
        session = desk.session
        with _whatever_happens():
            workspace.put_away()
        with _whatever_happens():
            # From the boxes as well, which are only hidden so far.
            desk.drafts.flush_all()
        if isinstance(self._dialogs, WindowDialogs):
            self._dialogs.close_all()
        if handover is not None:
            with _whatever_happens():
                from casedesk.services.last_place import keep_place

                keep = partial(keep_place, session, workspace.place)
                self._jobs.write(self, keep, _nothing, _nothing)
        self._hand_over(handover)
        desk.deleteLater()
        self._jobs.cancel_reads()
        self._close(session)

    def lock_first_run(self, session: Session, handover: Handover | None) -> None:
        """Closes the vault of a first run; its code is offered anew at the next unlock."""
        if handover is None:
            self._window.hide()
        self.cover.put_on()
        if isinstance(self._dialogs, WindowDialogs):
            self._dialogs.close_all()
        self._hand_over(handover)
        self._jobs.cancel_reads()
        self._close(session)

    def give_up(self) -> None:
        """The window was closed: nobody wants the unlock page any more."""
        if self.succession is not None:
            self.succession.give_up()

    def _hand_over(self, handover: Handover | None) -> None:
        if handover is None:
            return
        if self._start_heir is None:
            self._show_locked(False)
            self.cover.take_off()
            return
        self.succession = Succession(self._start_heir, handover, self)
        self.succession.shown.connect(self.heir_shown)
        self.succession.over.connect(self.over)
        self.succession.failed.connect(self._on_failed)
        self._show_locked(True)
        self.succession.begin()

    def _close(self, session: Session) -> None:
        from casedesk.services.unlocking import close_session

        close = partial(close_session, session)
        # A process that ends does not wait for what is being read; one that stays does.
        write = self._jobs.write_last if self.succession is None else self._jobs.write
        job = write(self, close, _nothing)
        job.ended.connect(self._on_closed)

    def _on_closed(self) -> None:
        self.closed.emit()
        if self.succession is not None:
            self.succession.vault_is_closed()

    def _on_failed(self) -> None:
        from casedesk.services.unlocking import note_lock_in_same_process

        self.succession = None
        self.alone.emit()
        self.cover.take_off()
        self._jobs.read(self, note_lock_in_same_process, _nothing)


@contextmanager
def _whatever_happens() -> Iterator[None]:
    """A mistake of ours on one page must not leave the vault open; it is logged."""
    try:
        yield
    except Exception as error:  # noqa: BLE001
        record_fault(error)


def _nothing(_: object) -> None:
    """Whether it went well or not, the lock goes on."""
