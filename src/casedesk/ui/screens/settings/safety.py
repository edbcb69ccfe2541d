"""Is my work safe? A line for each thing: shape, word and colour, plain words, one action."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.domain.errors import KnownError
from casedesk.services.backups import check_again, list_backups
from casedesk.services.restoring import moment
from casedesk.services.safety import SafetyLine, safety_lines
from casedesk.services.session import Session
from casedesk.services.vault_checking import check_records
from casedesk.ui.desk import Desk
from casedesk.ui.job import Job, Task
from casedesk.ui.screens.settings.safety_row import SafetyRow
from casedesk.ui.screens.settings.section import Section
from casedesk.ui.shell.hint_line import HintLine
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card, Hairline
from casedesk.ui.widgets.progress import ProgressLine

OF_OTHER_SECTIONS = {"about": "about", "keys": "keys", "lock": "lock"}
NO_BACKUP = ("There is no backup to open yet: make one first.", False)
Outcome = tuple[str, bool]
"""A sentence, and whether it is good."""


class SafetySection(Section):
    """Looks again whenever it is turned to; the two checks run in the background.

    Signals:
        asked(section, action): an action that belongs to another section.
    """

    name = "safety"
    heading = "Is my work safe?"
    icon = "shield-check"
    asked = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.card = Card(self.theme, "")
        self.card.setAccessibleName(self.heading)
        self.rows: dict[str, SafetyRow] = {}
        self.progress = ProgressLine(self.theme, "Checking")
        self.stop = Button(self.theme, "Stop checking", kind="quiet", tall=32)
        self.said = HintLine(self.theme)
        self.said.hide()
        self._under_way = QWidget()
        line = QHBoxLayout(self._under_way)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.progress, 1)
        line.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignBottom)
        self._under_way.hide()
        self.column.addWidget(self._under_way)
        self.column.addWidget(self.said)
        self.column.addWidget(self.card)
        self.stop.clicked.connect(self._on_stop)
        self._job: Job | None = None

    @property
    def is_checking(self) -> bool:
        """Whether a check is under way."""
        return self._job is not None

    def look(self) -> None:
        """Reads every line anew."""
        session = self.desk.session
        self.desk.jobs.read(self, lambda: safety_lines(session), self._show)

    def act(self, line_id: str) -> None:
        """Does what the button of a line says."""
        line = self.rows[line_id].line
        action = line.action[0]
        session = self.desk.session
        if action == "check_backup":
            self._start("Opening the newest backup", partial(_check_newest, session))
        elif action == "check_records":
            self._start("Looking at every page", partial(_check_records, session))
        elif action == "look":
            self.said.hide()
            self.look()
        elif action == "go":
            self.desk.navigate(line.page, **line.args)
        else:
            self.asked.emit(OF_OTHER_SECTIONS.get(action, "backups"), action)

    def _start(self, words: str, work: Callable[[Task], Outcome]) -> None:
        if self._job is not None:
            return
        self.said.hide()
        self.progress.set_progress(0, 0, words)
        self._under_way.show()
        job = self.desk.jobs.read_steps(self, work, self._on_checked, self._on_failed)
        self._job = job
        self._allow()
        job.progressed.connect(self._on_progress)
        job.ended.connect(self._on_ended)

    def _on_progress(self, done: int, total: int, _: str) -> None:
        self.progress.bar.setRange(0, max(total, 1))
        self.progress.bar.setValue(done)

    def _on_checked(self, outcome: Outcome) -> None:
        sentence, good = outcome
        self.said.say(sentence, "good" if good else "bad")
        self.said.show()

    def _on_failed(self, error: KnownError) -> None:
        self._on_checked((error.sentence, False))

    def _on_ended(self) -> None:
        self._job = None
        self._under_way.hide()
        self._allow()
        self.look()

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _allow(self) -> None:
        for row in self.rows.values():
            checks = row.line.action[0].startswith("check_")
            row.button.setEnabled(not (checks and self.is_checking))

    def _show(self, lines: tuple[SafetyLine, ...]) -> None:
        for line in lines:
            row = self.rows.get(line.id)
            if row is not None:
                row.show_line(line)
                continue
            if self.rows:
                self.card.body.addWidget(Hairline())
            row = SafetyRow(self.theme, line)
            row.pressed.connect(partial(self.act, line.id))
            self.rows[line.id] = row
            self.card.body.addWidget(row)
        self._allow()


def _check_newest(session: Session, task: Task) -> Outcome:
    newest = next((line for line in list_backups(session) if line.opens), None)
    if newest is None:
        return NO_BACKUP
    check_again(session, newest.path, task.step)
    return f"The backup of {moment(newest.at)} opens, and everything is in it.", True


def _check_records(session: Session, task: Task) -> Outcome:
    wrong = check_records(session, task.step)
    if wrong:
        return f"{wrong[0]} Restore the latest good backup.", False
    return "Every page, link and entry is as it was written.", True
