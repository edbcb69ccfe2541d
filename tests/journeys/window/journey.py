"""What a worker does in the window: looks for what is written there, types, presses, waits."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as NeverHappened
from pytestqt.qtbot import QtBot

from casedesk.ui.dialogs import FileKind
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens.unlock.screen import UnlockScreen
from casedesk.ui.shell.window import MainWindow
from casedesk.ui.shell.window_dialogs import WindowDialogs
from casedesk.ui.shell.workspace import Workspace

TODAY = date(2026, 11, 24)
LEFT = Qt.MouseButton.LeftButton
W = TypeVar("W", bound=QWidget)


class PickedFiles(WindowDialogs):
    """The window's own boxes; only the pickers of the system are answered by the journey."""

    def __init__(self, theme: object) -> None:
        super().__init__(theme)  # type: ignore[arg-type]
        self.paths: deque[Path] = deque()

    def choose_save_file(
        self,
        title: str,
        suggested: Path,
        kinds: Sequence[FileKind],
        chosen: Callable[[Path | None], None],
    ) -> None:
        self._pick(chosen)

    def choose_folder(self, title: str, chosen: Callable[[Path | None], None]) -> None:
        self._pick(chosen)

    def _pick(self, chosen: Callable[[Path | None], None]) -> None:
        path = self.paths.popleft()
        QTimer.singleShot(0, lambda: chosen(path))


class Journey:
    """One worker at one window. Parts are found by their words, as the worker finds them."""

    def __init__(self, qtbot: QtBot, window: MainWindow, jobs: Jobs, dialogs: PickedFiles) -> None:
        self.qtbot, self.window, self.jobs, self.dialogs = qtbot, window, jobs, dialogs

    @property
    def workspace(self) -> Workspace:
        page = self.window.page_shown
        assert isinstance(page, Workspace)
        return page

    @property
    def screen(self) -> QWidget:
        shown = self.workspace.screen_shown
        assert shown is not None
        return shown

    def unlock(self, passphrase: str) -> None:
        page = self.window.page_shown
        assert isinstance(page, UnlockScreen)
        self.type(page.passphrase.field, passphrase)
        with self.qtbot.waitSignal(self.window.unlocked, timeout=20_000):
            self.qtbot.keyClick(page.passphrase.field, Qt.Key.Key_Return)
        self.settle()

    def lock(self) -> None:
        with self.qtbot.waitSignal(self.window.locked, timeout=20_000):
            self.workspace.act("lock")

    def end(self) -> None:
        """What was on the window is gone before the look of the program is."""
        self.qtbot.waitUntil(lambda: self.jobs.is_idle, timeout=20_000)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def settle(self) -> None:
        """Wait until nothing is read or saved any more, and all is laid out."""
        self.qtbot.waitUntil(lambda: self.jobs.is_idle, timeout=20_000)
        QApplication.processEvents()
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: self.jobs.is_idle, timeout=20_000)
        # A part that is a window of its own for a moment takes the keyboard away.
        assert QApplication.activeWindow() is not None, "the window lost the keyboard"

    def until(self, happened: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(happened()), timeout=8_000)
        self.settle()

    def keys(self, keys: str) -> None:
        """Press a shortcut wherever the focus is."""
        QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(keys))
        self.settle()

    def press(self, words: str, inside: QWidget | None = None) -> None:
        """Click a button, radio button or tick box by what it says."""
        button = self.button(words, inside)
        place = button.rect().center()
        if isinstance(button, QCheckBox | QRadioButton):
            place = QPoint(12, place.y())
        self.qtbot.mouseClick(button, LEFT, pos=place)
        self.settle()

    def button(self, words: str, inside: QWidget | None = None) -> QAbstractButton:
        parts = (inside or self.window).findChildren(QAbstractButton)
        found = [one for one in parts if one.isVisible() and words in (one.text(), _said(one))]
        assert found, f"no button says {words!r}: {self.buttons(inside)}"
        return found[0]

    def buttons(self, inside: QWidget | None = None) -> list[str]:
        """What the buttons say that can be seen."""
        parts = (inside or self.window).findChildren(QAbstractButton)
        return [one.text() or one.accessibleName() for one in parts if one.isVisible()]

    def spoken_buttons(self) -> list[str]:
        """What the buttons that can be seen are called aloud."""
        parts = self.window.findChildren(QAbstractButton)
        return [_said(one) for one in parts if one.isVisible()]

    def field(self, name: str, inside: QWidget | None = None) -> QLineEdit | QPlainTextEdit:
        """A field by what it is called aloud."""
        parts: list[QLineEdit | QPlainTextEdit] = [
            *(inside or self.window).findChildren(QLineEdit),
            *(inside or self.window).findChildren(QPlainTextEdit),
        ]
        seen = [one for one in parts if one.isVisible()]
        found = [one for one in seen if one.accessibleName() == name]
        assert found, f"no field {name!r}: {[one.accessibleName() for one in seen]}"
        return found[0]

    def type(self, field: QWidget | str, text: str) -> None:
        """Type into a field that is there, or is called so."""
        control = self.field(field) if isinstance(field, str) else field
        control.setFocus(Qt.FocusReason.MouseFocusReason)
        self.qtbot.keyClicks(control, text)

    def choose(self, name: str, words: str) -> None:
        """Choose from a list with the arrow keys."""
        box = self.part(QComboBox, name)
        self.until(lambda: box.findText(words) >= 0)
        wanted = box.findText(words)
        box.setFocus(Qt.FocusReason.TabFocusReason)
        while box.currentIndex() != wanted:
            down = box.currentIndex() < wanted
            self.qtbot.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        self.settle()

    def part(self, kind: type[W], name: str) -> W:
        """The part of a kind whose name aloud begins so; waits until it can be seen."""

        def seen() -> list[W]:
            parts = self.window.findChildren(kind)
            return [one for one in parts if one.isVisible() and _said(one).startswith(name)]

        try:
            self.until(seen)
        except NeverHappened:
            there = [_said(one) for one in self.window.findChildren(kind)]
            raise AssertionError(f"nothing is called {name!r}: {there}") from None
        return seen()[0]

    def click_cell(self, view: QAbstractItemView, index: QModelIndex) -> None:
        view.scrollTo(index)
        self.qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
        self.settle()

    def words(self, inside: QWidget | None = None) -> str:
        """Everything that is written where the worker looks."""
        labels = (one for one in (inside or self.screen).findChildren(QLabel) if one.isVisible())
        said = (one.accessibleName() or one.text() for one in labels)
        return "\n".join(said).replace("\u00a0", " ")

    def search(self, text: str) -> None:
        """Turn to the families, type into their search, and wait for the answer to it."""
        self.keys("Ctrl+2")
        field = self.field("Search families")
        field.setFocus()
        field.selectAll()
        with self.qtbot.waitSignal(field.searched):  # type: ignore[union-attr]
            self.qtbot.keyClicks(field, text)
        self.settle()

    def turn_to(self, words: str) -> None:
        """Click a tab of the family."""
        bar = self.part(QTabBar, "Parts of this family")
        names = [bar.tabText(place) for place in range(bar.count())]
        place = bar.tabRect(names.index(words)).center()
        self.qtbot.mouseClick(bar, LEFT, pos=place)
        self.settle()

    def rows(self, view: QAbstractItemView) -> list[str]:
        """The first column of a table."""
        model = view.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _said(part: QWidget) -> str:
    return part.accessibleName()
