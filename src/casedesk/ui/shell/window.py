"""The window: first run, unlock page or workspace, and the way from one to the other.

What only an open vault needs is loaded by a worker while the passphrase is typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from casedesk.services.before_unlock import is_vault
from casedesk.ui.dialogs import Dialogs
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens import REGISTRY, ScreenEntry, load_first_screens
from casedesk.ui.screens.unlock.presenter import Unlocked
from casedesk.ui.screens.unlock.screen import UnlockScreen
from casedesk.ui.shell.autolock import AutoLock
from casedesk.ui.shell.first_run import FirstRun
from casedesk.ui.shell.handover import Handover, StartHeir
from casedesk.ui.shell.lock_trigger import LockTrigger
from casedesk.ui.shell.locking import Locking
from casedesk.ui.shell.window_dialogs import WindowDialogs
from casedesk.ui.shell.window_size import (
    FIRST_HEIGHT,
    FIRST_WIDTH,
    LEAST_HEIGHT,
    LEAST_WIDTH,
)
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from casedesk.services.last_place import Place
    from casedesk.services.session import Session
    from casedesk.services.settings import Settings
    from casedesk.ui.desk import Desk
    from casedesk.ui.shell.workspace import Workspace

LOAD_AFTER_MS = 200
"""The passphrase box is on the screen by then."""
MADE_UP = "The passphrase of the made-up caseload is filled in: press Unlock."
NOT_AFRESH = "Locked, but not started afresh"
SAME_PROCESS = (
    "Your work is saved. This computer’s memory may still hold your key: close CaseDesk before "
    "somebody else uses the laptop."
)


class MainWindow(Spoken, QWidget):
    """One vault's window. It owns the session from unlock to lock.

    `start_heir` starts the process that shows the unlock page after a lock; without it (a
    demonstration, a test) this very process shows it again. `known_passphrase` is that of a
    made-up caseload, which nobody chose.

    Signals:
        unlocked(): the workspace is shown.
        locked(): the vault is closed; where there is no heir the unlock page is shown.
        over(): the heir's page is on the screen, and this process has to end.
    """

    unlocked = Signal()
    locked = Signal()
    over = Signal()

    # A screen reader looks for the window that is in use, and a plain widget is none to it.
    spoken_role = QAccessible.Role.Window

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
        start_heir: StartHeir | None = None,
        known_passphrase: str | None = None,
    ) -> None:
        super().__init__()
        self.folder = folder
        self.theme = theme
        self.jobs = jobs
        self.dialogs = dialogs
        self._autolock = autolock
        self._today = today
        self._registry = registry
        self._known_passphrase = known_passphrase
        self._loading_asked = False
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
        self.locking = Locking(theme, jobs, dialogs, start_heir, self._show_locked, self)
        self.locking.closed.connect(self.locked)
        self.locking.heir_shown.connect(self.hide)
        self.locking.over.connect(self.over)
        self.locking.alone.connect(self._on_alone)
        autolock.idle.connect(self.lock)
        self.first_run = FirstRun(theme, jobs, dialogs, today, self._turn_to, self)
        self.first_run.opened.connect(self._load)
        self.first_run.opened.connect(autolock.start)
        self.first_run.finished.connect(self.enter)
        self._factor = theme.factor
        # Queued: the choice comes from a page that is about to be built anew.
        theme.changed.connect(self._on_theme_changed, Qt.ConnectionType.QueuedConnection)
        if isinstance(dialogs, WindowDialogs):
            dialogs.lock_asked.connect(self.lock)

    def lock_with(self, trigger: LockTrigger) -> None:
        """Locks whenever something outside says that the worker left."""
        trigger.left.connect(lambda _: self.lock())
        self.first_run.opened.connect(trigger.vault_opened)
        self.unlocked.connect(trigger.vault_opened)
        self.locked.connect(trigger.vault_closed)

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
            self.first_run.begin(self.folder)
        QTimer.singleShot(LOAD_AFTER_MS, self, self._load)

    def show_unlock(self) -> UnlockScreen:
        """The page that asks for the passphrase."""
        page = UnlockScreen(self.folder, self.theme, self.jobs, self.dialogs, today=self._today)
        page.opened.connect(self._on_opened)
        page.other_vault_chosen.connect(self._on_other_vault)
        self._turn_to(page)
        page.focus_first()
        if self._known_passphrase is not None:
            page.passphrase.field.setText(self._known_passphrase)
            page.passphrase.hint.say(MADE_UP)
        return page

    def enter(self, session: Session, settings: Settings, place: Place | None = None) -> None:
        """Shows the workspace on an open vault, at a place or the first page of the day."""
        from casedesk.ui.desk import Desk

        self._session = session
        self._desk = Desk(session, self.theme, self.jobs, self.dialogs, self)
        self._desk.changed.connect(self._on_changed)
        self._show_workspace(self._desk, place)
        self._autolock.minutes = settings.lock_after
        self._autolock.start()
        self.unlocked.emit()

    def lock(self, *, closing: bool = False) -> None:
        """Blanks every window at once, keeps drafts and place, saves, then forgets the key.

        `closing` is for a window that goes altogether: nobody follows it, and the next start
        begins with the first page of the day.
        """
        session, workspace, desk = self._session, self.workspace, self._desk
        if session is None or workspace is None or desk is None:
            self._lock_first_run(closing=closing)
            return
        self._autolock.stop()
        self._session = self.workspace = self._desk = None
        handover = None if closing else self._handover()
        self.locking.lock(desk, workspace, handover)

    def way_to_backups(self) -> Callable[[], None] | None:
        """What opens the list of backups; None while nothing is unlocked."""
        desk = self._desk
        return None if desk is None else partial(desk.navigate, "settings", section="backups")

    def _lock_first_run(self, *, closing: bool) -> None:
        """A vault that nobody has entered yet: as at any lock; the unlock goes on from there."""
        session = self.first_run.take_session()
        if session is not None:
            self._autolock.stop()
            self.locking.lock_first_run(session, None if closing else self._handover())

    def _handover(self) -> Handover:
        return Handover(
            self.folder,
            self._today,
            bytes(self.saveGeometry().data()),
            self.isMinimized(),
            self.isActiveWindow(),
        )

    def _show_locked(self, follows: bool) -> None:
        if follows:
            self._turn_to(QWidget())
        else:
            self.show_unlock()

    def _on_alone(self) -> None:
        page = self.show_unlock()
        page.passphrase.banner.set_words("warn", NOT_AFRESH, SAME_PROCESS)
        page.passphrase.banner.show()

    def _show_workspace(self, desk: Desk, place: Place | None = None) -> None:
        from casedesk.ui.shell.workspace import Workspace

        workspace = Workspace(desk, self._registry)
        workspace.lock_asked.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        self.workspace = workspace
        self._turn_to(workspace)
        workspace.start(place)

    def _on_changed(self, kinds: frozenset[str]) -> None:
        session = self._session
        if session is not None and kinds & {"Setting", "*"}:
            from casedesk.services.settings import read_settings

            self.jobs.read(self, lambda: read_settings(session), self._on_settings)

    def _on_settings(self, settings: Settings) -> None:
        # In force from now on, not from the next unlock.
        self._autolock.minutes = settings.lock_after

    def _on_theme_changed(self) -> None:
        if self.theme.factor == self._factor:
            return
        # Other text sizes have other measures everywhere: the pages are built anew.
        self._factor = self.theme.factor
        if self.workspace is not None and self._desk is not None:
            self.workspace.put_away()
            self._show_workspace(self._desk, self.workspace.place)

    def _load(self) -> None:
        """Loads what an open vault needs.

        Once, and before whatever is written from now on: no two threads ever load the same.
        """
        if not self._loading_asked:
            self._loading_asked = True
            self.jobs.write(self, load_first_screens, lambda _: None, quiet=True)

    def _on_opened(self, opened: Unlocked) -> None:
        self._load()
        if opened.new_code is None:
            self._return_to(opened.session, opened.settings)
            return
        self.first_run.go_on_with(self.folder, opened.session, opened.new_code)

    def _return_to(self, session: Session, settings: Settings) -> None:
        def take() -> Place | None:
            from casedesk.services.last_place import take_place

            return take_place(session)

        self.jobs.write(
            self,
            take,
            lambda place: self.enter(session, settings, place),
            lambda _: self.enter(session, settings),
        )

    def _on_other_vault(self, folder: Path) -> None:
        self.folder = folder
        self._known_passphrase = None
        self._load()
        # A first run there would load the same as the worker.
        self.jobs.write(self, lambda: None, lambda _: self.start(), quiet=True)

    def _turn_to(self, page: QWidget) -> None:
        old, self._page = self._page, page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._stack.removeWidget(old)
        old.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Override QWidget::closeEvent: closing locks first, and never asks."""
        self.lock(closing=True)
        self.locking.give_up()
        event.accept()
