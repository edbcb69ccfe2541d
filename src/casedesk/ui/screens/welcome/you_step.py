"""Step 1: who works here, for which council and team, under which programme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from casedesk.services.settings import Settings, programmes
from casedesk.ui.screens.welcome.step import Step
from casedesk.ui.shell.hint_line import HintLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.label import Label

ROLES = (("keyworker", "Keyworker"), ("lead", "Team lead"))


class YouStep(Step):
    """Only the name must be there; the rest can be changed later."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            "Welcome to CaseDesk",
            "Tell us who you are. Your name stands beside everything you record.",
        )
        self.name = _line("Your name")
        self.role = QComboBox()
        self.role.setProperty("tall", "44")
        self.role.setAccessibleName("Your role")
        for value, words in ROLES:
            self.role.addItem(words, value)
        self.council = _line("Council")
        self.team = _line("Team")
        self.programme = QComboBox()
        self.programme.setProperty("tall", "44")
        self.programme.setAccessibleName("Programme")
        for programme in programmes():
            self.programme.addItem(programme.name, programme.id)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.addLayout(_under(Label("Your name", "sub"), self.name), 0, 0)
        grid.addLayout(_under(Label("Your role", "sub"), self.role), 0, 1)
        grid.addLayout(_under(Label("Council", "sub"), self.council), 1, 0)
        grid.addLayout(_under(Label("Team", "sub"), self.team), 1, 1)
        hint = "The council’s name stands at the top of your reports."
        grid.addWidget(HintLine(theme, hint), 2, 0, 1, 2)
        grid.addLayout(_under(Label("Programme", "sub"), self.programme), 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        self.column.addStretch(1)
        self.name.textChanged.connect(self.ready_changed)
        for field in (self.name, self.council, self.team):
            field.returnPressed.connect(self.entered)

    @property
    def is_ready(self) -> bool:
        """Whether there is a name."""
        return bool(self.name.text().strip())

    @property
    def settings(self) -> Settings:
        """What was filled in."""
        return Settings(
            worker=self.name.text().strip(),
            role=self.role.currentData(),
            council=self.council.text().strip(),
            team=self.team.text().strip(),
            programme=self.programme.currentData(),
        )

    def focus_first(self) -> None:
        """The name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setProperty("tall", "44")
    field.setAccessibleName(name)
    return field


def _under(label: Label, field: QWidget) -> QVBoxLayout:
    label.setBuddy(field)
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(label)
    column.addWidget(field)
    return column
