"""The form for a new action: what, by when, and who."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from casedesk.services.actions import ActionEntry
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.dialog_form import DialogForm
from casedesk.ui.theme.theme import Theme


class ActionForm(DialogForm):
    """Gives an `ActionEntry`."""

    def __init__(
        self, theme: Theme, worker: str, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.title = QLineEdit()
        self.title.setMaxLength(200)
        self.add_field(
            "title", "What is to be done", self.title, "Start with a verb: call, book, ask"
        )
        self.due = add_date(
            self, "due", "Due on", today, hint="Leave empty when there is no date", leaning="ahead"
        )
        self.owner = QLineEdit(worker)
        self.add_field("owner", "Who does it", self.owner)
        self.setFocusProxy(self.title)

    def entry(self) -> ActionEntry:
        """What is typed. Raises `InvalidFields` for what is no date."""
        return ActionEntry(
            title=self.title.text(),
            due=read_days({"due": self.due})["due"],
            owner=self.owner.text().strip() or None,
        )
