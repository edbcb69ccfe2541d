"""The composition root: the only module that sees every layer."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from casedesk.cli.command import run
from casedesk.cli.ports import WindowPorts
from casedesk.domain.errors import KnownError
from casedesk.system.core_dumps import forbid_core_dumps
from casedesk.system.successor import Predecessor, Successor

if TYPE_CHECKING:
    from casedesk.system.session_watch import WindowsSession

LIBRARIES_MISSING = (
    "The window cannot start, because system libraries of Qt are missing here. On Debian and "
    "Ubuntu type: sudo apt-get install libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 "
    "libxkbcommon0 libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
)

UNSEEN_PLATFORMS = ("offscreen", "minimal")
"""Platforms of Qt on which a window would wait for ever for somebody to close it."""


def main() -> None:
    """The `casedesk` command; ends the process with its exit status."""
    forbid_core_dumps()
    sys.exit(run(sys.argv[1:], PORTS))


def has_screen() -> bool:
    """Whether there is a screen to open a window on."""
    if sys.platform in ("win32", "darwin"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in UNSEEN_PLATFORMS:
        return False
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def open_window(folder: Path, today: date | None, passphrase: str | None) -> int:
    """Open the window on a vault; returns the exit status when it is closed."""
    try:
        from casedesk.ui import app_window  # Qt is only loaded for the window
    except ImportError as error:
        raise KnownError(LIBRARIES_MISSING) from error
    around = app_window.Around(Successor, _native_session())
    return app_window.open_window(folder, today=today, passphrase=passphrase, around=around)


def take_over() -> int:
    """Show the unlock page for the process that locked; returns the exit status."""
    from casedesk.ui import app_window

    around = app_window.Around(Successor, _native_session())
    return app_window.take_over(Predecessor(), around)


def _native_session() -> WindowsSession | None:
    if sys.platform != "win32":
        return None
    from casedesk.system.session_watch import WindowsSession

    return WindowsSession()


def render_screens(folder: Path, themes: tuple[str, ...], scale: float) -> list[Path]:
    """Draw a picture of every screen into `folder`; returns the files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The offscreen platform says of every window that it cannot size it; nobody needs to know.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false;qt.qpa.*=false")
    try:
        from casedesk.ui import app_window
    except ImportError as error:
        raise KnownError(LIBRARIES_MISSING) from error
    return app_window.render_screens(folder, themes=themes, scale=scale)


PORTS = WindowPorts(has_screen, open_window, render_screens, take_over)
