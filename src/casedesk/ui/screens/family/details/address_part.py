"""One address in the form: where, from when to when, and whether it is protected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.records import Address
from casedesk.ui.forms.choice_boxes import text_line
from casedesk.ui.forms.entered import entered
from casedesk.ui.forms.form_values import on_change, put_value, value_of
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.field import Field

PROTECTED = "Protected: only for those named in a decision"


class AddressPart(QWidget):
    """Signals: edited(); lived_at(): it was ticked as the address of today."""

    edited = Signal()
    lived_at = Signal()

    def __init__(
        self, theme: Theme, address: Address, today: Callable[[], date], number: int
    ) -> None:
        super().__init__()
        self._address = address
        self.current = QCheckBox("The family lives here now")
        self.current.setChecked(address.current)
        self.protected = QCheckBox(PROTECTED)
        self.protected.setChecked(address.protected)
        self.controls: dict[str, QWidget] = {
            "address": text_line(address.address),
            "postcode": text_line(address.postcode),
            "from_on": DateField(theme, "From", today=today, value=address.from_on, leaning="back"),
            "to_on": DateField(theme, "To", today=today, value=address.to_on),
            "current": self.current,
            "protected": self.protected,
        }
        self.fields = {
            name: Field(theme, label, self.controls[name])
            for name, label in (
                ("address", "Address" if number == 1 else f"Address {number}"),
                ("postcode", "Postcode"),
                ("from_on", "From"),
                ("to_on", "To"),
            )
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.fields["address"])
        column.addWidget(self.fields["postcode"])
        row = QHBoxLayout()
        row.setSpacing(12)
        for name in ("from_on", "to_on"):
            row.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.current)
        column.addWidget(self.protected)
        for name, control in self.controls.items():
            on_change(control, self._on_edited)
            control.setAccessibleName(f"Address {number}: {_spoken(name)}")
            if isinstance(control, DateField):
                control.problem_changed.connect(self.fields[name].set_error)
        self.current.toggled.connect(lambda on: self.lived_at.emit() if on else None)

    @property
    def is_blank(self) -> bool:
        """A new one in which nothing is typed."""
        return not self._address.id and not any(
            value_of(self.controls[name]) for name in ("address", "postcode", "from_on", "to_on")
        )

    def record(self) -> Address:
        """The address as changed."""
        values: dict[str, Any] = {name: entered(one) for name, one in self.controls.items()}
        return replace(self._address, **values | {"address": values["address"] or ""})

    def kept(self) -> dict[str, Any]:
        """As a draft keeps it."""
        return {name: value_of(control) for name, control in self.controls.items()}

    def put_back(self, kept: dict[str, Any]) -> None:
        """Fill it from a draft."""
        for name, control in self.controls.items():
            if name in kept:
                put_value(control, kept[name])

    def _on_edited(self, *_: object) -> None:
        self.edited.emit()


def _spoken(name: str) -> str:
    return {"from_on": "from", "to_on": "to", "current": "the family lives here now"}.get(
        name, name
    )
