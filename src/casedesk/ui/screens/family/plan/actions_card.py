"""Everything that is to be done, in one list: overdue, due soon, later, done."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from casedesk.domain.plan import DONE, LATER, OVERDUE, SOON, STANDINGS
from casedesk.domain.views.plan_page import PlanAction, PlanPage
from casedesk.ui.screens.family.plan.action_lines import LineField
from casedesk.ui.screens.family.plan.action_row import ActionRow
from casedesk.ui.screens.family.plan.line_form import LineForm
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card, Hairline
from casedesk.ui.widgets.chip import Chip
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.label import Label

TO_DO = "to do"
WORDS = {
    TO_DO: "To do", OVERDUE: "Overdue", SOON: "Due soon", LATER: "Later", DONE: "Done",
}  # fmt: skip
AT_MOST = 7
"""Of the done so many are shown until all are asked for."""


class ActionsCard(Card):
    """Signals: ticked(action, done); change_asked(action); add_asked(): in full; line_given(line):
    one was typed."""

    ticked = Signal(object, bool)
    change_asked = Signal(object)
    add_asked = Signal()
    line_given = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Actions", parent=parent)
        self._theme = theme
        self._page: PlanPage | None = None
        self._goal = ""
        self._all_done = False
        self.add = Button(theme, "Add", kind="quiet", icon="plus", tall=32)
        self.add.setAccessibleName("Add an action with all its details")
        self.add.clicked.connect(self.add_asked)
        self.add_action(self.add)
        self.form = LineForm(theme)
        self.chips: dict[str, Chip] = {}
        self._group = QButtonGroup(self)
        filters = FlowLayout()
        for key, words in WORDS.items():
            chip = Chip(theme, words, checked=key == TO_DO)
            chip.clicked.connect(self._show)
            self._group.addButton(chip)
            self.chips[key] = chip
            filters.addWidget(chip)
        self.of_goal = Chip(theme, "", checked=True)
        self.of_goal.clicked.connect(lambda: self.show_goal("", ""))
        self.of_goal.hide()
        filters.addWidget(self.of_goal)
        self.body.addWidget(self.form)
        self.body.addLayout(filters)
        self.rows: list[ActionRow] = []
        self._list: QWidget | None = None
        self.body.addStretch(1)

    def start_anew(self) -> None:
        """Another family: nothing is filtered."""
        self.chips[TO_DO].setChecked(True)
        self._goal, self._all_done = "", False
        self.of_goal.hide()

    @property
    def line(self) -> LineField:
        """Where an action is typed in one line."""
        return self.form.line

    def set_form(self, form: LineForm) -> None:
        """The line of another family, with its own draft."""
        self.form.hide()
        self.form.deleteLater()
        self.form = form
        self.body.insertWidget(0, form)
        form.given.connect(self.line_given)

    def show_page(self, page: PlanPage) -> None:
        """Show them; the focus stays on the action it was on."""
        self._page = page
        count = dict.fromkeys(WORDS, 0)
        for action in page.actions:
            count[action.standing] += 1
            count[TO_DO] += action.standing != DONE
        for key, chip in self.chips.items():
            chip.set_count(count[key])
        self.set_count(count[TO_DO])
        self._show()

    def show_goal(self, goal_id: str, title: str) -> None:
        """Only those of one goal; "" shows those of all again."""
        self._goal = goal_id
        self.of_goal.setVisible(bool(goal_id))
        self.of_goal.setChecked(bool(goal_id))
        if goal_id:
            self.of_goal.setText(title if len(title) <= 32 else f"{title[:30].rstrip()}…")
            self.of_goal.setAccessibleName(f"Only for the goal {title}. Press to show all")
            self.of_goal.setToolTip(title)
            self.of_goal.updateGeometry()
        self._show()

    @property
    def chosen(self) -> str:
        """The filter that is on."""
        return next(key for key, chip in self.chips.items() if chip.isChecked())

    def stops(self) -> Iterator[QWidget]:
        """Where Tab stops, as it is read."""
        yield from (self.add, self.line, *self.chips.values(), self.of_goal)
        for row in self.rows:
            yield from (row.box, row.edit)

    def _show(self) -> None:
        if self._page is None:
            return
        focused = next((one.action.record.id for one in self.rows if _has_focus(one)), "")
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = []
        shown = [one for one in self._page.actions if self._is_shown(one)]
        for standing in STANDINGS:
            self._add_group(column, standing, [one for one in shown if one.standing == standing])
        if not shown:
            column.addWidget(FlowingText(self._theme, self._none_words(), "body", "ink2"))
        self.body.insertWidget(self.body.count() - 1, self._list)
        again = next((one for one in self.rows if one.action.record.id == focused), None)
        if focused:
            (again.box if again is not None else self.line).setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def _is_shown(self, action: PlanAction) -> bool:
        if self._goal and action.record.goal_id != self._goal:
            return False
        chosen = self.chosen
        return action.standing != DONE if chosen == TO_DO else action.standing == chosen

    def _add_group(self, column: QVBoxLayout, standing: str, actions: list[PlanAction]) -> None:
        if not actions:
            return
        if self.rows:
            column.addSpacing(8)
        heading = Label(f"{WORDS[standing]} ({len(actions)})", "sub", "ink2")
        column.addWidget(heading)
        cut = standing == DONE and len(actions) > AT_MOST and not self._all_done
        for number, action in enumerate(actions[:AT_MOST] if cut else actions):
            if number:
                column.addWidget(Hairline())
            row = ActionRow(self._theme, action)
            row.ticked.connect(self.ticked)
            row.change_asked.connect(self.change_asked)
            self.rows.append(row)
            column.addWidget(row)
        if cut:
            more = Button(self._theme, f"See all {len(actions)}", kind="link", tall=32)
            more.clicked.connect(self._show_all_done)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_all_done(self) -> None:
        self._all_done = True
        self._show()

    def _none_words(self) -> str:
        if self._goal:
            return "No actions like this under the goal."
        said = {
            OVERDUE: "Nothing is overdue.",
            SOON: "Nothing is due in the next 14 days.",
            LATER: "Nothing is planned for later.",
            DONE: "Nothing is done yet.",
        }
        return said.get(self.chosen, "Nothing to do. Type what was agreed into the line above.")


def _has_focus(row: ActionRow) -> bool:
    return row.box.hasFocus() or row.edit.hasFocus()
