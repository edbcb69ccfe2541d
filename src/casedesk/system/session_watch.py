"""What Windows says when the worker leaves: its messages read, and the asking for them.

The numbers are those of Microsoft's documentation of WM_WTSSESSION_CHANGE and
WM_POWERBROADCAST. Reading them is plain arithmetic and works anywhere; the asking is done on
Windows only (tests/manual/windows-lock.md).
"""

from __future__ import annotations

import ctypes
import sys

SESSION_LOCKED, ASLEEP, OTHER_USER = "session locked", "sleep", "another user"

WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
PBT_APMSUSPEND = 0x0004
WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT = 0x2, 0x4
WTS_SESSION_LOGOFF, WTS_SESSION_LOCK = 0x6, 0x7
NOTIFY_FOR_THIS_SESSION = 0

_REASONS = {
    (WM_POWERBROADCAST, PBT_APMSUSPEND): ASLEEP,
    (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK): SESSION_LOCKED,
    (WM_WTSSESSION_CHANGE, WTS_CONSOLE_DISCONNECT): OTHER_USER,
    (WM_WTSSESSION_CHANGE, WTS_REMOTE_DISCONNECT): OTHER_USER,
    (WM_WTSSESSION_CHANGE, WTS_SESSION_LOGOFF): OTHER_USER,
}


class Message(ctypes.Structure):
    """The beginning of Windows' MSG, as far as it is read here."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wparam", ctypes.c_size_t),
    )


def reason_of(message: int, wparam: int) -> str:
    """Why the worker left, or "" for a message that says nothing of the kind."""
    return _REASONS.get((message, wparam), "")


class WindowsSession:
    """Asks Windows for its messages about one window's session, and reads them."""

    def begin(self, window: int) -> None:
        """From now on the window (its native handle) is told of locks and user switches."""
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(
                ctypes.c_void_p(window), NOTIFY_FOR_THIS_SESSION
            )

    def reason_at(self, address: int) -> str:
        """Why the worker left, from a MSG in memory; "" when it says nothing of the kind."""
        said = Message.from_address(address)
        return reason_of(said.message, said.wparam)
