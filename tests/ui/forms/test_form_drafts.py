"""What a form keeps in its draft, and how it is put back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from casedesk.domain.errors import KnownError
from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.ui.forms.choice import Choice
from casedesk.ui.forms.dates import add_date
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.forms.form_values import put_value, value_of
from casedesk.ui.theme import Theme
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.tick_list import TickList

TODAY = date(2026, 11, 24)


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> FormPanel:
    """A form with one control of every kind, opened with values in it."""
    made = FormPanel(theme, "Save")
    made.add_field("name", "Name", QLineEdit("Kerry"))
    made.add_field("why", "Why", made.text_box())
    kind = QComboBox()
    for words, key in (("Not said", None), ("Yes", True), ("No", False)):
        kind.addItem(words, key)
    made.add_field("kind", "Kind", kind)
    source = QComboBox()
    source.setEditable(True)
    source.addItems(["", "School"])
    made.add_field("source", "Source", source)
    made.add_field("to", "To", TickList([("nhs", "NHS"), ("dwp", "DWP")], ["nhs"], about="To"))
    made.add_field("is", "Is", Choice({"given": "Given", "refused": "Refused"}, about="Is"))
    told = QCheckBox("Told")
    made.body.addWidget(told)
    made.keep("told", told)
    add_date(made, "on", "When", lambda: TODAY, value=TODAY)
    add_date(made, "until", "Until", lambda: TODAY)
    qtbot.addWidget(made)
    made._at_first = made.values_kept()
    return made


def _control(form: FormPanel, name: str) -> Any:
    return form._kept[name]


@pytest.mark.parametrize(
    ("leaning", "meant"), [("ahead", date(2026, 12, 1)), ("back", date(2026, 11, 17))]
)
def test_a_date_looks_the_way_its_form_says(form: FormPanel, leaning: Any, meant: date) -> None:
    field = add_date(form, "due", "Due", lambda: TODAY, leaning=leaning)
    field.setText("tue")
    field.editingFinished.emit()
    assert field.value() == meant


def test_a_form_as_it_opened_is_not_worth_keeping(form: FormPanel) -> None:
    assert form.draft_contents() is None


def test_only_what_was_changed_is_kept_and_the_days_as_they_are(form: FormPanel) -> None:
    _control(form, "why").setPlainText("She said so")
    assert form.draft_contents() == {"why": "She said so", "on": "2026-11-24"}
    _control(form, "why").setPlainText("")
    assert form.draft_contents() is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("name", ""),
        ("why", "one\n\ntwo"),
        ("kind", False),
        ("source", "Kerry’s mother"),
        ("to", ["dwp"]),
        ("to", []),
        ("is", "refused"),
        ("told", True),
        ("on", ""),
        ("until", "2027-01-03"),
        ("until", "31 Feb"),
    ],
)
def test_every_control_comes_back(form: FormPanel, name: str, value: object) -> None:
    put_value(_control(form, name), value)
    kept = form.draft_contents()
    assert kept is not None
    assert kept[name] == value
    form.restore_draft({})
    assert form.draft_contents() is None
    form.restore_draft(kept)
    assert value_of(_control(form, name)) == value
    assert form.draft_contents() == kept


def test_what_is_no_date_comes_back_as_it_was_typed_and_is_marked(form: FormPanel) -> None:
    form.restore_draft({"until": "31 Feb"})
    field = _control(form, "until")
    assert isinstance(field, DateField)
    assert field.text() == "31 Feb"
    assert form.fields["until"].error


@pytest.mark.parametrize("value", [None, 3, "gone", ["gone"], {"a": 1}, True])
def test_contents_that_fit_no_more_do_no_harm(form: FormPanel, value: object) -> None:
    form.restore_draft(dict.fromkeys((*form.values_kept(), "another"), value))
    assert value_of(_control(form, "is")) == "given"
    assert value_of(_control(form, "to")) == []


@pytest.mark.parametrize("name", ["name", "why", "source", "to", "is", "told", "on", "kind"])
def test_every_edit_is_told(form: FormPanel, name: str, qtbot: QtBot) -> None:
    value: dict[str, Any] = {
        "to": ["dwp"],
        "is": "refused",
        "told": True,
        "kind": True,
        "on": "2026-11-23",
    }
    with qtbot.waitSignal(form.edited, timeout=1_000):
        put_value(_control(form, name), value.get(name, "x"))


def test_while_it_is_saved_it_cannot_be_edited_and_the_focus_comes_back(
    form: FormPanel, qtbot: QtBot
) -> None:
    with qtbot.waitActive(form):
        form.show()
    name = _control(form, "name")
    name.setFocus()
    form.set_busy(True)
    assert not name.isEnabled()
    assert not form.save.isEnabled()
    form.refuse(KnownError("The disk is full."))
    assert name.isEnabled()
    assert name.hasFocus()
    assert form.trouble.isVisible()


@pytest.mark.parametrize("say", ["field", "form"])
def test_a_refusal_never_pushes_the_buttons_off(form: FormPanel, qtbot: QtBot, say: str) -> None:
    form.resize(360, 200)
    form.show()
    form.body.addStretch(1)
    error: KnownError = KnownError("The vault is on a disk that is full. " * 4)
    if say == "field":
        error = InvalidFields([FieldProblem("until", "The last day", "is needed")])
    form.refuse(error)
    assert form.save.visibleRegion().boundingRect().size() == form.save.size()
    shown = form.fields["until"] if say == "field" else form.trouble
    assert not shown.visibleRegion().isEmpty()


def test_a_form_without_a_place_keeps_nothing(form: FormPanel) -> None:
    said: list[str] = []
    save: Callable[[], Any] = form.finishing(lambda: said.append("saved"))
    save()
    form.give_up()
    assert said == ["saved"]
