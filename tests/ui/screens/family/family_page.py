"""The family page as tests open it: shown, settled, and found by what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.screen import FamilyScreen

ASHWORTH = "CD-0412"
SIZE = (1278, 648)
W = TypeVar("W", bound=QWidget)


class FamilyPage:
    """One family's page on a desk, with what it asked of the window."""

    def __init__(self, qtbot: QtBot, desk: Desk, size: tuple[int, int] = SIZE) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.screen = FamilyScreen(desk)
        self.toasts: list[tuple[str, Callable[[], None] | None]] = []
        self.turned: list[tuple[str, dict[str, str]]] = []
        desk.toast_asked.connect(lambda words, undo: self.toasts.append((words, undo)))
        desk.navigation_asked.connect(lambda page, args: self.turned.append((page, args)))
        qtbot.addWidget(self.screen)
        self.screen.resize(*size)

    def open(self, tab: str, family: str = ASHWORTH, **args: str) -> QWidget:
        """Turn to a tab of a family; gives the tab."""
        with self.qtbot.waitActive(self.screen):
            self.screen.show()
        self.screen.show_for(family, tab, **args)
        self.settle()
        tab_shown = self.screen.tab
        assert tab_shown is not None
        return tab_shown

    def settle(self) -> None:
        """Wait until nothing is read or saved any more, and all is laid out."""
        self.qtbot.waitUntil(lambda: self.desk.jobs.is_idle, timeout=20_000)
        # What was just shown is laid out by events that are still waiting.
        QApplication.processEvents()
        QApplication.processEvents()

    def press(self, button: QAbstractButton) -> None:
        """Click a button where it is, and wait."""
        assert button.isVisible(), button.text()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def undo(self) -> None:
        """Press Undo in the newest toast."""
        _, back = self.toasts[-1]
        assert back is not None
        back()
        self.settle()


def words(part: QWidget) -> str:
    """Everything that is written in a part, as it is read aloud."""
    labels = (one for one in part.findChildren(QLabel) if one.isVisibleTo(part))
    said = (one.accessibleName() or one.text() for one in labels)
    return "\n".join(said).replace("\u00a0", " ")


def nameless(part: QWidget) -> list[str]:
    """What takes the focus and has no name."""
    return [type(one).__name__ for one in stops(part) if not spoken(one)]


def stops(part: QWidget) -> Iterator[QWidget]:
    """Where Tab may stop inside a part."""
    for one in part.findChildren(QWidget):
        takes = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and one.isVisible() and one.focusProxy() is None:
            yield one


def spoken(one: QWidget, text: QAccessible.Text = QAccessible.Text.Name) -> str:
    """What a screen reader says of a widget."""
    interface = QAccessible.queryAccessibleInterface(one)
    return interface.text(text) if interface is not None else ""
