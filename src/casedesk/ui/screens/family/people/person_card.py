"""One person: who they are, what they are known by, and the ways to change it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.views.people_page import PersonCard
from casedesk.ui.screens.family.people.identifiers import NUMBERS, doubt_of
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.avatar import Avatar
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import StateLook

RESTRICTED = StateLook("lock", "Restricted", "bad")
TO_CHECK = StateLook("triangle-alert", "Check a number", "warn")
_AVATAR = 40


class PersonCardView(QFrame):
    """`show_card` may be called again for the same person.

    Signals, each with the card: `details_asked`, `place_asked`; family_asked(ref).
    """

    details_asked = Signal(object)
    place_asked = Signal(object)
    family_asked = Signal(str)

    def __init__(self, theme: Theme, card: PersonCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._theme = theme
        self.card = card
        self._shows_restricted = False
        self._avatar = Avatar(theme, card.name, _AVATAR)
        self._name = Label("", "heading")
        self._name.setWordWrap(True)
        self._who = Label("", "body", "ink2")
        self.badge = StateBadge(theme, TO_CHECK)
        self._marks = FlowingText(theme, "", "small", "ink2")
        self._safe_sign = IconLabel(theme, "shield-alert", 16, "warnTx")
        self._safe = FlowingText(theme, "", "small", "warn")
        self.show_safe("")
        self._facts: QWidget | None = None
        self.reveal = Button(theme, "Show details", icon="eye", tall=32)
        self.edit = Button(theme, "Edit details", icon="pencil", tall=32)
        self.place = Button(theme, "Place in family", icon="users-round", tall=32)
        self.others: list[Button] = []
        self._elsewhere = QHBoxLayout()
        self._elsewhere.setSpacing(8)
        self.reveal.clicked.connect(self._show_restricted)
        self.edit.clicked.connect(lambda: self.details_asked.emit(self.card))
        self.place.clicked.connect(lambda: self.place_asked.emit(self.card))
        self._lay_out()
        self.show_card(card)

    def show_card(self, card: PersonCard) -> None:
        """Show a person."""
        self.card = card
        about = ", ".join(part for part in (card.role_words, card.age_words) if part)
        self.setAccessibleName(f"{card.name}: {about}" if about else card.name)
        self._avatar.set_name(card.name)
        self._name.setText(card.name)
        called = f"called {card.called}" if card.called != card.person.given_name else ""
        self._who.setText(" · ".join(part for part in (about, called) if part))
        self.badge.setVisible(card.restricted or bool(card.doubts))
        self.badge.set_look(RESTRICTED if card.restricted else TO_CHECK)
        self._marks.set_text(" · ".join(card.marks))
        self._marks.setVisible(bool(card.marks))
        hidden = card.restricted and not self._shows_restricted
        self._show_facts(() if hidden else tuple(_facts(card)))
        self.reveal.setVisible(hidden)
        self.edit.setVisible(not hidden)
        self._show_elsewhere(card)
        for button in (self.reveal, self.edit, self.place):
            button.setAccessibleName(f"{button.text()}: {card.name}")

    def show_safe(self, instruction: str) -> None:
        """How it is safe to reach them, before the numbers; "" when nothing is agreed."""
        self._safe.set_strong([("Safe contact: ", True), (instruction, False)])
        for part in (self._safe, self._safe_sign):
            part.setVisible(bool(instruction))

    def _show_restricted(self) -> None:
        self._shows_restricted = True
        self.show_card(self.card)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_facts(self, facts: tuple[tuple[str, str, str], ...]) -> None:
        """Label and value, line by line; a doubt stands under the number it is about."""
        if self._facts is not None:
            self._facts.hide()
            self._facts.deleteLater()
        part = self._facts = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        row = 0
        for label, value, doubt in facts:
            name = FlowingText(self._theme, label, "small", "ink2")
            name.setFixedWidth(self._theme.px(104))
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            words = FlowingText(self._theme, value, "small")
            words.setAccessibleName(f"{label}: {value}")
            grid.addWidget(words, row, 1)
            row += 1
            if doubt:
                grid.addLayout(self._doubt(doubt), row, 1)
                row += 1
        self._body.addWidget(part)
        part.setVisible(bool(facts))

    def _doubt(self, sentence: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        sign = IconLabel(self._theme, "triangle-alert", 16, "warnTx")
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(FlowingText(self._theme, sentence, "small", "warn"), 1)
        return line

    def _show_elsewhere(self, card: PersonCard) -> None:
        refs = [button.property("family") for button in self.others]
        if refs == list(card.elsewhere):
            return
        for button in self.others:
            button.hide()
            button.deleteLater()
        self.others = []
        for ref in card.elsewhere:
            button = Button(self._theme, f"Also in {ref}", kind="link", tall=32)
            button.setAccessibleName(f"{card.name} is also in family {ref}: open it")
            button.setProperty("family", ref)
            button.clicked.connect(lambda _=False, one=ref: self.family_asked.emit(one))
            self._elsewhere.insertWidget(len(self.others), button)
            self.others.append(button)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._who)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        self._body = QVBoxLayout()
        actions = QHBoxLayout()
        actions.setSpacing(8)
        for button in (self.reveal, self.edit, self.place):
            actions.addWidget(button)
        actions.addStretch(1)
        self._elsewhere.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 11, 15, 11)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._marks)
        safe = QHBoxLayout()
        safe.setSpacing(6)
        safe.addWidget(self._safe_sign, 0, Qt.AlignmentFlag.AlignTop)
        safe.addWidget(self._safe, 1)
        column.addLayout(safe)
        column.addLayout(self._body)
        column.addLayout(self._elsewhere)
        column.addStretch(1)
        column.addSpacing(4)
        column.addLayout(actions)


def _facts(card: PersonCard) -> Iterator[tuple[str, str, str]]:
    """Label, value, and the sentence about it when it does not check."""
    person = card.person
    born = long_date(person.date_of_birth) if person.date_of_birth else "Not known"
    yield "Born", born, ""
    if person.died_on is not None:
        yield "Died", long_date(person.died_on), ""
    for field, label in NUMBERS.items():
        value = getattr(person, field)
        if value:
            short = {"nino": "NI number", "la_child_id": "Council id"}.get(field, label)
            yield short, value, doubt_of(card.doubts, label)
    for field, label in (("phone", "Phone"), ("email", "Email"), ("school", "School")):
        value = getattr(person, field)
        if value:
            yield label, value, ""
