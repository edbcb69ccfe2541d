"""A goal: in the family's words, tied to a criterion whose asking is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from casedesk.domain.records import Goal
from casedesk.domain.views.plan_page import PlanChoices, people_to_tick
from casedesk.services.goals import GoalEntry
from casedesk.ui.forms.choice_boxes import choice_box, text_line, typed
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.removable_form import RemovableForm
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.score_scale import ScoreScale
from casedesk.ui.widgets.tick_list import TickList


class GoalForm(RemovableForm):
    """A new goal, or `goal` changed or taken out.

    Signals: remove_asked(): it is no goal of this family.
    """

    def __init__(
        self,
        theme: Theme,
        choices: PlanChoices,
        today: Callable[[], date],
        *,
        goal: Goal | None = None,
        parent: QWidget | None = None,
    ) -> None:
        words, is_new = ("Save goal", True) if goal is None else ("Save changes", False)
        super().__init__(theme, words, "Remove goal", is_new=is_new, parent=parent)
        self.goal = goal
        self._today = today
        self._choices = {one.id: one for one in choices.criteria}
        self._ticked_for = ""
        self.title = text_line(goal.title if goal else None)
        self.add_field("title", "Goal", self.title, "What will be different, in a few words")
        self.family_words = self.text_box(3)
        self.family_words.setPlainText((goal.family_words if goal else None) or "")
        self.add_field("family_words", "In the family’s own words", self.family_words)
        self._add_criterion(goal)
        self._add_start(today, goal)
        self._add_about(choices, goal)
        self.end_with_remove()
        self.setFocusProxy(self.title)
        self._say_criterion()
        self.criterion.currentIndexChanged.connect(self._on_criterion)

    def entry(self) -> GoalEntry:
        """The goal that is typed. Raises `InvalidFields` for what is no date."""
        return GoalEntry(
            title=self.title.text().strip(),
            family_words=self.family_words.toPlainText().strip() or None,
            criterion=self.criterion.currentData(),
            people=self.people.value(),
            start_score=self.scale.value(),
            set_on=read_days({"set_on": self.set_on})["set_on"],
            categories=self.categories.value(),
            confidential=self.confidential.isChecked(),
        )

    def record(self, goal: Goal) -> Goal:
        """`goal` as changed. Raises `InvalidFields` for what is no date."""
        entry = self.entry()
        return replace(
            goal,
            title=entry.title,
            family_words=entry.family_words,
            criterion=entry.criterion,
            people=entry.people,
            set_on=entry.set_on,
            categories=entry.categories,
            confidential=entry.confidential,
        )

    def values_kept(self) -> dict[str, Any]:
        """Override FormFields.values_kept: the step too."""
        return {**super().values_kept(), "start_score": self.scale.value()}

    def put_values(self, values: Mapping[str, Any]) -> None:
        """Override FormFields.put_values."""
        super().put_values(values)
        score = values.get("start_score")
        self.scale.set_value(score if isinstance(score, int) else None)

    def _add_criterion(self, goal: Goal | None) -> None:
        choices = [(one.title, one.id) for one in self._choices.values()]
        self.criterion = choice_box(choices, goal.criterion if goal else None)
        self.criterion.setItemText(0, "None: a goal of its own")
        self.add_field(
            "criterion", "Which criterion is it for?", self.criterion,
            "So that progress on it can count for the family",
        )  # fmt: skip
        self.asks = FlowingText(self.theme, "", "small", "ink2")
        self.body.addWidget(self.asks)

    def _add_start(self, today: Callable[[], date], goal: Goal | None) -> None:
        self.scale = ScoreScale(self.theme, "Where are they today?")
        field = self.add_field(
            "start_score", "Where are they today?", self.scale, "Leave it when nobody has said yet"
        )
        self.scale.changed.connect(self.edited)
        field.setVisible(goal is None)
        day = goal.set_on if goal is not None else today()
        self.set_on = add_date(self, "set_on", "Agreed on", today, value=day, leaning="back")

    def _add_about(self, choices: PlanChoices, goal: Goal | None) -> None:
        named = goal.people if goal is not None else ()
        everyone = people_to_tick(choices.people, named)
        self.people = TickList(everyone, named, about="It is for", columns=3)
        self.add_field("people", "Who is it for?", self.people, "Nobody ticked: the whole family")
        self.categories = TickList(
            choices.categories, goal.categories if goal else (), about="Information"
        )
        self.add_field(
            "categories", "Which kinds of information are in it?", self.categories,
            "A report shares a kind only where consent covers it",
        )  # fmt: skip
        self.confidential = QCheckBox("Confidential: for the keyworker’s team only")
        self.confidential.setChecked(bool(goal and goal.confidential))
        self.keep("confidential", self.confidential)
        self.body.addWidget(self.confidential)

    def _on_criterion(self) -> None:
        """Another criterion: its kind of information is ticked in place of the one before."""
        self._say_criterion()
        chosen = self._choices.get(self.criterion.currentData() or "")
        others = [one for one in self.categories.value() if one != self._ticked_for]
        new = chosen.category if chosen is not None else ""
        self._ticked_for = "" if new in others else new
        self.categories.set_value([*others, new])

    def _say_criterion(self) -> None:
        chosen = self._choices.get(self.criterion.currentData() or "")
        asks = chosen.asks if chosen is not None else ()
        lines = "\n".join(f"•  {one}" for one in asks)
        self.asks.set_text(f"It counts as improved when this holds:\n{lines}" if asks else "")
        self.asks.setVisible(bool(asks))

    @property
    def words(self) -> str:
        """The goal as typed, for the draft's title."""
        return typed(self.title) or "New goal"
