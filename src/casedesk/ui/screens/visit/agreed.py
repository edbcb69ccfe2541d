"""The actions that were agreed, and the line that adds one as it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from casedesk.domain.action_lines import Known, Owner, read_action_line
from casedesk.domain.dates import long_date
from casedesk.domain.views.visit import AgreedAction
from casedesk.ui.screens.visit.agreed_row import AgreedRow
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.card import Card, Hairline
from casedesk.ui.widgets.label import Label

EXAMPLE = "Add an action, for example “Kerry to ring the GP by Friday”"


class AgreedActions(QWidget):
    """Enter in the line adds an action; what it was understood to mean stands in its row.

    Signals:
        changed(): there is another action, or half of one in the line.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        known: Sequence[Known],
        owners: Sequence[Owner],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._known, self._owners, self._today = theme, known, owners, today
        self.rows: list[AgreedRow] = []
        self.line = QLineEdit()
        self.line.setProperty("type", "visit")
        self.line.setProperty("tall", "40")
        self.line.setPlaceholderText(EXAMPLE)
        self.line.setAccessibleName("Add an action")
        self.line.setAccessibleDescription("For example: Kerry to ring the GP by Friday")
        self.line.addAction(
            theme.icon("plus", theme.px(18), "ink2"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._trouble = Label("", "small", "bad")
        self._trouble.hide()
        card = Card(theme, padding=13)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        card.body.setSpacing(6)
        card.body.addLayout(self._list)
        card.body.addWidget(self.line)
        outer = card.layout()
        if outer is not None:
            outer.setContentsMargins(13, 6, 9, 7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        heading = Label("&Actions agreed", "heading")
        heading.setBuddy(self.line)
        column.addWidget(heading)
        column.addWidget(card)
        column.addWidget(self._trouble)
        self.line.returnPressed.connect(self.take_line)
        self.line.textChanged.connect(self.changed)

    @property
    def agreed(self) -> tuple[AgreedAction, ...]:
        """The actions in the list, without those whose title was emptied."""
        return tuple(row.action for row in self.rows if row.action.title)

    def take_line(self) -> None:
        """Make an action of what stands in the line, if anything does."""
        text = self.line.text().strip()
        if not text:
            return
        understood = read_action_line(text, self._today(), self._known)
        action = AgreedAction(understood.title, understood.owner, understood.due)
        self._add(action)
        self.line.clear()
        by = f", by {long_date(action.due)}" if action.due is not None else ""
        owner = (action.owner or self._owners[0]).name
        said = f"Added: {action.title}, {owner}{by}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, said))
        self.changed.emit()

    def set_value(self, agreed: Iterable[AgreedAction], half: str) -> None:
        """As a draft has them; `half` is what stood in the line."""
        for row in list(self.rows):
            self._drop(row)
        for action in agreed:
            self._add(action)
        self.line.setText(half)

    def set_error(self, error: str) -> None:
        """Say what is wrong with an action; empty takes it away."""
        self._trouble.setText(error)
        self._trouble.setVisible(bool(error))

    def _add(self, action: AgreedAction) -> None:
        row = AgreedRow(self._theme, action, self._owners, self._today, self)
        line = Hairline()
        self.rows.append(row)
        self._list.addWidget(row)
        self._list.addWidget(line)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        # Reading order: the rows, then the line.
        QWidget.setTabOrder(row.remove, self.line)

    def _remove(self, row: AgreedRow) -> None:
        self._drop(row)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _drop(self, row: AgreedRow) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        for index in (2 * place + 1, 2 * place):
            item = self._list.takeAt(index)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
