"""The form of a family's details: name, alert, its time in the programme, its addresses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.field_problems import refuse
from casedesk.domain.records import Family, Involvement
from casedesk.domain.records.family import STATUSES
from casedesk.domain.typed_dates import Leaning
from casedesk.domain.views.family_details import FamilyDetails
from casedesk.services.settings import Programme
from casedesk.ui.forms.choice_boxes import choice_box, text_line, words_box
from casedesk.ui.forms.dates import add_date
from casedesk.ui.forms.entered import dates_that_are_none, entered
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.forms.form_values import on_change, put_value
from casedesk.ui.screens.family.details.address_list import AddressList
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.label import Label, Paragraph

_FAMILY = ("name", "status", "referral_source")
_ALERT = ("alert", "alert_reason", "alert_agreed_by", "alert_review_on")
_WORK = (
    "programme", "keyworker", "team", "referred_on", "started_on", "closed_on", "closure_reason",
)  # fmt: skip


AGAIN = "again"
"""The name under which a draft keeps that the work begins again."""


class DetailsForm(FormPanel):
    """`details()` is what is to be saved.

    `again` starts a second time in the programme where the one before is over.
    """

    def __init__(
        self,
        theme: Theme,
        details: FamilyDetails,
        programmes: Sequence[Programme],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Save details", parent)
        self._before = details
        self._today = today
        self.starts_again = False
        self.controls: dict[str, QWidget] = {}
        self._add_family(details.family)
        self._add_work(details.involvement, programmes)
        self._head("Addresses")
        self.addresses = AddressList(theme, details.family.id, details.addresses, today)
        self.addresses.edited.connect(self.edited)
        self.body.addWidget(self.addresses)
        self.body.addStretch(1)
        self.setFocusProxy(self.controls["name"])
        on_change(self.controls["alert"], self._show_alert)
        closed = self.controls["closed_on"]
        if isinstance(closed, DateField):
            closed.date_changed.connect(self._on_closed)
        self._show_alert()

    def details(self) -> FamilyDetails:
        """What is typed. Raises `InvalidFields` for what is no date."""
        self.fields |= self.addresses.fields()
        refuse(dates_that_are_none({**self.controls, **self.addresses.controls()}))
        values: dict[str, Any] = {name: entered(one) for name, one in self.controls.items()}
        values["name"] = values["name"] or ""
        if not values["alert"]:
            values |= dict.fromkeys(_ALERT)
        family = replace(
            self._before.family, **{name: values[name] for name in (*_FAMILY, *_ALERT)}
        )
        work = {name: values[name] for name in _WORK}
        before = None if self.starts_again else self._before.involvement
        if before is None and any(work.values()):
            before = Involvement(id="", family_id=family.id, current=True)
        return FamilyDetails(
            family,
            None if before is None else replace(before, **work),
            self.addresses.records(),
        )

    def values_kept(self) -> dict[str, Any]:
        """As `FormFields.values_kept`, with the addresses."""
        more = {"addresses": self.addresses.kept(), AGAIN: self.starts_again}
        return super().values_kept() | more

    def put_values(self, values: Mapping[str, Any]) -> None:
        """As `FormFields.put_values`, with the addresses."""
        if values.get(AGAIN) is True and not self.again.isHidden():
            self.start_again()
        super().put_values(values)
        if isinstance(values.get("addresses"), list):
            self.addresses.put_back(values["addresses"])

    def _add_family(self, family: Family) -> None:
        self._add("name", "Family name", text_line(family.name))
        self._add("status", "Status", words_box(STATUSES, family.status))
        self._add("referral_source", "Referred by", text_line(family.referral_source))
        self._head("Alert")
        hint = "Leave empty when there is no alert"
        self._add("alert", "What to know before a visit", text_line(family.alert), hint)
        why = self.text_box(3)
        why.setPlainText(family.alert_reason or "")
        self._add("alert_reason", "Why", why)
        self._add("alert_agreed_by", "Agreed by", text_line(family.alert_agreed_by))
        self._add_date(
            "alert_review_on", "Look at the alert again on", family.alert_review_on, "ahead"
        )

    def _add_work(self, work: Involvement | None, programmes: Sequence[Programme]) -> None:
        self._head("Programme")
        self._add_again(work)
        shown = work or Involvement(id="", family_id="")
        choices = ((one.name, one.id) for one in programmes)
        self._add("programme", "Programme", choice_box(choices, shown.programme))
        self._add("keyworker", "Keyworker", text_line(shown.keyworker))
        self._add("team", "Team", text_line(shown.team))
        self._add_date("referred_on", "Referred on", shown.referred_on)
        self._add_date("started_on", "Work started on", shown.started_on)
        self._add_date("closed_on", "Work ended on", shown.closed_on)
        self._add("closure_reason", "Why it ended", text_line(shown.closure_reason))

    def _add_again(self, work: Involvement | None) -> None:
        """Where the work is over: it may begin again."""
        self.again = Button(self.theme, "Start work again", icon="play", tall=32)
        self.again.clicked.connect(self.start_again)
        self._earlier = Paragraph(self.theme, "", "small", "ink2")
        self.body.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._earlier)
        self._earlier.hide()
        ended = work.closed_on if work is not None else None
        self.again.setVisible(ended is not None)
        if ended is not None:
            words = f"The work that ended on {long_date(ended)} stays in the records."
            self._earlier.set_text(words)

    def start_again(self) -> None:
        """Empty what belongs to the work before; what is saved is a second time."""
        self.starts_again = True
        for name in ("referred_on", "closed_on", "closure_reason"):
            put_value(self.controls[name], "")
        put_value(self.controls["started_on"], long_date(self._today()))
        put_value(self.controls["status"], "open")
        self.again.hide()
        self._earlier.show()
        self.controls["started_on"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _add(self, name: str, label: str, control: QWidget, hint: str = "") -> None:
        self.controls[name] = control
        self.add_field(name, label, control, hint)

    def _add_date(
        self, name: str, label: str, value: date | None, leaning: Leaning = "back"
    ) -> None:
        self.controls[name] = add_date(self, name, label, self._today, value=value, leaning=leaning)

    def _head(self, words: str) -> None:
        self.body.addWidget(Hairline())
        self.body.addWidget(Label(words, "heading"))

    def _show_alert(self, *_: object) -> None:
        """Why, who agreed and until when are asked for where there is an alert."""
        shown = bool(entered(self.controls["alert"]))
        for name in _ALERT[1:]:
            self.fields[name].setVisible(shown)

    def _on_closed(self, day: date | None) -> None:
        """Work that has ended is closed, unless the worker says otherwise."""
        if day is not None:
            put_value(self.controls["status"], "closed")
