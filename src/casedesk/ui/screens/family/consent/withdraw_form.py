"""The question before a consent is withdrawn: what stops, from when, and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from casedesk.domain.errors import KnownError
from casedesk.domain.field_problems import InvalidFields
from casedesk.ui.screens.family.consent.form_parts import read_days
from casedesk.ui.screens.family.flowing_text import FlowingText
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.field import Field

_WHY_NEEDED = "Say why in a few words: it stands in the history"


class WithdrawForm(QWidget):
    """Stands in a dialog; `is_ready` marks what is missing."""

    def __init__(
        self, theme: Theme, stops: str, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setMinimumWidth(theme.px(420))
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(theme.px(20) * 3 + 16)
        self.on = DateField(theme, "From when", today=today, value=today())
        self._fields = {
            "withdrawn_reason": Field(theme, "What they said", self.reason),
            "withdrawn_on": Field(theme, "From when", self.on),
        }
        self.on.problem_changed.connect(self._fields["withdrawn_on"].set_error)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(FlowingText(theme, stops))
        for field in self._fields.values():
            column.addWidget(field)
        self.setFocusProxy(self.reason)

    @property
    def text(self) -> str:
        """The reason as typed."""
        return self.reason.toPlainText().strip()

    def is_ready(self) -> bool:
        """Whether it can be saved; what is missing is marked."""
        missing = "" if self.text else _WHY_NEEDED
        self._fields["withdrawn_reason"].set_error(missing)
        if missing:
            self.reason.setFocus()
        return not missing and not self.on.problem

    def day(self) -> date | None:
        """From when. Raises `InvalidFields` for what is no date."""
        return read_days({"withdrawn_on": self.on})["withdrawn_on"]

    def refuse(self, error: KnownError) -> None:
        """Say what the refusal names, under its field."""
        problems = error.fields if isinstance(error, InvalidFields) else ()
        said = {one.field: str(one) for one in problems} or {"withdrawn_on": error.sentence}
        for name, field in self._fields.items():
            field.set_error(said.get(name, ""))
