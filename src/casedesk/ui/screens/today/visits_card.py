"""The card of the day's visits."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.views.today import EVERYBODY, TodayPage
from casedesk.ui.screens.today.visit_row import VisitRow
from casedesk.ui.theme.theme import Theme
from casedesk.ui.visit_actions import VisitActions
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.loading import LoadingRows

PAD = 16
NO_VISITS = "Plan one, or look at who you have not seen."
NOT_READ = "We could not read your visits. Your records are safe."


class VisitsCard(QFrame):
    """Signals: plan_asked(), week_asked(), not_seen_asked(), again_asked()."""

    plan_asked = Signal()
    week_asked = Signal()
    not_seen_asked = Signal()
    again_asked = Signal()

    def __init__(self, theme: Theme, actions: VisitActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = actions
        self.setProperty("card", "true")
        self.setAccessibleName("Visits today")
        self.rows: list[VisitRow] = []
        self.week = Button(theme, "See the week", kind="quiet", icon="calendar-days", tall=32)
        self.plan = Button(theme, "Plan a visit", kind="quiet", icon="plus", tall=32)
        self.week.clicked.connect(self.week_asked)
        self.plan.clicked.connect(self.plan_asked)
        head = QHBoxLayout()
        head.setContentsMargins(PAD - 1, 5, 0, 5)
        head.addWidget(Label("Visits today", "heading"))
        head.addStretch(1)
        head.addWidget(self.week)
        head.addWidget(self.plan)
        self._loading = LoadingRows(theme, "Reading the visits…", rows=3)
        self._trouble = Banner(theme, "bad", NOT_READ, link="Try again")
        self._trouble.followed.connect(self.again_asked)
        self._trouble.hide()
        plan = Button(theme, "Plan a visit", kind="primary", icon="plus")
        unseen = Button(theme, "See who you have not seen")
        plan.clicked.connect(self.plan_asked)
        unseen.clicked.connect(self.not_seen_asked)
        self.empty = EmptyState(
            theme, "calendar-days", "No visits today", NO_VISITS, [plan, unseen]
        )
        self.empty.hide()
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        inside = QVBoxLayout()
        inside.setContentsMargins(PAD - 1, 8, PAD - 1, 8)
        inside.addWidget(self._trouble)
        inside.addWidget(self._loading)
        self._waiting = QWidget()
        self._waiting.setLayout(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._waiting)
        column.addWidget(self.empty)
        column.addLayout(self._body)

    def show_page(self, page: TodayPage) -> None:
        """Show the day's visits; the next one has the page's primary button.

        The focus stays on the visit it was on, because time passing shows them anew.
        """
        had_focus = self._focused()
        self._empty_out()
        self._waiting.hide()
        self._trouble.hide()
        self.empty.setVisible(not page.visits)
        for line in page.visits:
            if self.rows:
                self._body.addWidget(Hairline())
            row = VisitRow(
                self._theme,
                line,
                self._actions,
                is_next=line.record.id == page.next_visit,
                show_who=page.scope == EVERYBODY,
            )
            self.rows.append(row)
            self._body.addWidget(row)
            if had_focus is not None and had_focus[0] == line.record.id:
                row.stops[max(had_focus[1], -len(row.stops))].setFocus()

    def show_trouble(self) -> None:
        """Say that the visits could not be read; what is shown stays."""
        self._loading.hide()
        self._trouble.show()
        self._waiting.show()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in the order they are read."""
        return [self.week, self.plan, *(stop for row in self.rows for stop in row.stops)]

    def _focused(self) -> tuple[str, int] | None:
        """The visit that has the focus, and on which of its buttons."""
        for row in self.rows:
            for place, stop in enumerate(row.stops):
                if stop.hasFocus():
                    return row.line.record.id, place - len(row.stops)
        return None

    def _empty_out(self) -> None:
        self.rows = []
        while (item := self._body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
