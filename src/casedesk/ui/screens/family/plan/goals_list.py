"""The goals one under the other; those achieved come last and fold away when there are many."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.views.plan_page import GoalCard
from casedesk.ui.screens.family.plan.goal_view import GoalView
from casedesk.ui.theme.theme import Theme


class GoalsList(QWidget):
    """Signals: see `GoalView`."""

    step_asked = Signal(object)
    action_asked = Signal(object)
    change_asked = Signal(object)
    achieved_asked = Signal(object)
    reopen_asked = Signal(object)
    actions_asked = Signal(object)
    criterion_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.views: list[GoalView] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_goals(self, cards: tuple[GoalCard, ...]) -> None:
        """Show them; the views of those that were there stay, and so does the focus."""
        kept = {one.card.record.id: one for one in self.views}
        self.views = []
        for number, card in enumerate(cards):
            view = kept.pop(card.record.id, None)
            if view is None:
                view = self._made(card)
            else:
                self._column.removeWidget(view)
                view.show_card(card)
            self._column.insertWidget(number, view)
            self.views.append(view)
        for view in kept.values():
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()

    def stops(self) -> Iterator[QWidget]:
        """Where Tab stops, as it is read."""
        for view in self.views:
            yield from view.stops()

    def of(self, goal_id: str) -> GoalView | None:
        """The view of a goal."""
        return next((one for one in self.views if one.card.record.id == goal_id), None)

    def _made(self, card: GoalCard) -> GoalView:
        view = GoalView(self._theme, card)
        view.step_asked.connect(self.step_asked)
        view.action_asked.connect(self.action_asked)
        view.change_asked.connect(self.change_asked)
        view.achieved_asked.connect(self.achieved_asked)
        view.reopen_asked.connect(self.reopen_asked)
        view.actions_asked.connect(self.actions_asked)
        view.criterion_asked.connect(self.criterion_asked)
        return view
