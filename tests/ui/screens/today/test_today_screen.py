"""Today as a keyworker uses it: what is on, what is late, and one press to each thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from fake_dialogs import FakeDialogs
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from casedesk.domain.errors import KnownError
from casedesk.domain.views.today import EVERYBODY, MINE
from casedesk.services.today import families_of_today, today_page
from casedesk.ui.desk import Desk
from casedesk.ui.screens.today.attention_list import AttentionModel
from casedesk.ui.screens.today.families_model import COL_PIPS, COL_REVIEW, COL_VISIT, TodayFamilies
from casedesk.ui.screens.today.screen import TodayScreen


class Day:
    """Today on a desk at 09:50, with where it turned to and what it said."""

    def __init__(self, qtbot: QtBot, desk: Desk, size: tuple[int, int] = (1278, 648)) -> None:
        self.qtbot, self.desk = qtbot, desk
        clock = replace(desk.session.clock, fixed_time=time(9, 50))
        desk.session = replace(desk.session, clock=clock)
        self.turned: list[tuple[str, dict[str, Any]]] = []
        self.toasts: list[tuple[str, Callable[[], None] | None]] = []
        desk.navigation_asked.connect(lambda page, args: self.turned.append((page, args)))
        desk.toast_asked.connect(lambda words, undo: self.toasts.append((words, undo)))
        self.screen = TodayScreen(desk)
        qtbot.addWidget(self.screen)
        self.screen.resize(*size)
        with qtbot.waitActive(self.screen):
            self.screen.show()
        self.screen.show_for()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.desk.jobs.is_idle, timeout=20_000)
        QApplication.processEvents()
        QApplication.processEvents()

    def said(self) -> str:
        labels = self.screen.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisible())

    def act(self, visit: int, words: str) -> None:
        """Chooses a line of a visit's menu."""
        row = self.screen.visits.rows[visit]
        menu = self.screen.actions_of_visits.menu(row.line, row)
        next(one for one in menu.actions() if one.text() == words).trigger()
        self.settle()


@pytest.fixture
def day(qtbot: QtBot, desk: Desk) -> Day:
    return Day(qtbot, desk)


def test_it_says_the_day_and_shows_its_visits(day: Day) -> None:
    said = day.said()
    assert "Tuesday 24 November 2026" in said
    assert "3 visits today. " in said
    rows = day.screen.visits.rows
    assert [row.line.family for row in rows] == ["Ashworth", "Okafor", "Tattersall"]
    for words in ("10:30", "1 hour", "Two-person visits", "In 40 minutes", "First visit",
                  "Home visit · 14 Calder Street, Millbridge", "Kerry, Tyler (14), Ellie (9)",
                  "45 minutes"):  # fmt: skip
        assert words in said
    assert [row.start.kind for row in rows] == ["primary", "secondary", "secondary"]
    assert rows[0].accessibleName().startswith("10:30, Ashworth, Home visit, 1 hour")


def test_attention_is_grouped_and_each_thing_leads_somewhere(day: Day) -> None:
    card = day.screen.attention
    assert len(card.rows) == 7
    groups = [row.item.group for row in card.rows]
    assert groups == sorted(groups, key=["overdue", "soon", "later"].index)
    attention = today_page(day.desk.session, MINE).attention
    said = day.said()
    assert f"Overdue ({attention.by_group['overdue']})" in said
    assert f"Later ({attention.by_group['later']})" in said
    assert card.everything.text() == f"See all {attention.total}"
    row = card.rows[0]
    assert row.item.label in row.button.accessibleName()
    day.qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert day.turned == [(row.item.page, dict(row.item.args))]


def test_everything_is_one_list_in_a_drawer(day: Day) -> None:
    day.qtbot.mouseClick(day.screen.attention.everything, Qt.MouseButton.LeftButton)
    day.settle()
    view = day.screen.everything
    total = today_page(day.desk.session, MINE).attention.total
    assert day.screen.drawer.is_open
    assert view.hasFocus()
    model = view.model()
    assert model.rowCount() == total > 7
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Overdue. ")
    day.qtbot.keyClick(view, Qt.Key.Key_Down)
    day.qtbot.keyClick(view, Qt.Key.Key_Return)
    assert len(day.turned) == 1
    assert not day.screen.drawer.is_open


def test_the_models_keep_the_rules_of_models(day: Day, qtmodeltester: ModelTester) -> None:
    session = day.desk.session
    families = TodayFamilies()
    families.set_page(families_of_today(session, EVERYBODY), 2026)
    qtmodeltester.check(families)
    things = AttentionModel()
    things.show_rows(today_page(session, EVERYBODY, limit=40).attention.items)
    qtmodeltester.check(things)
    assert families.index(99, 0).data() is None
    assert things.index(99).data() is None


def test_my_families_have_pips_in_words_and_open(day: Day) -> None:
    table = day.screen.families.table
    model = table.model()
    assert model.index(0, 0).data() == "Ashworth"
    role = Qt.ItemDataRole.AccessibleTextRole
    assert "Met – from records" in model.index(0, COL_PIPS).data(role)
    assert model.index(0, COL_VISIT).data() == "10 Nov"
    assert model.index(0, COL_REVIEW).data() == "1 Dec"
    assert table.height() >= table.rowHeight(0) * model.rowCount()
    assert table.rowHeight(0) == 44
    table.setFocus()
    table.setCurrentIndex(model.index(0, 0))
    day.qtbot.keyClick(table, Qt.Key.Key_Return)
    assert day.turned == [("family", {"family": "CD-0412"})]
    day.qtbot.mouseClick(day.screen.families.see_all, Qt.MouseButton.LeftButton)
    assert day.turned[-1] == ("families", {"filters": ("mine", "open")})


