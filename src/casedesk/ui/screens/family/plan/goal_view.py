"""One goal: what, in whose words, which criterion, its steps over time, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.plan import DONE
from casedesk.domain.programmes.wording import listed
from casedesk.domain.views.plan_page import GoalCard
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button, IconButton
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.score_chart import ChartPoint, ScoreChart
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import StateLook

BESIDE_FROM = 560
"""At 100% text: so wide for the chart beside the words."""
CHART = 250
ASKS_SHOWN = 2
ACHIEVED = "circle-check"


class GoalView(QFrame):
    """Signals, each with the card: step_asked, action_asked, change_asked, achieved_asked,
    reopen_asked, actions_asked; criterion_asked(id)."""

    step_asked = Signal(object)
    action_asked = Signal(object)
    change_asked = Signal(object)
    achieved_asked = Signal(object)
    reopen_asked = Signal(object)
    actions_asked = Signal(object)
    criterion_asked = Signal(str)

    def __init__(self, theme: Theme, card: GoalCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._theme = theme
        self.card = card
        self._title = FlowingText(theme, "", "heading")
        self._badge = StateBadge(theme, StateLook(ACHIEVED, "Achieved", "good"))
        self.edit = IconButton(theme, "pencil", "", bare=True, ink="ink2")
        self._about = FlowingText(theme, "", "small", "ink2")
        self._quote_sign = IconLabel(theme, "message-square-quote", 16, "accentTx")
        self._quote = FlowingText(theme, "", "body")
        self._asks = FlowingText(theme, "", "small", "ink2")
        self.criterion = Button(theme, "", kind="link", tall=32)
        self.chart = ScoreChart(theme, "")
        self._steps = Label("", "med")
        self.step = Button(theme, "Record step", icon="target", tall=32)
        self.action = Button(theme, "Add action", kind="quiet", icon="plus", tall=32)
        self.achieve = Button(theme, "Mark achieved", kind="quiet", icon="circle-check", tall=32)
        self.reopen = Button(theme, "Open again", icon="undo-2", tall=32)
        self.todo = Button(theme, "", kind="link", tall=32)
        self._lay_out()
        for button, signal in (
            (self.step, self.step_asked),
            (self.action, self.action_asked),
            (self.edit, self.change_asked),
            (self.achieve, self.achieved_asked),
            (self.reopen, self.reopen_asked),
            (self.todo, self.actions_asked),
        ):
            button.clicked.connect(lambda _=False, told=signal: told.emit(self.card))
        self.criterion.clicked.connect(self._on_criterion)
        theme.changed.connect(self._make_room)
        self.show_card(card)

    def show_card(self, card: GoalCard) -> None:
        """Show the goal as it is now."""
        self.card = card
        achieved = card.record.achieved_on
        self.setAccessibleName(f"Goal: {card.title}")
        self._title.set_text(card.title)
        self._badge.setVisible(achieved is not None)
        if achieved is not None:
            words = f"Achieved {long_date(achieved)}"
            self._badge.set_look(StateLook(ACHIEVED, words, "good"))
        self._about.set_text(_about(card))
        self._quote.set_text(f"“{card.family_words}”" if card.family_words else "")
        for part in (self._quote, self._quote_sign):
            part.setVisible(bool(card.family_words))
        self.criterion.setText(f"Criterion: {card.criterion_short}")
        self.criterion.setToolTip(card.criterion)
        self.criterion.setVisible(bool(card.criterion))
        self.criterion.setAccessibleName(f"Criterion {card.criterion}: open it")
        self._asks.set_text(_asks(card))
        self._asks.setVisible(bool(card.asks) and achieved is None)
        self._show_steps(card)
        open_now = achieved is None
        for button in (self.step, self.action, self.achieve):
            button.setVisible(open_now)
        self.reopen.setVisible(not open_now)
        self._show_todo(card)
        for button in (self.step, self.action, self.achieve, self.reopen):
            button.setAccessibleName(f"{button.text()}: {card.title}")
        self.edit.set_icon("pencil", f"Change the goal: {card.title}")

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, as it is read."""
        return (
            self.edit, self.criterion, self.chart, self.step, self.action, self.achieve,
            self.reopen, self.todo,
        )  # fmt: skip

    def _show_steps(self, card: GoalCard) -> None:
        points = [ChartPoint(one.on, one.score, one.words) for one in card.points]
        self.chart.setAccessibleName(f"Steps of the goal {card.title}")
        self.chart.set_points(points, card.steps_words)
        self.chart.setVisible(bool(points))
        parts = []
        if card.start is not None:
            parts.append(f"Started at {card.start}")
        if card.now is not None and (len(card.points) > 1 or card.start is None):
            parts.append(f"now {card.now} of 10")
        words = ", ".join(parts)
        self._steps.setText(words[:1].upper() + words[1:] if words else "No step recorded yet")

    def _show_todo(self, card: GoalCard) -> None:
        done = sum(one.standing == DONE for one in card.actions)
        self.todo.setText(f"{done} of {len(card.actions)} actions done")
        self.todo.setAccessibleName(f"{self.todo.text()} for {card.title}: show them")
        self.todo.setVisible(bool(card.actions))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        quote = QHBoxLayout()
        quote.setSpacing(8)
        quote.addWidget(self._quote_sign, 0, Qt.AlignmentFlag.AlignTop)
        quote.addWidget(self._quote, 1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._about)
        words.addLayout(quote)
        link = QHBoxLayout()
        link.setContentsMargins(-5, 0, 0, 0)  # Its words stand under those above.
        link.addWidget(self.criterion)
        link.addStretch(1)
        words.addLayout(link)
        words.addWidget(self._asks)
        words.addStretch(1)
        steps = QVBoxLayout()
        steps.setSpacing(0)
        steps.addWidget(self._steps)
        steps.addWidget(self.chart)
        steps.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(24)
        self._both.addLayout(words, 1)
        self._both.addLayout(steps)
        buttons = FlowLayout()
        for button in (self.step, self.action, self.achieve, self.reopen, self.todo):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 9, 11, 11)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._both)
        column.addLayout(buttons)

    def _make_room(self) -> None:
        px = self._theme.px
        beside = self.width() >= px(BESIDE_FROM)
        way = QBoxLayout.Direction
        self._both.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._both.setSpacing(24 if beside else 8)
        self.chart.setMinimumWidth(px(CHART) if beside else 0)
        self.chart.setMaximumWidth(px(CHART) if beside else px(420))

    def _on_criterion(self) -> None:
        if self.card.record.criterion:
            self.criterion_asked.emit(self.card.record.criterion)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._make_room()


def _about(card: GoalCard) -> str:
    parts = [f"For {listed(card.who)}" if card.who else "For the whole family"]
    if card.record.set_on is not None:
        parts.append(f"agreed {long_date(card.record.set_on)}")
    if card.record.confidential:
        parts.append("confidential")
    return " · ".join(parts)


def _asks(card: GoalCard) -> str:
    """What the criterion asks, in a line or two."""
    shown = card.asks[:ASKS_SHOWN]
    more = len(card.asks) - len(shown)
    if not shown:
        return ""
    lines = "; and ".join(one[:1].lower() + one[1:] for one in shown)
    rest = f"; and {more} more" if more else ""
    return f"Counts as improved with: {lines}{rest}."
