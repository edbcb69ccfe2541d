"""The forms of the plan in the panel at the side, and a review to read."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from casedesk.domain.views.plan_page import GoalCard, PlanAction, PlanPage, ReviewLine
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_end import FormEnd
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.forms.form_place import FormPlace, place_in_family
from casedesk.ui.forms.side_panel import SidePanel
from casedesk.ui.screens.family.plan.action_form import ActionForm
from casedesk.ui.screens.family.plan.goal_form import GoalForm
from casedesk.ui.screens.family.plan.meeting_form import MeetingForm
from casedesk.ui.screens.family.plan.presenter import PlanPresenter
from casedesk.ui.screens.family.plan.review_form import ReviewForm
from casedesk.ui.screens.family.plan.review_view import ReviewView
from casedesk.ui.screens.family.plan.score_form import ScoreForm
from casedesk.ui.theme.theme import Theme

WIDE = 560
GOAL, STEP, ACTION, MEETING, PLAN = "goal", "step", "action", "meeting", "plan"


class PlanPanel(SidePanel):
    """Opens over `host`; a form that is saved closes it."""

    def __init__(self, desk: Desk, presenter: PlanPresenter, host: QWidget) -> None:
        super().__init__(desk, host, width=WIDE)
        self._presenter = presenter
        self._theme: Theme = desk.theme
        self._today = lambda: desk.session.today

    def open_named(self, page: PlanPage, form: str, record: str) -> None:
        """Open a form as when its draft is taken up again; one whose record is gone stays shut."""
        goal = next((one for one in page.goals if one.record.id == record), None)
        action = next((one for one in page.actions if one.record.id == record), None)
        reviews = (*page.planned, *page.held)
        review = next((one for one in reviews if one.record.id == record), None)
        if form == GOAL and (goal is not None or not record):
            self.goal(page, goal)
        elif form == STEP and goal is not None:
            self.step(goal)
        elif form == ACTION and (action is not None or not record):
            self.action(page, action)
        elif form == MEETING and (review is not None or not record):
            self.meeting(page, review)
        elif form == PLAN and (review is not None or not record):
            self.plan_review(page, review)

    def goal(self, page: PlanPage, card: GoalCard | None = None) -> None:
        """Add a goal, or change one."""
        record = card.record if card is not None else None
        form = GoalForm(self._theme, page.choices, self._today, goal=record)

        def save(end: FormEnd) -> None:
            if record is None:
                self._presenter.add_goal(form.entry(), end)
            else:
                self._presenter.change_goal(form.record(record), end)

        def remove(end: FormEnd) -> None:
            if record is not None:
                self._presenter.remove_goal(record, end)

        form.remove_asked.connect(partial(self.submit, form, remove))
        title = "Add a goal" if card is None else f"Change the goal: {card.title}"
        self._form(title, form, save, GOAL, record.id if record else "")

    def step(self, card: GoalCard) -> None:
        """Where a goal stands."""
        form = ScoreForm(self._theme, card, self._today)

        def save(end: FormEnd) -> None:
            self._presenter.record_score(card.record, *form.values(), end)

        form.remove_asked.connect(self._remove_score)
        self._form(f"Record a step: {card.title}", form, save, STEP, card.record.id)

    def action(
        self, page: PlanPage, action: PlanAction | None = None, goal: str | None = None
    ) -> None:
        """Add an action, under a goal or on its own, or change one."""
        record = action.record if action is not None else None
        form = ActionForm(
            self._theme, page.choices, page.goals, self._today, action=record, goal=goal
        )

        def save(end: FormEnd) -> None:
            if record is None:
                self._presenter.add_action(form.entry(), end)
            else:
                self._presenter.change_action(form.record(record), end)

        def remove(end: FormEnd) -> None:
            if record is not None:
                self._presenter.remove_action(record, end)

        form.remove_asked.connect(partial(self.submit, form, remove))
        title = "Add an action" if record is None else "Change the action"
        self._form(title, form, save, ACTION, record.id if record else "")

    def meeting(self, page: PlanPage, line: ReviewLine | None = None) -> None:
        """Write down a review: the planned one, one nobody planned, or put right a held one."""
        record = line.record if line is not None else None
        worker = self._desk.session.worker
        form = MeetingForm(self._theme, page.choices, worker, self._today, review=record)

        def save(end: FormEnd) -> None:
            if record is not None and form.is_correction:
                self._presenter.change_review(form.record(record), end)
            else:
                self._presenter.hold_review(form.entry(), record, end)

        title = "Change the review" if form.is_correction else "Write down a review"
        self._form(title, form, save, MEETING, record.id if record else "")

    def plan_review(self, page: PlanPage, line: ReviewLine | None = None) -> None:
        """Plan a review, or move one to another day."""
        record = line.record if line is not None else None
        form = ReviewForm(self._theme, page.choices.next_review, self._today, review=record)

        def save(end: FormEnd) -> None:
            if record is None:
                self._presenter.plan_review(form.day(), form.kind.value(), end)
            else:
                self._presenter.change_review(form.record(record), end)

        def remove(end: FormEnd) -> None:
            if record is not None:
                self._presenter.remove_review(record, end)

        form.remove_asked.connect(partial(self.submit, form, remove))
        title = "Plan a review" if record is None else "Change the planned review"
        self._form(title, form, save, PLAN, record.id if record else "")

    def read(self, page: PlanPage, line: ReviewLine) -> None:
        """Read a review that was held."""
        view = ReviewView(self._theme, line)
        view.change_asked.connect(partial(self.meeting, page))
        view.remove_asked.connect(self._remove_review)
        self.content = view
        self.drawer.slide_in(line.kind, view)

    def _form(self, title: str, form: FormPanel, save: object, name: str, record: str) -> None:
        place = self._place(name, record, title)
        self.open_form(title, form, save, place)  # type: ignore[arg-type]

    def _place(self, form: str, record: str, title: str) -> FormPlace:
        return place_in_family(self._presenter.ref, "plan", form, record, title, record=record)

    def _remove_score(self, record: object) -> None:
        self.close()
        self._presenter.remove_score(record)  # type: ignore[arg-type]

    def _remove_review(self, line: ReviewLine) -> None:
        self.close()
        self._presenter.remove_review(line.record, None)
