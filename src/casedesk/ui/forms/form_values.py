"""What stands in a control of a form, as JSON can hold it, and the way back into it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from casedesk.domain.dates import long_date
from casedesk.ui.forms.choice import Choice
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.tick_list import TickList

KEPT = (Choice, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, TickList)
"""Controls whose contents a draft keeps."""


def value_of(control: QWidget) -> Any:
    """The contents: a date as ISO text, or as typed while it is none."""
    if isinstance(control, DateField):
        day, text = control.value(), control.text()
        return day.isoformat() if day is not None and text == long_date(day) else text
    if isinstance(control, QLineEdit):
        return control.text()
    if isinstance(control, QPlainTextEdit):
        return control.toPlainText()
    if isinstance(control, QCheckBox):
        return control.isChecked()
    if isinstance(control, QComboBox):
        return control.currentText() if control.isEditable() else control.currentData()
    if isinstance(control, TickList):
        return list(control.value())
    return control.value() if isinstance(control, Choice) else None


def put_value(control: QWidget, value: Any) -> None:
    """Put contents back; what does not fit the control (any more) changes nothing."""
    if isinstance(control, TickList):
        control.set_value(value if isinstance(value, list) else ())
    elif isinstance(control, QCheckBox):
        control.setChecked(value is True)
    elif isinstance(control, QComboBox) and not control.isEditable():
        for place in range(control.count()):
            if control.itemData(place) == value:
                control.setCurrentIndex(place)
                return
    elif isinstance(value, str):
        _put_text(control, value)


def on_change(control: QWidget, act: Callable[..., None]) -> None:
    """Call `act` at every edit."""
    if isinstance(control, DateField):
        control.date_changed.connect(act)
        control.textChanged.connect(act)
    elif isinstance(control, (QLineEdit, QPlainTextEdit)):
        control.textChanged.connect(act)
    elif isinstance(control, QCheckBox):
        control.toggled.connect(act)
    elif isinstance(control, QComboBox):
        control.currentTextChanged.connect(act)
    elif isinstance(control, (TickList, Choice)):
        control.changed.connect(act)


def _put_text(control: QWidget, text: str) -> None:
    if isinstance(control, DateField):
        try:
            control.set_value(date.fromisoformat(text) if text else None)
        except ValueError:
            control.setText(text)
            control.editingFinished.emit()  # It says that this is no date.
    elif isinstance(control, QLineEdit):
        control.setText(text)
    elif isinstance(control, QPlainTextEdit):
        control.setPlainText(text)
    elif isinstance(control, QComboBox):
        control.setCurrentText(text)
    elif isinstance(control, Choice):
        control.set_value(text)
