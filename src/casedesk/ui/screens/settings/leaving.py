"""Work that ends the session: a restore, or a change of every key, and then the unlock page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from casedesk.domain.errors import KnownError
from casedesk.services.unlocking import is_open
from casedesk.ui.desk import Desk
from casedesk.ui.dialogs import Message
from casedesk.ui.job import Job, Task

T = TypeVar("T")
NOT_DONE = "That did not work"
NOT_SAVED = (
    "What you were typing could not be saved ({titles}), so nothing was changed: finish it first."
)


class Leaving(QObject):
    """Nobody can type while it runs: the vault is closed under the window by the end of it."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page

    def leave(
        self,
        work: Callable[[Task], T],
        done: Callable[[T], Message],
        failed: Callable[[KnownError], None],
    ) -> Job | None:
        """Saves every draft, runs `work`, shows what came of it, and locks.

        When a draft cannot be saved, or `work` raises with the vault still open, `failed` gets
        it and everything goes on.
        """
        desk, session = self._desk, self._desk.session
        if refused := desk.drafts.flush_all():
            failed(KnownError(NOT_SAVED.format(titles=", ".join(refused))))
            return None
        self._hold(held=True)

        def on_done(result: T) -> None:
            self._hold(held=False)
            desk.dialogs.tell(done(result), desk.lock_asked.emit)

        def on_failed(error: KnownError) -> None:
            self._hold(held=False)
            if is_open(session):
                failed(error)
            else:
                message = Message(NOT_DONE, error.sentence, "Go to the unlock page")
                desk.dialogs.tell(message, desk.lock_asked.emit)

        return desk.jobs.write_steps(self, work, on_done, on_failed)

    def _hold(self, *, held: bool) -> None:
        self._page.window().setEnabled(not held)
