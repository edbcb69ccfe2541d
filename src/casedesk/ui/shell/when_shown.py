"""Says once that a window is on the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

AT_THE_LATEST_MS = 2_000
"""A window that is minimised, or under others, is never painted."""


class WhenShown(QObject):
    """Calls `say` once the window has been painted, or soon after `begin` all the same."""

    def __init__(self, window: QWidget, say: Callable[[], None]) -> None:
        super().__init__(window)
        self._say = say
        self._window = window
        self._said = False
        window.installEventFilter(self)

    def begin(self) -> None:
        """The window was asked to show itself."""
        QTimer.singleShot(AT_THE_LATEST_MS, self, self._on_painted)

    def _on_painted(self) -> None:
        if not self._said:
            self._said = True
            self._window.removeEventFilter(self)
            self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter."""
        if event.type() == QEvent.Type.Paint:
            # After this very painting and its way to the screen.
            QTimer.singleShot(0, self, self._on_painted)
        return False
