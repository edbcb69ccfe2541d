"""A stretch of a day in the real window, timed from the click to the picture."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.fresh import peak_mb
from benchmarks.vaults import Kept
from casedesk.services.notes import NoteEntry, add_note
from casedesk.services.session import session_of
from casedesk.services.settings import read_settings
from casedesk.ui.app_window import make_program
from casedesk.ui.saving import save
from casedesk.ui.shell.autolock import AutoLock
from casedesk.ui.shell.window import MainWindow

TICK_MS = 1
TYPED = "holroyd"
WORDS = "Kerry talked about mornings and the walk to school, and about the new lock. "
NEVER = 600.0
TABS = ("criteria", "consent", "visits", "plan", "documents", "people", "history")


class _Blocks(QObject):
    """The longest time in which the interface thread answered nothing, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Watches for as long as this lasts; `longest` is of this stretch."""
        self.longest = 0.0
        self._since.start()
        self._timer.start()
        yield
        self._tick()
        self._timer.stop()

    def _tick(self) -> None:
        self.longest = max(self.longest, self._since.nsecsElapsed() / 1e9)
        self._since.restart()


class _Picture(QObject):
    """When anything of the program was last painted."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.at = 0.0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter."""
        if event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False


class Use:
    """The window on one vault; the key is handed in, so that its derivation is not timed."""

    def __init__(self, folder: Path, family: str) -> None:
        self._family = family
        self._kept = Kept(folder)
        self._program = make_program("light")
        program = self._program
        self._window = MainWindow(
            folder, program.theme, program.jobs, program.dialogs, AutoLock(program.watch, NEVER)
        )
        program.dialogs.stand_over(self._window)
        self._picture = _Picture(program.app)
        self._blocks = _Blocks()

    def a_day(self) -> dict[str, float]:
        """Seconds of each step by name, and `… block` the longest block within it."""
        from benchmarks.caseload import TODAY
        from casedesk.ui.screens import load_first_screens

        window = self._window
        window.start()
        window.show()
        # Loaded while the passphrase is typed, in the program as here.
        load_first_screens()
        self._settle()
        said: dict[str, float] = {}

        def unlock() -> None:
            session = session_of(self._kept.open_vault(), today=TODAY)
            window.enter(session, read_settings(session))

        said |= self._timed("unlock to the first page", unlock)
        desk = window.workspace.desk  # type: ignore[union-attr]
        said |= self._timed("list opened", lambda: desk.navigate("families"))
        said |= self._timed("today", lambda: desk.navigate("today"))
        desk.navigate("families")
        self._settle()
        keys = [self._key(number) for number in range(1, len(TYPED) + 1)]
        said["search, middle key"] = sorted(one[0] for one in keys)[len(keys) // 2]
        said["search, slowest key"] = max(one[0] for one in keys)
        said["search block"] = max(one[1] for one in keys)
        said |= self._timed("family opened", lambda: desk.navigate("family", family=self._family))
        for tab in TABS:
            go = self._timed(
                "tab", lambda to=tab: desk.navigate("family", family=self._family, tab=to)
            )
            said["slowest tab"] = max(said.get("slowest tab", 0.0), go["tab"])
            said["slowest tab block"] = max(said.get("slowest tab block", 0.0), go["tab block"])
        session = desk.session
        note = NoteEntry(text=WORDS)
        acknowledged: list[float] = []

        def save_note() -> None:
            begun = time.perf_counter()
            save(
                desk,
                desk,
                lambda: add_note(session, self._family, note),
                lambda _: acknowledged.append(time.perf_counter() - begun),
            )

        said["note saved block"] = self._timed("note", save_note)["note block"]
        said["note saved"] = acknowledged[0]
        said["memory"] = peak_mb()
        begun = time.perf_counter()
        window.lock()
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()
        said["lock to blank"] = max(self._picture.at, begun) - begun
        self._settle()
        return said

    def _key(self, length: int) -> tuple[float, float]:
        search = self._window.workspace.screen_shown.search  # type: ignore[union-attr]
        timed = self._timed("key", lambda: search.setText(TYPED[:length]))
        return timed["key"], timed["key block"]

    def _timed(self, name: str, do: Callable[[], object]) -> dict[str, float]:
        """Seconds from the click until nothing is under way and the last picture is painted."""
        begun = time.perf_counter()
        with self._blocks.watched():
            do()
            self._settle()
        return {
            name: max(self._picture.at, begun) - begun,
            f"{name} block": self._blocks.longest,
        }

    def _settle(self) -> None:
        """Until the jobs are idle and stay so for some turns of the event loop."""
        app, jobs = self._program.app, self._program.jobs
        quiet = 0
        until = time.monotonic() + 60
        while quiet < 60 and time.monotonic() < until:
            app.processEvents()
            time.sleep(0.002)
            quiet = 0 if not jobs.is_idle else quiet + 1
