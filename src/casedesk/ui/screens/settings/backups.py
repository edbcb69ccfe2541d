"""Backups: where they go, one now, the list, and putting one back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.backup_keeping import DAYS_KEPT, WEEKS_KEPT
from casedesk.domain.errors import KnownError
from casedesk.services.backup_places import PlaceNote, notes_on_place
from casedesk.services.backups import (
    BackupLine,
    back_up,
    backup_folder,
    check_again,
    list_backups,
)
from casedesk.services.restoring import Restored, moment, restore_and_close, what_is_lost
from casedesk.services.session import Session
from casedesk.services.settings import BackupState
from casedesk.ui.desk import Desk
from casedesk.ui.dialogs import Message, Question
from casedesk.ui.job import Job
from casedesk.ui.screens.settings.backup_row import BackupRow
from casedesk.ui.screens.settings.leaving import Leaving
from casedesk.ui.screens.settings.section import Section
from casedesk.ui.shell.hint_line import HintLine
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card, Hairline
from casedesk.ui.widgets.label import Paragraph
from casedesk.ui.widgets.progress import ProgressLine

MOST = 7
HOW = (
    "Once a day by itself, and again at the lock after more work. Each one is opened and checked "
    "before an older one goes."
)
KEPT = (
    f"Kept are the newest of each of the last {DAYS_KEPT} days and {WEEKS_KEPT} weeks that have "
    "one, and the last before each change of the tables. Backups of an earlier passphrase are "
    "removed by you only."
)


@dataclass(frozen=True)
class BackupsShown:
    """What the page shows: the place, what to know of it, and the backups there are."""

    folder: Path | None
    notes: tuple[PlaceNote, ...]
    lines: tuple[BackupLine, ...]


class BackupsSection(Section):
    """Making and checking run in the background; restoring ends the session."""

    name = "backups"
    heading = "Backups"
    icon = "database-backup"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, HOW)
        theme = self.theme
        self.leaving = Leaving(desk, self)
        self.now = Button(theme, "Back up now", kind="primary", icon="database-backup")
        self.choose = Button(theme, "Choose a place", icon="folder")
        self.place = Paragraph(theme, "", "body", "ink")
        self.notes = QVBoxLayout()
        self.notes.setSpacing(8)
        self.progress = ProgressLine(theme, "Backing up")
        self.progress.hide()
        self.said = HintLine(theme)
        self.said.hide()
        place = Card(theme, "Place for backups")
        place.body.addWidget(self.place)
        place.body.addLayout(self.notes)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.now)
        buttons.addWidget(self.choose)
        buttons.addStretch(1)
        place.body.addLayout(buttons)
        place.body.addWidget(self.progress)
        place.body.addWidget(self.said)
        self.column.addWidget(place)
        self.list = Card(theme, "Backups you have")
        self.column.addWidget(self.list)
        self.column.addWidget(Paragraph(theme, KEPT, "small", "ink3"))
        self.rows: list[BackupRow] = []
        self._shown: BackupsShown | None = None
        self._all = False
        self._job: Job | None = None
        self._ask_newest = False
        self.now.clicked.connect(self.back_up_now)
        self.choose.clicked.connect(self.choose_place)

    def look(self) -> None:
        """Reads the place and the list anew."""
        session = self.desk.session
        self.desk.jobs.read(self, lambda: _look(session), self._show)

    def back_up_now(self) -> None:
        """One backup, to the place that is chosen."""
        folder = self._shown.folder if self._shown else None
        if folder is None:
            self.choose_place()
        else:
            self._back_up_to(folder)

    def choose_place(self) -> None:
        """Asks for a folder, and makes a backup there."""
        self.desk.dialogs.choose_folder("Choose a place for backups", self._on_place)

    def restore_newest(self) -> None:
        """Asks about the newest one that opens, once the list is read."""
        self._ask_newest = True
        self.look()

    def _on_place(self, folder: Path | None) -> None:
        if folder is not None:
            self._back_up_to(folder)

    def _back_up_to(self, folder: Path) -> None:
        if self._job is not None:
            return
        session = self.desk.session
        self._begin("Backing up…")
        self._follow(
            self.desk.jobs.read_steps(
                self, lambda task: back_up(session, folder, task.step), self._on_made, self._refused
            )
        )

    def _check(self, line: BackupLine) -> None:
        if self._job is not None:
            return
        session = self.desk.session
        self._begin(f"Opening the backup of {moment(line.at)}")
        self._follow(
            self.desk.jobs.read_steps(
                self,
                lambda task: check_again(session, line.path, task.step),
                self._on_checked,
                self._refused,
            )
        )

    def _ask_restore(self, line: BackupLine) -> None:
        question = Question(
            f"Go back to {moment(line.at)}?",
            f"{what_is_lost(line.at)} Your vault as it is now is kept aside, not deleted. CaseDesk "
            "locks, and opens with the passphrase of that time.",
            "Restore this backup",
            "Keep what I have",
            grave=True,
        )

        def answered(agreed: bool) -> None:
            if agreed:
                self._restore(line)

        self.desk.dialogs.confirm(question, answered)

    def _restore(self, line: BackupLine) -> None:
        session = self.desk.session

        def done(restored: Restored) -> Message:
            return Message(
                "Your backup is back in place", restored.sentence, "Go to the unlock page"
            )

        self._begin("Restoring…")
        self.leaving.leave(
            lambda task: restore_and_close(session, line.path), done, self._on_not_left
        )

    def _on_not_left(self, error: KnownError) -> None:
        self._end()
        self._refused(error)

    def _begin(self, words: str) -> None:
        self.said.hide()
        self.progress.set_progress(0, 0, words)
        self.progress.show()
        self._allow(may=False)

    def _follow(self, job: Job) -> None:
        self._job = job
        job.progressed.connect(self._on_progress)
        job.ended.connect(self._on_ended)

    def _on_progress(self, done: int, total: int, _: str) -> None:
        self.progress.bar.setRange(0, max(total, 1))
        self.progress.bar.setValue(done)

    def _on_made(self, state: BackupState) -> None:
        self._say(f"Backed up, opened and checked: {Path(state.file).name}", good=True)
        self.desk.say_changed("Setting")

    def _on_checked(self, line: BackupLine) -> None:
        self._say(f"The backup of {moment(line.at)} opens, and everything is in it.", good=True)

    def _refused(self, error: KnownError) -> None:
        self._say(f"{error.sentence} Your records are safe.", good=False)

    def _say(self, words: str, *, good: bool) -> None:
        self.said.say(words, "good" if good else "bad")
        self.said.show()

    def _on_ended(self) -> None:
        self._job = None
        self._end()
        self.look()

    def _end(self) -> None:
        self.progress.hide()
        self._allow(may=True)

    def _allow(self, *, may: bool) -> None:
        for button in (self.now, self.choose):
            button.setEnabled(may)
        for row in self.rows:
            row.check.setEnabled(may)
            row.restore.setEnabled(may)

    def _show(self, shown: BackupsShown) -> None:
        self._shown = shown
        self.place.set_text(str(shown.folder) if shown.folder else "No place chosen yet.")
        self.now.setVisible(shown.folder is not None)
        self.choose.set_kind("secondary" if shown.folder else "primary")
        _empty(self.notes)
        for note in shown.notes:
            self.notes.addWidget(Banner(self.theme, note.tone, note.title, note.sentence))
        self._show_list(shown.lines)
        if self._ask_newest:
            self._ask_newest = False
            newest = next((line for line in shown.lines if line.opens), None)
            if newest is not None:
                self._ask_restore(newest)
            else:
                self._say("There is no backup that opens with this passphrase.", good=False)

    def _show_list(self, lines: tuple[BackupLine, ...]) -> None:
        _empty(self.list.body)
        self.rows = []
        self.list.set_count(len(lines))
        if not lines:
            words = "No backup yet. Choose a place." if not self.now.isVisible() else "None yet."
            self.list.body.addWidget(Paragraph(self.theme, words, "body", "ink2"))
        for line in lines if self._all else lines[:MOST]:
            if self.rows:
                self.list.body.addWidget(Hairline())
            row = BackupRow(self.theme, line)
            row.check_asked.connect(self._check)
            row.restore_asked.connect(self._ask_restore)
            self.rows.append(row)
            self.list.body.addWidget(row)
        if len(lines) > MOST and not self._all:
            more = Button(self.theme, f"See all {len(lines)}", kind="link", tall=32)
            more.clicked.connect(self._on_all)
            self.list.body.addWidget(more)

    def _on_all(self) -> None:
        self._all = True
        self.look()


def _look(session: Session) -> BackupsShown:
    lines = list_backups(session)
    folder = backup_folder(session)
    size = lines[0].size_bytes if lines else 0
    notes = notes_on_place(folder, session.vault.folder, size) if folder is not None else ()
    return BackupsShown(folder, notes, lines)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if isinstance(widget, QWidget):
            # Hidden first: until it is gone it would still be drawn and read out.
            widget.hide()
            widget.deleteLater()
