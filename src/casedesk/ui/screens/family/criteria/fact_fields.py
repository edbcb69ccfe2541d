"""The fields of a fact: which are shown follows its kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from casedesk.domain.catalogue import FactKind
from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.services.recording import FactEntry, RecordingChoices
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.widgets.date_field import NOT_A_DATE, DateField

WHOLE_FAMILY = "The whole family"
NOTHING_FOUND = "nothing-found"
_DATES = {"event": ("on",), "spell": ("from_on", "to_on"), "measure": ("from_on", "to_on")}
_WHEN = {"on": "When", "from_on": "From", "to_on": "Until"}
_FIGURES = ("possible", "attended", "authorised")
_BENEFITS = {
    "jsa": "Jobseeker’s Allowance",
    "esa": "Employment and Support Allowance",
    "is": "Income Support",
    "ca": "Carer’s Allowance",
    "uc-search": "Universal Credit, looking for work",
    "uc-other": "Universal Credit, not looking for work",
}


class FactFields:
    """Adds its fields to `form`; `entry()` gives what they hold."""

    def __init__(
        self,
        form: FormPanel,
        choices: RecordingChoices,
        criterion: str,
        today: Callable[[], date],
    ) -> None:
        self._form = form
        self._criterion = criterion
        self._kinds = [kind for kind in choices.kinds if kind.id != NOTHING_FOUND]
        theme, labels = form.theme, choices.labels
        self.kind = QComboBox()
        for kind in self._kinds:
            self.kind.addItem(kind.title, kind.id)
        self.person = QComboBox()
        self.person.addItem(WHOLE_FAMILY, None)
        for person_id, name in choices.people:
            self.person.addItem(name, person_id)
        self.dates = {
            name: DateField(
                theme, words, today=today, leaning="ahead" if name == "release_due" else "back"
            )
            for name, words in {**_WHEN, "release_due": labels["release_due"]}.items()
        }
        self.figures = {name: QLineEdit() for name in (*_FIGURES, "days")}
        self.benefit = QComboBox()
        self.detail = QLineEdit()
        self.detail.setMaxLength(300)
        self.source = source_box(choices, "Who told you")
        self.confidential = QCheckBox("Confidential: for the keyworker's team only")
        controls: dict[str, tuple[str, QWidget, str]] = {
            "kind": ("What it is", self.kind, ""),
            "person_id": ("Who it is about", self.person, ""),
            **{name: (words, self.dates[name], "") for name, words in _WHEN.items()},
            **{name: (labels[name], self.figures[name], "") for name in (*_FIGURES, "days")},
            "release_due": (labels["release_due"], self.dates["release_due"], ""),
            "benefit": (labels["benefit"], self.benefit, ""),
            "detail": ("What happened, in a few words", self.detail, ""),
            "source": ("Who told you", self.source, "For example: Kerry, the school, the police"),
        }
        self.rows = [form.add_field(name, *one) for name, one in controls.items()]
        form.body.addWidget(self.confidential)
        form.keep("confidential", self.confidential)
        for name, field in self.dates.items():
            field.problem_changed.connect(form.fields[name].set_error)
        self.kind.currentIndexChanged.connect(self._show_kind)
        self._shown = True
        self._show_kind()

    @property
    def chosen(self) -> FactKind:
        """The kind that is chosen."""
        return self._kinds[self.kind.currentIndex()]

    def set_visible(self, shown: bool) -> None:
        """Show or hide all of it."""
        self._shown = shown
        for row in self.rows:
            row.setVisible(shown)
        self.confidential.setVisible(shown)
        if shown:
            self._show_kind()

    def entry(self) -> FactEntry:
        """What is typed. Raises `InvalidFields` for what is no date or no number."""
        kind, problems = self.chosen, []
        values: dict[str, Any] = {}
        for name in self._names(kind):
            if name in self.dates:
                values[name] = self.dates[name].value()
                if self.dates[name].problem:
                    problems.append(FieldProblem(name, NOT_A_DATE, ""))
            elif name in self.figures:
                try:
                    values[name] = _number(self.figures[name].text(), whole=name != "days")
                except InvalidOperation:
                    label = self._form.fields[name].control.accessibleName()
                    problems.append(FieldProblem(name, label, "should be a number"))
            elif name == "benefit":
                values[name] = self.benefit.currentData()
        if problems:
            raise InvalidFields(problems)
        entry = FactEntry(
            kind=kind.id,
            person_id=self.person.currentData(),
            detail=self.detail.text().strip() or None,
            source=self.source.currentText().strip() or None,
            confidential=self.confidential.isChecked(),
            **values,
        )
        return replace(entry, criterion=self._criterion) if "criterion" in kind.fields else entry

    def _names(self, kind: FactKind) -> tuple[str, ...]:
        extra = tuple(name for name in kind.fields if name != "criterion")
        return (*_DATES[kind.shape], *extra)

    def _show_kind(self) -> None:
        kind = self.chosen
        wanted = {"kind", "person_id", "detail", "source", *self._names(kind)}
        for name, field in self._form.fields.items():
            if field in self.rows:
                field.setVisible(self._shown and name in wanted)
                field.set_error("")
        hint = f"Who would know: {kind.ask}"
        self.kind.setToolTip(hint)
        self.benefit.clear()
        if "benefit" in kind.fields:
            if "benefit" not in kind.required:
                self.benefit.addItem("Not known", None)
            for one in kind.choices.get("benefit", ()):
                self.benefit.addItem(_BENEFITS.get(one, one), one)


def source_box(choices: RecordingChoices, name: str) -> QComboBox:
    """Who told it: typed, or one who told something before."""
    box = QComboBox()
    box.setEditable(True)
    box.addItem("")
    box.addItems(list(choices.sources))
    box.setAccessibleName(name)
    typed = box.lineEdit()
    if typed is not None:
        typed.setAccessibleName(name)
    return box


def _number(text: str, *, whole: bool) -> int | Decimal | None:
    said = text.strip()
    if not said:
        return None
    value = Decimal(said)
    if not whole:
        return value
    if value != value.to_integral_value():
        raise InvalidOperation(said)
    return int(value)
