"""A date typed freely: read as it is typed, and said in its long form below and aloud."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from casedesk.ui.theme import Theme
from casedesk.ui.widgets.date_echo import DateEcho
from casedesk.ui.widgets.date_field import NOT_A_DATE, DateField
from casedesk.ui.widgets.date_words import distance, echo_of
from casedesk.ui.widgets.field import Field

TODAY = date(2026, 11, 24)


@pytest.fixture
def form(theme: Theme, qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    QVBoxLayout(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def _field(theme: Theme, form: QWidget, **how: str) -> tuple[DateField, DateEcho]:
    field = DateField(theme, "Due on", today=lambda: TODAY, **how)  # type: ignore[arg-type]
    layout = form.layout()
    assert layout is not None
    layout.addWidget(Field(theme, "Due on", field, hint="For example: Friday"))
    field.setFocus()
    (echo,) = [*field.findChildren(DateEcho), *form.findChildren(DateEcho)][:1]
    return field, echo


def _described(field: DateField) -> str:
    interface = QAccessible.queryAccessibleInterface(field)
    assert interface is not None
    return interface.text(QAccessible.Text.Description)


def test_what_was_understood_is_said_while_it_is_typed(
    theme: Theme, form: QWidget, qtbot: QtBot
) -> None:
    field, echo = _field(theme, form)
    heard: list[str] = []
    field.echo_changed.connect(heard.append)
    qtbot.keyClicks(field, "fr")
    assert (echo.words, _described(field)) == ("", "For example: Friday")
    qtbot.keyClicks(field, "i")
    said = "Friday 27 November 2026, in 3 days"
    assert (echo.words, _described(field), heard) == (said, said, [said])
    assert not echo.geometry().intersects(field.rect().translated(field.mapTo(form, field.pos())))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.value()) == ("27 November 2026", date(2026, 11, 27))
    assert _described(field) == said
    field.clearFocus()
    assert echo.words == ""


def test_what_is_no_date_says_what_to_type(theme: Theme, form: QWidget, qtbot: QtBot) -> None:
    field, echo = _field(theme, form)
    qtbot.keyClicks(field, "friday or so")
    assert echo.words == ""
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.value()) == ("friday or so", None)
    assert _described(field) == NOT_A_DATE


def test_a_field_leans_where_its_dates_lie(theme: Theme, form: QWidget, qtbot: QtBot) -> None:
    for leaning, day in (("ahead", date(2026, 11, 30)), ("back", date(2026, 11, 23))):
        field, _ = _field(theme, form, leaning=leaning)
        qtbot.keyClicks(field, "mon")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert field.value() == day


def test_a_step_is_said_too(theme: Theme, form: QWidget, qtbot: QtBot) -> None:
    field, echo = _field(theme, form)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert echo.words == "Tuesday 24 November 2026, today"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert echo.words == "Wednesday 25 November 2026, tomorrow"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "today"),
        (date(2026, 11, 23), "yesterday"),
        (date(2026, 12, 3), "in 9 days"),
        (date(2026, 12, 1), "in 7 days"),
        (date(2027, 1, 5), "in 6 weeks"),
        (date(2026, 10, 13), "6 weeks ago"),
        (date(2027, 3, 27), "in 4 months"),
        (date(1989, 2, 1), "37 years ago"),
    ],
)
def test_how_far_away_it_is(day: date, words: str) -> None:
    assert distance(day, TODAY) == words


@given(st.dates(), st.dates())
def test_any_day_can_be_said_on_any_day(day: date, today: date) -> None:
    assert str(day.year) in echo_of(day, today)
