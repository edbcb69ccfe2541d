"""The same records read under every programme, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.criteria_page import PackColumn
from casedesk.ui.screens.family.criteria.details import StateSign
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.states import CRITERION_STATES

_COLUMN_MIN = 270
_GAP = 16
_PADDING = 16


class PacksView(QWidget):
    """Signals: chosen(programme): look at the cards under it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.columns: list[PackCard] = []

    def show_columns(self, columns: tuple[PackColumn, ...], current: str) -> None:
        """Show programmes; `current` is the one whose cards are looked at."""
        for card in self.columns:
            card.hide()
            card.deleteLater()
        self.columns = []
        for column in columns:
            card = PackCard(self._theme, column, is_current=column.programme == current)
            card.chosen.connect(self.chosen)
            self.columns.append(card)
        self._across = 0
        self._place()

    def _place(self) -> None:
        if self.columns:
            self._spread()
            self._level()

    def _level(self) -> None:
        """Titles of one row take the same height, so that what is below them can be compared."""
        across = self._across
        wide = (self.width() - _GAP * (across - 1)) // across - 2 * _PADDING
        for first in range(0, len(self.columns), across):
            titles = [card.title for card in self.columns[first : first + across]]
            high = max(title.heightForWidth(wide) for title in titles)
            for title in titles:
                title.setMinimumHeight(high)

    def _spread(self) -> None:
        room = (self.width() + _GAP) // (self._theme.px(_COLUMN_MIN) + _GAP)
        across = max(1, min(room, len(self.columns)))
        if across == self._across:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for number, card in enumerate(self.columns):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, number // across, number % across)
        for column in range(across):
            self._grid.setColumnStretch(column, 1)
        self._across = across

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._place()


class PackCard(QFrame):
    """One programme: how many are met under it, and each criterion with its state."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, column: PackColumn, *, is_current: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.column = column
        self.setProperty("card", "true")
        self.setAccessibleName(f"{column.title}: {column.meets}")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(15, 15, 15, 15)
        inside.setSpacing(6)
        self.title = FlowingText(theme, "", "heading")
        self.title.set_strong([(column.title, True)])
        self.title.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.title)
        inside.addWidget(Label(f"Version {column.version}", "small", "ink2"))
        meets = QHBoxLayout()
        meets.setSpacing(8)
        tint = "accentTx" if column.eligible else "ink2"
        sign = "badge-check" if column.eligible else "circle-minus"
        words = FlowingText(theme, "", "body", tint)
        words.set_strong([(column.meets, True)])
        mark = IconLabel(theme, sign, 20, tint)
        meets.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        meets.addWidget(words, 1)
        inside.addLayout(meets)
        look = "These are the cards you see" if is_current else "Look at these cards"
        self.look = Button(theme, look, tall=32)
        self.look.setAccessibleName(f"{look}: {column.title}")
        self.look.setEnabled(not is_current)
        self.look.clicked.connect(lambda: self.chosen.emit(column.programme))
        inside.addWidget(self.look)
        inside.addWidget(Hairline())
        for name, pip in column.criteria:
            inside.addWidget(self._row(theme, name, pip.state))
        inside.addStretch(1)

    def _row(self, theme: Theme, name: str, state: str) -> QWidget:
        look = CRITERION_STATES[state]
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(10)
        row.addWidget(StateSign(theme, state), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(FlowingText(theme, name, "small"))
        words.addWidget(Label(look.word, "cap", look.tone))
        row.addLayout(words, 1)
        return part
