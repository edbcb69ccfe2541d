"""The plan tab: goals on the left, the next review and everything to do on the right."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.action_lines import read_action_line
from casedesk.domain.plan import DONE, OVERDUE, counted
from casedesk.domain.views.plan_page import GoalCard, PlanAction, PlanPage
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_end import FormEnd
from casedesk.ui.forms.form_place import place_in_family
from casedesk.ui.screens.family.plan.action_lines import entry_of
from casedesk.ui.screens.family.plan.actions_card import ActionsCard
from casedesk.ui.screens.family.plan.goals_list import GoalsList
from casedesk.ui.screens.family.plan.line_form import LineForm
from casedesk.ui.screens.family.plan.panel import PlanPanel
from casedesk.ui.screens.family.plan.presenter import PlanPresenter
from casedesk.ui.screens.family.plan.reviews_card import ReviewsCard
from casedesk.ui.screens.family.scrolling_page import ScrollingPage
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.loading import LoadingRows

BESIDE_FROM = 1040
"""At 100% text: so wide for the actions beside the goals."""
_SIDE = 520
LINE = "line"


class PlanTab(QWidget):
    """`show_family(ref, goal=id)` brings a goal into view; `form` with `record` opens a form."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme = desk.theme
        self._shown = self._wanted = ""
        self._wanted_form: tuple[str, str] = ("", "")
        self.page: PlanPage | None = None
        self.presenter = PlanPresenter(desk, self)
        self.trouble = Banner(theme, "bad", "We could not read the plan", link="Try again")
        self.trouble.hide()
        self.summary = Label("", "heading")
        self.meeting = Button(theme, "Write down a review", icon="clipboard-check")
        self.to_actions = Button(theme, "", kind="link", tall=32)
        self.add = Button(theme, "Add goal", icon="target")
        self.goals = GoalsList(theme)
        self.reviews = ReviewsCard(theme)
        self.actions_card = ActionsCard(theme)
        self._first = Button(theme, "Add the first goal", icon="target")
        self._none = Card(theme)
        self._none.body.addWidget(
            EmptyState(
                theme,
                "target",
                "No goals yet",
                "A goal is what will be different, in the family’s own words, tied to what the "
                "programme asks.",
                [self._first],
            )
        )
        self._loading = LoadingRows(theme, "Reading the plan…")
        self._lay_out()
        self.panel = PlanPanel(desk, self.presenter, self)
        self._connect()

    def show_family(
        self, ref: str, goal: str = "", form: str = "", record: str = "", **_: Any
    ) -> None:
        """Show a family; the plan of the one before goes at once."""
        if ref != self._shown:
            self.panel.close()
            self.page = None
            self._inside.hide()
            self._loading.show()
            self._area.to_top()
            self.actions_card.start_anew()
            self._new_line(ref)
            self.reviews.start_anew()
        self._shown = ref
        self._wanted = goal or self._wanted
        if form:
            self._wanted_form = (form, record)
        self.presenter.read(ref)

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        return [self.panel.drawer] if self.panel.drawer.is_open else [self._area.page]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.summary)
        head.addWidget(self.to_actions)
        head.addStretch(1)
        head.addWidget(self.meeting)
        head.addWidget(self.add)
        goals = QVBoxLayout()
        goals.setSpacing(12)
        goals.addWidget(self.goals)
        goals.addWidget(self._none)
        goals.addStretch(1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(self.reviews)
        side.addWidget(self.actions_card)
        side.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(16)
        self._both.addLayout(goals, 1)
        self._both.addWidget(self._side)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addLayout(head)
        inside.addLayout(self._both)
        self._area = ScrollingPage(top=12)
        for part in (self.trouble, self._loading, self._inside):
            self._area.body.addWidget(part)
        self._area.body.addStretch(1)
        self._inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)

    def _connect(self) -> None:
        presenter, panel = self.presenter, self.panel
        presenter.answered.connect(self._on_answered)
        presenter.failed.connect(self._on_failed)
        self.trouble.followed.connect(lambda: presenter.read(self._shown))
        self.add.clicked.connect(lambda: self._with_page(panel.goal))
        self._first.clicked.connect(lambda: self._with_page(panel.goal))
        self.meeting.clicked.connect(self._write_review)
        self.to_actions.clicked.connect(self._to_actions)
        goals = self.goals
        goals.step_asked.connect(panel.step)
        goals.action_asked.connect(self._add_action_for)
        goals.change_asked.connect(lambda card: self._with_page(panel.goal, card))
        goals.achieved_asked.connect(partial(self._set_achieved, achieved=True))
        goals.reopen_asked.connect(partial(self._set_achieved, achieved=False))
        goals.actions_asked.connect(self._show_actions_of)
        goals.criterion_asked.connect(self._to_criterion)
        reviews = self.reviews
        reviews.plan_asked.connect(lambda: self._with_page(panel.plan_review))
        reviews.hold_asked.connect(lambda line: self._with_page(panel.meeting, line))
        reviews.change_asked.connect(lambda line: self._with_page(panel.plan_review, line))
        reviews.read_asked.connect(lambda line: self._with_page(panel.read, line))
        actions = self.actions_card
        actions.ticked.connect(self._on_ticked)
        actions.change_asked.connect(lambda action: self._with_page(panel.action, action))
        actions.add_asked.connect(lambda: self._with_page(panel.action))
        actions.line_given.connect(self._on_line)
        self._theme.changed.connect(self._make_room)

    def _with_page(self, act: Any, *args: Any) -> None:
        if self.page is not None:
            act(self.page, *args)

    def _on_answered(self, page: PlanPage) -> None:
        self.trouble.hide()
        self._loading.hide()
        self.page = page
        self.summary.setText(_summary(page))
        self.to_actions.setText(f"{counted(_to_do(page), 'action')} to do")
        self.to_actions.setAccessibleName(f"{self.to_actions.text()}: go to them")
        self.goals.show_goals(page.goals)
        self.goals.setVisible(bool(page.goals))
        self._none.setVisible(not page.goals)
        self.reviews.show_page(page)
        self.actions_card.show_page(page)
        stops = [
            self.to_actions,
            self.meeting,
            self.add,
            *self.goals.stops(),
            *self.reviews.stops(),
        ]
        for stop, after in pairwise([*stops, *self.actions_card.stops()]):
            QWidget.setTabOrder(stop, after)
        self._inside.show()
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            QTimer.singleShot(0, self, partial(self._bring_in, wanted))
        form, record = self._wanted_form
        if form:
            self._wanted_form = ("", "")
            self.panel.open_named(page, form, record)

    def _on_failed(self, sentence: str) -> None:
        self._loading.hide()
        self.trouble.set_words("bad", "We could not read the plan", sentence, link="Try again")
        self.trouble.show()

    def _write_review(self) -> None:
        """The one that is planned first is the one that was held, when there is one."""
        if self.page is not None:
            self.panel.meeting(self.page, next(iter(self.page.planned), None))

    def _to_actions(self) -> None:
        """In one column they stand below the goals."""
        self._area.verticalScrollBar().setValue(self._side.y())
        self.actions_card.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_action_for(self, card: GoalCard) -> None:
        self._with_page(partial(self.panel.action, goal=card.record.id))

    def _set_achieved(self, card: GoalCard, *, achieved: bool) -> None:
        self.presenter.set_achieved(card.record, achieved=achieved)

    def _show_actions_of(self, card: GoalCard) -> None:
        self.actions_card.show_goal(card.record.id, card.title)
        self._area.ensureWidgetVisible(self.actions_card.of_goal, 0, 48)
        self.actions_card.of_goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_criterion(self, criterion: str) -> None:
        self._desk.navigate("family", family=self._shown, tab="criteria", criterion=criterion)

    def _new_line(self, ref: str) -> None:
        form = LineForm(self._theme)
        self.actions_card.set_form(form)
        form.keep_drafts(self._desk, place_in_family(ref, "plan", LINE, "", "An action"))

    def _on_ticked(self, action: PlanAction, done: bool) -> None:
        self.presenter.set_done(action.record, done=done)

    def _on_line(self, line: str) -> None:
        """An action typed in one line, in full as it was understood."""
        if self.page is None:
            return
        session = self._desk.session
        read = read_action_line(line, session.today, self.page.choices.known)
        form = self.actions_card.form
        form.set_busy(True)
        self.presenter.add_action(entry_of(read, session.worker), FormEnd(form, form.take))

    def _bring_in(self, goal_id: str) -> None:
        view = self.goals.of(goal_id)
        if view is not None:
            self._area.ensureWidgetVisible(view, 0, 24)
            view.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self) -> None:
        px = self._theme.px
        beside = self.width() >= px(BESIDE_FROM)
        way = QBoxLayout.Direction
        self._both.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._side.setMinimumWidth(px(_SIDE) if beside else 0)
        self._side.setMaximumWidth(px(_SIDE) if beside else 16_777_215)
        self.summary.setVisible(beside)
        self.to_actions.setVisible(not beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._make_room()


def _to_do(page: PlanPage) -> int:
    return sum(one.standing != DONE for one in page.actions)


def _summary(page: PlanPage) -> str:
    """ "3 goals, 1 achieved; 2 actions late"."""
    achieved = sum(one.is_achieved for one in page.goals)
    late = sum(one.standing == OVERDUE for one in page.actions)
    words = counted(len(page.goals), "goal")
    if achieved:
        words += f", {achieved} achieved"
    return f"{words}; {counted(late, 'action')} late" if late else words
