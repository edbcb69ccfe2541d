"""The addresses of the form: those there are, and one more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.records import Address
from casedesk.ui.screens.family.details.address_part import AddressPart
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.field import Field


class AddressList(QWidget):
    """Signals: edited(): an address was changed or added."""

    edited = Signal()

    def __init__(
        self, theme: Theme, family_id: str, addresses: Sequence[Address], today: Callable[[], date]
    ) -> None:
        super().__init__()
        self._theme, self._today, self._family_id = theme, today, family_id
        self.parts: list[AddressPart] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(20)
        self.add = Button(theme, "Add an address", icon="plus", tall=32)
        self.add.clicked.connect(self._on_add)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._column)
        column.addLayout(foot)
        for address in addresses:
            self._put(address)

    def fields(self) -> dict[str, Field]:
        """The fields of those in which something stands, as a refusal names them."""
        shown = [part for part in self.parts if not part.is_blank]
        return {
            f"addresses.{place}.{name}": field
            for place, part in enumerate(shown)
            for name, field in part.fields.items()
        }

    def controls(self) -> dict[str, QWidget]:
        """Their controls, likewise."""
        return {name: field.control for name, field in self.fields().items()}

    def records(self) -> tuple[Address, ...]:
        """The addresses as changed; new ones in which nothing is typed are left out."""
        return tuple(part.record() for part in self.parts if not part.is_blank)

    def kept(self) -> list[dict[str, Any]]:
        """As a draft keeps them."""
        return [part.kept() for part in self.parts]

    def put_back(self, kept: Sequence[dict[str, Any]]) -> None:
        """Fill them from a draft."""
        while len(self.parts) < len(kept):
            self._put_new(current=False)
        for part, one in zip(self.parts, kept, strict=False):
            part.put_back(one)

    def _on_add(self) -> None:
        part = self._put_new(current=True)
        self._on_lived_at(part)
        part.controls["address"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _put_new(self, *, current: bool) -> AddressPart:
        return self._put(Address(id="", family_id=self._family_id, address="", current=current))

    def _put(self, address: Address) -> AddressPart:
        part = AddressPart(self._theme, address, self._today, len(self.parts) + 1)
        part.edited.connect(self.edited)
        part.lived_at.connect(partial(self._on_lived_at, part))
        self._column.addWidget(part)
        self.parts.append(part)
        return part

    def _on_lived_at(self, part: AddressPart) -> None:
        """A family lives at one address."""
        for other in self.parts:
            if other is not part:
                other.current.setChecked(False)
