"""A sheet with every shared widget on it, in made-up words: looked at, and walked in tests."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from casedesk.ui.theme import Theme
from casedesk.ui.widgets.avatar import Avatar
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button, IconButton
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.chip import Chip
from casedesk.ui.widgets.criterion_pips import CriterionPips, Pip
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.label import Label, Paragraph
from casedesk.ui.widgets.search_field import SearchField
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import CONSENT_STATES, CRITERION_STATES, StateLook

PIPS = (
    Pip("Crime", "Crime or anti-social behaviour", "met"),
    Pip("School", "School attendance", "confirmed"),
    Pip("Child", "Children who need help", "not_met"),
    Pip("Work", "Out of work or money worries", "not_known"),
    Pip("DV/DA", "Domestic abuse", "improved"),
    Pip("Health", "Health", "disagreed"),
)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


class ComponentSheet(QWidget):
    """Every shared widget once or more, in the order of the picture of components."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setAutoFillBackground(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 16, 24, 16)
        grid.setSpacing(16)
        grid.addWidget(Label("CaseDesk components", "title"), 0, 0, 1, 3)
        grid.addWidget(self._buttons(), 1, 0)
        grid.addWidget(self._criteria(), 1, 1)
        grid.addWidget(self._consents(), 1, 2)
        grid.addWidget(self._fields(), 1, 3)
        grid.addWidget(self._banners(), 2, 0, 1, 2)
        grid.addWidget(self._empty(), 2, 2, 1, 2)

    def _card(self, name: str) -> Card:
        card = Card(self.theme)
        card.setAccessibleName(name)
        card.body.addWidget(Label(name, "capb", "ink2"))
        return card

    def _buttons(self) -> Card:
        t, card = self.theme, self._card("Buttons: 32, 36, 40 or 44 px high")
        off = Button(t, "Saving…", icon="refresh-cw")
        off.setEnabled(False)
        card.body.addLayout(_row(Button(t, "Start visit", kind="primary", icon="play")))
        card.body.addLayout(_row(Button(t, "Add note", icon="notebook-pen"), off))
        card.body.addLayout(
            _row(
                Button(t, "Withdraw", kind="danger", icon="circle-arrow-left"),
                Button(t, "See all", kind="quiet", icon="chevron-right", icon_after=True),
                Button(t, "See 3 more", kind="link"),
            )
        )
        card.body.addLayout(
            _row(Chip(t, "Open", count=64, checked=True), Chip(t, "Eligible", count=48))
        )
        card.body.addLayout(_row(IconButton(t, "ellipsis", "More actions"), Avatar(t, "Jo Hebden")))
        card.body.addStretch(1)
        return card

    def _criteria(self) -> Card:
        t, card = self.theme, self._card("Criterion states: shape, word, colour")
        for look in CRITERION_STATES.values():
            card.body.addWidget(StateBadge(t, look, large=True))
        card.body.addWidget(CriterionPips(t, PIPS))
        card.body.addStretch(1)
        return card

    def _consents(self) -> Card:
        t, card = self.theme, self._card("Consent states")
        for look in list(CONSENT_STATES.values())[:7]:
            card.body.addWidget(StateBadge(t, look))
        late = StateLook("circle-alert", "5 days late", "bad")
        pair = StateLook("triangle-alert", "Two-person visits", "warn")
        card.body.addLayout(_row(StateBadge(t, pair), StateBadge(t, late)))
        card.body.addStretch(1)
        return card

    def _fields(self) -> Card:
        t, card = self.theme, self._card("Form controls and focus")
        search = SearchField(t, "Search families", "Search by name or school")
        search.setText("Ash")
        tick, untick = QCheckBox("Seen alone"), QCheckBox("With parent")
        tick.setChecked(True)
        one, other = QRadioButton("School"), QRadioButton("NHS")
        one.setChecked(True)
        box = QComboBox()
        box.addItems(["Millbridge High School", "Millbridge GP surgery"])
        box.setAccessibleName("Recipient")
        note = QPlainTextEdit("House warm and tidy. New lock on the front door.")
        note.setProperty("type", "note")
        note.setAccessibleName("Note")
        card.body.addWidget(search)
        card.body.addLayout(_row(tick, untick))
        card.body.addLayout(_row(one, other))
        card.body.addWidget(box)
        card.body.addWidget(note)
        return card

    def _banners(self) -> Card:
        t, card = self.theme, self._card("Banners")
        rows = (
            ("warn", "Two-person visits", "Do not visit alone.", "See reason", None),
            ("info", "Draft recovered", "Visit note, 20 November.", "Resume", "history"),
            ("bad", "Backup is 9 days old", "Back up before you travel.", "Back up", "hard-drive"),
            ("good", "Review finished", "Next is due on 1 March 2027.", "", None),
        )
        for tone, title, text, link, icon in rows:
            card.body.addWidget(Banner(t, tone, title, text, link=link, icon=icon))
        strong = Paragraph(t)
        strong.set_strong(
            [
                ("Met because Tyler attended ", False),
                ("71%", True),
                (" over the last 3 terms. The threshold is ", False),
                ("below 90%", True),
                (". Ellie is at 88%.", False),
            ]
        )
        card.body.addWidget(strong)
        card.body.addStretch(1)
        return card

    def _empty(self) -> Card:
        t, card = self.theme, self._card("Empty: why, and one next step")
        card.body.addWidget(
            EmptyState(
                t,
                "calendar-days",
                "No visits today",
                "Plan one, or look at who you have not seen.",
                [Button(t, "Plan a visit", icon="plus")],
            )
        )
        return card
