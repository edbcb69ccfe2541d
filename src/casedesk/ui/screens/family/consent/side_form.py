"""A form of this tab: what is wrong with all of it is said at its top, above the fields."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casedesk.domain.errors import KnownError
from casedesk.ui.screens.family.criteria.form_panel import FormPanel
from casedesk.ui.theme.theme import Theme


class SideForm(FormPanel):
    """The refusal scrolls with the fields, so that the buttons below them stay where they are."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, parent)
        column = self.layout()
        if column is not None:
            column.removeWidget(self.trouble)
        self.body.insertWidget(0, self.trouble)

    def refuse(self, error: KnownError) -> None:
        """As `FormPanel.refuse`, and go to what it says."""
        super().refuse(error)
        if self.trouble.isVisibleTo(self):
            self._area.verticalScrollBar().setValue(0)
