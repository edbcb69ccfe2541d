"""The question before a consent is withdrawn: what stops, from when, and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from casedesk.domain.errors import KnownError
from casedesk.domain.field_problems import InvalidFields
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.dialog_form import DialogForm
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.flowing_text import FlowingText

_WHY_NEEDED = "Say why in a few words: it stands in the history"


class WithdrawForm(DialogForm):
    """Stands in a dialog; `is_ready` marks what is missing."""

    def __init__(
        self, theme: Theme, stops: str, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.setMinimumWidth(theme.px(420))
        self.body.addWidget(FlowingText(theme, stops))
        self.reason = self.text_box(3)
        self.add_field("withdrawn_reason", "What they said", self.reason)
        self.on = add_date(self, "withdrawn_on", "From when", today, value=today(), leaning="back")
        self.setFocusProxy(self.reason)

    @property
    def text(self) -> str:
        """The reason as typed."""
        return self.reason.toPlainText().strip()

    def is_ready(self) -> bool:
        """Whether it can be saved; what is missing is marked."""
        missing = "" if self.text else _WHY_NEEDED
        self.fields["withdrawn_reason"].set_error(missing)
        if missing:
            self.reason.setFocus()
        return not missing and not self.on.problem

    def day(self) -> date | None:
        """From when. Raises `InvalidFields` for what is no date."""
        return read_days({"withdrawn_on": self.on})["withdrawn_on"]

    def refuse(self, error: KnownError) -> None:
        """As `FormFields.refuse`; what names no field is about the day."""
        super().refuse(error)
        if not isinstance(error, InvalidFields):
            self.trouble.hide()
            self.fields["withdrawn_on"].set_error(error.sentence)
