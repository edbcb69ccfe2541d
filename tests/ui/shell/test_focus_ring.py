"""The ring: on fields always, on buttons for the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from casedesk.ui.shell.focus_ring import MARGIN, FocusRing
from casedesk.ui.shell.input_watch import InputWatch
from casedesk.ui.theme.theme import Theme


@pytest.fixture
def ring(qapp: QApplication, theme: Theme) -> Iterator[FocusRing]:
    watch = InputWatch(qapp)
    watch.begin()
    made = FocusRing(theme, qapp, watch)
    yield made
    qapp.removeEventFilter(watch)
    qapp.focusChanged.disconnect(made._on_focus_changed)
    made.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, ring: FocusRing) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    for part in (QLineEdit(), QPushButton("One"), QPushButton("Two")):
        part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(part)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_it_follows_the_keyboard(qtbot: QtBot, ring: FocusRing, window: QWidget) -> None:
    field = window.findChildren(QLineEdit)[0]
    one, two = window.findChildren(QPushButton)
    field.setFocus()
    assert ring.widget is field
    assert ring.frame.geometry() == field.geometry().adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert ring.widget is one
    qtbot.mouseClick(two, Qt.MouseButton.LeftButton)
    assert two.hasFocus()
    assert ring.widget is None
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert ring.widget is field


def test_a_widget_may_do_without(ring: FocusRing, window: QWidget) -> None:
    field, one = window.findChildren(QLineEdit)[0], window.findChildren(QPushButton)[0]
    one.setFocus()
    field.setProperty("ring", "")
    field.setFocus()
    assert field.hasFocus()
    assert ring.widget is None


def test_it_outlives_the_page_it_stood_on(
    qtbot: QtBot, ring: FocusRing, window: QWidget, theme: Theme
) -> None:
    page = QWidget(window)
    field = QLineEdit(page)
    window.layout().addWidget(page)
    field.setFocus()
    assert ring.widget is field
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    first = window.findChildren(QLineEdit)[0]
    first.setFocus()
    assert ring.widget is first


def test_the_group_a_field_stands_in_does_not_cut_it_off(ring: FocusRing, window: QWidget) -> None:
    group = QWidget()
    tight = QVBoxLayout(group)
    tight.setContentsMargins(0, 0, 0, 0)
    field = QLineEdit()
    tight.addWidget(field)
    window.layout().addWidget(group)
    group.show()
    window.layout().activate()
    field.setFocus()
    frame = ring.frame
    assert frame.widget() is field
    assert frame.parentWidget().rect().contains(frame.geometry()), "a side of it is not drawn"
