"""Today: the first page of the day. Visits, what needs attention, and the families."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from casedesk.domain.views.families_list import FamilyListPage, FamilyListRow
from casedesk.domain.views.today import MINE, SCOPES, AttentionItem, TodayPage
from casedesk.ui.desk import Desk
from casedesk.ui.screens.today.attention_card import AttentionCard
from casedesk.ui.screens.today.attention_list import AttentionList
from casedesk.ui.screens.today.families_card import FamiliesCard
from casedesk.ui.screens.today.presenter import TodayPresenter
from casedesk.ui.screens.today.visits_card import VisitsCard
from casedesk.ui.shell.page_area import PageArea
from casedesk.ui.shell.palette_rows import PaletteRow
from casedesk.ui.visit_actions import VisitActions, has_page
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.chip import Chip
from casedesk.ui.widgets.drawer import Drawer
from casedesk.ui.widgets.label import Label

MARGIN = 24
SIDE_WIDE = 424
DRAWER_WIDE = 680
ONE_COLUMN_UNDER = 1090
MINUTE_MS = 60_000


class TodayScreen(QWidget):
    """The day at a glance; each thing on it leads to where it is done."""

    title = "Today"
    handles = frozenset({"start_visit"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._page: TodayPage | None = None
        self._presenter = TodayPresenter(desk, self)
        self._heading = Label("", "display")
        self._sentence = Label("", "body", "ink2")
        self.chips = {name: Chip(theme, words) for name, words in SCOPES.items()}
        self._choice = QWidget()
        self._choice.setAccessibleName("Whose families")
        self._choice.hide()
        self.new_family = Button(theme, "New family", icon="plus")
        # Shown before it has a place, a button would be a window of its own for a moment.
        if not has_page("new_family"):
            self.new_family.hide()
        self.actions_of_visits = VisitActions(desk, "today", self)
        self.visits = VisitsCard(theme, self.actions_of_visits)
        self.attention = AttentionCard(theme)
        self.families = FamiliesCard(theme)
        self.families.set_title(SCOPES[MINE])
        self.drawer = Drawer(theme, self, width=DRAWER_WIDE)
        self.everything = AttentionList(theme)
        self._all_of_it = QWidget()
        around = QVBoxLayout(self._all_of_it)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.everything)
        # Time passes: "In 40 minutes" becomes "In 39 minutes", and a day the next.
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._presenter.read)
        self._lay_out()
        self._connect()

    def show_for(self, scope: str = "", **_: Any) -> None:
        """Show the day, for one of `SCOPES` or as it was."""
        if scope in SCOPES:
            self._presenter.scope = scope
        self._presenter.read()
        self._presenter.renew()

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        if self.drawer.is_open:
            return [self.drawer]
        return [self.visits, self.families.table, self.attention]

    def on_action(self, action: str) -> None:
        """A shortcut of the table of shortcuts."""
        if action == "start_visit" and self._page is not None:
            for line in self._page.visits:
                if line.record.id == self._page.next_visit:
                    self.actions_of_visits.start(line)

    def palette_actions(self) -> list[PaletteRow]:
        """What the palette offers on this page."""
        return [
            PaletteRow("Plan a visit", icon="calendar-plus", run=self._plan),
            PaletteRow("See the week", icon="calendar-days", run=self._see_week),
        ]

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._sentence)
        choice = QHBoxLayout(self._choice)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.setSpacing(8)
        group = QButtonGroup(self)
        for name, chip in self.chips.items():
            group.addButton(chip)
            choice.addWidget(chip)
            chip.clicked.connect(lambda _=False, one=name: self._presenter.choose(one))
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        buttons.addWidget(self._choice)
        buttons.addWidget(self.new_family)
        buttons.addStretch(0)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addLayout(words, 1)
        self._head.addLayout(buttons)
        self._left = QVBoxLayout()
        self._left.setSpacing(16)
        self._left.addWidget(self.visits)
        self._left.addWidget(self.families, 1)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(16)
        self._beside.addLayout(self._left, 1)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(MARGIN, 12, MARGIN, 16)
        inside.setSpacing(12)
        inside.addLayout(self._head)
        inside.addLayout(self._beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(PageArea(page))
        self._is_wide: bool | None = None
        self._place(wide=True)

    def _place(self, *, wide: bool) -> None:
        """Side by side, or one under the other where the window is narrow."""
        if wide == self._is_wide:
            return
        self._is_wide = wide
        if wide:
            self._left.removeWidget(self.attention)
            self._beside.addWidget(self.attention)
        else:
            self._beside.removeWidget(self.attention)
            self._left.insertWidget(1, self.attention)
        self._order_stops()
        self._grown()

    def _order_stops(self) -> None:
        """Tab goes as one reads: what is shown anew would else come last."""
        families: list[QWidget] = [self.families.see_all, self.families.table]
        cards = [self.visits.stops, families, self.attention.stops]
        if not self._is_wide:
            cards = [self.visits.stops, self.attention.stops, families]
        stops: list[QWidget] = [*self.chips.values(), self.new_family]
        stops += [stop for card in cards for stop in card]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _place_head(self) -> None:
        """The choices go under the day's name where both do not fit side by side."""
        parts = (self._heading, self._choice, self.new_family)
        wanted = sum(part.sizeHint().width() for part in parts if not part.isHidden())
        fits = wanted + 3 * MARGIN <= self.width() - 2 * MARGIN
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        self._head.setDirection(way)

    def _grown(self) -> None:
        wide = self._desk.theme.px(SIDE_WIDE)
        self.attention.setMinimumWidth(wide if self._is_wide else 0)
        self.attention.setMaximumWidth(wide if self._is_wide else 16_777_215)

    def _connect(self) -> None:
        desk, presenter, visits = self._desk, self._presenter, self.visits
        presenter.answered.connect(self._on_answered)
        presenter.failed.connect(self._on_failed)
        presenter.families_read.connect(self._on_families)
        presenter.everything_read.connect(self.everything.show_attention)
        visits.plan_asked.connect(self._plan)
        visits.week_asked.connect(self._see_week)
        visits.not_seen_asked.connect(self._see_not_seen)
        visits.again_asked.connect(presenter.read)
        self.attention.chosen.connect(self._on_chosen)
        self.attention.everything_asked.connect(self._see_everything)
        self.everything.chosen.connect(self._on_chosen)
        self.families.opened.connect(self._on_opened)
        self.families.all_asked.connect(self._see_families)
        desk.changed.connect(self._on_changed)
        desk.theme.changed.connect(self._grown)
        self.new_family.clicked.connect(lambda: desk.navigate("new_family"))

    def _on_answered(self, page: TodayPage) -> None:
        if self._page is not None and self._page.on != page.on:
            self._presenter.renew()  # Another day began: what was true of a day is worked out anew.
        self._page = page
        self._heading.setText(page.heading)
        self._sentence.setText(page.sentence)
        self._choice.setVisible(page.can_choose)
        self.chips[page.scope].setChecked(True)
        self._place_head()
        self.families.set_title(SCOPES[page.scope])
        self.visits.show_page(page)
        self.attention.show_attention(page.attention)
        self._order_stops()
        if self.drawer.is_open:
            self._presenter.read_everything()

    def _on_families(self, page: FamilyListPage) -> None:
        self.families.show_page(page, self._desk.session.today.year)

    def _on_failed(self, _: str) -> None:
        self.visits.show_trouble()

    def _plan(self) -> None:
        self._desk.navigate("plan_visit")

    def _see_week(self) -> None:
        self._desk.navigate("week", scope=self._presenter.scope)

    def _see_not_seen(self) -> None:
        filters = self._presenter.families_filters()
        self._desk.navigate("families", filters=filters, sort="last_visit")

    def _see_families(self) -> None:
        self._desk.navigate("families", filters=self._presenter.families_filters())

    def _see_everything(self) -> None:
        self._presenter.read_everything()
        self.drawer.slide_in("All that needs attention", self._all_of_it)

    def _on_chosen(self, item: AttentionItem) -> None:
        self.drawer.close_drawer()
        self._desk.navigate(item.page, **item.args)

    def _on_opened(self, row: FamilyListRow) -> None:
        self._desk.navigate("family", family=row.ref)

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds != {"Setting"}:
            self._presenter.read()

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint."""
        return QSize(600, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._place(wide=self.width() >= self._desk.theme.px(ONE_COLUMN_UNDER))
        self._place_head()

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget::showEvent."""
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Override QWidget::hideEvent."""
        super().hideEvent(event)
        self._minute.stop()
