"""A person's place in this family: role, household, who holds responsibility, from when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from casedesk.domain.records import Membership
from casedesk.domain.records.people import ROLES
from casedesk.domain.views.people_page import PersonCard
from casedesk.ui.forms.choice_boxes import words_box, yes_no_box
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.theme.theme import Theme

_ANSWERS = {
    "lives_in_household": "Lives in the household",
    "parental_responsibility": "Has parental responsibility",
    "dependent": "Dependent",
}


class MembershipForm(FormPanel):
    """`record()` is the membership as changed."""

    def __init__(
        self,
        theme: Theme,
        card: PersonCard,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Save place", parent)
        self.card = card
        membership = card.membership
        self.role = words_box(ROLES, membership.role)
        self.add_field("role", "Role in the family", self.role)
        self.boxes: dict[str, QComboBox] = {}
        for name, label in _ANSWERS.items():
            self.boxes[name] = yes_no_box(getattr(membership, name))
            self.add_field(name, label, self.boxes[name])
        self.joined = add_date(
            self,
            "joined_on",
            "Joined the family on",
            today,
            value=membership.joined_on,
            leaning="back",
            hint="Leave empty when they were always in it",
        )
        self.left = add_date(
            self,
            "left_on",
            "Last day in the family",
            today,
            value=membership.left_on,
            hint="Somebody who has left stays in the records of the time before",
        )
        self.body.addStretch(1)
        self.setFocusProxy(self.role)

    def record(self) -> Membership:
        """What is chosen. Raises `InvalidFields` for what is no date."""
        values: dict[str, Any] = {name: box.currentData() for name, box in self.boxes.items()}
        values |= read_days({"joined_on": self.joined, "left_on": self.left})
        return replace(self.card.membership, role=self.role.currentData(), **values)
