"""You and your council: what stands in the records and on reports."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit

from casedesk.services.settings import Settings
from casedesk.ui.desk import Desk
from casedesk.ui.screens.settings.saver import SettingsSaver
from casedesk.ui.screens.settings.section import Section
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.field import Field

ROLES = (("keyworker", "Keyworker"), ("lead", "Team lead"))
LINES = (
    ("worker", "Your name", "Stands beside everything you record, from the next unlock."),
    ("council", "Council", "Stands at the top of your reports."),
    ("team", "Team", ""),
    ("phone", "Phone", "Where families and others reach you."),
    ("email", "Email", ""),
)
SAVED = {
    "worker": "Name saved",
    "council": "Council saved",
    "team": "Team saved",
    "phone": "Phone saved",
    "email": "Email saved",
}


class YouSection(Section):
    """Each field saves itself when you leave it."""

    name = "you"
    heading = "You and your council"
    icon = "user-round"

    def __init__(self, desk: Desk, saver: SettingsSaver) -> None:
        super().__init__(desk, "Each change is saved when you leave the field.")
        self._saver = saver
        self.role = QComboBox()
        for value, words in ROLES:
            self.role.addItem(words, value)
        self.lines: dict[str, QLineEdit] = {}
        self.fields: dict[str, Field] = {}
        for key, label, hint in LINES:
            line = QLineEdit()
            self.lines[key] = line
            self.fields[key] = Field(self.theme, label, line, hint=hint)
            line.editingFinished.connect(partial(self._on_left, key))
        card = Card(self.theme, "")
        card.setAccessibleName(self.heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        role = Field(self.theme, "Your role", self.role)
        others = [self.fields[key] for key in ("council", "team", "phone", "email")]
        for place, field in enumerate((self.fields["worker"], role, *others)):
            # At the top: only some have a hint below.
            grid.addWidget(field, place // 2, place % 2, 1, 1, Qt.AlignmentFlag.AlignTop)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        card.body.addLayout(grid)
        self.column.addWidget(card)
        self.role.activated.connect(self._on_role)
        saver.read.connect(self._show)
        saver.refused.connect(lambda sentence: self.fields["worker"].set_error(sentence))

    def look(self) -> None:
        """Reads the settings anew."""
        self._saver.look()

    def put_away(self) -> None:
        """Saves the field that still has the focus."""
        for key, line in self.lines.items():
            if line.hasFocus():
                self._on_left(key)

    def _on_left(self, key: str) -> None:
        settings = self._saver.settings
        words = self.lines[key].text().strip()
        if settings is None or words == getattr(settings, key):
            return
        self.fields["worker"].set_error("")
        self.lines[key].setModified(False)
        self._saver.change(SAVED[key], **{key: words})

    def _on_role(self) -> None:
        self._saver.change("Role saved", role=self.role.currentData())

    def _show(self, settings: Settings) -> None:
        for key, line in self.lines.items():
            words = getattr(settings, key)
            # What is half typed stays.
            if not line.isModified() and line.text() != words:
                line.setText(words)
        self.role.setCurrentIndex(max(0, self.role.findData(settings.role)))
