"""When CaseDesk locks itself."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from casedesk.services.settings import Settings
from casedesk.ui.desk import Desk
from casedesk.ui.screens.settings.saver import SettingsSaver
from casedesk.ui.screens.settings.section import Section
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.field import Field
from casedesk.ui.widgets.label import Paragraph

MINUTES = (1, 2, 3, 5, 10, 15, 20, 30, 60)
FIELD_WIDE = 360
WHAT_IT_DOES = (
    "Locking blanks the window at once, keeps every word you were typing as a draft, and forgets "
    "the key. It never asks and never loses anything. It also locks when the laptop sleeps.",
    "Lock by hand with Ctrl L or from the bar at the left.",
)


class LockSection(Section):
    """One choice, in force from now on."""

    name = "lock"
    heading = "Lock"
    icon = "lock"

    def __init__(self, desk: Desk, saver: SettingsSaver) -> None:
        super().__init__(desk, "")
        self._saver = saver
        self.minutes = QComboBox()
        for minutes in MINUTES:
            self.minutes.addItem(_words(minutes), minutes)
        self.minutes.setMaximumWidth(self.theme.px(FIELD_WIDE))
        card = Card(self.theme, "")
        card.setAccessibleName(self.heading)
        card.body.addWidget(Field(self.theme, "Lock when nobody is there for", self.minutes))
        for words in WHAT_IT_DOES:
            card.body.addWidget(Paragraph(self.theme, words, "small", "ink2"))
        self.column.addWidget(card)
        self.minutes.activated.connect(self._on_chosen)
        saver.read.connect(self._show)

    def look(self) -> None:
        """Reads the settings anew."""
        self._saver.look()

    def _on_chosen(self) -> None:
        minutes = self.minutes.currentData()
        self._saver.change(f"CaseDesk locks after {_words(minutes)}", lock_after=minutes)

    def _show(self, settings: Settings) -> None:
        place = self.minutes.findData(settings.lock_after)
        if place < 0:
            self.minutes.addItem(_words(settings.lock_after), settings.lock_after)
            place = self.minutes.count() - 1
        self.minutes.setCurrentIndex(place)


def _words(minutes: int) -> str:
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
