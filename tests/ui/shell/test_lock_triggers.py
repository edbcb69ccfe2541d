"""What says that the worker left: a real D-Bus with a made-up system on it, and Windows' words."""

from __future__ import annotations

import ctypes
import os
import select
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from casedesk.system import session_watch as windows
from casedesk.ui.shell.lock_trigger import ASLEEP, OTHER_USER, SESSION_LOCKED
from casedesk.ui.shell.session_bus import (
    LOGIN,
    LOGIN_SESSION,
    MANAGER,
    MANAGER_PATH,
    PROPERTIES,
    SessionBus,
)
from casedesk.ui.shell.windows_messages import KIND, WindowsMessages

OURS, OTHERS = f"{MANAGER_PATH}/session/_31", f"{MANAGER_PATH}/session/_32"
GNOME = "org.gnome.ScreenSaver"


class Login(QDBusVirtualObject):
    """A login service: one session, which may be active, and sleep that may be delayed."""

    def __init__(self) -> None:
        super().__init__()
        self.active = True
        self.asked: list[str] = []
        self.delay = -1

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        member = message.member()
        self.asked.append(member)
        if member == "GetSession":
            reply = message.createReply(QDBusObjectPath(OURS))
        elif member == "Get":
            reply = message.createReply(QDBusVariant(self.active))
        elif member == "Inhibit":
            self.delay, held = os.pipe()
            reply = message.createReply(QDBusUnixFileDescriptor(held))
            os.close(held)
        else:
            return False
        connection.send(reply)
        return True


class Desktop:
    """The bus, and what is said on it."""

    def __init__(self, address: str) -> None:
        self.bus = QDBusConnection.connectToBus(address, "test-system")
        self.login = Login()
        assert self.bus.registerService(LOGIN)
        assert self.bus.registerService(GNOME)
        kind = QDBusConnection.VirtualObjectRegisterOption.SubPath
        assert self.bus.registerVirtualObject(MANAGER_PATH, self.login, kind)

    def say(self, path: str, interface: str, name: str, *arguments: object) -> None:
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(list(arguments))
        assert self.bus.send(message)


@pytest.fixture
def desktop() -> Iterator[tuple[Desktop, SessionBus]]:
    daemon = shutil.which("dbus-daemon")
    assert daemon is not None, "install dbus: the lock of the desktop is tried on a real bus"
    command = [daemon, "--session", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        try:
            address = process.stdout.readline().strip()
            made = Desktop(address)
            ours = QDBusConnection.connectToBus(address, "test-window")
            yield made, SessionBus(ours, ours)
        finally:
            QDBusConnection.disconnectFromBus("test-window")
            QDBusConnection.disconnectFromBus("test-system")
            process.terminate()


def test_the_desktop_says_that_the_worker_left(
    qtbot: QtBot, desktop: tuple[Desktop, SessionBus]
) -> None:
    system, trigger = desktop
    qtbot.waitUntil(lambda: "GetSession" in system.login.asked)
    said: list[str] = []
    trigger.left.connect(said.append)
    system.say(OTHERS, LOGIN_SESSION, "Lock")
    system.say(MANAGER_PATH, MANAGER, "PrepareForSleep", False)
    system.say("/", GNOME, "ActiveChanged", False)
    system.say(OTHERS, PROPERTIES, "PropertiesChanged", LOGIN_SESSION)
    system.say(OURS, PROPERTIES, "PropertiesChanged", LOGIN_SESSION)
    system.say(MANAGER_PATH, MANAGER, "PrepareForSleep", True)
    qtbot.waitUntil(lambda: bool(said))
    assert said == [ASLEEP], "waking, unlocking and another session's lock say nothing"
    system.say(OURS, LOGIN_SESSION, "Lock")
    system.say("/", GNOME, "ActiveChanged", True)
    qtbot.waitUntil(lambda: len(said) == 3)
    system.login.active = False
    system.say(OURS, PROPERTIES, "PropertiesChanged", LOGIN_SESSION)
    qtbot.waitUntil(lambda: len(said) == 4)
    assert said == [ASLEEP, SESSION_LOCKED, SESSION_LOCKED, OTHER_USER]


def test_sleep_waits_for_the_lock(qtbot: QtBot, desktop: tuple[Desktop, SessionBus]) -> None:
    system, trigger = desktop
    trigger.vault_opened()
    qtbot.waitUntil(lambda: trigger.delays_sleep)
    assert not _is_let_go(system.login.delay)
    trigger.vault_closed()
    qtbot.waitUntil(lambda: _is_let_go(system.login.delay))
    os.close(system.login.delay)


def _is_let_go(pipe: int) -> bool:
    readable, _, _ = select.select([pipe], [], [], 0)
    return bool(readable)


def test_without_a_bus_nothing_is_said(qtbot: QtBot) -> None:
    nowhere = QDBusConnection("nobody is there")
    trigger = SessionBus(nowhere, nowhere)
    trigger.vault_opened()
    trigger.vault_closed()
    assert not trigger.delays_sleep


@pytest.mark.parametrize(
    ("message", "wparam", "reason"),
    [
        (0x2B1, 7, "session locked"),
        (0x2B1, 8, ""),  # unlocked
        (0x2B1, 2, "another user"),
        (0x2B1, 4, "another user"),
        (0x218, 4, "sleep"),
        (0x218, 7, ""),  # awake again
        (0x100, 7, ""),  # a key
    ],
)
def test_the_messages_of_windows(qtbot: QtBot, message: int, wparam: int, reason: str) -> None:
    """Through the native filter itself, from a message in memory."""
    begun: list[int] = []

    class Native(windows.WindowsSession):
        def begin(self, window: int) -> None:
            begun.append(window)

    window = QWidget()
    qtbot.addWidget(window)
    trigger = WindowsMessages(Native(), window)
    assert begun == [int(window.winId())]
    said: list[str] = []
    trigger.left.connect(said.append)
    told = windows.Message(None, message, wparam)
    taken = trigger.filter.nativeEventFilter(QByteArray(KIND), ctypes.addressof(told))
    assert taken == (False, 0), "the message goes on to Qt"
    assert said == ([reason] if reason else [])
