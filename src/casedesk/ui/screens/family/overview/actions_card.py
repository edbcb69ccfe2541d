"""What is to be done next, and when the family is looked at again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.views.family_page import ActionLine, Overview
from casedesk.ui.screens.family.overview.action_row import ActionRow
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card, Hairline
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label, Paragraph
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import LATE, StateLook

AT_MOST = 7
SHORT = 4
"""Of a long list so many are shown until all are asked for."""


class ActionsCard(Card):
    """Signals: finished(line): one was ticked; add_asked(): a new one."""

    finished = Signal(object)
    add_asked = Signal()

    def __init__(
        self, theme: Theme, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "Next actions", count=0, parent=parent)
        self._theme = theme
        self._today = today
        self._all = False
        self._view: Overview | None = None
        self.add = Button(theme, "Add", kind="quiet", icon="plus", tall=32)
        self.add.setAccessibleName("Add an action")
        self.add.clicked.connect(self.add_asked)
        self.add_action(self.add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(3)
        self.rows: list[ActionRow] = []
        self._none = Paragraph(
            theme, "No actions yet. Add what you or the family will do next.", "body", "ink2"
        )
        self.more = Button(theme, "", kind="link", tall=32)
        self.more.clicked.connect(self._show_all)
        coming = QHBoxLayout()
        coming.setSpacing(8)
        self._review = Label("", "med")
        self._late = StateBadge(theme, LATE)
        coming.addWidget(IconLabel(theme, "calendar-clock", 18))
        coming.addWidget(Label("Next review", "body", "ink2"))
        coming.addStretch(1)
        coming.addWidget(self._late)
        coming.addWidget(self._review)
        self.body.setSpacing(6)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._none)
        more = QHBoxLayout()
        more.addWidget(self.more)
        more.addStretch(1)
        self.body.addLayout(more)
        self.body.addWidget(Hairline())
        self.body.addWidget(Label("Coming up", "sub"))
        self.body.addLayout(coming)
        self.body.addStretch(1)

    def show_overview(self, view: Overview) -> None:
        """Show what is to be done."""
        self._view = view
        self.set_count(len(view.actions))
        self._none.setVisible(not view.actions)
        self._show_rows(view.actions)
        self._late.setVisible(view.review_late)
        if view.review_late:
            self._late.set_look(StateLook(LATE.glyph, view.review_words, LATE.tone))
        review = view.next_review
        self._review.setVisible(not view.review_late)
        self._review.setText("Not planned" if review is None else long_date(review))

    def start_anew(self) -> None:
        """Another family: the list is short again."""
        self._all = False

    def _show_rows(self, lines: tuple[ActionLine, ...]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        shown = lines if self._all or len(lines) <= AT_MOST else lines[:SHORT]
        self.rows = [ActionRow(self._theme, line, self._today()) for line in shown]
        for row in self.rows:
            row.finished.connect(self.finished)
            self._rows.addWidget(row)
        self.more.setText(f"See all {len(lines)}")
        self.more.setVisible(len(shown) < len(lines))

    def _show_all(self) -> None:
        self._all = True
        if self._view is not None:
            self._show_rows(self._view.actions)
            self.rows[SHORT].box.setFocus()
