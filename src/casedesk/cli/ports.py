"""What the command line is handed from outside: the window, which it never imports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class WindowPorts:
    """The window as the command line sees it.

    `open_window(folder, today, passphrase)` returns an exit status when the window closes;
    `render_screens(folder, themes, scale)` draws every screen and returns the files;
    `take_over()` opens it after a lock, for the process that locked, and returns as
    `open_window` does.
    """

    has_screen: Callable[[], bool]
    open_window: Callable[[Path, date | None, str | None], int]
    render_screens: Callable[[Path, tuple[str, ...], float], list[Path]]
    take_over: Callable[[], int]
