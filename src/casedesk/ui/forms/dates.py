"""Dates in forms: one at the end of a form, and the days read from several."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.domain.typed_dates import Leaning
from casedesk.ui.forms.form_fields import FormFields
from casedesk.ui.widgets.date_field import NOT_A_DATE, DateField


def add_date(
    form: FormFields,
    name: str,
    label: str,
    today: Callable[[], date],
    *,
    value: date | None = None,
    hint: str = "",
    leaning: Leaning = "near",
) -> DateField:
    """A date at the end of a form; what is no date is said under it.

    `leaning` is the field's: "ahead" for what is due, "back" for what has happened.
    """
    field = DateField(form.theme, label, today=today, value=value, leaning=leaning)
    row = form.add_field(name, label, field, hint)
    field.problem_changed.connect(row.set_error)
    return field


def read_days(fields: Mapping[str, DateField]) -> dict[str, date | None]:
    """The dates by name. Raises `InvalidFields` for what is no date."""
    wrong = [FieldProblem(name, NOT_A_DATE, "") for name, one in fields.items() if one.problem]
    if wrong:
        raise InvalidFields(wrong)
    return {name: one.value() for name, one in fields.items()}
