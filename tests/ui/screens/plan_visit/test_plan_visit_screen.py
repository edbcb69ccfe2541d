"""A visit is planned by typing, with what else is on that day beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casedesk.domain.views.diary import VisitLine
from casedesk.domain.views.drafts import DraftKey
from casedesk.services.diary import visits_to_come
from casedesk.services.drafts import all_drafts
from casedesk.ui.desk import Desk
from casedesk.ui.screens.plan_visit.form import PROTECTED, PlanForm
from casedesk.ui.screens.plan_visit.screen import PlanVisitScreen
from casedesk.ui.widgets.label import Paragraph

ASHWORTH, OKAFOR = "CD-0412", "CD-0431"
TODAY = date(2026, 11, 24)


class Planning:
    """The page on a desk, with where it turned to and what it said."""

    def __init__(self, qtbot: QtBot, desk: Desk, size: tuple[int, int] = (1278, 648)) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.turned: list[tuple[str, dict[str, Any]]] = []
        self.toasts: list[tuple[str, Callable[[], None] | None]] = []
        desk.navigation_asked.connect(lambda page, args: self.turned.append((page, args)))
        desk.toast_asked.connect(lambda words, undo: self.toasts.append((words, undo)))
        self.screen = PlanVisitScreen(desk)
        qtbot.addWidget(self.screen)
        self.screen.resize(*size)
        with qtbot.waitActive(self.screen):
            self.screen.show()

    def open(self, **args: str) -> PlanForm:
        self.screen.show_for(**args)
        self.settle()
        return self.form

    @property
    def form(self) -> PlanForm:
        assert self.screen.form is not None
        return self.screen.form

    def settle(self) -> None:
        pause = self.screen._presenter._pause
        self.qtbot.waitUntil(
            lambda: self.desk.jobs.is_idle and not pause.isActive(), timeout=20_000
        )
        QApplication.processEvents()

    def type_into(self, field: QWidget, words: str) -> None:
        field.setFocus()
        self.qtbot.keyClicks(field, words)
        self.qtbot.keyClick(field, Qt.Key.Key_Tab)

    def save(self) -> None:
        self.qtbot.mouseClick(self.form.save, Qt.MouseButton.LeftButton)
        self.settle()

    def visits(self, ref: str) -> tuple[VisitLine, ...]:
        return visits_to_come(self.desk.session, ref)


@pytest.fixture
def planning(qtbot: QtBot, own_desk: Desk) -> Planning:
    return Planning(qtbot, own_desk)


def test_a_visit_is_planned_by_keyboard_and_undone(planning: Planning) -> None:
    planning.screen.show_for()
    planning.settle()
    finder = planning.screen.finder
    assert finder.field.hasFocus()
    planning.qtbot.keyClicks(finder.field, "okaf")
    planning.qtbot.waitUntil(
        lambda: planning.desk.jobs.is_idle and finder.list.model().rowCount() == 1, timeout=20_000
    )
    planning.qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    planning.settle()
    form = planning.form
    assert planning.screen.title == "Plan a visit to the Okafor family"
    assert form.on.hasFocus()
    planning.type_into(form.on, "fri")
    assert form.on.text() == "27 November 2026"
    planning.type_into(form.at_time, "2pm")
    form.kind.setCurrentIndex(form.kind.findData("school"))
    assert form.place.currentText() == "Calderbrook Academy"
    next(iter(form.people.ticks.values())).setChecked(True)
    planning.settle()
    planning.save()
    new = next(one for one in planning.visits(OKAFOR) if one.record.on == date(2026, 11, 27))
    assert (new.record.at_time, new.record.minutes, new.record.kind) == (time(14, 0), 60, "school")
    assert (new.place, new.by) == ("Calderbrook Academy", "Jo Hebden")
    assert new.who
    assert planning.turned == [("today", {})]
    words, back = planning.toasts[-1]
    assert words == "Visit to Okafor planned for 27 November 2026."
    assert back is not None
    count = len(planning.visits(OKAFOR))
    back()
    planning.settle()
    assert len(planning.visits(OKAFOR)) == count - 1


def test_a_clash_is_said_beside_the_day_and_refuses_nothing(planning: Planning) -> None:
    form = planning.open(family=ASHWORTH, on="2026-11-24", back="week")
    assert form.at_time.hasFocus()
    assert "Okafor" in _words(planning.screen.day)
    planning.type_into(form.at_time, "13:00")
    planning.settle()
    assert form.clash.isVisible()
    assert "You have Okafor at 13:15 that day." in form.clash.accessibleName()
    planning.type_into(form.at_time, "")
    form.at_time.setText("16:00")
    planning.settle()
    assert not form.clash.isVisible()
    form.at_time.setText("13:00")
    planning.settle()
    planning.save()
    assert planning.turned == [("week", {"on": "2026-11-24"})]
    assert "You have Okafor at 13:15 that day." in planning.toasts[-1][0]


def test_what_is_no_day_and_no_time_is_said_at_the_field(planning: Planning) -> None:
    form = planning.open(family=ASHWORTH)
    planning.save()
    assert "needed" in form.fields["on"].error
    planning.type_into(form.on, "sometime")
    planning.type_into(form.at_time, "half past")
    assert "10:30" in form.fields["at_time"].error
    planning.save()
    assert form.fields["on"].error
    assert form.fields["at_time"].error
    assert planning.turned == []


def test_a_visit_is_moved_and_keeps_the_rest(planning: Planning) -> None:
    before = planning.visits(ASHWORTH)[0]
    form = planning.open(family=ASHWORTH, planned=before.record.id)
    assert planning.screen.title == "Visit to the Ashworth family"
    assert form.save.text() == "Save visit"
    assert form.purpose.text() == "Mornings, and the benefits check"
    form.on.set_value(TODAY + timedelta(days=2))
    form.at_time.setText("9.15")
    planning.save()
    after = next(one for one in planning.visits(ASHWORTH) if one.record.id == before.record.id)
    assert (after.record.on, after.record.at_time) == (date(2026, 11, 26), time(9, 15))
    assert after.record.people == before.record.people
    assert planning.toasts[-1][0] == "Visit to Ashworth moved to 26 November 2026, 09:15."


def test_a_protected_address_is_marked_where_it_is_chosen(planning: Planning) -> None:
    from dataclasses import replace

    from casedesk.domain.records import Address

    session = planning.desk.session
    with session.store.unit_of_work(session.worker) as uow:
        family = uow.family_by_ref(ASHWORTH)
        home = next(one for one in uow.records_of(Address, family.id) if one.current)
        uow.change(replace(home, protected=True))
    form = planning.open(family=ASHWORTH)
    assert form.place.currentText() == "14 Calder Street, Millbridge, ZZ4 2LB"
    assert PROTECTED in _words(form)
    form.kind.setCurrentIndex(form.kind.findData("phone"))
    assert form.place.currentText() == ""
    assert PROTECTED not in _words(form)


def test_what_is_typed_is_kept_and_offered_again(planning: Planning, qtbot: QtBot) -> None:
    form = planning.open(family=ASHWORTH, on="2026-11-25")
    planning.type_into(form.purpose, "The letter from housing")
    planning.screen.on_action("save_now")
    planning.settle()
    (draft,) = all_drafts(planning.desk.session)
    assert draft.key == DraftKey("plan_visit", ASHWORTH, "")
    assert (draft.title, draft.page) == ("Visit to Ashworth", "plan_visit")
    assert draft.args["family"] == ASHWORTH
    again = Planning(qtbot, planning.desk)
    other = again.open(**{str(key): str(value) for key, value in draft.args.items()})
    assert other.keeper is not None
    assert other.keeper.banner.isVisible()
    other.keeper.resume()
    assert other.purpose.text() == "The letter from housing"
    assert other.on.value() == date(2026, 11, 25)
    again.settle()
    again.save()
    assert all_drafts(planning.desk.session) == ()


def test_giving_up_goes_back_to_the_family(planning: Planning) -> None:
    form = planning.open(family=ASHWORTH, back="family")
    planning.qtbot.mouseClick(form.cancel, Qt.MouseButton.LeftButton)
    planning.settle()
    assert planning.turned == [("family", {"family": ASHWORTH, "tab": "visits"})]
    assert planning.screen.form is None


def test_narrow_the_day_gives_way(qtbot: QtBot, desk: Desk) -> None:
    narrow = Planning(qtbot, desk, (847, 464))
    form = narrow.open(family=ASHWORTH)
    assert not narrow.screen.day.isVisible()
    assert form.save.isVisible()
    corner = form.save.mapTo(narrow.screen, form.save.rect().bottomRight())
    assert corner.y() <= 464


def _words(widget: QWidget) -> str:
    from PySide6.QtWidgets import QLabel

    found = []
    for one in widget.findChildren(QLabel):
        if one.isVisible():
            found.append(one.plain() if isinstance(one, Paragraph) else one.text())
    return "\n".join(found)
