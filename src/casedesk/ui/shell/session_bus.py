"""Locks with the desktop on Linux: its screen lock, sleep and user switch, over D-Bus.

Without a bus, or with nobody on it who knows, nothing happens and nothing is said: the idle
lock and the look at the clock after sleep are there on every machine.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

from casedesk.ui.shell.lock_trigger import ASLEEP, OTHER_USER, SESSION_LOCKED, LockTrigger

LOGIN = "org.freedesktop.login1"
MANAGER_PATH = "/org/freedesktop/login1"
MANAGER, LOGIN_SESSION = f"{LOGIN}.Manager", f"{LOGIN}.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)


class SessionBus(LockTrigger):
    """Listens on the system's bus (`system`) and the desktop's (`desktop`).

    While the vault is open it asks the system to wait for the lock before it sleeps.
    """

    def __init__(
        self, system: QDBusConnection, desktop: QDBusConnection, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._system = system
        self._own_session = ""
        self._delay: int | None = None
        self._wants_delay = False
        if system.isConnected():
            self._listen(system, LOGIN, LOGIN_SESSION, "Lock", "_on_lock")
            self._listen(system, LOGIN, PROPERTIES, "PropertiesChanged", "_on_properties")
            self._listen(system, LOGIN, MANAGER, "PrepareForSleep", "_on_sleep")
            name = os.environ.get("XDG_SESSION_ID") or "auto"
            self._call(MANAGER_PATH, MANAGER, "GetSession", [name], self._on_session)
        if desktop.isConnected():
            for name in SCREEN_SAVERS:
                self._listen(desktop, name, name, "ActiveChanged", "_on_screen_saver")

    @property
    def delays_sleep(self) -> bool:
        """Whether the system waits for the lock before it sleeps."""
        return self._delay is not None

    def vault_opened(self) -> None:
        """Override LockTrigger.vault_opened: sleep waits for the lock."""
        self._wants_delay = True
        if self._delay is None and self._system.isConnected():
            why = ["sleep", "CaseDesk", "Closes the vault", "delay"]
            self._call(MANAGER_PATH, MANAGER, "Inhibit", why, self._on_delay)

    def vault_closed(self) -> None:
        """Override LockTrigger.vault_closed: the laptop may sleep."""
        self._wants_delay = False
        delay, self._delay = self._delay, None
        if delay is not None:
            os.close(delay)

    def _listen(
        self, bus: QDBusConnection, service: str, interface: str, name: str, slot: str
    ) -> None:
        # The stubs say bytes, the binding takes text.
        called = SLOT(f"{slot}(QDBusMessage)")
        bus.connect(service, "", interface, name, self, called)  # type: ignore[call-overload]

    def _call(
        self,
        path: str,
        interface: str,
        member: str,
        arguments: list[Any],
        answered: Callable[[Any], None],
    ) -> None:
        message = QDBusMessage.createMethodCall(LOGIN, path, interface, member)
        message.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(message), self)

        def finished(done: QDBusPendingCallWatcher) -> None:
            said = [] if done.isError() else done.reply().arguments()
            done.deleteLater()
            if said:
                answered(said[0])

        watcher.finished.connect(finished)

    def _on_session(self, path: Any) -> None:
        if isinstance(path, QDBusObjectPath):
            self._own_session = path.path()

    def _on_delay(self, held: Any) -> None:
        if not isinstance(held, QDBusUnixFileDescriptor) or not held.isValid():
            return
        self._delay = os.dup(held.fileDescriptor())
        if not self._wants_delay:
            self.vault_closed()

    @Slot(QDBusMessage)
    def _on_lock(self, message: QDBusMessage) -> None:
        # Not knowing which session is ours, one lock too many is the better mistake.
        if message.path() == (self._own_session or message.path()):
            self.left.emit(SESSION_LOCKED)

    @Slot(QDBusMessage)
    def _on_properties(self, message: QDBusMessage) -> None:
        if self._own_session and message.path() == self._own_session:
            asked = [LOGIN_SESSION, "Active"]
            self._call(self._own_session, PROPERTIES, "Get", asked, self._on_active)

    def _on_active(self, active: Any) -> None:
        if isinstance(active, QDBusVariant) and active.variant() is False:
            self.left.emit(OTHER_USER)

    @Slot(QDBusMessage)
    def _on_sleep(self, message: QDBusMessage) -> None:
        if message.arguments()[:1] == [True]:
            self.left.emit(ASLEEP)

    @Slot(QDBusMessage)
    def _on_screen_saver(self, message: QDBusMessage) -> None:
        if message.arguments()[:1] == [True]:
            self.left.emit(SESSION_LOCKED)
