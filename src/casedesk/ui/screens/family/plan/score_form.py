"""Where a goal stands today; and the steps so far, each of which can be taken out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.domain.views.plan_page import GoalCard, ScorePoint
from casedesk.ui.forms.choice_boxes import text_line, typed
from casedesk.ui.forms.dates import add_date, read_days
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import IconButton
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.score_scale import ScoreScale


class ScoreForm(FormPanel):
    """Signals: remove_asked(score record): a step that was a mistake."""

    remove_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        card: GoalCard,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Save step", parent)
        self.card = card
        words = card.family_words
        self.body.addWidget(
            FlowingText(theme, f"“{words}”" if words else card.title, "body", "ink2")
        )
        self.scale = ScoreScale(theme, "Where does it stand?")
        self.add_field("score", "Where does it stand?", self.scale, "Ask them; it is their step")
        self.scale.changed.connect(self.edited)
        self.on = add_date(self, "on", "On", today, value=today(), leaning="back")
        self.note = text_line()
        self.add_field("note", "What has changed?", self.note)
        if card.points:
            self._add_steps(card)
        self.body.addStretch(1)
        self.setFocusProxy(self.scale)

    def values(self) -> tuple[int, date | None, str | None]:
        """Step, day and note. Raises `InvalidFields`."""
        score = self.scale.value()
        if score is None:
            raise InvalidFields([FieldProblem("score", "A step from 0 to 10", "is needed")])
        return score, read_days({"on": self.on})["on"], typed(self.note)

    def values_kept(self) -> dict[str, Any]:
        """Override FormFields.values_kept: the step too."""
        return {**super().values_kept(), "score": self.scale.value()}

    def put_values(self, values: Mapping[str, Any]) -> None:
        """Override FormFields.put_values."""
        super().put_values(values)
        score = values.get("score")
        self.scale.set_value(score if isinstance(score, int) else None)

    def _add_steps(self, card: GoalCard) -> None:
        self.body.addWidget(Label("Steps so far", "sub"))
        steps = QVBoxLayout()
        steps.setSpacing(0)
        for number, point in enumerate(reversed(card.points)):
            if number:
                steps.addWidget(Hairline())
            steps.addLayout(self._step(point))
        self.body.addLayout(steps)

    def _step(self, point: ScorePoint) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(Label(str(point.score), "sub"))
        said = point.words.replace(f": {point.score}", "", 1)
        row.addWidget(FlowingText(self.theme, said, "small", "ink2"), 1)
        if point.record is not None:
            record = point.record
            remove = IconButton(
                self.theme, "trash-2", f"Remove the step {point.words}", bare=True, ink="ink2"
            )
            remove.clicked.connect(lambda: self.remove_asked.emit(record))
            row.addWidget(remove)
        return row
