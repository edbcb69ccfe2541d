"""Somebody new in the family, after a look whether the vault has them already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.records.people import ROLES, SEXES
from casedesk.domain.views.new_family import LikelyPerson, NewPerson
from casedesk.ui.forms.choice_boxes import text_line, typed, words_box, yes_no_box
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.flowing_text import FlowingText

_MOST = 3


class AddPersonForm(FormPanel):
    """Signals: same_chosen(person_id): it is somebody the vault has; new_chosen(): it is not."""

    same_chosen = Signal(str)
    new_chosen = Signal()

    def __init__(
        self, theme: Theme, ref: str, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "Add person", parent)
        self._ref = ref
        self.answers: list[Button] = []
        self._likely: QWidget | None = None
        self.lines: dict[str, QLineEdit] = {}
        self._add_line("given_name", "Given name")
        self._add_line("family_name", "Family name")
        self._add_line("known_as", "Likes to be called", "Leave empty when it is the given name")
        self.born = add_date(self, "date_of_birth", "Born", today, leaning="back")
        self.boxes: dict[str, QComboBox] = {
            "role": words_box(ROLES, None),
            "lives_in_household": yes_no_box(None),
            "parental_responsibility": yes_no_box(None),
            "sex": words_box(SEXES, None),
        }
        for name, label in (
            ("role", "Role in the family"),
            ("lives_in_household", "Lives in the household"),
            ("parental_responsibility", "Has parental responsibility"),
            ("sex", "Sex"),
        ):
            self.add_field(name, label, self.boxes[name])
        self._add_line("nhs_number", "NHS number")
        self._add_line("upn", "UPN", "The number a school knows a child by")
        self._add_line("phone", "Phone")
        self._add_line("school", "School or nursery")
        self.body.addStretch(1)
        self.setFocusProxy(self.lines["given_name"])

    def entry(self) -> NewPerson:
        """What is typed. Raises `InvalidFields` for what is no date."""
        values: dict[str, Any] = {name: typed(line) for name, line in self.lines.items()}
        for needed in ("given_name", "family_name"):
            values[needed] = values[needed] or ""
        values |= {name: box.currentData() for name, box in self.boxes.items()}
        values |= read_days({"date_of_birth": self.born})
        return NewPerson(**values)

    def show_likely(self, people: Sequence[LikelyPerson]) -> None:
        """Ask whether it is one of these, above the fields."""
        self.set_busy(False)
        self.forget_likely()
        part = Card(self.theme, "Is it one of these?")
        for one in people[:_MOST]:
            part.body.addWidget(self._one(one))
        new = Button(self.theme, "Add as somebody new", tall=32)
        new.clicked.connect(self.new_chosen)
        row = QHBoxLayout()
        row.addWidget(new)
        row.addStretch(1)
        part.body.addLayout(row)
        self.answers.append(new)
        self._likely = part
        self.body.insertWidget(0, part)
        self._area.verticalScrollBar().setValue(0)
        self.answers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_likely(self) -> None:
        """Take the question away."""
        self.answers = []
        if self._likely is not None:
            self._likely.hide()
            self._likely.deleteLater()
            self._likely = None

    def _one(self, one: LikelyPerson) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        born = f", born {long_date(one.born)}" if one.born is not None else ""
        where = f", in {', '.join(one.families)}" if one.families else ""
        words = FlowingText(self.theme)
        words.set_strong([(one.name, True), (f"{born}{where}: {one.why}.", False)])
        column.addWidget(words)
        if self._ref in one.families:
            column.addWidget(FlowingText(self.theme, "Is in this family already.", "small", "ink2"))
            return part
        button = Button(self.theme, f"Add this {one.name}", tall=32)
        button.clicked.connect(lambda: self.same_chosen.emit(one.person_id))
        self.answers.append(button)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return part

    def _add_line(self, name: str, label: str, hint: str = "") -> None:
        self.lines[name] = text_line()
        self.add_field(name, label, self.lines[name], hint)
