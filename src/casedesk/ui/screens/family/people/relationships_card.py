"""How the people of a family are related, a sentence each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.people_page import PeoplePage, RelationshipLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button, IconButton
from casedesk.ui.widgets.card import Card, Hairline
from casedesk.ui.widgets.flowing_text import FlowingText

_NONE = "Nobody’s relationship is recorded yet. The household drawing is made from them."


class RelationshipsCard(Card):
    """Signals: add_asked(); change_asked(line)."""

    add_asked = Signal()
    change_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Relationships", parent=parent)
        self._theme = theme
        self.add = Button(theme, "Add", kind="quiet", icon="plus", tall=32)
        self.add.setAccessibleName("Add a relationship")
        self.add.clicked.connect(self.add_asked)
        self.add_action(self.add)
        self.buttons: dict[str, IconButton] = {}
        self._rows: QWidget | None = None

    def show_page(self, page: PeoplePage) -> None:
        """Show them; the focus stays on the one it was on."""
        focused = next((key for key, one in self.buttons.items() if one.hasFocus()), "")
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget()
        self.buttons = {}
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        lines = sorted(page.relationships, key=lambda one: one.ended)
        for number, line in enumerate(lines):
            if number:
                column.addWidget(Hairline())
            column.addWidget(self._row(line))
        if not lines:
            column.addWidget(FlowingText(self._theme, _NONE, "body", "ink2"))
        column.addStretch(1)
        self.body.addWidget(self._rows)
        self.set_count(len(lines) or None)
        self.add.setEnabled(len(page.people) > 1)
        if focused:
            self.buttons.get(focused, self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, line: RelationshipLine) -> QWidget:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 2, 0, 2)
        inside.setSpacing(8)
        words = f"{line.words} (ended)" if line.ended else line.words
        inside.addWidget(
            FlowingText(self._theme, words, "body", "ink2" if line.ended else "ink"), 1
        )
        change = IconButton(self._theme, "pencil", f"Change: {words}", bare=True, ink="ink2")
        change.clicked.connect(lambda: self.change_asked.emit(line))
        self.buttons[line.record.id] = change
        inside.addWidget(change)
        return row
