"""The day of the next review, and what kind of review it is to be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.domain.plan import REVIEW, TEAM_MEETING
from casedesk.domain.records import Review
from casedesk.services.reviews import kind_words
from casedesk.ui.forms.choice import Choice
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.removable_form import RemovableForm
from casedesk.ui.theme.theme import Theme


class ReviewForm(RemovableForm):
    """Plans a review, or moves or takes out `review`.

    Signals: remove_asked(): it is not to be held.
    """

    def __init__(
        self,
        theme: Theme,
        proposed: date,
        today: Callable[[], date],
        *,
        review: Review | None = None,
        parent: QWidget | None = None,
    ) -> None:
        words, is_new = ("Plan review", True) if review is None else ("Save changes", False)
        super().__init__(theme, words, "Remove review", is_new=is_new, parent=parent)
        self.review = review
        self.due_on = add_date(
            self, "due_on", "On which day?", today,
            value=review.due_on if review is not None else proposed,
            hint="Six weeks after the last one, unless the family agrees another day",
            leaning="ahead",
        )  # fmt: skip
        known = review.kind if review is not None and review.kind else REVIEW
        kinds = {one: kind_words(one) for one in dict.fromkeys((REVIEW, TEAM_MEETING, known))}
        self.kind = Choice(kinds, about="It will be a", chosen=known)
        self.add_field("kind", "What will it be?", self.kind)
        self.end_with_remove()
        self.setFocusProxy(self.due_on)

    def day(self) -> date:
        """The day. Raises `InvalidFields` when there is none."""
        day = read_days({"due_on": self.due_on})["due_on"]
        if day is None:
            raise InvalidFields([FieldProblem("due_on", "The day of the review", "is needed")])
        return day

    def record(self, review: Review) -> Review:
        """`review` as changed. Raises `InvalidFields` when there is no day."""
        return replace(review, due_on=self.day(), kind=self.kind.value())
