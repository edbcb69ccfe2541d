"""Disagreeing with the records, or changing a decision: both need a reason in words."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.views.criteria_page import CriterionCard
from casedesk.ui.forms.choice import Choice
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.screens.family.criteria.reason_words import strong_pieces
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.label import Label

_STATES = {"met": "Met", "not_met": "Not met"}
_WORDS = {"met": "met", "not_met": "not met", "not_known": "not known"}
_KEPT = "The records stay as they are. Your decision is kept with your name, today's date and why."


class DecisionForm(FormPanel):
    """`state` is None where the form only disagrees; else "met" or "not_met" as chosen."""

    def __init__(
        self, theme: Theme, card: CriterionCard, *, disagrees: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "Save disagreement" if disagrees else "Save decision", parent)
        self.card = card
        self.choice: Choice | None = None
        why = FlowingText(theme)
        why.set_strong(strong_pieces(card.reason))
        self.body.addWidget(why)
        if disagrees:
            other = "not met" if card.records_state == "met" else "met"
            said = f"The records say {_WORDS[card.records_state]}. You say {other}."
            self.body.addWidget(Label(said, "sub"))
        else:
            self._add_choice(card)
        self.reason = self.text_box()
        self.reason.setPlaceholderText("What you saw or heard, and when")
        self.add_field(
            "reason",
            "Why do you disagree?" if disagrees else "Why?",
            self.reason,
            hint="Needed. It stands beside your decision in the report.",
        )
        self.body.addWidget(FlowingText(theme, _KEPT, "small", "ink2"))
        self.body.addStretch(1)
        self.setFocusProxy(self.reason)

    @property
    def state(self) -> str | None:
        """What is chosen."""
        return None if self.choice is None else self.choice.value()

    @property
    def text(self) -> str:
        """The reason as typed."""
        return self.reason.toPlainText()

    def _add_choice(self, card: CriterionCard) -> None:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label("This criterion is", "sub"))
        # A change is to the other one; where nothing is decided it stays as the records say.
        now = card.decision.state if card.decision is not None else card.records_state
        self.choice = Choice(
            _STATES,
            about="This criterion is",
            chosen="met" if now != "met" else "not_met",
            upright=True,
        )
        column.addWidget(self.choice)
        self.keep("state", self.choice)
        self.body.addWidget(part)
