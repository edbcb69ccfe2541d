"""A person's own details, as they are in every family they belong to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from casedesk.domain.records import Person
from casedesk.domain.records.people import SEXES
from casedesk.domain.views.people_page import PersonCard
from casedesk.ui.forms.choice_boxes import text_line, typed, words_box, yes_no_box
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.screens.family.people.identifiers import NUMBERS, doubt_of
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.flowing_text import FlowingText

_NAMES = {
    "given_name": ("Given name", ""),
    "family_name": ("Family name", ""),
    "known_as": ("Likes to be called", "Leave empty when it is the given name"),
}
_CONTACT = {
    "phone": ("Phone", ""),
    "email": ("Email", ""),
    "school": ("School or nursery", ""),
    "first_language": ("First language", ""),
}


class PersonForm(FormPanel):
    """`record()` is the person as changed."""

    def __init__(
        self,
        theme: Theme,
        card: PersonCard,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Save details", parent)
        self.card = card
        person = card.person
        self.lines: dict[str, QLineEdit] = {}
        if card.elsewhere:
            also = f"Also in {', '.join(card.elsewhere)}: what you change here changes there too."
            self.body.addWidget(FlowingText(theme, also, "small", "ink2"))
        self._add_lines(_NAMES)
        self.born = add_date(
            self, "date_of_birth", "Born", today, value=person.date_of_birth, leaning="back"
        )
        self.sex = words_box(SEXES, person.sex)
        self.add_field("sex", "Sex", self.sex)
        self._add_lines(_CONTACT)
        self.boxes: dict[str, QComboBox] = {}
        for name, label in (
            ("interpreter", "Needs an interpreter"),
            ("expectant", "Expecting a baby"),
        ):
            self.boxes[name] = yes_no_box(getattr(person, name))
            self.add_field(name, label, self.boxes[name])
        self._add_lines(
            {name: (label, doubt_of(card.doubts, label)) for name, label in NUMBERS.items()}
        )
        self.died = add_date(
            self, "died_on", "Died on", today, value=person.died_on, leaning="back"
        )
        self.body.addStretch(1)
        self.setFocusProxy(self.lines["given_name"])

    def record(self) -> Person:
        """What is typed. Raises `InvalidFields` for what is no date."""
        values: dict[str, Any] = {name: typed(line) for name, line in self.lines.items()}
        for needed in ("given_name", "family_name"):
            values[needed] = values[needed] or ""
        values |= {name: box.currentData() for name, box in self.boxes.items()}
        values |= read_days({"date_of_birth": self.born, "died_on": self.died})
        return replace(self.card.person, sex=self.sex.currentData(), **values)

    def _add_lines(self, lines: dict[str, tuple[str, str]]) -> None:
        for name, (label, hint) in lines.items():
            self.lines[name] = text_line(getattr(self.card.person, name))
            self.add_field(name, label, self.lines[name], hint)
