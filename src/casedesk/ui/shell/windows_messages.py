"""Locks with Windows: its lock screen, sleep and user switch, as messages to the window."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget

from casedesk.ui.shell.lock_trigger import LockTrigger

KIND = b"windows_generic_MSG"


class NativeSession(Protocol):
    """Windows as it is asked; `casedesk.system.session_watch` is the real one."""

    def begin(self, window: int) -> None:
        """Asks for the messages about a window's session."""
        ...

    def reason_at(self, address: int) -> str:
        """Why the worker left, from a message in memory, or ""."""
        ...


class WindowsMessages(LockTrigger):
    """Reads every native message of the program, and takes none away."""

    def __init__(self, native: NativeSession, window: QWidget) -> None:
        super().__init__(window)
        self.filter = _Filter(native, self)
        native.begin(int(window.winId()))
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self.filter)


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, native: NativeSession, trigger: LockTrigger) -> None:
        super().__init__()
        self._native = native
        self._trigger = trigger

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: Any
    ) -> tuple[bool, int]:
        """Override QAbstractNativeEventFilter::nativeEventFilter."""
        if kind == KIND:
            reason = self._native.reason_at(int(message))
            if reason:
                self._trigger.left.emit(reason)
        return False, 0
