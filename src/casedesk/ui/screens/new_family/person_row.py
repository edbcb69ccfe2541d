"""One person of the new family: who they are, or the person of the vault they are."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.records.people import ROLES, SEXES
from casedesk.domain.views.new_family import LikelyPerson, NewPerson
from casedesk.ui.forms.choice_boxes import text_line, words_box, yes_no_box
from casedesk.ui.forms.entered import entered
from casedesk.ui.forms.form_values import on_change, put_value, value_of
from casedesk.ui.screens.new_family.field_grid import FieldGrid
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.field import Field
from casedesk.ui.widgets.label import Label

_IDS = itertools.count(1)
_WHO = ("given_name", "family_name", "known_as", "date_of_birth", "sex")
_PLACE = ("role", "lives_in_household", "parental_responsibility")
_MORE = ("nhs_number", "upn", "phone", "school")
_LABELS = {
    "given_name": "Given name",
    "family_name": "Family name",
    "known_as": "Likes to be called",
    "date_of_birth": "Born",
    "sex": "Sex",
    "role": "Role in the family",
    "lives_in_household": "Lives in the household",
    "parental_responsibility": "Has parental responsibility",
    "nhs_number": "NHS number",
    "upn": "UPN, the school's number for a child",
    "phone": "Phone",
    "school": "School or nursery",
}


class PersonRow(QWidget):
    """Signals: edited(): something changed; removed(): take it out of the form."""

    edited = Signal()
    removed = Signal()

    def __init__(
        self, theme: Theme, number: int, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.id = next(_IDS)
        self._number = number
        self.same_as: str | None = None
        self._said = ""
        self.family_name = text_line()
        self._own_family_name = False
        self.controls: dict[str, QWidget] = {
            "given_name": text_line(),
            "family_name": self.family_name,
            "known_as": text_line(),
            "date_of_birth": DateField(theme, "Born", today=today, leaning="back"),
            "sex": words_box(SEXES, None),
            "role": words_box(ROLES, None),
            "lives_in_household": yes_no_box(None),
            "parental_responsibility": yes_no_box(None),
            **{name: text_line() for name in _MORE},
        }
        self._title = Label("", "sub")
        self.more = Button(theme, "", kind="quiet", icon="chevron-down", tall=32)
        self.remove = Button(theme, "", kind="quiet", icon="x", tall=32)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title, 1)
        head.addWidget(self.more)
        head.addWidget(self.remove)
        self.linked = Banner(theme, "good", "", link="Enter somebody else", icon="link")
        self.linked.hide()
        self.linked.followed.connect(self.unlink)
        self.fields = {
            name: Field(theme, _LABELS[name], control) for name, control in self.controls.items()
        }
        self._grid, self._more = FieldGrid(theme), FieldGrid(theme)
        for name in (*_WHO, *_PLACE):
            self._grid.add(self.fields[name])
        for name in _MORE:
            self._more.add(self.fields[name])
        self._more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.linked)
        column.addWidget(self._grid)
        column.addWidget(self._more)
        self._connect()
        self.set_number(number)

    def _connect(self) -> None:
        for name, control in self.controls.items():
            on_change(control, self._on_edited)
            if isinstance(control, DateField):
                control.problem_changed.connect(self.fields[name].set_error)
        self.family_name.textEdited.connect(self._on_family_name)
        self.more.clicked.connect(lambda: self.show_more(shown=self._more.isHidden()))
        self.remove.clicked.connect(self.removed)

    def set_number(self, number: int) -> None:
        """Which person of the form it is, from 1."""
        self._number = number
        self._name_parts()

    @property
    def called(self) -> str:
        """The name in a sentence; "Person 2" while there is none."""
        known = self._line("known_as") or self._line("given_name")
        return known or f"Person {self._number}"

    @property
    def is_blank(self) -> bool:
        """Whether nobody is entered here."""
        if self.same_as is not None:
            return False
        typed = [name for name in self.controls if name != "family_name"]
        own_name = self._own_family_name and self._line("family_name")
        return not own_name and not any(value_of(self.controls[name]) for name in typed)

    def follow(self, name: str) -> None:
        """Take the family's name over while no other one was typed."""
        if not self._own_family_name:
            self.family_name.setText(name)

    def person(self) -> NewPerson:
        """What is typed."""
        values = {name: entered(control) for name, control in self.controls.items()}
        for needed in ("given_name", "family_name"):
            values[needed] = values[needed] or ""
        return NewPerson(same_as=self.same_as, **values)

    def link(self, known: LikelyPerson) -> None:
        """It is this person of the vault: their own details stay as they are there."""
        born = f", born {long_date(known.born)}" if known.born is not None else ""
        where = f", in {' and '.join(known.families)}" if known.families else ""
        self._link(known.person_id, f"{known.name}{born}{where}")

    def unlink(self) -> None:
        """It is somebody else after all."""
        self.same_as = None
        self._show_link()
        self.edited.emit()
        self.controls["given_name"].setFocus()

    def show_more(self, *, shown: bool) -> None:
        """Show or put away the numbers, phone and school."""
        self._more.setVisible(shown)
        self.more.set_icon("chevron-up" if shown else "chevron-down")
        self._name_parts()

    def kept(self) -> dict[str, Any]:
        """As a draft keeps it."""
        kept = {name: value_of(control) for name, control in self.controls.items()}
        return kept | {"same_as": self.same_as, "said": self._said}

    def put_back(self, kept: Mapping[str, Any]) -> None:
        """Fill it from a draft."""
        for name, control in self.controls.items():
            if name in kept:
                put_value(control, kept[name])
        self._own_family_name = bool(self._line("family_name"))
        self.show_more(shown=any(kept.get(name) for name in _MORE))
        if isinstance(kept.get("same_as"), str):
            self._link(kept["same_as"], str(kept.get("said", "")))
        self._name_parts()

    def _link(self, person_id: str, said: str) -> None:
        self.same_as, self._said = person_id, said
        self._show_link()
        self.edited.emit()

    def _show_link(self) -> None:
        linked = self.same_as is not None
        self.linked.setVisible(linked)
        if linked:
            self.linked.set_words(
                "good", "In the vault already", f"{self._said}.", link="Enter somebody else",
                icon="link",
            )  # fmt: skip
            self.show_more(shown=False)
        self._grid.leave_out(*(self.fields[name] for name in _WHO if linked))
        self._name_parts()

    def _line(self, name: str) -> str:
        control = self.controls[name]
        return control.text().strip() if isinstance(control, QLineEdit) else ""

    def _on_family_name(self, text: str) -> None:
        self._own_family_name = bool(text.strip())

    def _on_edited(self, *_: object) -> None:
        self._name_parts()
        self.edited.emit()

    def _name_parts(self) -> None:
        """The heading and what everything is called aloud."""
        called = self.called
        self._title.setText(called)
        less = not self._more.isHidden()
        self.more.setText("Show less" if less else "Numbers, phone, school")
        self.more.setVisible(self.same_as is None)
        self.more.setAccessibleName(f"{called}: {self.more.text().lower()}")
        self.remove.setText("Take out")
        self.remove.setAccessibleName(f"Take {called} out of the form")
        for name, control in self.controls.items():
            control.setAccessibleName(f"{called}: {_LABELS[name]}")
