"""Visit mode in its window as tests open it, with the keys of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casedesk.domain.records import CaseFile, PlannedVisit
from casedesk.services.drafts import Draft, DraftKey, draft_of
from casedesk.ui.desk import Desk
from casedesk.ui.screens import REGISTRY
from casedesk.ui.screens.visit.composer import VisitComposer
from casedesk.ui.screens.visit.screen import VisitScreen
from casedesk.ui.shell.workspace import Workspace

ASHWORTH = "CD-0412"
SIZE = (1366, 696)
KEY = DraftKey("visit", ASHWORTH)


class VisitWindow:
    """A workspace turned to a visit to the Ashworths, and what it asked of the window."""

    def __init__(self, qtbot: QtBot, desk: Desk, size: tuple[int, int] = SIZE) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.toasts: list[tuple[str, Callable[[], None] | None]] = []
        desk.toast_asked.connect(lambda words, offer: self.toasts.append((words, offer)))
        self.workspace = Workspace(desk, REGISTRY)
        qtbot.addWidget(self.workspace)
        self.workspace.resize(*size)
        with qtbot.waitActive(self.workspace):
            self.workspace.show()

    def start(self, planned: str | None = None) -> VisitComposer:
        """Begin a visit; gives its form."""
        self.desk.navigate("visit", family=ASHWORTH, planned=planned)
        self.settle()
        return self.composer

    @property
    def screen(self) -> VisitScreen:
        """Visit mode, which is shown."""
        shown = self.workspace.screen_shown
        assert isinstance(shown, VisitScreen)
        return shown

    @property
    def composer(self) -> VisitComposer:
        """The form of the visit."""
        composer = self.screen.composer
        assert composer is not None
        return composer

    @property
    def page(self) -> str:
        """The page that is shown."""
        return self.workspace.page

    def settle(self) -> None:
        """Wait until nothing is read or saved any more, and all is laid out."""
        self.qtbot.waitUntil(lambda: self.desk.jobs.is_idle, timeout=20_000)
        QApplication.processEvents()
        QApplication.processEvents()

    def focused(self) -> QWidget:
        """What has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def key(self, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(self.focused(), key, modifier)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        """Type where the focus is."""
        self.qtbot.keyClicks(self.focused(), words)

    def tab_to(self, name: str) -> None:
        """Tab until something called so (or beginning so) has the focus."""
        passed = []
        for _ in range(80):
            said = self.focused().accessibleName() or getattr(self.focused(), "text", str)()
            if said.startswith(name):
                return
            passed.append(said)
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name!r}, but to {passed}")

    def keep(self) -> Draft:
        """What is on disk of the visit, after all of it was written."""
        assert self.screen.keeper is not None
        self.screen.keeper.write_now()
        self.settle()
        draft = draft_of(self.desk.session, KEY)
        assert draft is not None
        return draft

    def records(self) -> tuple[CaseFile, list[PlannedVisit]]:
        """What is saved of the family."""
        with self.desk.session.store.read() as reading:
            family = reading.family_by_ref(ASHWORTH).id
            return reading.case_file(family), reading.records_of(PlannedVisit, family)

    def id_of(self, name: str) -> str:
        """The id of a member by first name."""
        return next(one.id for one in self.composer.page.people if one.name == name)
