"""The week: seven days, moved with keys, read as a list, planned from."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from casedesk.domain.views.today import EVERYBODY, MINE
from casedesk.services.diary import week_of
from casedesk.ui.desk import Desk
from casedesk.ui.screens.week.day_list import DayModel
from casedesk.ui.screens.week.model import WeekModel
from casedesk.ui.screens.week.screen import WeekScreen

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
KEY = Qt.Key


class Shown:
    """The week page on a desk, with where it turned to."""

    def __init__(self, qtbot: QtBot, desk: Desk, size: tuple[int, int] = (1278, 648)) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.turned: list[tuple[str, dict[str, Any]]] = []
        desk.navigation_asked.connect(lambda page, args: self.turned.append((page, args)))
        self.screen = WeekScreen(desk)
        qtbot.addWidget(self.screen)
        self.screen.resize(*size)
        with qtbot.waitActive(self.screen):
            self.screen.show()
        self.screen.show_for()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.desk.jobs.is_idle, timeout=20_000)
        QApplication.processEvents()

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.screen.shown_as, key)
        self.settle()

    @property
    def here(self) -> str:
        return str(self.screen.shown_as.currentIndex().data(SPOKEN))

    @property
    def said(self) -> str:
        labels = self.screen.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisible())


@pytest.fixture
def week(qtbot: QtBot, desk: Desk) -> Shown:
    return Shown(qtbot, desk)


def test_the_models_keep_the_rules_of_models(desk: Desk, qtmodeltester: ModelTester) -> None:
    read = week_of(desk.session, desk.session.today, EVERYBODY)
    model, days = WeekModel(), DayModel()
    model.set_week(read)
    days.set_week(read)
    qtmodeltester.check(model)
    qtmodeltester.check(days)
    assert model.headerData(99, Qt.Orientation.Horizontal) is None
    assert days.index(99).data() is None


def test_it_begins_at_today_and_arrows_move(week: Shown) -> None:
    assert "23 to 29 November 2026" in week.said
    assert week.screen.grid.hasFocus()
    assert week.here.startswith("Tuesday 24 November: 10:30, Ashworth, Home visit, 1 hour")
    assert "Two-person visits" in week.here
    week.press(KEY.Key_Down)
    assert week.here.startswith("Tuesday 24 November: 13:15, Okafor")
    week.press(KEY.Key_Left)
    assert week.here.startswith("Monday 23 November: 16:00, Pemberton")
    header = week.screen.model
    across = Qt.Orientation.Horizontal
    assert header.headerData(1, across) == "Tuesday 24 November, today"
    assert header.index(0, 5).data(SPOKEN) == "Saturday 28 November: No visits"


def test_enter_says_what_can_be_done_with_a_visit(week: Shown, qtbot: QtBot) -> None:
    week.press(KEY.Key_Return)
    menu = next(one for one in week.screen.findChildren(QMenu) if one.isVisible())
    words = [one.text() for one in menu.actions()]
    assert words[-4:] == ["Change visit", "Cancel visit", "Save for a calendar", "Open family"]
    menu.actions()[-4].trigger()
    menu.close()
    ((page, args),) = week.turned
    assert (page, args["family"], args["back"]) == ("plan_visit", "CD-0412", "week")


def test_enter_on_a_free_day_plans_one_for_it(week: Shown) -> None:
    for _ in range(6):
        week.press(KEY.Key_Right)
    assert week.here.startswith("Sunday 29 November")
    week.press(KEY.Key_Return)
    assert week.turned == [("plan_visit", {"on": "2026-11-29", "back": "week"})]


def test_weeks_before_and_after_and_back_to_this_one(week: Shown, qtbot: QtBot) -> None:
    qtbot.mouseClick(week.screen.after, Qt.MouseButton.LeftButton)
    week.settle()
    assert "30 November to 6 December 2026" in week.said
    for _ in range(2):
        qtbot.mouseClick(week.screen.before, Qt.MouseButton.LeftButton)
        week.settle()
    assert "16 to 22 November 2026" in week.said
    assert "No visits in your diary." in week.said
    qtbot.mouseClick(week.screen.now, Qt.MouseButton.LeftButton)
    week.settle()
    assert "23 to 29 November 2026" in week.said


def test_everybodys_visits_are_a_press_away(week: Shown, qtbot: QtBot) -> None:
    mine = week_of(week.desk.session, week.desk.session.today, MINE).count
    every = week_of(week.desk.session, week.desk.session.today, EVERYBODY).count
    assert f"{mine} visits in your diary." in week.said
    qtbot.mouseClick(week.screen.chips[EVERYBODY], Qt.MouseButton.LeftButton)
    week.settle()
    assert f"{every} visits in everybody’s diaries." in week.said
    assert every > mine


def test_narrow_it_is_a_list_that_reads_day_by_day(qtbot: QtBot, desk: Desk) -> None:
    week = Shown(qtbot, desk, (847, 464))
    assert week.screen.list.isVisible()
    assert week.here == "Tuesday 24 November (today): 3 visits"
    week.press(KEY.Key_Down)
    assert week.here.startswith("10:30, Ashworth")
    week.screen.list.setCurrentIndex(week.screen.list.model().index(0, 0))
    week.press(KEY.Key_Return)
    assert week.turned == [("plan_visit", {"on": "2026-11-23", "back": "week"})]
    qtbot.mouseClick(week.screen.as_list, Qt.MouseButton.LeftButton)
    assert week.screen.grid.isVisible()
    assert week.screen.grid.hasFocus()
