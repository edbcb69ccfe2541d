"""Bugs of ours: recorded without anything personal, told with a reference, work kept."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from casedesk.domain.errors import DamagedVault, KnownError
from casedesk.ui.dialogs import Dialogs, Message, Question

TITLE = "That did not work"
WayToBackups = Callable[[], Callable[[], None] | None]


def record_fault(error: BaseException) -> str:
    """`casedesk.services.faults.record_fault`, whose log is only loaded for the first bug."""
    from casedesk.services import faults

    return faults.record_fault(error)


class CrashReporter:
    """Records bugs and shows the crash dialog, one at a time.

    `record` logs where a bug happened and gives its reference. `way_to_backups` gives what opens
    the list of backups, None while nothing is unlocked.
    """

    def __init__(
        self, dialogs: Dialogs, record: Callable[[BaseException], str] = record_fault
    ) -> None:
        self._dialogs = dialogs
        self._record = record
        self.way_to_backups: WayToBackups = lambda: None

    def bug(self, error: BaseException) -> str:
        """Logs a bug and shows the dialog; returns the reference."""
        reference = self._record(error)
        self._dialogs.crash(reference)
        return reference

    def told(self, error: KnownError) -> None:
        """Shows a known error that no screen takes; for damage, the way to the backups."""
        to_backups = self.way_to_backups() if isinstance(error, DamagedVault) else None
        if to_backups is None:
            self._dialogs.tell(Message(TITLE, error.sentence))
            return

        def answered(agrees: bool) -> None:
            if agrees:
                to_backups()

        self._dialogs.confirm(Question(TITLE, error.sentence, "Open backups", "Close"), answered)

    def hook(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """For `sys.excepthook`: what is raised in a slot ends here, and the window goes on."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
        elif isinstance(error, KnownError):
            self.told(error)
        else:
            self.bug(error.with_traceback(trace))

    def install(self) -> None:
        """Takes over `sys.excepthook` for the life of the program."""
        sys.excepthook = self.hook
