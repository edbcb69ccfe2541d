"""Parts that the forms of this tab share: a choice of two, a date, a day read from one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.ui.screens.family.criteria.form_panel import FormPanel
from casedesk.ui.widgets.date_field import NOT_A_DATE, DateField


class Choice(QWidget):
    """One of a few, side by side; `value()` is its key.

    Signals: changed(): another one was chosen.
    """

    changed = Signal()

    def __init__(
        self, words: Mapping[str, str], *, about: str, parent: QWidget | None = None
    ) -> None:
        """The first is chosen. `about` is said before each by screen readers."""
        super().__init__(parent)
        self.buttons: dict[str, QRadioButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        for key, said in words.items():
            button = QRadioButton(said)
            button.setAccessibleName(f"{about}: {said}")
            button.setChecked(not self.buttons)
            button.toggled.connect(lambda on: self.changed.emit() if on else None)
            group.addButton(button)
            row.addWidget(button)
            self.buttons[key] = button
        row.addStretch(1)
        self.setFocusProxy(next(iter(self.buttons.values())))

    def value(self) -> str:
        """What is chosen."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def set_value(self, key: str) -> None:
        """Choose one."""
        self.buttons[key].setChecked(True)


def add_date(
    form: FormPanel,
    name: str,
    label: str,
    today: Callable[[], date],
    *,
    value: date | None = None,
    hint: str = "",
) -> DateField:
    """A date at the end of a form; what is no date is said under it."""
    field = DateField(form.theme, label, today=today, value=value)
    row = form.add_field(name, label, field, hint)
    field.problem_changed.connect(row.set_error)
    return field


def read_days(fields: Mapping[str, DateField]) -> dict[str, date | None]:
    """The dates by name. Raises `InvalidFields` for what is no date."""
    wrong = [FieldProblem(name, NOT_A_DATE, "") for name, one in fields.items() if one.problem]
    if wrong:
        raise InvalidFields(wrong)
    return {name: one.value() for name, one in fields.items()}
