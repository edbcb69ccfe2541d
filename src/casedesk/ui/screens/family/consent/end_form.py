"""The last day of a sharing decision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.theme.theme import Theme


class EndDecisionForm(FormPanel):
    """Asks for the day after which the decision no longer counts."""

    def __init__(
        self, theme: Theme, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "End the decision", parent)
        self.on = add_date(
            self, "to_on", "Last day", today, value=today(), hint="It still counts on that day."
        )
        self.body.addStretch(1)

    def last_day(self) -> date:
        """The last day. Raises `InvalidFields` where there is none."""
        day = read_days({"to_on": self.on})["to_on"]
        if day is None:
            raise InvalidFields([FieldProblem("to_on", "The last day", "is needed")])
        return day
