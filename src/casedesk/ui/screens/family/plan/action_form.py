"""An action in full: what, who, by when, under which goal, for whom, and whether it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from casedesk.domain.records import Action
from casedesk.domain.views.plan_page import GoalCard, PlanChoices, people_to_tick
from casedesk.services.actions import ActionEntry
from casedesk.ui.forms.choice_boxes import choice_box, text_line
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.removable_form import RemovableForm
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.tick_list import TickList


class ActionForm(RemovableForm):
    """A new action, or `action` changed or taken out.

    Signals: remove_asked(): it is not to be done.
    """

    def __init__(
        self,
        theme: Theme,
        choices: PlanChoices,
        goals: Sequence[GoalCard],
        today: Callable[[], date],
        *,
        action: Action | None = None,
        goal: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`goal` is the id of the goal that a new action stands under."""
        words, is_new = ("Save action", True) if action is None else ("Save changes", False)
        super().__init__(theme, words, "Remove action", is_new=is_new, parent=parent)
        self.action = action
        self.title = text_line(action.title if action else None)
        self.title.setMaxLength(200)
        self.add_field("title", "What is to be done", self.title, "Start with a verb: call, book")
        self.owner = QComboBox()
        self.owner.setEditable(True)
        self.owner.addItems(list(choices.owners))
        self.owner.setCurrentText(
            (action.owner or "") if action is not None else next(iter(choices.owners), "")
        )
        self.add_field("owner", "Who does it", self.owner)
        self.due = add_date(
            self, "due", "By when", today, value=action.due if action else None,
            hint="Leave empty when there is no date", leaning="ahead",
        )  # fmt: skip
        titles = [(one.title, one.record.id) for one in goals]
        self.goal = choice_box(titles, action.goal_id if action else goal)
        self.goal.setItemText(0, "None: an action of its own")
        self.add_field("goal_id", "Which goal is it for?", self.goal)
        people, kinds = (action.people, action.categories) if action else ((), ())
        everyone = people_to_tick(choices.people, people)
        self.people = TickList(everyone, people, about="It is for", columns=3)
        self.add_field("people", "Whom is it for?", self.people)
        self.categories = TickList(choices.categories, kinds, about="Information")
        self.add_field(
            "categories", "Which kinds of information are in it?", self.categories,
            "A report shares a kind only where consent covers it",
        )  # fmt: skip
        self.confidential = QCheckBox("Confidential: for the keyworker’s team only")
        self.confidential.setChecked(bool(action and action.confidential))
        self.keep("confidential", self.confidential)
        self.body.addWidget(self.confidential)
        done = action.done_on if action else None
        self.done_on = add_date(
            self,
            "done_on",
            "Done on",
            today,
            value=done,
            hint="Leave empty while it is to do",
            leaning="back",
        )
        self.fields["done_on"].setVisible(action is not None)
        self.end_with_remove()
        self.setFocusProxy(self.title)

    def entry(self) -> ActionEntry:
        """The action that is typed. Raises `InvalidFields` for what is no date."""
        return ActionEntry(
            title=self.title.text().strip(),
            owner=self.owner.currentText().strip() or None,
            due=read_days({"due": self.due})["due"],
            goal_id=self.goal.currentData(),
            people=self.people.value(),
            categories=self.categories.value(),
            confidential=self.confidential.isChecked(),
        )

    def record(self, action: Action) -> Action:
        """`action` as changed. Raises `InvalidFields` for what is no date."""
        entry = self.entry()
        return replace(
            action,
            title=entry.title,
            owner=entry.owner,
            due=entry.due,
            goal_id=entry.goal_id,
            people=entry.people,
            categories=entry.categories,
            confidential=entry.confidential,
            done_on=read_days({"done_on": self.done_on})["done_on"],
        )
