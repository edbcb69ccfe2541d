"""The end of a process that held the key: a fresh one takes its place on the screen first."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from casedesk.ui.shell.handover import Handover, Heir, StartHeir

SHOWN_WITHIN_MS = 20_000
"""A laptop that is still waking takes this long to start a process at the worst."""


class Succession(QObject):
    """One lock's hand-over. It is over when the vault is closed and the other page is shown.

    A successor that does not answer in time is not waited for: its page comes when it comes,
    and the key is gone all the same.

    Signals:
        shown(): the successor's unlock page is on the screen; this window may go.
        over(): there is nothing left to do here but to end.
        failed(): there will be no successor; this process has to show the page itself.
    """

    shown = Signal()
    over = Signal()
    failed = Signal()
    _heir_shown = Signal()
    _heir_failed = Signal()

    def __init__(
        self, start: StartHeir, handover: Handover, parent: QObject, within: int = SHOWN_WITHIN_MS
    ) -> None:
        super().__init__(parent)
        self._closed = False
        self._gone_on = False
        self._answered = False
        self._heir: Heir | None = None
        # They come from another thread.
        self._heir_shown.connect(self._on_shown, Qt.ConnectionType.QueuedConnection)
        self._heir_failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)
        self._start, self._handover = start, handover
        self.clock = QTimer(self)
        self.clock.setSingleShot(True)
        self.clock.setInterval(within)
        self.clock.timeout.connect(self._on_late)

    def begin(self) -> None:
        """Starts the successor."""
        self.clock.start()
        self._heir = self._start(
            self._handover.as_line(), self._heir_shown.emit, self._heir_failed.emit
        )

    def vault_is_closed(self) -> None:
        """Everything is saved, and the vault is given up."""
        self._closed = True
        self._go_on()

    def give_up(self) -> None:
        """The window was closed: nobody wants the successor's page."""
        self._gone_on = True
        self.clock.stop()
        if self._heir is not None:
            self._heir.stop()

    def _on_shown(self) -> None:
        if self._gone_on:
            return
        self._answered = True
        self.clock.stop()
        self.shown.emit()
        self._go_on()

    def _on_failed(self) -> None:
        if self._gone_on or self._answered:
            return
        self._gone_on = True
        self.clock.stop()
        self.failed.emit()

    def _on_late(self) -> None:
        self._answered = True
        self._go_on()

    def _go_on(self) -> None:
        if self._closed and self._answered and not self._gone_on:
            self._gone_on = True
            self.over.emit()
