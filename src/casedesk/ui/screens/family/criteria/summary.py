"""The bar over the cards: how many are met, under which programme, as at which day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.criteria_page import CriteriaPage
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.criterion_pips import CriterionPips, Pip
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.elided_label import ElidedLabel
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label

_PROGRAMME_MIN = 190
_DATE_WIDE = 190
_GAP = 24


class SummaryBar(QFrame):
    """Signals: day_chosen(date): as at another day; compare_asked(): packs side by side."""

    day_chosen = Signal(object)
    compare_asked = Signal()

    def __init__(
        self, theme: Theme, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setAccessibleName("How the criteria stand")
        self._theme = theme
        self._rows = 0
        self._sign = IconLabel(theme, "badge-check", 24, "accentTx")
        self.meets = Label("", "heading", "accentTx")
        self._note = Label("", "small", "ink2")
        self.pips = CriterionPips(theme)
        self._programme = ElidedLabel("", "smallb", "ink2")
        self._version = Label("", "small", "ink2")
        self.compare = Button(theme, "Compare", kind="link", tall=32)
        self.day = DateField(theme, "As at", today=today, leaning="back")
        self.day.date_changed.connect(self._on_day)
        self.compare.clicked.connect(self.compare_asked)
        self._parts = (self._standing(), self._pips_part(), self._programme_part(), self._as_at())
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(19, 9, 11, 9)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(8)
        theme.changed.connect(self._place)
        self._place()

    def show_page(self, page: CriteriaPage) -> None:
        """Show how a family stands."""
        self.meets.setText(page.meets)
        self.meets.set_ink("accentTx" if page.eligible else "ink")
        self._sign.set_icon(
            "badge-check" if page.eligible else "circle-minus",
            "accentTx" if page.eligible else "ink2",
        )
        self._note.setText(page.meets_note or "CaseDesk suggests from the records. You decide.")
        titles = {card.id: card.title for card in page.cards}
        self.pips.set_pips(
            [Pip(one.short, titles.get(one.criterion, one.short), one.state) for one in page.pips]
        )
        self._programme.setText(page.programme_title)
        self._version.setText(f"Version {page.version}")
        self.compare.setVisible(len(page.programmes) > 1)
        self.compare.setText(f"Compare all {len(page.programmes)}")
        self.compare.setAccessibleName(f"Compare all {len(page.programmes)} programmes")
        self.day.set_value(page.as_at)
        self._place()

    def _on_day(self, value: date | None) -> None:
        if value is not None:
            self.day_chosen.emit(value)

    def _standing(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.meets)
        words.addWidget(self._note)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        return part

    def _pips_part(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        self._divider = Hairline(upright=True)
        row.addWidget(self._divider)
        row.addWidget(self.pips)
        return part

    def _programme_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._programme.setAlignment(Qt.AlignmentFlag.AlignRight)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._version)
        below.addWidget(self.compare)
        below.addStretch(1)
        column.addStretch(1)
        column.addWidget(self._programme)
        column.addLayout(below)
        column.addStretch(1)
        return part

    def _as_at(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = Label("As at", "body", "ink2")
        words.setBuddy(self.day)
        row.addWidget(words)
        row.addWidget(self.day)
        return part

    def _place(self) -> None:
        """All in one row, or in two where they do not fit."""
        px = self._theme.px
        self.day.setFixedWidth(px(_DATE_WIDE))
        standing, pips, programme, as_at = self._parts
        wide = sum(part.sizeHint().width() + _GAP for part in (standing, pips, as_at))
        rows = 1 if wide + px(_PROGRAMME_MIN) + 40 <= self.width() else 2
        if rows == self._rows:
            return
        self._rows = rows
        self._divider.setVisible(rows == 1)
        for part in self._parts:
            self._grid.removeWidget(part)
        left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        if rows == 1:
            self._grid.addWidget(standing, 0, 0, middle)
            self._grid.addWidget(pips, 0, 1, middle)
            self._grid.addWidget(programme, 0, 2)
            self._grid.addWidget(as_at, 0, 3, middle)
        else:
            self._grid.addWidget(standing, 0, 0, left | middle)
            self._grid.addWidget(as_at, 0, 1, Qt.AlignmentFlag.AlignRight | middle)
            self._grid.addWidget(pips, 1, 0, left | middle)
            self._grid.addWidget(programme, 1, 1)
        for column in range(4):
            stretches = column == 2 if rows == 1 else column == 1
            self._grid.setColumnStretch(column, 1 if stretches else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._place()
