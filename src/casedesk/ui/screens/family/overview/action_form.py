"""The form for a new action: what, by when, and who."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from casedesk.domain.field_problems import FieldProblem
from casedesk.services.actions import ActionEntry
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.field import Field


class ActionForm(QWidget):
    """Gives an `ActionEntry`; `show_problems` marks the fields a refusal names."""

    def __init__(
        self, theme: Theme, worker: str, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = QLineEdit()
        self.title.setMaxLength(200)
        self.due = DateField(theme, "Due on", today=today)
        self.owner = QLineEdit(worker)
        self._fields = {
            "title": Field(
                theme, "What is to be done", self.title, hint="Start with a verb: call, book, ask"
            ),
            "due": Field(theme, "Due on", self.due, hint="Leave empty when there is no date"),
            "owner": Field(theme, "Who does it", self.owner),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for one in self._fields.values():
            column.addWidget(one)
        self.setFocusProxy(self.title)
        self.due.problem_changed.connect(self._fields["due"].set_error)

    @property
    def is_readable(self) -> bool:
        """Whether what stands in the date field is a date, or nothing."""
        return not self.due.problem

    def entry(self) -> ActionEntry:
        """What is typed."""
        return ActionEntry(
            title=self.title.text(), due=self.due.value(), owner=self.owner.text().strip() or None
        )

    def show_problems(self, problems: tuple[FieldProblem, ...]) -> None:
        """Mark what should be otherwise, and go to the first of it."""
        said = {one.field: f"{one.label} {one.expected}" for one in problems}
        for name, field in self._fields.items():
            field.set_error(said.get(name, ""))
        first = next((self._fields[one.field] for one in problems if one.field in said), None)
        if first is not None:
            first.control.setFocus()
