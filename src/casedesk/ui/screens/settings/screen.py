"""The settings: sections at the left, the page of the chosen one at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from casedesk.ui.desk import Desk
from casedesk.ui.screens.settings.about import AboutSection
from casedesk.ui.screens.settings.backups import BackupsSection
from casedesk.ui.screens.settings.keys import KeysSection
from casedesk.ui.screens.settings.lock import LockSection
from casedesk.ui.screens.settings.look import LookSection
from casedesk.ui.screens.settings.packs import PacksSection
from casedesk.ui.screens.settings.safety import SafetySection
from casedesk.ui.screens.settings.saver import SettingsSaver
from casedesk.ui.screens.settings.section import Section
from casedesk.ui.screens.settings.section_list import SectionList
from casedesk.ui.screens.settings.words import WordsSection
from casedesk.ui.screens.settings.you import YouSection
from casedesk.ui.widgets.label import Label

MARGIN = 24
LIST_WIDTH, NARROW_LIST = 248, 220
NARROW_UNDER = 1000


class SettingsScreen(QWidget):
    """Each section reads what it shows when it is turned to."""

    title = "Settings"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        saver = SettingsSaver(desk, self)
        self.you = YouSection(desk, saver)
        self.safety = SafetySection(desk)
        self.backups = BackupsSection(desk)
        self.keys = KeysSection(desk)
        self.sections: tuple[Section, ...] = (
            self.you,
            LookSection(desk),
            LockSection(desk, saver),
            PacksSection(desk, saver),
            WordsSection(desk),
            self.backups,
            self.safety,
            self.keys,
            AboutSection(desk),
        )
        self.list = SectionList(
            desk.theme, [(one.name, one.heading, one.icon) for one in self.sections]
        )
        self._stack = QStackedWidget()
        for section in self.sections:
            self._stack.addWidget(section.in_page())
        self._left = QFrame()
        self._left.setProperty("card", "true")
        self._left.setAccessibleName("Settings sections")
        inside = QVBoxLayout(self._left)
        inside.setContentsMargins(4, 8, 4, 8)
        inside.addWidget(self.list)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._left)
        row.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        # Each section keeps 4 px of the margin for the focus ring.
        column.setContentsMargins(MARGIN, 16, MARGIN - 4, 12)
        column.setSpacing(12)
        column.addWidget(Label("Settings", "display"))
        column.addLayout(row, 1)
        self.list.currentRowChanged.connect(self._on_row)
        self.safety.asked.connect(self._on_asked)
        desk.changed.connect(self._on_changed)

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self.sections[max(0, self._stack.currentIndex())]

    def show_for(self, section: str = "", change: str = "", **_: Any) -> None:
        """Shows a section by its name; `change` opens a change of the keys there."""
        names = [one.name for one in self.sections]
        place = names.index(section) if section in names else max(0, self.list.currentRow())
        if place == self.list.currentRow():
            self.section.look()
        else:
            self.list.setCurrentRow(place)
        if change:
            self.keys.begin(change)
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def whereabouts(self) -> dict[str, str]:
        """The way back here after the lock, and when the text size is another."""
        return {"section": self.section.name}

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        return [self.list, self.section]

    def put_away(self) -> None:
        """Saves the field with the focus; takes secrets off the screen."""
        for section in self.sections:
            section.put_away()

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self._stack.setCurrentIndex(row)
            self.section.look()

    def _on_asked(self, section: str, action: str) -> None:
        self.show_for(section=section)
        if action == "back_up":
            self.backups.back_up_now()
        elif action == "choose_place":
            self.backups.choose_place()
        elif action == "restore":
            self.backups.restore_newest()

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if kinds & {"Setting", "*"} and self.isVisible():
            self.section.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        width = NARROW_LIST if self.width() < NARROW_UNDER else LIST_WIDTH
        self._left.setFixedWidth(self._desk.theme.px(width))
