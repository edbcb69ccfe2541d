"""What the unlock page knows: tries, the wait after a wrong one, and what came of each.

What opens a vault is imported by the worker that tries it: the page is there before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from casedesk.domain.errors import (
    DamagedVault,
    KnownError,
    TiedToLaptop,
    VaultInUse,
    WrongPassphrase,
)
from casedesk.services.before_unlock import wait_after
from casedesk.ui.jobs import Jobs

if TYPE_CHECKING:
    from casedesk.services.session import Session
    from casedesk.services.settings import Settings

SECOND_MS = 1000


@dataclass(frozen=True)
class Unlocked:
    """An open vault. `new_code` is a recovery code that still has to be put on paper."""

    session: Session
    settings: Settings
    new_code: str | None


@dataclass(frozen=True)
class Refused:
    """Why it did not open, as a sentence; `kind` is wrong, tied, in_use, damaged or other."""

    kind: str
    sentence: str


_KINDS: dict[type[KnownError], str] = {
    WrongPassphrase: "wrong",
    TiedToLaptop: "tied",
    VaultInUse: "in_use",
    DamagedVault: "damaged",
}


class UnlockPresenter(QObject):
    """Tries the vault on a worker.

    Signals:
        opened(Unlocked): it is open.
        refused(Refused): it is not.
        busy_changed(busy): a try began or ended.
        wait_changed(seconds): so many seconds until the next try (0 = now).
    """

    opened = Signal(object)
    refused = Signal(object)
    busy_changed = Signal(bool)
    wait_changed = Signal(int)

    def __init__(
        self,
        folder: Path,
        jobs: Jobs,
        *,
        today: date | None = None,
        second_ms: int = SECOND_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._jobs = jobs
        self._today = today
        self._wrong = 0
        self.seconds_left = 0
        self.is_busy = False
        self._clock = QTimer(self)
        self._clock.setInterval(second_ms)
        self._clock.timeout.connect(self._on_second)

    @property
    def may_try(self) -> bool:
        """Whether a try would be made now."""
        return not self.is_busy and self.seconds_left == 0

    def try_passphrase(self, passphrase: str) -> None:
        """Tries it; does nothing during the wait."""
        folder, today = self._folder, self._today

        def open_it() -> Session:
            from casedesk.services.unlocking import open_for_window

            return open_for_window(folder, passphrase, today=today)

        self._try(open_it)

    def try_recovery(self, code: str, new_passphrase: str) -> None:
        """Opens with the recovery code and sets a new passphrase; does nothing in the wait."""
        folder, today = self._folder, self._today

        def open_it() -> Session:
            from casedesk.services.unlocking import recover_for_window

            return recover_for_window(folder, code, new_passphrase, today=today)

        self._try(open_it)

    def _try(self, open_it: Callable[[], Session]) -> None:
        if not self.may_try:
            return
        self.is_busy = True
        self.busy_changed.emit(True)
        # Among the writes: the lock before may still be saving and closing.
        self._jobs.write(
            self, lambda: _enter(open_it()), self._on_opened, self._on_failed, dropped=_let_go
        )

    def _on_opened(self, opened: Unlocked) -> None:
        self.is_busy = False
        self.busy_changed.emit(False)
        self._wrong = 0
        self.opened.emit(opened)

    def _on_failed(self, error: KnownError) -> None:
        self.is_busy = False
        self.busy_changed.emit(False)
        kind = _KINDS.get(type(error), "other")
        if kind == "wrong":
            self._wrong += 1
            self.seconds_left = wait_after(self._wrong)
            self._clock.start()
        self.refused.emit(Refused(kind, error.sentence))
        self.wait_changed.emit(self.seconds_left)

    def _on_second(self) -> None:
        self.seconds_left = max(0, self.seconds_left - 1)
        if self.seconds_left == 0:
            self._clock.stop()
        self.wait_changed.emit(self.seconds_left)


def _enter(session: Session) -> Unlocked:
    """On the worker: reads what the window needs first."""
    from casedesk.services.first_run import must_type_code_back, new_recovery_code
    from casedesk.services.settings import read_settings

    try:
        code = new_recovery_code(session) if must_type_code_back(session) else None
        return Unlocked(session, read_settings(session), code)
    except BaseException:
        _close(session)
        raise


def _let_go(opened: Unlocked) -> None:
    _close(opened.session)


def _close(session: Session) -> None:
    from casedesk.services.unlocking import close_session

    close_session(session)
