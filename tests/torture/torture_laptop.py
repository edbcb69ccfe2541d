"""A laptop with one window on a vault, a visit that is being written, and all that may lock it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from torture_vault import FAMILY_REF, PASSPHRASE, SHARED_REF

from casedesk.ui import app_window
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens.family.visits.note_form import NoteForm
from casedesk.ui.screens.report.screen import ReportScreen
from casedesk.ui.screens.unlock.screen import UnlockScreen
from casedesk.ui.screens.visit.screen import VisitScreen
from casedesk.ui.shell.autolock import AutoLock
from casedesk.ui.shell.lock_trigger import ASLEEP, OTHER_USER, SESSION_LOCKED, LockTrigger
from casedesk.ui.shell.window import MainWindow
from casedesk.ui.shell.window_dialogs import WindowDialogs
from casedesk.ui.shell.workspace import Workspace

PATIENCE = 60.0
KEY, IDLE, SLEPT, CLOSING = "the key", "nobody there", "the clock after sleep", "closing"
TRIGGERS = (KEY, IDLE, ASLEEP, SLEPT, SESSION_LOCKED, OTHER_USER, CLOSING)
NOTHING, DIALOG, PICKER, PALETTE = "nothing", "a dialog", "a file picker", "the palette"
DRAWER, PREVIEW, PRINTING = "a drawer", "a report preview", "a print dialog"
OVER = (NOTHING, DIALOG, PICKER, PALETTE, DRAWER, PREVIEW, PRINTING)
STANDING = (DIALOG, PICKER, PRINTING)
"""What is a window of its own, which a careless lock leaves on the screen."""
LEFT_STANDING = "stands there"
CONTROL = Qt.KeyboardModifier.ControlModifier


class Around:
    """What is made once a program."""

    def __init__(self) -> None:
        self.program = app_window.make_program("light")
        self.program.app.setQuitOnLastWindowClosed(False)
        self.program.watch.begin()
        self.bugs: list[BaseException] = []
        self.jobs = Jobs(self._bug, self.bugs.append)

    def _bug(self, error: BaseException) -> str:
        self.bugs.append(error)
        return "torture"


@dataclass
class Seen:
    """What was on the screen once it was said to be blank."""

    at: float = 0.0
    waited: float = 0.0
    wrong: list[str] = field(default_factory=list)


class Laptop:
    """One window on one vault, with a visit under way."""

    def __init__(self, around: Around, folder: Path) -> None:
        program = around.program
        self._clock, self._around = 0.0, around
        self.dialogs = WindowDialogs(program.theme)
        self.autolock = AutoLock(program.watch, 10, now=lambda: self._clock)
        self.trigger = LockTrigger()
        self.window = MainWindow(folder, program.theme, around.jobs, self.dialogs, self.autolock)
        self.dialogs.stand_over(self.window)
        self.window.lock_with(self.trigger)
        self.locked = False
        self.window.locked.connect(self._on_locked)
        self.window.start()
        self.window.show()

    def _on_locked(self) -> None:
        self.locked = True
        self.left = _tops(self.window)

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None, "the vault did not open"
        return self.window.workspace

    def unlock(self) -> None:
        page = self.window.page_shown
        assert isinstance(page, UnlockScreen)
        page.passphrase.field.setText(PASSPHRASE)
        page.passphrase.button.click()
        until(lambda: self.window.workspace is not None)
        self.settle()

    def settle(self) -> None:
        """Until nothing is read or written any more."""
        for _ in range(3):
            QApplication.processEvents()
            until(lambda: self._around.jobs.is_idle)

    def write(self, words: str) -> None:
        """A visit that is being written."""
        self.workspace.desk.navigate("visit", family=FAMILY_REF)
        self.settle()
        screen = self.workspace.screen_shown
        assert isinstance(screen, VisitScreen)
        assert screen.composer is not None
        screen.composer.seen.box.setFocus()
        QTest.keyClicks(screen.composer.seen.box, words)

    def open(self, over: str, words: str) -> None:
        """Something over the visit, or after it."""
        if over in (PREVIEW, PRINTING):
            self._preview()
            if over == PRINTING:
                self.workspace.act("report")
        elif over == DRAWER:
            self._note(words)
        elif over == DIALOG:
            screen = self.workspace.screen_shown
            assert isinstance(screen, VisitScreen)
            assert screen.composer is not None
            QTest.mouseClick(screen.composer.head.timer, Qt.MouseButton.LeftButton)
        elif over == PICKER:
            self.dialogs.choose_open_file("Choose a file", (), lambda _: None)
        elif over == PALETTE:
            self.press(Qt.Key.Key_K)
            QTest.keyClicks(self.workspace.palette_box.field, "Haddad")
            self.settle()
        if over in STANDING:
            until(lambda: self.dialogs.shown and self.dialogs.shown[-1].isVisible())

    def press(self, key: Qt.Key) -> None:
        """A key with Ctrl, where the keyboard is."""
        front: QWidget = self.dialogs.shown[-1] if self.dialogs.shown else self.window
        until(front.isActiveWindow)
        QTest.keyClick(front.focusWidget() or front, key, CONTROL)

    def look_at_cover(self, *, broken: bool) -> Seen:
        """Looks at the screen at the moment at which the lock says that it is blank."""
        cover, seen = self.window.locking.cover, Seen()
        blank = cover.put_on

        def careless() -> None:
            cover.setGeometry(self.window.rect())
            cover.show()
            cover.raise_()
            cover.repaint()

        def put_on() -> None:
            (careless if broken else blank)()
            seen.at, seen.waited = time.monotonic(), waited_for_processor()
            seen.wrong += self._shown_under_the_cover()

        cover.put_on = put_on  # type: ignore[method-assign]
        if broken:
            self.dialogs.close_all = lambda: None  # type: ignore[method-assign]
        return seen

    def _shown_under_the_cover(self) -> Iterator[str]:
        yield from (f"{one} {LEFT_STANDING}" for one in _tops(self.window))
        if self.window.isVisible():
            # What the window gave to the screen, not what it would paint now.
            screen = self.window.screen().grabWindow(self.window.winId()).toImage()
            cover = self.window.locking.cover.grab().toImage()
            if screen.convertToFormat(cover.format()) != cover:
                yield "the screen shows something beside the cover"

    def pull(self, how: str) -> None:
        """What makes it lock."""
        if how == KEY:
            self.press(Qt.Key.Key_L)
        elif how == IDLE:
            while self.window.session is not None:
                self._clock += 20.0
                self.autolock.look()
        elif how == SLEPT:
            self._clock += 8 * 3600.0
            self.autolock.look()
        elif how == CLOSING:
            self.window.close()
        else:
            self.trigger.left.emit(how)

    def wrong_on_the_unlock_page(self, how: str) -> Iterator[str]:
        yield from (f"{one} is left after the lock" for one in self.left)
        if how != CLOSING and not isinstance(self.window.page_shown, UnlockScreen):
            yield "the unlock page is not there"

    def go(self) -> None:
        """Takes the window away."""
        self.window.close()
        until(lambda: self._around.jobs.is_idle)
        for one in (*self.dialogs.shown, self.window):
            one.hide()
            one.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _preview(self) -> None:
        self.workspace.desk.navigate("report", family=SHARED_REF, recipient="schools")
        screen = self.workspace.screen_shown
        assert isinstance(screen, ReportScreen)
        until(screen.print.isEnabled)

    def _note(self, words: str) -> None:
        self.workspace.desk.navigate("family", family=SHARED_REF, tab="visits")
        self.settle()
        self.workspace.act("add_note")
        self.settle()
        (form,) = (one for one in self.workspace.findChildren(NoteForm) if one.isVisible())
        QTest.keyClicks(form.text, f"{words}, in a note")


def _tops(window: QWidget) -> list[str]:
    shown = (one for one in QApplication.topLevelWidgets() if one.isVisible())
    return [type(one).__name__ for one in shown if one is not window]


def waited_for_processor() -> float:
    """Seconds for which this thread could have gone on and none of the machine's was free."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text("ascii").split()[1]) / 1e9
    except OSError:
        return 0.0


def until(happened: Callable[[], object]) -> None:
    """Raises `AssertionError` where it never happens."""
    ends = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < ends, "it never came to that"
        QCoreApplication.processEvents()
        # As the loop of the program does between two events.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
