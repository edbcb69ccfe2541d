"""The window: first run, unlock page or workspace, and the way from one to the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from casedesk.services.session import Session
from casedesk.services.settings import Settings, read_settings
from casedesk.services.unlocking import close_session, is_vault
from casedesk.ui.desk import Desk
from casedesk.ui.dialogs import Dialogs
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens import REGISTRY, ScreenEntry, load_first_screens
from casedesk.ui.screens.unlock.presenter import Unlocked
from casedesk.ui.screens.unlock.screen import UnlockScreen
from casedesk.ui.screens.welcome.screen import WelcomeScreen
from casedesk.ui.shell.autolock import AutoLock
from casedesk.ui.shell.window_dialogs import WindowDialogs
from casedesk.ui.shell.workspace import LEAST_HEIGHT, LEAST_WIDTH, Workspace
from casedesk.ui.theme.theme import Theme

FIRST_WIDTH, FIRST_HEIGHT = 1366, 696
LOAD_AFTER_MS = 200
"""The passphrase box is on the screen by then."""


class MainWindow(QWidget):
    """One vault's window. It owns the session from unlock to lock.

    Signals:
        unlocked(): the workspace is shown.
        locked(): the unlock page is shown and the key is gone.
    """

    unlocked = Signal()
    locked = Signal()

    def __init__(
        self,
        folder: Path,
        theme: Theme,
        jobs: Jobs,
        dialogs: Dialogs,
        autolock: AutoLock,
        *,
        today: date | None = None,
        registry: Mapping[str, ScreenEntry] = REGISTRY,
    ) -> None:
        super().__init__()
        self.folder = folder
        self.theme = theme
        self.jobs = jobs
        self.dialogs = dialogs
        self._autolock = autolock
        self._today = today
        self._registry = registry
        self.workspace: Workspace | None = None
        self._desk: Desk | None = None
        self._session: Session | None = None
        self.setWindowTitle("CaseDesk")
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(FIRST_WIDTH, FIRST_HEIGHT)
        self._stack = QStackedWidget(self)
        self._page = QWidget()
        self._stack.addWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        autolock.idle.connect(self.lock)
        self._factor = theme.factor
        # Queued: the choice comes from a page that is about to be built anew.
        theme.changed.connect(self._on_theme_changed, Qt.ConnectionType.QueuedConnection)
        if isinstance(dialogs, WindowDialogs):
            dialogs.lock_asked.connect(self.lock)

    @property
    def session(self) -> Session | None:
        """The open vault, None while locked."""
        return self._session

    @property
    def page_shown(self) -> QWidget:
        """The unlock page, the first run or the workspace."""
        return self._page

    def start(self) -> None:
        """Shows the unlock page, or the first run where there is no vault yet."""
        if is_vault(self.folder):
            self.show_unlock()
        else:
            self._show_welcome()
        QTimer.singleShot(LOAD_AFTER_MS, self, self._load_screens)

    def show_unlock(self) -> UnlockScreen:
        """The page that asks for the passphrase."""
        page = UnlockScreen(self.folder, self.theme, self.jobs, self.dialogs, today=self._today)
        page.opened.connect(self._on_opened)
        page.other_vault_chosen.connect(self._on_other_vault)
        self._turn_to(page)
        page.focus_first()
        return page

    def enter(self, session: Session, settings: Settings) -> None:
        """Shows the workspace on an open vault."""
        self._session = session
        self._desk = Desk(session, self.theme, self.jobs, self.dialogs, self)
        self._show_workspace(self._desk)
        self._autolock.minutes = settings.lock_after
        self._autolock.start()
        self.unlocked.emit()

    def lock(self) -> None:
        """Blanks the window at once, saves what is under way, then forgets the key."""
        session, workspace = self._session, self.workspace
        if session is None or workspace is None:
            return
        self._autolock.stop()
        workspace.put_away()
        if isinstance(self.dialogs, WindowDialogs):
            self.dialogs.close_all()
        self._session = self.workspace = None
        self.show_unlock()
        if self._desk is not None:
            self._desk.deleteLater()
            self._desk = None
        self.jobs.cancel_reads()
        self.jobs.write_last(self, lambda: close_session(session), lambda _: self.locked.emit())

    def _show_workspace(self, desk: Desk) -> None:
        workspace = Workspace(desk, self._registry)
        workspace.lock_asked.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        self.workspace = workspace
        self._turn_to(workspace)
        workspace.start()

    def _on_theme_changed(self) -> None:
        if self.theme.factor == self._factor:
            return
        # Other text sizes have other measures everywhere: the pages are built anew.
        self._factor = self.theme.factor
        if self.workspace is not None and self._desk is not None:
            self.workspace.put_away()
            self._show_workspace(self._desk)

    def _load_screens(self) -> None:
        self.jobs.read(self, load_first_screens, lambda _: None)

    def _show_welcome(self) -> None:
        page = WelcomeScreen(self.folder, self.theme, self.jobs, self.dialogs, today=self._today)
        page.finished.connect(self._on_welcomed)
        self._turn_to(page)
        page.focus_first()

    def _on_opened(self, opened: Unlocked) -> None:
        if opened.new_code is None:
            self.enter(opened.session, opened.settings)
            return
        # The first run stopped before the code was on paper: here is a new one.
        page = WelcomeScreen(self.folder, self.theme, self.jobs, self.dialogs, today=self._today)
        page.finished.connect(self._on_welcomed)
        self._turn_to(page)
        page.go_on_with(opened.session, opened.new_code)

    def _on_welcomed(self, session: Session) -> None:
        self.jobs.read(
            self, lambda: read_settings(session), lambda settings: self.enter(session, settings)
        )

    def _on_other_vault(self, folder: Path) -> None:
        self.folder = folder
        self.start()

    def _turn_to(self, page: QWidget) -> None:
        old, self._page = self._page, page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._stack.removeWidget(old)
        old.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Override QWidget::closeEvent: closing locks first, and never asks."""
        if self._session is not None:
            self.lock()
        page = self.page_shown
        if isinstance(page, WelcomeScreen):
            page.put_away()
        event.accept()
