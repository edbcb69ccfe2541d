"""Recording what is known about a criterion: a record, a check that found nothing, a judgement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.domain.views.criteria_page import CriterionCard
from casedesk.services.recording import FactEntry, RecordingChoices
from casedesk.ui.forms.choice import Choice
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.screens.family.criteria.fact_fields import FactFields, source_box
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.chip import Chip
from casedesk.ui.widgets.date_field import NOT_A_DATE, DateField
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.label import Label

FACT, CHECK, JUDGEMENT = "fact", "check", "judgement"
_MODES = {
    FACT: ("Something happened", "A record that counts for this criterion."),
    CHECK: ("I asked, nothing found", "You asked somebody who would know, and nothing was known."),
    JUDGEMENT: ("How it is going", "Your judgement of how things have changed, with evidence."),
}
_OUTCOMES = {"improved": "Improved", "same": "The same", "worse": "Worse"}


class RecordForm(FormPanel):
    """Three forms in one; `mode` says which is shown."""

    def __init__(
        self,
        theme: Theme,
        card: CriterionCard,
        choices: RecordingChoices,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Save record", parent)
        self.card = card
        self._today = today
        self.mode = FACT
        if card.settle is not None:
            self.body.addWidget(FlowingText(theme, card.settle.question, "body", "ink2"))
        self._add_modes(theme)
        self._about = FlowingText(theme, "", "small", "ink2")
        self.body.addWidget(self._about)
        self.fact = FactFields(self, choices, card.id, today)
        self._check, self._judgement = self._check_part(choices), self._judgement_part()
        self.body.addWidget(self._check)
        self.body.addWidget(self._judgement)
        self.body.addStretch(1)
        self.set_mode(FACT)

    def set_mode(self, mode: str) -> None:
        """Show one of the three."""
        self.mode = mode
        self.modes[mode].setChecked(True)
        self._about.set_text(_MODES[mode][1])
        self.trouble.hide()
        self.fact.set_visible(mode == FACT)
        self._check.setVisible(mode == CHECK)
        self._judgement.setVisible(mode == JUDGEMENT)
        words = {FACT: "Save record", CHECK: "Save check", JUDGEMENT: "Save judgement"}
        self.save.setText(words[mode])
        self.edited.emit()

    def values_kept(self) -> dict[str, Any]:
        """As `FormFields.values_kept`, with the mode."""
        return {"mode": self.mode, **super().values_kept()}

    def put_values(self, values: Mapping[str, Any]) -> None:
        """As `FormFields.put_values`, with the mode."""
        mode = values.get("mode")
        if mode in _MODES:
            self.set_mode(str(mode))
        super().put_values(values)

    def entry(self) -> FactEntry:
        """The fact that is typed. Raises `InvalidFields`."""
        return self.fact.entry()

    def check_values(self) -> dict[str, Any]:
        """The check that is typed. Raises `InvalidFields`."""
        return {
            "on": self._day(self.check_on, "check_on"),
            "source": self.asked.currentText().strip() or None,
            "detail": self.check_detail.text().strip() or None,
        }

    def judgement_values(self) -> dict[str, Any]:
        """The judgement that is typed. Raises `InvalidFields`."""
        return {
            "outcome": self.outcome.value(),
            "evidence": self.evidence.toPlainText(),
            "on": self._day(self.judged_on, "judged_on"),
        }

    def _day(self, field: DateField, name: str) -> date | None:
        if field.problem:
            raise InvalidFields([FieldProblem(name, NOT_A_DATE, "")])
        return field.value()

    def _day_field(self) -> DateField:
        """A day that has been: today, unless another is typed."""
        return DateField(self.theme, "When", today=self._today, value=self._today(), leaning="back")

    def _add_modes(self, theme: Theme) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        group = QButtonGroup(self)
        self.modes: dict[str, Chip] = {}
        for mode, (words, about) in _MODES.items():
            chip = Chip(theme, words, checked=mode == FACT)
            chip.setAccessibleDescription(about)
            chip.clicked.connect(lambda _=False, one=mode: self.set_mode(one))
            group.addButton(chip)
            self.modes[mode] = chip
            row.addWidget(chip)
        row.addStretch(1)
        self.body.addLayout(row)

    def _part(self) -> tuple[QWidget, QVBoxLayout]:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        return part, column

    def _check_part(self, choices: RecordingChoices) -> QWidget:
        part, column = self._part()
        self.asked = source_box(choices, "Who did you ask?")
        self.check_on = self._day_field()
        self.check_detail = QLineEdit()
        ask = self.card.settle.ask if self.card.settle is not None else ()
        hint = f"Who would know: {', '.join(ask)}" if ask else ""
        for name, label, control, said in (
            ("check_source", "Who did you ask?", self.asked, hint),
            ("check_on", "When", self.check_on, ""),
            ("check_detail", "What they said", self.check_detail, ""),
        ):
            column.addWidget(self.add_field(name, label, control, said))
        self.check_on.problem_changed.connect(self.fields["check_on"].set_error)
        return part

    def _judgement_part(self) -> QWidget:
        part, column = self._part()
        column.addWidget(Label("How has it gone?", "sub"))
        column.setSpacing(8)
        self.outcome = Choice(_OUTCOMES, about="How has it gone", upright=True)
        column.addWidget(self.outcome)
        column.addSpacing(8)
        self.keep("outcome", self.outcome)
        self.evidence = self.text_box()
        self.judged_on = self._day_field()
        column.addWidget(self.add_field("evidence", "What shows it?", self.evidence, "Needed."))
        column.addWidget(self.add_field("judged_on", "When", self.judged_on))
        self.judged_on.problem_changed.connect(self.fields["judged_on"].set_error)
        return part
