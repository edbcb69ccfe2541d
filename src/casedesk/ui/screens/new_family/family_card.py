"""The fields of the family itself: its name, how it came, its programme, where it lives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from casedesk.domain.records.family import STATUSES
from casedesk.services.settings import Programme
from casedesk.ui.forms.choice_boxes import choice_box, text_line, words_box
from casedesk.ui.forms.entered import empty, entered
from casedesk.ui.forms.form_values import on_change, put_value, value_of
from casedesk.ui.screens.new_family.field_grid import FieldGrid
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.field import Field

FIRST_STATUS = "referred"
OWN_REFERENCE = "CaseDesk gives one"
PROTECTED = "Protected address: only for those named in a decision"


class FamilyCard(Card):
    """Signals: edited(): something was typed or chosen; named(name): the family's name."""

    edited = Signal()
    named = Signal(str)

    def __init__(
        self,
        theme: Theme,
        programmes: Sequence[Programme],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "The family", parent=parent)
        self.name = text_line()
        self.programme = choice_box(((one.name, one.id) for one in programmes), None, or_none=False)
        self.keyworker = text_line()
        self.protected = QCheckBox(PROTECTED)
        ref = text_line()
        ref.setPlaceholderText(OWN_REFERENCE)
        self.controls: dict[str, QWidget] = {
            "name": self.name,
            "ref": ref,
            "status": words_box(STATUSES, FIRST_STATUS),
            "referral_source": text_line(),
            "referred_on": DateField(theme, "Referred on", today=today, leaning="back"),
            "programme": self.programme,
            "keyworker": self.keyworker,
            "started_on": DateField(theme, "Work started on", today=today, leaning="back"),
            "address": text_line(),
            "postcode": text_line(),
            "protected_address": self.protected,
        }
        self.fields: dict[str, Field] = {}
        grid = FieldGrid(theme)
        for name, label, span in (
            ("name", "Family name", 1),
            ("ref", "Reference", 1),
            ("keyworker", "Keyworker", 1),
            ("status", "Status", 1),
            ("referral_source", "Referred by", 1),
            ("referred_on", "Referred on", 1),
            ("programme", "Programme", 2),
            ("started_on", "Work started on", 1),
            ("address", "Address", 2),
            ("postcode", "Postcode", 1),
        ):
            field = Field(theme, label, self.controls[name])
            self.fields[name] = field
            grid.add(field, span)
        self.body.setSpacing(12)
        self.body.addWidget(grid)
        self.body.addWidget(self.protected)
        for name, control in self.controls.items():
            on_change(control, self._on_edited)
            if isinstance(control, DateField):
                control.problem_changed.connect(self.fields[name].set_error)
        self.name.textChanged.connect(self.named)

    def start_with(self, programme: str, keyworker: str) -> None:
        """An empty form, with what is usual."""
        for control in self.controls.values():
            empty(control)
        self.programme.setCurrentIndex(max(0, self.programme.findData(programme)))
        put_value(self.controls["status"], FIRST_STATUS)
        self.keyworker.setText(keyworker)

    def values(self) -> dict[str, Any]:
        """What is typed, by the names `NewFamily` has."""
        values = {name: entered(control) for name, control in self.controls.items()}
        for needed in ("name", "ref"):
            values[needed] = values[needed] or ""
        return values

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed that somebody would miss."""
        return not any(
            value_of(self.controls[name])
            for name in (
                "name", "ref", "referral_source", "referred_on", "started_on", "address",
                "postcode",
            )
        )  # fmt: skip

    def kept(self) -> dict[str, Any]:
        """As a draft keeps it."""
        return {name: value_of(control) for name, control in self.controls.items()}

    def put_back(self, kept: Mapping[str, Any]) -> None:
        """Fill it from a draft."""
        for name, control in self.controls.items():
            if name in kept:
                put_value(control, kept[name])

    def _on_edited(self, *_: object) -> None:
        self.edited.emit()