def test_all_families_are_a_press_away(day: Day) -> None:
    day.qtbot.mouseClick(day.screen.chips[EVERYBODY], Qt.MouseButton.LeftButton)
    day.settle()
    assert day.screen.chips[EVERYBODY].isChecked()
    said = day.said()
    assert "All families" in said
    assert "Callum Reid" in said, "who goes is said where it may be somebody else"
    assert len(day.screen.visits.rows) > 3
    first = day.screen.visits.rows[0]
    assert first.line.by == "Callum Reid"
    assert first.start.kind == "secondary", "the next visit is the worker's own"


def test_keys_and_buttons_lead_on(day: Day) -> None:
    day.screen.on_action("start_visit")
    planned = day.screen.visits.rows[0].line.record.id
    if day.screen.actions_of_visits.can_start:
        assert day.turned.pop() == ("visit", {"family": "CD-0412", "planned": planned})
    day.qtbot.mouseClick(day.screen.visits.plan, Qt.MouseButton.LeftButton)
    day.qtbot.mouseClick(day.screen.visits.week, Qt.MouseButton.LeftButton)
    assert day.turned == [("plan_visit", {}), ("week", {"scope": MINE})]
    day.act(0, "Change visit")
    assert day.turned[-1] == (
        "plan_visit",
        {"family": "CD-0412", "planned": planned, "back": "today"},
    )
    assert [row.words for row in day.screen.palette_actions()] == ["Plan a visit", "See the week"]


def test_tab_goes_as_one_reads_and_stays_when_time_passes(day: Day) -> None:
    screen = day.screen
    screen.visits.plan.setFocus()
    visited: list[object] = []
    for _ in range(30):
        QApplication.sendEvent(QApplication.focusWidget(), _tab())
        visited.append(QApplication.focusWidget())
    rows = screen.visits.rows
    wanted = [stop for row in rows for stop in row.stops]
    wanted += [screen.families.see_all, screen.families.table]
    wanted += [row.button for row in screen.attention.rows]
    assert visited[: len(wanted)] == wanted
    rows[1].more.setFocus()
    screen._presenter.read()
    day.settle()
    assert screen.visits.rows[1] is not rows[1]
    assert screen.visits.rows[1].more.hasFocus()
    screen.attention.rows[2].button.setFocus()
    screen._presenter.read()
    day.settle()
    assert screen.attention.rows[2].button.hasFocus()


def _tab() -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)


@pytest.mark.parametrize("size", [(1278, 648), (847, 464)])
def test_it_fits_wide_and_narrow(qtbot: QtBot, desk: Desk, size: tuple[int, int]) -> None:
    day = Day(qtbot, desk, size)
    visits, attention = day.screen.visits, day.screen.attention
    at = {one: one.mapTo(day.screen, one.rect().topLeft()) for one in (visits, attention)}
    if size[0] > 1000:
        assert at[attention].x() > at[visits].x() + visits.width()
    else:
        assert at[attention].y() > at[visits].y() + visits.height()
    for row in attention.rows:
        assert row.height() >= row.heightForWidth(row.width()) > 0
    for row in visits.rows:
        right = row.more.mapTo(day.screen, row.more.rect().bottomRight())
        assert right.x() < size[0]


def test_calling_off_can_be_undone(qtbot: QtBot, own_desk: Desk) -> None:
    day = Day(qtbot, own_desk)
    before = [row.line.family for row in day.screen.visits.rows]
    assert before == ["Ashworth", "Okafor"]
    day.act(0, "Cancel visit")
    assert [row.line.family for row in day.screen.visits.rows] == ["Okafor"]
    words, back = day.toasts[-1]
    assert words == "Visit to Ashworth cancelled."
    assert back is not None
    back()
    day.settle()
    assert [row.line.family for row in day.screen.visits.rows] == before


def test_with_no_visits_it_says_what_to_do(
    qtbot: QtBot, own_desk: Desk, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    day = Day(qtbot, own_desk)
    dialogs.answers.append(tmp_path / "visit.ics")
    day.act(0, "Save for a calendar")
    qtbot.waitUntil(lambda: bool(day.toasts), timeout=20_000)
    assert "SUMMARY:CD-0412" in (tmp_path / "visit.ics").read_text()
    assert day.toasts[-1][0] == "Saved visit.ics: the reference and the time, no names"
    for _ in range(2):
        day.act(0, "Cancel visit")
    assert day.screen.visits.empty.isVisible()
    assert "Plan one, or look at who you have not seen." in (
        day.screen.visits.empty.accessibleName()
    )


def test_visits_that_cannot_be_read_are_said_to_be_safe(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KnownError("The disk does not answer.")

    with monkeypatch.context() as patch:
        patch.setattr("casedesk.ui.screens.today.presenter.today_page", broken)
        day.screen.show_for()
        day.settle()
        assert "We could not read your visits. Your records are safe." in _spoken(day)
        assert len(day.screen.visits.rows) == 3, "what was read stays"
    day.screen.visits.again_asked.emit()
    day.settle()
    assert "We could not read" not in _spoken(day)


def _spoken(day: Day) -> str:
    from casedesk.ui.widgets.banner import Banner

    banners = day.screen.findChildren(Banner)
    return " ".join(one.accessibleName() for one in banners if one.isVisible())
