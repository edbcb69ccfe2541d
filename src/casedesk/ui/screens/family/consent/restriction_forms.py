"""Restricting what may be done with somebody's record, and objections; lifting a restriction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from casedesk.domain.views.consents_page import ConsentPage
from casedesk.ui.forms.choice import Choice
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.tick_list import TickList

RESTRICT, OBJECT = "restrict", "object"
_KINDS = {RESTRICT: "Restrict the record", OBJECT: "Objects to purposes"}
_ABOUT = {
    RESTRICT: "The record stays and is shown. It is left out of every report, extract and list "
    "until the restriction is lifted.",
    OBJECT: "From that day nothing about them is used for these purposes. Only a lead ends an "
    "objection, with a reason.",
}
_LIFTED = "Afterwards the record is used again, as consents and decisions allow."


class RestrictionForm(FormPanel):
    """A new restriction or objection; `kind` says which."""

    def __init__(
        self,
        theme: Theme,
        page: ConsentPage,
        today: Callable[[], date],
        *,
        person_id: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Save restriction", parent)
        self.person = QComboBox()
        for one in page.people:
            self.person.addItem(one.name, one.person_id)
        self.person.setCurrentIndex(max(0, self.person.findData(person_id)))
        self.add_field("person_id", "Whose record is it?", self.person)
        self.choice = Choice(_KINDS, about="What is it", upright=True)
        self.add_field("kind", "What is it?", self.choice)
        self._about = FlowingText(theme, "", "small", "ink2")
        self.body.addWidget(self._about)
        self.purposes = TickList(page.purposes, about="Objects to", columns=1)
        self.add_field(
            "purposes", "Which purposes?", self.purposes, "With none ticked it is all of them."
        )
        self.on = add_date(self, "on", "From when", today, value=today(), leaning="back")
        self.reason = self.text_box(3)
        self.add_field("reason", "What they said", self.reason, "Needed for a restriction.")
        self.body.addStretch(1)
        self.choice.changed.connect(self._show_kind)
        self.setFocusProxy(self.person)
        self._show_kind()

    @property
    def kind(self) -> str:
        """RESTRICT or OBJECT."""
        return self.choice.value()

    @property
    def person_id(self) -> str:
        """Whose record it is."""
        return self.person.currentData() or ""

    def values(self) -> dict[str, Any]:
        """What is filled in. Raises `InvalidFields` for what is no date."""
        values: dict[str, Any] = {"on": read_days({"on": self.on})["on"]}
        values["reason"] = self.reason.toPlainText()
        if self.kind == OBJECT:
            values["purposes"] = self.purposes.value()
        return values

    def _show_kind(self) -> None:
        objects = self.kind == OBJECT
        self._about.set_text(_ABOUT[self.kind])
        self.fields["purposes"].setVisible(objects)
        self.save.setText("Save objection" if objects else "Save restriction")


class LiftForm(FormPanel):
    """The last day of a restriction, and why it is lifted."""

    def __init__(
        self, theme: Theme, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "Lift restriction", parent)
        self.body.addWidget(FlowingText(theme, _LIFTED, "body", "ink2"))
        self.reason = self.text_box(3)
        self.add_field("reason", "Why is it lifted?", self.reason, "Needed.")
        self.on = add_date(
            self, "on", "Last day", today, value=today(), hint="It still holds on that day."
        )
        self.body.addStretch(1)

    def values(self) -> dict[str, Any]:
        """What is filled in. Raises `InvalidFields` for what is no date."""
        return {"reason": self.reason.toPlainText(), "on": read_days({"on": self.on})["on"]}
