"""A review or a meeting as it goes: who is there, what each says, what is decided, what next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from casedesk.domain.plan import REVIEW, TEAM_MEETING, review_after
from casedesk.domain.records import Review
from casedesk.domain.views.plan_page import PlanChoices, people_to_tick
from casedesk.services.reviews import MeetingEntry, kind_words
from casedesk.ui.forms.choice import Choice
from casedesk.ui.forms.choice_boxes import text_line, typed
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.screens.family.plan.action_lines import ActionLines
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.tick_list import TickList

_SOCIAL_CARE = "social-care"


class MeetingForm(FormPanel):
    """Held just now (`review` is the planned one, or None), or put right later when it was held."""

    def __init__(
        self,
        theme: Theme,
        choices: PlanChoices,
        worker: str,
        today: Callable[[], date],
        *,
        review: Review | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.is_correction = review is not None and review.held_on is not None
        super().__init__(theme, "Save changes" if self.is_correction else "Save review", parent)
        self.review = review
        self._today = today
        self._add_when(review)
        self._add_who(choices, review)
        self._add_views(choices, review)
        self.text = self.text_box(6)
        self.text.setPlainText((review.text if review else None) or "")
        self.add_field("text", "What was said and decided", self.text)
        self._add_next(choices, worker)
        kinds = review.categories if review is not None and review.categories else (_SOCIAL_CARE,)
        self.categories = TickList(choices.categories, kinds, about="Information")
        self.add_field(
            "categories", "Which kinds of information are in it?", self.categories,
            "A report shares a kind only where consent covers it",
        )  # fmt: skip
        self.body.addStretch(1)
        self.setFocusProxy(self.kind)

    def entry(self) -> MeetingEntry:
        """What is typed. Raises `InvalidFields` for what is no date."""
        days = read_days({"held_on": self.held_on, "next_on": self.next_on})
        return MeetingEntry(
            held_on=days["held_on"],
            kind=self.kind.value(),
            people=self.people.value(),
            professionals=self.professionals.value(),
            also_present=typed(self.also_present),
            apologies=typed(self.apologies),
            views=self._said(),
            text=self.text.toPlainText().strip() or None,
            categories=self.categories.value(),
            actions=self.agreed.entries(),
            next_on=days["next_on"],
        )

    def record(self, review: Review) -> Review:
        """`review`, which was held, as changed. Raises `InvalidFields` for what is no date."""
        return self.entry().written_into(review, review.held_on)

    def values_kept(self) -> dict[str, Any]:
        """Override FormFields.values_kept: the actions too."""
        return {**super().values_kept(), "actions": list(self.agreed.lines())}

    def put_values(self, values: Mapping[str, Any]) -> None:
        """Override FormFields.put_values."""
        super().put_values(values)
        lines = values.get("actions")
        if isinstance(lines, list):
            self.agreed.set_lines([one for one in lines if isinstance(one, str)])

    def _add_when(self, review: Review | None) -> None:
        kinds = {TEAM_MEETING: kind_words(TEAM_MEETING), REVIEW: kind_words(REVIEW)}
        known = review.kind if review is not None and review.kind else TEAM_MEETING
        if known not in kinds:
            kinds[known] = kind_words(known)
        self.kind = Choice(kinds, about="It was a", chosen=known)
        self.add_field("kind", "What was it?", self.kind)
        held = review.held_on if review is not None else None
        self.held_on = add_date(
            self, "held_on", "Held on", self._today, value=held or self._today(), leaning="back"
        )

    def _add_who(self, choices: PlanChoices, review: Review | None) -> None:
        there = review.people if review is not None else ()
        named = review.professionals if review is not None else ()
        self.people = TickList(
            people_to_tick(choices.people, there), there, about="Was there", columns=3
        )
        self.add_field("people", "Who was there from the family?", self.people)
        listed = [
            (one.id, one.words) for one in choices.professionals if one.now or one.id in named
        ]
        self.professionals = TickList(listed, named, about="Was there", columns=1)
        field = self.add_field("professionals", "Which professionals?", self.professionals)
        field.setVisible(bool(listed))
        self.also_present = text_line(review.also_present if review else None)
        self.add_field("also_present", "Anybody else?", self.also_present)
        self.apologies = text_line(review.apologies if review else None)
        self.add_field("apologies", "Apologies", self.apologies, "Who could not come")

    def _add_views(self, choices: PlanChoices, review: Review | None) -> None:
        """A box for each child, then for each grown-up; who has left only where they spoke."""
        said = dict(review.views) if review is not None else {}
        self.views: dict[str | None, QPlainTextEdit] = {}
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        listed = [one for one in choices.people if one.now or one.id in said]
        for one in sorted(listed, key=lambda choice: not choice.is_child):
            self._add_view(column, one.id, f"{one.name}, {one.about}" if one.about else one.name)
        if None in said or not listed:
            self._add_view(column, None, "Somebody else")
        for who, words in said.items():
            if who in self.views:
                self.views[who].setPlainText(words)
        if self.views:
            part.setFocusProxy(next(iter(self.views.values())))
        self.add_field(
            "views", "What each of them says", part, "Children first; ask before the meeting"
        )

    def _add_view(self, column: QVBoxLayout, who: str | None, name: str) -> None:
        box = self.text_box(2)
        box.setAccessibleName(f"What {name} says")
        column.addWidget(Label(name, "small", "ink2"))
        column.addWidget(box)
        self.views[who] = box
        self.keep(f"view {who or ''}", box)

    def _add_next(self, choices: PlanChoices, worker: str) -> None:
        self.agreed = ActionLines(self.theme, choices.known, worker, self._today)
        self.agreed.changed.connect(self.edited)
        agreed = self.add_field("actions", "Actions agreed", self.agreed)
        self.next_on = add_date(
            self,
            "next_on",
            "Next review on",
            self._today,
            value=None if self.is_correction else review_after(self._today()),
            hint="Six weeks after this one, unless you agree another day",
            leaning="ahead",
        )
        agreed.setVisible(not self.is_correction)
        self.fields["next_on"].setVisible(not self.is_correction)
        self.held_on.date_changed.connect(self._on_held)

    def _on_held(self, day: object) -> None:
        """Held on another day: the next one is six weeks after that."""
        if isinstance(day, date) and not self.is_correction:
            self.next_on.set_value(review_after(day))

    def _said(self) -> tuple[tuple[str | None, str], ...]:
        texts = ((who, box.toPlainText().strip()) for who, box in self.views.items())
        return tuple((who, words) for who, words in texts if words)
