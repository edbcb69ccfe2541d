"""A stretch of a day in the real window, timed from the click to the picture."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from benchmarks.caseload import TODAY
from benchmarks.fresh import peak_mb
from benchmarks.vaults import Kept
from benchmarks.window_typing import Blocks, type_on
from casedesk.services.notes import NoteEntry, add_note
from casedesk.services.session import Session, session_of
from casedesk.services.settings import read_settings
from casedesk.ui.app_window import make_program
from casedesk.ui.desk import Desk
from casedesk.ui.saving import save
from casedesk.ui.screens import load_first_screens
from casedesk.ui.shell.autolock import AutoLock
from casedesk.ui.shell.window import MainWindow

TYPED = "holroyd"
WORDS = "Kerry talked about mornings and the walk to school, and about the new lock. "
NEVER = 600.0
LONGEST_WAIT = 5.0
TABS = ("criteria", "consent", "visits", "plan", "documents", "people", "history")


class _Picture(QObject):
    """When anything of one window was last painted.

    Only the window itself is watched: to look at every event of the program would cost more
    than some of what is measured.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.at = 0.0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter."""
        if event.type() == QEvent.Type.UpdateRequest:
            # Everything that asked for it is painted when this event is over.
            QTimer.singleShot(0, self, self._painted)
        return False

    def _painted(self) -> None:
        self.at = time.perf_counter()


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
        self._picture = _Picture(self._window)
        self._blocks = Blocks()

    def a_day(self) -> dict[str, float]:
        """Seconds of each step by name; `… block` the longest block within it, `… work` what
        of a block was the thread's own work."""
        window = self._window
        self._begin()
        said = self._timed("unlock to the first page", self._unlock)
        desk = self._desk
        said |= self._timed("list opened", lambda: desk.navigate("families"))
        said |= self._timed("today", lambda: desk.navigate("today"))
        desk.navigate("families")
        self._settle()
        keys = [self._key(number) for number in range(1, len(TYPED) + 1)]
        said["search, middle key"] = sorted(one["key"] for one in keys)[len(keys) // 2]
        said["search, slowest key"] = max(one["key"] for one in keys)
        said["search block"] = max(one["key block"] for one in keys)
        said["search work"] = max(one["key work"] for one in keys)
        said |= self._timed("family opened", lambda: desk.navigate("family", family=self._family))
        for tab in TABS:
            turn = partial(desk.navigate, "family", family=self._family, tab=tab)
            go = self._timed("tab", turn)
            for what in ("tab", "tab block", "tab work"):
                said[f"slowest {what}"] = max(said.get(f"slowest {what}", 0.0), go[what])
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

        said |= self._timed("note saved", save_note)
        said["note saved"] = acknowledged[0]
        said["memory"] = peak_mb()
        begun = time.perf_counter()
        window.lock()
        while self._picture.at < begun and time.perf_counter() < begun + LONGEST_WAIT:
            self._program.app.processEvents()
        said["lock to blank"] = self._picture.at - begun
        self._settle()
        return said

    def typing(self) -> dict[str, float]:
        """Blocks while a visit's long note is typed on, its draft written every two seconds."""
        self._begin()
        self._unlock()
        self._settle()
        self._desk.navigate("visit", family=self._family)
        self._settle()
        screen: Any = self._window.workspace.screen_shown  # type: ignore[union-attr]
        box = next(
            one
            for one in screen.findChildren(QPlainTextEdit)
            if one.accessibleName() == "What did you see and hear?"
        )
        written: list[object] = []
        screen.keeper.kept.connect(written.append)
        said = type_on(box, self._program.app, self._blocks)
        if not written:
            raise RuntimeError("no draft was written while it was typed")
        return said | {"drafts": float(len(written))}

    @property
    def _desk(self) -> Desk:
        return self._window.workspace.desk  # type: ignore[union-attr]

    def _begin(self) -> None:
        self._window.start()
        self._window.show()
        # Loaded while the passphrase is typed, in the program as here.
        load_first_screens()
        self._settle()

    def _unlock(self) -> None:
        window = self._window

        def opened() -> Session:
            return session_of(self._kept.open_vault(), today=TODAY)

        self._program.jobs.write(
            window, opened, lambda session: window.enter(session, read_settings(session))
        )

    def _key(self, length: int) -> dict[str, float]:
        search = self._window.workspace.screen_shown.search  # type: ignore[union-attr]

        def press() -> None:
            search.setText(TYPED[:length])
            # The field itself waits for a pause in typing, which is not the work's.
            search.findChild(QTimer).stop()
            search.searched.emit(TYPED[:length])

        return self._timed("key", press)

    def _timed(self, name: str, do: Callable[[], object]) -> dict[str, float]:
        """Seconds from the click until nothing is under way and the last picture is painted."""
        begun = time.perf_counter()
        with self._blocks.watched():
            do()
            self._settle()
        return {
            name: max(self._picture.at, begun) - begun,
            f"{name} block": self._blocks.longest,
            f"{name} work": self._blocks.work,
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
