"""The criteria in short: how many are met, and one row for each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.domain.views.family_page import Overview
from casedesk.ui.screens.family.overview.criterion_row import CriterionRow
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card, Hairline
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.icon_label import IconLabel

MANY = 7
"""More criteria than this stand in one line each, so that all are seen at once."""


class CriteriaSummary(Card):
    """Signals: opened(criterion): a row, or "" for the whole tab."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Criteria", parent=parent)
        self._theme = theme
        self.open_all = Button(
            theme, "Open", kind="quiet", icon="chevron-right", icon_after=True, tall=32
        )
        self.open_all.setAccessibleName("Open the criteria")
        self.open_all.clicked.connect(lambda: self.opened.emit(""))
        self.add_action(self.open_all)
        self._sign = IconLabel(theme, "badge-check", 20, "accentTx")
        self._meets = FlowingText(theme, "", "sub", "accentTx")
        self._note = FlowingText(theme, "", "small", "ink2")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(self._meets, 1)
        self.body.setSpacing(0)
        self.body.addLayout(head)
        self.body.addWidget(self._note)
        self.body.addSpacing(8)
        self.body.addWidget(Hairline())
        self.body.addSpacing(8)
        self.rows: list[CriterionRow] = []
        self.body.addStretch(1)

    def show_overview(self, view: Overview) -> None:
        """Show how a family stands."""
        self._meets.set_text(view.meets)
        self._meets.set_ink("accentTx" if view.eligible else "ink2")
        if view.eligible:
            self._sign.set_icon("badge-check", "accentTx")
        else:
            self._sign.set_icon("circle-minus", "ink2")
        self._note.set_text(view.meets_note)
        self._note.setVisible(bool(view.meets_note))
        focused = next((one.line.id for one in self.rows if one.hasFocus()), None)
        for row in self.rows:
            row.hide()
            row.deleteLater()
        short = len(view.criteria) > MANY
        self.rows = [CriterionRow(self._theme, one, short=short) for one in view.criteria]
        at = self.body.count() - 1
        for number, row in enumerate(self.rows):
            row.clicked.connect(partial(self.opened.emit, row.line.id))
            self.body.insertWidget(at + number, row)
            if row.line.id == focused:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
