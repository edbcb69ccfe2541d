"""Being told to end by the system (a log-out, a shutdown) closes the window properly."""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QWidget

if sys.platform == "win32":
    SIGNALS: tuple[signal.Signals, ...] = ()
else:
    SIGNALS = (signal.SIGTERM, signal.SIGHUP)


class EndSignals(QObject):
    """Closes `window` when the process is told to end; nothing is lost then.

    Python would only look at a signal once some Python runs; the pipe wakes Qt's loop up.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        if not SIGNALS:
            return
        self._window = window
        self._read, write = os.pipe()
        for end in (self._read, write):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        for one in SIGNALS:
            signal.signal(one, lambda *_: None)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def _on_signal(self) -> None:
        told = os.read(self._read, 64)
        if any(number in SIGNALS for number in told):
            self._window.close()
