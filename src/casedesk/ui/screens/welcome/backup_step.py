"""Step 4: where backups go, and the first one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from casedesk.services.backup_places import PlaceNote
from casedesk.ui.screens.welcome.step import Step
from casedesk.ui.shell.hint_line import HintLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.label import Label

HINT = "A backup is opened and checked as soon as it is made."


class BackupStep(Step):
    """A place and one button; it may wait.

    Signals:
        choose_asked(): Choose a place.
        later_asked(): Back up later.
    """

    choose_asked = Signal()
    later_asked = Signal()
    next_words = "Back up and start"

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            "Choose where backups go",
            "A stick or your office drive, not this laptop: if the laptop is lost, the backup is "
            "what you have. Backups are encrypted like your vault.",
        )
        self.folder: Path | None = None
        self.place = QLineEdit()
        self.place.setProperty("tall", "44")
        self.place.setReadOnly(True)
        self.place.setAccessibleName("Place for backups")
        self.place.setPlaceholderText("No place chosen yet")
        self.choose = Button(theme, "Choose a place", icon="folder", tall=44)
        self.hint = HintLine(theme, HINT)
        self.later = Button(theme, "Back up later", kind="quiet", tall=44)
        label = Label("Place for backups", "sub")
        label.setBuddy(self.place)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.place, 1)
        row.addWidget(self.choose)
        self.column.addWidget(label)
        self.column.addLayout(row)
        self.column.addWidget(self.hint)
        self.column.addStretch(1)
        self.choose.clicked.connect(self.choose_asked)
        self.later.clicked.connect(self.later_asked)

    @property
    def is_ready(self) -> bool:
        """Whether a place is chosen."""
        return self.folder is not None

    def set_folder(self, folder: Path) -> None:
        """Shows the place that was chosen."""
        self.folder = folder
        self.place.setText(str(folder))
        self.hint.say(HINT)
        self.ready_changed.emit()

    def show_notes(self, notes: Sequence[PlaceNote]) -> None:
        """Says what to know of the place; it may be chosen all the same."""
        if notes:
            self.hint.say(f"{notes[0].title}. {notes[0].sentence}", "warn")
        else:
            self.hint.say(HINT)

    def focus_first(self) -> None:
        """Choose a place."""
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
