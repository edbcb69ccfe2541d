"""All widgets together: light and dark, three text sizes, names, targets, nothing cut off."""

from __future__ import annotations

import gc

import pytest
from case_sheet import CaseSheet
from component_sheet import ComponentSheet
from plain_sheet import PlainSheet
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from casedesk.ui.theme import Theme
from casedesk.ui.widgets.elided_label import ElidedLabel

SHEETS = (ComponentSheet, CaseSheet, PlainSheet)
LEAST_TARGET = 32


@pytest.fixture(params=SHEETS, ids=lambda sheet: sheet.__name__)
def sheet(request: pytest.FixtureRequest, theme: Theme, qtbot: QtBot) -> QWidget:
    made: QWidget = request.param(theme)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def walked(sheet: QWidget) -> list[QWidget]:
    """Where Tab stops."""
    return [
        widget
        for widget in sheet.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")
    ]


def settle(sheet: QWidget) -> None:
    """Let the layouts work, and give the sheet the room it asks for."""
    for _ in range(4):
        QApplication.processEvents()
        least = sheet.minimumSizeHint().expandedTo(sheet.size())
        layout = sheet.layout()
        assert layout is not None
        high = max(least.height(), layout.totalMinimumHeightForWidth(least.width()))
        sheet.resize(least.width(), high)


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_everything_that_takes_focus_has_a_name(sheet: QWidget) -> None:
    silent = [type(w).__name__ for w in walked(sheet) if not spoken_name(w).strip()]
    assert silent == []


def test_targets_are_large_enough(sheet: QWidget) -> None:
    small = [
        (type(widget).__name__, spoken_name(widget), widget.height())
        for widget in walked(sheet)
        if isinstance(widget, QAbstractButton | QLineEdit)
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QAbstractSpinBox)
        and widget.height() < LEAST_TARGET
    ]
    assert small == []


@pytest.mark.parametrize("factor", [1.0, 1.15, 1.3])
def test_no_words_are_cut_off(sheet: QWidget, theme: Theme, factor: float) -> None:
    theme.set_factor(factor)
    settle(sheet)
    cut = []
    for widget in sheet.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QAbstractButton | QLabel):
            continue
        if isinstance(widget, ElidedLabel) or widget.objectName().startswith("qt_"):
            continue
        needed = widget.minimumSizeHint()
        wide = 0 if isinstance(widget, QLabel) and widget.wordWrap() else needed.width()
        high = widget.heightForWidth(widget.width()) if not wide else needed.height()
        if widget.width() < wide or widget.height() < high:
            cut.append((type(widget).__name__, widget.text()[:40], widget.size(), needed))
    assert cut == []


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
def test_every_sheet_is_painted_in_every_theme(sheet: QWidget, theme: Theme, mode: str) -> None:
    theme.set_mode(mode)
    picture = sheet.grab().toImage()
    canvas = QColor(theme.tokens.canvas)
    assert picture.pixelColor(2, 2) == canvas
    colours = {
        picture.pixelColor(x, y).rgb()
        for x in range(0, picture.width(), 7)
        for y in range(0, picture.height(), 7)
    }
    assert len(colours) > 5


def test_a_theme_outlives_the_widgets_it_dressed(theme: Theme, qapp: QApplication) -> None:
    """A change of theme after a screen has gone reaches nobody who is gone."""
    for kind in SHEETS:
        made = kind(theme)
        made.show()
        made.deleteLater()
        del made
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    theme.set_mode("dark")
    assert theme.scheme == "dark"
