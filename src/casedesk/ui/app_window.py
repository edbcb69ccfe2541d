"""Opens the window, and draws its pictures: the only places that make the Qt application."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from casedesk import __version__
from casedesk.demo import caseload
from casedesk.domain.errors import KnownError
from casedesk.services.demonstration import demonstration
from casedesk.services.settings import LOCK_AFTER_MINUTES
from casedesk.ui.crash import CrashReporter
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens.unlock.screen import UnlockScreen
from casedesk.ui.screenshots import SIZES, Photographer, ScreenCatalogue
from casedesk.ui.shell.autolock import AutoLock
from casedesk.ui.shell.focus_ring import FocusRing, RingStyle
from casedesk.ui.shell.input_watch import InputWatch
from casedesk.ui.shell.preferences import Preferences, preferences_file
from casedesk.ui.shell.window import MainWindow
from casedesk.ui.shell.window_dialogs import WindowDialogs
from casedesk.ui.theme import Theme, shipped_theme

PICTURE_DAY = date(2026, 11, 24)


@dataclass
class Program:
    """Everything around the window that lives as long as the program."""

    app: QApplication
    theme: Theme
    jobs: Jobs
    dialogs: WindowDialogs
    watch: InputWatch
    crash: CrashReporter


def make_program(mode: str = "system", factor: float = 1.0) -> Program:
    """The application with its theme and ports; one a process."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("CaseDesk")
    app.setApplicationVersion(__version__)
    app.setStyle(RingStyle())
    theme = shipped_theme(mode, factor)
    theme.apply(app)
    dialogs = WindowDialogs(theme)
    crash = CrashReporter(dialogs)
    return Program(app, theme, Jobs(crash.bug, crash.told), dialogs, InputWatch(app), crash)


def open_window(folder: Path, *, today: date | None = None, passphrase: str | None = None) -> int:
    """Opens the window on the vault in `folder` and stays until it is closed.

    Without a vault there, the first run makes one. `today` fixes today's date; `passphrase`
    is tried straight away (for the made-up caseload, whose passphrase nobody knows). Returns
    the exit status.
    """
    require_screen()
    preferences = Preferences(preferences_file())
    program = make_program(preferences.mode, preferences.factor)
    program.crash.install()
    ring = FocusRing(program.theme, program.app, program.watch)
    autolock = AutoLock(program.watch, LOCK_AFTER_MINUTES)
    window = MainWindow(folder, program.theme, program.jobs, program.dialogs, autolock, today=today)
    program.dialogs.stand_over(window)
    if preferences.place is not None:
        window.restoreGeometry(preferences.place)
    program.theme.changed.connect(lambda: preferences.keep_look(program.theme))
    window.start()
    window.show()
    page = window.page_shown
    if passphrase is not None and isinstance(page, UnlockScreen):
        page.presenter.try_passphrase(passphrase)
    status = program.app.exec()
    preferences.place = window.saveGeometry()
    program.jobs.close()
    ring.deleteLater()
    return int(status)


def render_screens(
    folder: Path,
    *,
    themes: Sequence[str] = ("light", "dark"),
    scale: float = 1.0,
    sizes: Sequence[tuple[int, int]] = SIZES,
    factor: float = 1.0,
    families: int = 60,
) -> list[Path]:
    """Draws every screen on the made-up caseload into `folder`, with no display needed.

    `scale` is pixels of a picture per pixel of the window, `factor` the text size. Returns
    the files, `name-theme-WIDTHxHEIGHT.png`.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    program = make_program(themes[0], factor)
    # Each picture's window closes before the next one is there.
    program.app.setQuitOnLastWindowClosed(False)
    rows = caseload(families=families, today=PICTURE_DAY)
    with demonstration(rows, PICTURE_DAY) as session:
        catalogue = ScreenCatalogue(session, program.theme, program.jobs, program.dialogs)
        photographer = Photographer(
            catalogue,
            program.theme,
            program.jobs,
            folder,
            modes=themes,
            sizes=sizes,
            scale=scale,
        )
        photographer.finished.connect(program.app.quit)
        QTimer.singleShot(0, photographer.start)
        program.app.exec()
        program.jobs.close()
    return photographer.paths


def require_screen() -> None:
    """Raises `KnownError` where there is no screen to open a window on."""
    on_unix = sys.platform not in ("win32", "darwin")
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if on_unix and not any(os.environ.get(name) for name in named):
        raise KnownError(
            "There is no screen here to open the window on: type `casedesk --help` for what the "
            "command line can do."
        )
