"""The first run: four steps to a vault, a code on paper, and a backup."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casedesk.services.session import Session
from casedesk.services.settings import BackupState
from casedesk.ui.dialogs import Dialogs
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens.welcome.backup_step import BackupStep
from casedesk.ui.screens.welcome.code_step import CodeStep
from casedesk.ui.screens.welcome.passphrase_step import PassphraseStep
from casedesk.ui.screens.welcome.presenter import WelcomePresenter
from casedesk.ui.screens.welcome.step import Step
from casedesk.ui.screens.welcome.steps_header import StepsHeader
from casedesk.ui.screens.welcome.you_step import YouStep
from casedesk.ui.shell.hint_line import HintLine
from casedesk.ui.shell.page_area import PageArea
from casedesk.ui.shell.split_page import SplitPage
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PANEL, WORK = 440, 648
LOW_UNDER = 600
STEPS = ("You", "Passphrase", "Recovery code", "Back up")
YOU, PASSPHRASE, CODE, BACKUP = range(4)
FACTS = (
    ("lock", "Your vault is one encrypted folder on this laptop."),
    ("key-round", "Only your passphrase or your recovery code opens it."),
    ("hard-drive", "You choose where backups go. They are encrypted too."),
)


class WelcomeScreen(SplitPage):
    """The vault is made after the second step; from there on there is no way back.

    Signals:
        opened(): the vault is open, though nobody has entered it yet.
        finished(Session): the worker may begin.
    """

    opened = Signal()
    finished = Signal(object)
    title = "Welcome"

    def __init__(
        self,
        folder: Path,
        theme: Theme,
        jobs: Jobs,
        dialogs: Dialogs,
        *,
        today: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Create your vault", FACTS, PANEL, parent)
        self._dialogs = dialogs
        self.presenter = WelcomePresenter(folder, jobs, today, self)
        self.header = StepsHeader(theme, STEPS)
        self.you = YouStep(theme)
        self.passphrase = PassphraseStep(theme)
        self.code = CodeStep(theme, self.presenter.compare)
        self.backup = BackupStep(theme)
        self.steps: tuple[Step, ...] = (self.you, self.passphrase, self.code, self.backup)
        self._column = QVBoxLayout()
        self._stack = QStackedWidget()
        for step in self.steps:
            self._stack.addWidget(PageArea(step))
            step.ready_changed.connect(self._allow)
            step.entered.connect(self._on_next)
        self.problem = HintLine(theme)
        self.problem.setContentsMargins(4, 0, 4, 0)
        self.problem.hide()
        self.unbound = Button(theme, "Make it without the keyring", tall=44)
        self.unbound.hide()
        self.back = Button(theme, "Back", tall=44)
        self.next = Button(
            theme, "Continue", kind="primary", icon="arrow-right", icon_after=True, tall=44
        )
        self.set_work(self._work())
        self._busy = ""
        self._connect()
        self.show_step(YOU)

    @property
    def step(self) -> int:
        """The step that is shown, counted from 0."""
        return self._stack.currentIndex()

    def focus_first(self) -> None:
        """Puts the focus where the worker begins."""
        self.steps[self.step].focus_first()

    def show_step(self, step: int) -> None:
        """Turns to a step, counted from 0."""
        self._stack.setCurrentIndex(step)
        self.header.set_current(step)
        self.problem.hide()
        self.unbound.hide()
        self.back.setVisible(step == PASSPHRASE)
        self.backup.later.setVisible(step == BACKUP)
        self._allow()
        self.focus_first()

    def go_on_with(self, session: Session, code: str) -> None:
        """Takes up a first run that stopped before the code was typed back."""
        self.presenter.go_on_with(session, code)
        self._on_made()

    def put_away(self) -> None:
        """Closes the vault when the window goes before the end."""
        self.forget_secrets()
        self.presenter.put_away()

    def forget_secrets(self) -> None:
        """Takes the passphrase and the code off the screen."""
        self.passphrase.new.forget()
        self.code.forget()
        self.presenter.code = ""

    def _work(self) -> QWidget:
        work = QWidget()
        column = self._column
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addSpacing(24)
        column.addWidget(self._stack, 1)
        column.addWidget(self.problem)
        line = QFrame()
        line.setProperty("hairline", True)
        line.setFixedHeight(1)
        column.addSpacing(8)
        ruled = QHBoxLayout()
        ruled.setContentsMargins(4, 0, 4, 0)
        ruled.addWidget(line)
        column.addLayout(ruled)
        column.addSpacing(12)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 0, 4, 0)
        foot.setSpacing(16)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.unbound)
        foot.addWidget(self.backup.later)
        foot.addWidget(self.next)
        column.addLayout(foot)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(self._canvas_theme.px(WORK))
        row = QHBoxLayout(work)
        row.setContentsMargins(24, 0, 24, 0)
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        return work

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.show_step(YOU))
        self.next.clicked.connect(self._on_next)
        self.unbound.clicked.connect(self._on_unbound)
        self.code.print_asked.connect(self._on_print_asked)
        self.backup.choose_asked.connect(self._on_choose_asked)
        self.backup.later_asked.connect(self._finish)
        self.presenter.made.connect(self._on_made)
        self.presenter.code_kept.connect(self._on_code_kept)
        self.presenter.backed_up.connect(self._on_backed_up)
        self.presenter.place_noted.connect(self.backup.show_notes)
        self.presenter.failed.connect(self._on_failed)
        self.presenter.keyring_refused.connect(self.unbound.show)
        self.presenter.busy_changed.connect(self._on_busy_changed)

    def _allow(self) -> None:
        step = self.steps[self.step]
        self.next.setText(self._busy or step.next_words)
        self.next.setEnabled(step.is_ready and not self._busy)
        for button in (self.back, self.unbound, self.backup.later):
            button.setEnabled(not self._busy)

    def _on_next(self) -> None:
        if not self.next.isEnabled():
            return
        self.problem.hide()
        if self.step == YOU:
            self.presenter.know(self.you.settings)
            self.passphrase.set_personal(self.you.settings)
            self.show_step(PASSPHRASE)
        elif self.step == PASSPHRASE:
            self.presenter.make(self.passphrase.new.passphrase)
        elif self.step == CODE:
            self.presenter.keep_code(self.code.typed)
        elif self.backup.folder is not None:
            self.presenter.back_up_to(self.backup.folder)

    def _on_unbound(self) -> None:
        self.problem.hide()
        self.presenter.make(self.passphrase.new.passphrase, use_keyring=False)

    def _on_made(self) -> None:
        self.passphrase.new.forget()
        self.code.show_code(self.presenter.code)
        self.show_step(CODE)
        self.opened.emit()

    def _on_code_kept(self) -> None:
        self.code.forget()
        self.show_step(BACKUP)

    def _on_backed_up(self, _: BackupState) -> None:
        self._finish()

    def _finish(self) -> None:
        self.finished.emit(self.presenter.give_session())

    def _on_failed(self, sentence: str) -> None:
        self.problem.say(sentence, "bad")
        self.problem.show()

    def _on_busy_changed(self, words: str) -> None:
        self._busy = words
        self.steps[self.step].setEnabled(not words)
        self._allow()

    def _on_choose_asked(self) -> None:
        self._dialogs.choose_folder("Choose a place for backups", self._on_folder_chosen)

    def _on_folder_chosen(self, folder: Path | None) -> None:
        if folder is not None:
            self.backup.set_folder(folder)
            self.presenter.look_at_place(folder)

    def _on_print_asked(self) -> None:
        self._dialogs.choose_printer("Print the recovery code", self._on_printer_chosen)

    def _on_printer_chosen(self, printer: QPrinter | None) -> None:
        self.code.paper.put_on(printer, self.presenter.code, self.presenter.settings.worker)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent: low windows spend less on the edges."""
        super().resizeEvent(event)
        low = self.height() < LOW_UNDER
        self._column.setContentsMargins(0, 16 if low else 40, 0, 12 if low else 24)
