"""The first run in its window: its page, the vault it has open, and the way into the workspace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from casedesk.ui.dialogs import Dialogs
from casedesk.ui.jobs import Jobs
from casedesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from casedesk.services.session import Session
    from casedesk.ui.screens.welcome.screen import WelcomeScreen


class FirstRun(QObject):
    """`turn_to` puts its page into the window.

    Signals:
        opened(): a vault is open, before anybody has entered it.
        finished(session, settings): the worker may begin.
    """

    opened = Signal()
    finished = Signal(object, object)

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        dialogs: Dialogs,
        today: date | None,
        turn_to: Callable[[QWidget], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme, self._jobs, self._dialogs = theme, jobs, dialogs
        self._today = today
        self._turn_to = turn_to
        self._page: WelcomeScreen | None = None

    def begin(self, folder: Path) -> None:
        """Show its first step."""
        self._make(folder).focus_first()

    def go_on_with(self, folder: Path, session: Session, code: str) -> None:
        """It stopped before the code was on paper: here is a new one."""
        self._make(folder).go_on_with(session, code)

    def take_session(self) -> Session | None:
        """The vault that it has open, to be closed; its secrets are off the screen."""
        page = self._page
        if page is None or not shiboken6.isValid(page) or page.presenter.session is None:
            return None
        page.forget_secrets()
        return page.presenter.give_session()

    def _make(self, folder: Path) -> WelcomeScreen:
        from casedesk.ui.screens.welcome.screen import WelcomeScreen

        page = WelcomeScreen(folder, self._theme, self._jobs, self._dialogs, today=self._today)
        page.opened.connect(self.opened)
        page.finished.connect(self._on_finished)
        self._page = page
        self._turn_to(page)
        return page

    def _on_finished(self, session: Session) -> None:
        from casedesk.services.settings import read_settings

        enter = partial(self.finished.emit, session)
        self._jobs.write(self, partial(read_settings, session), enter)
