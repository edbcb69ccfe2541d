"""How the people of a family are related, a sentence each."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.domain.views.people_page import PeoplePage, RelationshipLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.rows_card import RowsCard

_NONE = "Nobody’s relationship is recorded yet. The household drawing is made from them."


class RelationshipsCard(RowsCard):
    """Shows a `PeoplePage`; a line is a `RelationshipLine`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Relationships", "Add a relationship", gap=0, parent=parent)

    def show_page(self, page: PeoplePage) -> None:
        """Show them; the focus stays on the one it was on."""
        lines = sorted(page.relationships, key=lambda one: one.ended)
        none = None if lines else FlowingText(self._theme, _NONE, "body", "ink2")
        self.show_rows(lines, self._row, none)
        self.set_count(len(lines) or None)
        self.add.setEnabled(len(page.people) > 1)

    def _row(self, line: RelationshipLine) -> QWidget:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 2, 0, 2)
        inside.setSpacing(8)
        words = f"{line.words} (ended)" if line.ended else line.words
        inside.addWidget(
            FlowingText(self._theme, words, "body", "ink2" if line.ended else "ink"), 1
        )
        inside.addWidget(self.pencil(line.record.id, f"Change: {words}", line))
        return row
