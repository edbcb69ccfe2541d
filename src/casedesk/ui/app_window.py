"""Opens the window, and draws its pictures: the only places that make the Qt application."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtWidgets import QApplication

from casedesk import __version__
from casedesk.domain.errors import KnownError
from casedesk.services.before_unlock import LOCK_AFTER_MINUTES
from casedesk.ui.crash import CrashReporter
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens.unlock.screen import UnlockScreen
from casedesk.ui.shell.autolock import AutoLock
from casedesk.ui.shell.end_signals import EndSignals
from casedesk.ui.shell.focus_ring import FocusRing, RingStyle
from casedesk.ui.shell.handover import Forebear, Handover, StartHeir, read_handover
from casedesk.ui.shell.input_watch import InputWatch
from casedesk.ui.shell.preferences import Preferences, preferences_file
from casedesk.ui.shell.when_shown import WhenShown
from casedesk.ui.shell.window import MainWindow
from casedesk.ui.shell.window_dialogs import WindowDialogs
from casedesk.ui.shell.window_size import first_size
from casedesk.ui.shell.windows_messages import NativeSession, WindowsMessages
from casedesk.ui.theme import Theme, shipped_theme

Opened = Callable[[MainWindow], None]
WATCH_AFTER_MS = 200
GONE_WITHIN_SECONDS = 60.0
"""A lock may still be finishing a long save; after that the vault says who has it."""
PICTURE_DAY = date(2026, 11, 24)
PICTURE_TIME = time(9, 50)


@dataclass(frozen=True)
class Around:
    """The machine around the window; without it, as in a test, nothing is asked of it.

    `start_heir` starts the process that takes over at a lock; `native` is Windows.
    """

    start_heir: StartHeir | None = None
    native: NativeSession | None = None


@dataclass
class Program:
    """Everything around the window that lives as long as the program."""

    app: QApplication
    theme: Theme
    jobs: Jobs
    dialogs: WindowDialogs
    watch: InputWatch
    crash: CrashReporter
    ring: FocusRing | None = None


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


def open_window(
    folder: Path,
    *,
    today: date | None = None,
    passphrase: str | None = None,
    around: Around = Around(),
    opened: Opened | None = None,
) -> int:
    """Opens the window on the vault in `folder` and stays until it is closed.

    Without a vault there, the first run makes one. `today` fixes today's date; `passphrase`
    is tried straight away (for the made-up caseload, whose passphrase nobody knows). A
    made-up caseload has nothing to hide, and goes with the process that made it, so its lock
    stays in this process. `opened` is told of the window once it is shown. Returns the exit
    status.
    """
    if passphrase is not None:
        around = replace(around, start_heir=None)
    program, window = _make_window(Handover(folder, today), around, passphrase)
    window.show()
    page = window.page_shown
    if passphrase is not None and isinstance(page, UnlockScreen):
        page.presenter.try_passphrase(passphrase)
    return _stay(program, window, opened)


def take_over(forebear: Forebear, around: Around = Around(), opened: Opened | None = None) -> int:
    """Opens the unlock page in the place of a window that locked, in a process of its own.

    The first try of a passphrase waits until the process that locked is gone. Returns the
    exit status. Raises `UsageError` when what was handed over cannot be read.
    """
    handover = read_handover(forebear.place)
    program, window = _make_window(handover, around)
    if not handover.active:
        # It locked behind something else: the unlock page must not take the keys from it.
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    when_shown = WhenShown(window, forebear.say_shown)
    if handover.minimised:
        window.showMinimized()
    else:
        window.show()
    if handover.active:
        window.activateWindow()
    when_shown.begin()
    # The first of the writes, among which the vault is tried.
    program.jobs.write(
        window, lambda: forebear.wait_gone(GONE_WITHIN_SECONDS), lambda _: None, quiet=True
    )
    return _stay(program, window, opened)


def _make_window(
    place: Handover, around: Around, passphrase: str | None = None
) -> tuple[Program, MainWindow]:
    require_screen()
    preferences = Preferences(preferences_file())
    program = make_program(preferences.mode, preferences.factor)
    program.crash.install()
    program.ring = FocusRing(program.theme, program.app, program.watch)
    window = MainWindow(
        place.folder,
        program.theme,
        program.jobs,
        program.dialogs,
        AutoLock(program.watch, LOCK_AFTER_MINUTES),
        today=place.today,
        start_heir=around.start_heir,
        known_passphrase=passphrase,
    )
    program.dialogs.stand_over(window)
    program.crash.way_to_backups = window.way_to_backups
    geometry = QByteArray(place.geometry) if place.geometry else preferences.place
    if geometry is not None:
        window.restoreGeometry(geometry)
    else:
        window.resize(first_size(window.screen().availableSize()))
    program.theme.changed.connect(lambda: preferences.keep_look(program.theme))

    def leave_place() -> None:
        preferences.place = window.saveGeometry()

    def end() -> None:
        leave_place()
        preferences.save()
        # No way out is shorter: the memory that held the key is given back at once.
        os._exit(0)

    EndSignals(window)
    program.app.aboutToQuit.connect(leave_place)
    window.over.connect(end)
    window.start()

    def watch() -> None:
        program.watch.begin()
        _watch_session(window, around.native)

    # Both take a moment that the passphrase box must not wait for.
    QTimer.singleShot(WATCH_AFTER_MS, window, watch)
    return program, window


def _watch_session(window: MainWindow, native: NativeSession | None) -> None:
    if native is not None:
        window.lock_with(WindowsMessages(native, window))
    elif sys.platform == "linux":
        from PySide6.QtDBus import QDBusConnection

        from casedesk.ui.shell.session_bus import SessionBus

        buses = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        window.lock_with(SessionBus(*buses, window))


def _stay(program: Program, window: MainWindow, opened: Opened | None) -> int:
    if opened is not None:
        opened(window)
    status = program.app.exec()
    program.jobs.close()
    if program.ring is not None:
        program.ring.deleteLater()
    return int(status)


def render_screens(
    folder: Path,
    *,
    themes: Sequence[str] = ("light", "dark"),
    scale: float = 1.0,
    sizes: Sequence[tuple[int, int]] | None = None,
    factor: float = 1.0,
    families: int = 60,
) -> list[Path]:
    """Draws every screen on the made-up caseload into `folder`, with no display needed.

    `scale` is pixels of a picture per pixel of the window, `factor` the text size; without
    `sizes` they are those of `casedesk.ui.screenshots`. Returns the files,
    `name-theme-WIDTHxHEIGHT.png`.
    """
    from casedesk.demo import caseload
    from casedesk.services.demonstration import demonstration
    from casedesk.ui.screenshots import SIZES, Photographer, ScreenCatalogue

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    program = make_program(themes[0], factor)
    # Each picture's window closes before the next one is there.
    program.app.setQuitOnLastWindowClosed(False)
    rows = caseload(families=families, today=PICTURE_DAY)
    with demonstration(rows, PICTURE_DAY) as opened:
        clock = replace(opened.clock, fixed_time=PICTURE_TIME)
        session = replace(opened, clock=clock)
        catalogue = ScreenCatalogue(session, program.theme, program.jobs, program.dialogs)
        photographer = Photographer(
            catalogue,
            program.theme,
            program.jobs,
            folder,
            modes=themes,
            sizes=SIZES if sizes is None else sizes,
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
