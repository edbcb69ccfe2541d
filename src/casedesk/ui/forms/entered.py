"""What a worker entered, as records have it (drafts have their own: form_values)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from casedesk.domain.field_problems import FieldProblem
from casedesk.ui.widgets.date_field import DateField


def entered(control: QWidget) -> Any:
    """A date, what is chosen or ticked, or the words without blanks around; None for nothing."""
    if isinstance(control, DateField):
        return control.value()
    if isinstance(control, QComboBox):
        return control.currentData()
    if isinstance(control, QCheckBox):
        return control.isChecked()
    if isinstance(control, QPlainTextEdit):
        return control.toPlainText().strip() or None
    return control.text().strip() or None if isinstance(control, QLineEdit) else None


def empty(control: QWidget) -> None:
    """Take out what was typed, chosen or ticked."""
    if isinstance(control, DateField):
        control.set_value(None)
    elif isinstance(control, QLineEdit):
        control.clear()
    elif isinstance(control, QComboBox):
        control.setCurrentIndex(0)
    elif isinstance(control, QCheckBox):
        control.setChecked(False)


def dates_that_are_none(controls: Mapping[str, QWidget]) -> list[FieldProblem]:
    """The dates in which something is typed that is no date."""
    return [
        FieldProblem(name, control.problem, "")
        for name, control in controls.items()
        if isinstance(control, DateField) and control.problem
    ]
