"""The next review with its day, and those that were held."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.views.plan_page import PlanPage, ReviewLine
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button, IconButton
from casedesk.ui.widgets.card import Card, Hairline
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import LATE, StateLook

AT_MOST = 1
"""So many of those that were held are shown until all are asked for."""


class ReviewsCard(Card):
    """Signals: plan_asked(); hold_asked(line); change_asked(line): another day; read_asked(line):
    one that was held."""

    plan_asked = Signal()
    hold_asked = Signal(object)
    change_asked = Signal(object)
    read_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Reviews and meetings", parent=parent)
        self._theme = theme
        self._page: PlanPage | None = None
        self._all = False
        self.plan = Button(theme, "Plan a review", kind="quiet", icon="calendar-plus", tall=32)
        self.plan.clicked.connect(self.plan_asked)
        self.add_action(self.plan)
        self.buttons: list[QWidget] = []
        self._rows: QWidget | None = None

    def start_anew(self) -> None:
        """Another family: the list is short again."""
        self._all = False

    def show_page(self, page: PlanPage) -> None:
        """Show them."""
        self._page = page
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget()
        self.buttons = []
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for line in page.planned:
            column.addWidget(self._planned(line))
        if not page.planned:
            day = long_date(page.choices.next_review)
            words = f"None is planned. The next one would be on {day}."
            column.addWidget(FlowingText(self._theme, words, "body", "ink2"))
        shown = page.held if self._all else page.held[:AT_MOST]
        if shown:
            column.addWidget(Hairline())
        for line in shown:
            column.addLayout(self._held(line, is_cut=len(shown) < len(page.held)))
        self.body.addWidget(self._rows)

    def stops(self) -> Iterator[QWidget]:
        """Where Tab stops, as it is read."""
        yield from (self.plan, *self.buttons)

    def _planned(self, line: ReviewLine) -> QWidget:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 4)
        inside.setSpacing(8)
        sign = IconLabel(self._theme, "calendar-clock", 18, "badTx" if line.late else "ink2")
        inside.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(FlowingText(self._theme, line.kind, "med"))
        if line.late:
            late = QHBoxLayout()
            late.setSpacing(8)
            late.addWidget(StateBadge(self._theme, StateLook(LATE.glyph, line.when_words, "bad")))
            late.addWidget(Label(long_date(line.record.due_on), "small", "ink2"))
            late.addStretch(1)
            words.addLayout(late)
        else:
            words.addWidget(FlowingText(self._theme, line.when_words, "small", "ink2"))
        inside.addLayout(words, 1)
        hold = Button(self._theme, "Write it down", tall=32)
        hold.setAccessibleName(f"Write down the {line.kind.lower()}, {line.when_words}")
        hold.clicked.connect(lambda: self.hold_asked.emit(line))
        move = IconButton(
            self._theme, "pencil", f"Change the day: {line.kind.lower()}", bare=True, ink="ink2"
        )
        move.clicked.connect(lambda: self.change_asked.emit(line))
        for button in (hold, move):
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.buttons.append(button)
        return row

    def _held(self, line: ReviewLine, *, is_cut: bool) -> QHBoxLayout:
        inside = QHBoxLayout()
        inside.setSpacing(8)
        sign = IconLabel(self._theme, "circle-check", 18, "ink2")
        inside.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        said = FlowingText(self._theme)
        when = f"{line.when_words[:1].lower()}{line.when_words[1:]}"
        said.set_strong([(line.kind, True), (f", {when}", False)])
        inside.addWidget(said, 1)
        read = Button(self._theme, "Read", kind="link", tall=32)
        read.setAccessibleName(f"Read: {line.kind}, {line.when_words}")
        read.clicked.connect(lambda: self.read_asked.emit(line))
        stops = [read]
        if is_cut and self._page is not None:
            more = Button(self._theme, f"See all {len(self._page.held)}", kind="link", tall=32)
            more.setAccessibleName(f"See all {len(self._page.held)} reviews that were held")
            more.clicked.connect(self._show_all)
            stops.append(more)
        for stop in stops:
            inside.addWidget(stop)
        self.buttons.extend(stops)
        return inside

    def _show_all(self) -> None:
        self._all = True
        if self._page is not None:
            self.show_page(self._page)
            self.plan.setFocus(Qt.FocusReason.OtherFocusReason)
