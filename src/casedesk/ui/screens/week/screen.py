"""The week: planned visits Monday to Sunday, in columns or as a list."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casedesk.domain.views.diary import DayOfWeek, VisitLine, Week
from casedesk.domain.views.today import MINE, SCOPES
from casedesk.ui.desk import Desk
from casedesk.ui.screens.week.day_list import DayList
from casedesk.ui.screens.week.grid import WeekGrid
from casedesk.ui.screens.week.model import WeekModel
from casedesk.ui.screens.week.presenter import WeekPresenter
from casedesk.ui.visit_actions import VisitActions
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button, IconButton
from casedesk.ui.widgets.chip import Chip
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.label import Label

MARGIN = 24
COLUMNS_FROM = 900
NOT_READ = "We could not read your visits. Your records are safe."
_SCOPE_WORDS = {name: words.replace("families", "visits") for name, words in SCOPES.items()}


class WeekScreen(QWidget):
    """One week at a time; Enter on a visit says what can be done, on a free day plans one."""

    title = "The week"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.crumbs: list[tuple[str, str, dict[str, Any]]] = [("Today", "today", {})]
        self._presenter = WeekPresenter(desk, self)
        self._actions = VisitActions(desk, "week", self)
        self._wants_list: bool | None = None
        self._first: date | None = None
        self._heading = Label("", "display")
        self._sentence = Label("", "body", "ink2")
        self.before = IconButton(theme, "chevron-left", "The week before")
        self.now = Button(theme, "This week")
        self.after = IconButton(theme, "chevron-right", "The week after")
        self.chips = {name: Chip(theme, words, tall=36) for name, words in _SCOPE_WORDS.items()}
        self.as_list = Chip(theme, "As a list", tall=36)
        self.plan = Button(theme, "Plan a visit", kind="primary", icon="plus")
        self._trouble = Banner(theme, "bad", NOT_READ, link="Try again")
        self._trouble.hide()
        self.model = WeekModel(self)
        self.grid = WeekGrid(theme, self.model)
        self.list = DayList(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.list)
        self._lay_out()
        self._connect()

    def show_for(self, on: str = "", scope: str = "", **_: Any) -> None:
        """Show the week that a day (ISO text) is in, or the one shown before."""
        if scope in SCOPES:
            self._presenter.scope = scope
        try:
            self._presenter.day = date.fromisoformat(on) if on else self._presenter.day
        except ValueError:
            self._presenter.day = self._desk.session.today
        self.chips[self._presenter.scope].setChecked(True)
        self._presenter.read()
        self.shown_as.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shown_as(self) -> WeekGrid | DayList:
        """The columns or the list."""
        return self.list if self._stack.currentWidget() is self.list else self.grid

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        return [self.before, self.shown_as]

    def _lay_out(self) -> None:
        top = FlowLayout()
        for part in (self.before, self.now, self.after, *self.chips.values(), self.as_list):
            top.addWidget(part)
        group = QButtonGroup(self)
        for chip in self.chips.values():
            group.addButton(chip)
        card = QFrame()
        card.setProperty("card", "true")
        card.setAccessibleName("The week")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._stack)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        column.addLayout(top)
        column.addWidget(self._trouble)
        column.addWidget(card, 1)

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.answered.connect(self._on_answered)
        presenter.failed.connect(lambda _: self._trouble.show())
        self._trouble.followed.connect(presenter.read)
        self.before.clicked.connect(lambda: presenter.move(-1))
        self.after.clicked.connect(lambda: presenter.move(1))
        self.now.clicked.connect(lambda: presenter.go_to(self._desk.session.today))
        for name, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, one=name: presenter.choose(one))
        self.as_list.clicked.connect(self._on_as_list)
        self.plan.clicked.connect(lambda: self._plan(None))
        for view in (self.grid, self.list):
            view.visit_chosen.connect(self._open_menu)
            view.day_chosen.connect(self._plan)
        self._desk.changed.connect(self._on_changed)

    def _on_answered(self, week: Week) -> None:
        self._trouble.hide()
        stood_on = self.model.visit_at(self.grid.currentIndex())
        self._heading.setText(week.title)
        count = week.count
        visits = f"{count} visit{'' if count == 1 else 's'}" if count else "No visits"
        whose = "your diary" if self._presenter.scope == MINE else "everybody’s diaries"
        self._sentence.setText(f"{visits} in {whose}.")
        self.model.set_week(week)
        index = QModelIndex() if stood_on is None else self.model.place_of(stood_on.record.id)
        self.grid.stand_on(index)
        row, same = self.list.currentIndex().row(), week.first == self._first
        self.list.week.set_week(week)
        days = self.list.week
        self.list.setCurrentIndex(days.index(row) if same and row >= 0 else days.place_of_today())
        self._first = week.first

    def _open_menu(self, line: VisitLine, point: QPoint) -> None:
        menu = self._actions.menu(line, self, with_start=True)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _plan(self, day: DayOfWeek | None) -> None:
        on = "" if day is None else day.on.isoformat()
        self._desk.navigate("plan_visit", on=on, back="week")

    def _on_as_list(self) -> None:
        self._wants_list = self.as_list.isChecked()
        self._place()
        self.shown_as.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        """Columns where they fit, unless the list is asked for."""
        narrow = self.width() < self._desk.theme.px(COLUMNS_FROM)
        as_list = narrow if self._wants_list is None else self._wants_list
        self.as_list.setChecked(as_list)
        self._stack.setCurrentWidget(self.list if as_list else self.grid)

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds != {"Setting"}:
            self._presenter.read()

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint."""
        return QSize(600, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._place()
