"""The National Impact Study: somebody was told, objects, or objects no more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.flowing_text import FlowingText

_TOLD = "No consent is asked for the study. Record that you left the privacy notice with {name}."
_OBJECTS = "From that day nothing about {name} goes into the National Impact Study."
_ENDS = "A lead ends an objection, when {name} has changed their mind. It needs a reason."


class InformedForm(FormPanel):
    """The privacy notice was left with somebody."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        worker: str,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Save that they were told", parent)
        self.body.addWidget(FlowingText(theme, _TOLD.format(name=name), "body", "ink2"))
        self.notice = QLineEdit()
        self.add_field("notice_version", "Version of the privacy notice", self.notice, "Needed.")
        self.on = add_date(self, "decided_on", "When", today, value=today(), leaning="back")
        self.explained_by = QLineEdit(worker)
        self.add_field("explained_by", "Who explained it?", self.explained_by)
        self.body.addStretch(1)

    def values(self) -> dict[str, Any]:
        """What is filled in. Raises `InvalidFields` for what is no date."""
        return {
            "notice_version": self.notice.text(),
            "on": read_days({"decided_on": self.on})["decided_on"],
            "explained_by": self.explained_by.text().strip() or None,
        }


class ObjectionForm(FormPanel):
    """Somebody objects to the study."""

    def __init__(
        self, theme: Theme, name: str, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "Save objection", parent)
        self.body.addWidget(FlowingText(theme, _OBJECTS.format(name=name), "body", "ink2"))
        self.on = add_date(self, "on", "From when", today, value=today(), leaning="back")
        self.reason = self.text_box(3)
        self.add_field("reason", "What they said", self.reason, "Nobody has to give a reason.")
        self.body.addStretch(1)

    def values(self) -> dict[str, Any]:
        """What is filled in. Raises `InvalidFields` for what is no date."""
        days = read_days({"on": self.on})
        return {"on": days["on"], "reason": self.reason.toPlainText().strip() or None}


class EndObjectionForm(FormPanel):
    """A lead ends an objection."""

    def __init__(
        self, theme: Theme, name: str, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "End the objection", parent)
        self.body.addWidget(FlowingText(theme, _ENDS.format(name=name), "body", "ink2"))
        self.reason = self.text_box(3)
        self.add_field("reason", "Why does it end?", self.reason, "Needed.")
        self.lead = QLineEdit()
        self.add_field("lead", "Which lead ends it?", self.lead, "Not needed when you are a lead.")
        self.on = add_date(self, "on", "Last day", today, value=today())
        self.body.addStretch(1)

    def values(self) -> dict[str, Any]:
        """What is filled in. Raises `InvalidFields` for what is no date."""
        days = read_days({"on": self.on})
        return {
            "reason": self.reason.toPlainText(),
            "lead": self.lead.text().strip() or None,
            "on": days["on"],
        }
