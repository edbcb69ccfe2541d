"""The port for whatever says that the worker left: the system's lock, sleep, another user."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

SESSION_LOCKED = "session locked"
ASLEEP = "sleep"
OTHER_USER = "another user"


class LockTrigger(QObject):
    """Something outside the window that asks for the lock.

    Signals:
        left(reason): the worker left, or is about to.
    """

    left = Signal(str)

    def vault_opened(self) -> None:
        """From now on there is something to lock."""

    def vault_closed(self) -> None:
        """The vault is closed; whoever waits for that need not wait any longer."""
