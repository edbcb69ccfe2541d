"""Visit mode: what it shows, what it keeps, and what it does when something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from fake_dialogs import FakeDialogs
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot
from sqlalchemy import event
from visit_kit import ASHWORTH, KEY, VisitWindow

from casedesk.domain.views.diary import PlanEntry
from casedesk.domain.views.visit import AgreedAction
from casedesk.services.drafts import draft_of
from casedesk.services.planned_visits import plan_visit
from casedesk.services.safe_contacts import SafeContactEntry, set_safe_contact
from casedesk.ui.desk import Desk
from casedesk.ui.screens.visit.blank import WORDS as BLANK_WORDS
from casedesk.ui.screens.visit.trouble import TITLE

CONTROL = Qt.KeyboardModifier.ControlModifier
FRIDAY = date(2026, 11, 27)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[VisitWindow]:
    """On the shared caseload: what is written there is discarded at the end."""
    made = VisitWindow(qtbot, desk)
    yield made
    if made.page == "visit" and made.screen.keeper is not None:
        made.screen.keeper.discard()
        made.settle()


@pytest.fixture
def own(qtbot: QtBot, own_desk: Desk) -> VisitWindow:
    return VisitWindow(qtbot, own_desk)


def _click(window: VisitWindow, widget: QWidget) -> None:
    window.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def _see(window: VisitWindow, *names: str) -> None:
    for name in names:
        window.composer.who.toggles[window.id_of(name)].setChecked(True)
    QApplication.processEvents()


def _all_that_is_shown(part: QWidget) -> str:
    said = []
    for one in [part, *part.findChildren(QWidget)]:
        if one.isVisible():
            said.append(one.accessibleName() + one.toolTip())
            if isinstance(one, QLabel | QLineEdit):
                said.append(one.text())
            if isinstance(one, QPlainTextEdit):
                said.append(one.toPlainText())
    return "\n".join(said)


@contextmanager
def _full_disk(desk: Desk) -> Iterator[None]:
    """SQLite's own limit: there is no page left."""

    def limit(connection: object, *_: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        cursor.execute("PRAGMA page_count")
        (pages,) = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages}")

    def lift(connection: object, *_: object) -> None:
        connection.cursor().execute("PRAGMA max_page_count = 1000000")  # type: ignore[attr-defined]

    engine = desk.session.vault.engine
    event.listen(engine, "checkout", limit)
    try:
        yield
    finally:
        event.remove(engine, "checkout", limit)
        event.listen(engine, "checkout", lift)


def test_it_fills_the_window_and_gives_it_back(window: VisitWindow) -> None:
    composer = window.start()
    assert not window.workspace.rail.isVisible()
    assert not window.workspace.bar.isVisible()
    assert composer.head.title.text() == "Home visit: Ashworth"
    assert composer.head.alert.text() == "Two-person visits"
    assert composer.who.toggles[window.id_of("Kerry")].hasFocus()
    window.key(Qt.Key.Key_Escape)
    window.settle()
    assert window.page == "family", "nothing was written, so nothing is asked"
    assert window.workspace.rail.isVisible()
    assert draft_of(window.desk.session, KEY) is None


def test_leaving_asks_about_the_draft(window: VisitWindow, dialogs: FakeDialogs) -> None:
    composer = window.start()
    composer.seen.box.setFocus()
    window.type("House warm")
    dialogs.answers += [False, True]
    window.key(Qt.Key.Key_Escape)
    window.settle()
    assert window.page == "visit"
    assert dialogs.questions[0].title == "Keep the draft?"
    window.key(Qt.Key.Key_Escape)
    window.settle()
    assert window.page == "family"
    window.start()
    keeper = window.screen.keeper
    assert keeper is not None
    assert keeper.banner.isVisible()
    keeper.resume()
    assert window.composer.seen.words == "House warm"
    assert not window.composer.clock.is_running, "who left was not there"


def test_children_are_seen_and_speak_for_themselves(window: VisitWindow) -> None:
    composer = window.start()
    kerry, tyler, ellie = (
        composer.who.toggles[window.id_of(one)] for one in ("Kerry", "Tyler", "Ellie")
    )
    assert not composer.voice.segments.isVisible()
    _see(window, "Kerry", "Tyler", "Ellie")
    assert (tyler.under, ellie.under, kerry.under) == (
        "14, with Kerry",
        "9, with Kerry",
        "34, mother",
    )
    assert kerry.alone.isHidden()
    _click(window, tyler.alone)
    assert tyler.under == tyler.accessibleName().removeprefix("Tyler, ") == "14, seen alone"
    assert [one.text() for one in composer.voice.segments.buttons.values()] == ["Tyler", "Ellie"]
    composer.voice.boxes[tyler.person.id].setPlainText("Only art.")
    _click(window, composer.voice.segments.buttons[ellie.person.id])
    composer.voice.boxes[ellie.person.id].setPlainText("Nan does my hair.")
    tyler.setChecked(False)
    ellie.setChecked(False)
    assert len(composer.voice.said) == 2, "no word goes with the tick"
    assert composer.who.alone == ()
    kerry.setChecked(False)
    assert tyler.under == "14"


def test_somebody_else_is_there(window: VisitWindow) -> None:
    composer = window.start()
    darren = composer.who.toggles[window.id_of("Darren")]
    assert not darren.isVisible()
    _click(window, composer.who.more)
    assert darren.isVisible()
    window.type("Ruth, health visitor")
    _click(window, darren)
    kept = window.keep().contents
    assert (kept["also"], kept["seen"]) == ("Ruth, health visitor", [darren.person.id])


def test_prompts_put_headings_into_the_words(window: VisitWindow) -> None:
    seen = window.start().seen
    _click(window, seen.prompts["Home"])
    seen.box.insertPlainText("Warm 🏠.")
    _click(window, seen.prompts["Money"])
    window.type("Rent paid.")
    _click(window, seen.prompts["Home"])
    window.type(" New lock.")
    assert seen.words == "Home: Warm 🏠. New lock.\nMoney: Rent paid."
    assert [word for word, chip in seen.prompts.items() if chip.isChecked()] == ["Home", "Money"]
    seen.set_words("Nothing of it.")
    assert not any(chip.isChecked() for chip in seen.prompts.values())


def test_an_agreed_action_is_understood_and_corrected(window: VisitWindow) -> None:
    agreed = window.start().agreed
    agreed.line.setFocus()
    window.type("Kerry to ring the GP by friday")
    window.key(Qt.Key.Key_Return)
    assert agreed.line.text() == ""
    assert agreed.line.hasFocus()
    (row,) = agreed.rows
    assert (row.title.text(), row.who.text(), row.when.text()) == (
        "Ring the GP", "Kerry", "by 27 November",
    )  # fmt: skip
    menu = row.menu_of_owners()
    assert [one.text() for one in menu.actions()][:3] == ["Jo Hebden", "Kerry", "Tyler"]
    next(one for one in menu.actions() if one.text() == "Maureen").trigger()
    menu.close()
    _click(window, row.when)
    window.type("in 2 weeks")
    window.key(Qt.Key.Key_Return)
    row.title.setText("Ring the surgery")
    (action,) = agreed.agreed
    assert action.owner is not None
    assert (action.title, action.owner.name, action.due) == (
        "Ring the surgery", "Maureen", date(2026, 12, 8),
    )  # fmt: skip
    _click(window, row.remove)
    assert agreed.agreed == ()


def test_open_actions_consents_and_the_last_visit_stand_beside(window: VisitWindow) -> None:
    side = window.start().side
    first, second = list(side.rows.values())[:2]
    assert first.accessibleName() == "Call school about Ellie's transport, Overdue by 3 days"
    _click(window, second)
    assert side.ticked.keys() == {second.action.id}
    assert "Done today, " in second.accessibleName()
    _click(window, second)
    assert side.ticked == {}
    said = _all_that_is_shown(side)
    assert "10 November 2026, home visit" in said
    assert "NHS ends 3 December 2026, Kerry’s consent" in said
    assert "DWP: withdrawn by Maureen" in said
    _see(window, "Kerry")
    (renew, *_) = side.offers
    _click(window, renew)
    window.settle()
    assert window.page == "family"
    assert draft_of(window.desk.session, KEY) is not None
    words, back = window.toasts[-1]
    assert words == "Your visit is kept"
    assert back is not None
    composer = window.workspace._screens["visit"].composer  # type: ignore[attr-defined]
    back()
    window.settle()
    assert window.composer is composer, "the visit goes on as it was"


def test_how_to_reach_somebody_is_shown(own: VisitWindow) -> None:
    person = own.start().page.people[0]
    entry = SafeContactEntry(person_id=person.id, instruction="Never leave a voicemail")
    set_safe_contact(own.desk.session, ASHWORTH, entry)
    own.screen._begin_again()
    own.settle()
    assert "Reaching Kerry: Never leave a voicemail" in _all_that_is_shown(own.composer.side)


def test_f9_blanks_the_page_at_once(window: VisitWindow) -> None:
    composer = window.start()
    composer.seen.box.setFocus()
    window.type("House warm")
    window.key(Qt.Key.Key_F9)
    assert window.screen.is_blank
    shown = _all_that_is_shown(window.workspace)
    assert BLANK_WORDS == "Press F9 to come back"
    for personal in ("Ashworth", "Kerry", "Tyler", "House", "NHS", "Two-person"):
        assert personal not in shown
    window.key(Qt.Key.Key_Return, CONTROL)
    window.key(Qt.Key.Key_Escape)
    assert window.screen.is_blank
    window.key(Qt.Key.Key_F9)
    assert not window.screen.is_blank
    assert composer.seen.box.hasFocus()
    _click(window, composer.head.blank)
    assert window.screen.is_blank
    window.key(Qt.Key.Key_Return)
    assert not window.screen.is_blank


def test_how_long_it_took_is_set_right(window: VisitWindow, dialogs: FakeDialogs) -> None:
    composer = window.start()
    composer.clock.pause()
    _click(window, composer.head.timer)
    title, minutes = dialogs.forms[-1]
    assert title == "How long did the visit take?"
    assert isinstance(minutes, QSpinBox)
    minutes.setValue(50)
    assert dialogs.agree_form()
    assert (composer.head.timer.words, composer.clock.minutes) == ("00:50:00", 50)
    assert composer.head.timer.accessibleName() == "The visit has taken 50 minutes, paused"


def test_kinds_of_information_fold_out_and_are_saved(own: VisitWindow) -> None:
    composer = own.start()
    kinds = composer.kinds
    assert not kinds.ticks.isVisible(), "it may wait"
    assert kinds.fold.text() == "Kinds of information: none set"
    kinds.fold.setFocus()
    own.key(Qt.Key.Key_Space)
    assert kinds.ticks.isVisible()
    kinds.ticks.ticks["housing"].setFocus()
    own.key(Qt.Key.Key_Space)
    assert kinds.fold.text() == "Kinds of information: 1"
    composer.seen.set_words("The damp is back.")
    own.screen.finish()
    own.qtbot.waitUntil(lambda: own.page == "family", timeout=20_000)
    case, _ = own.records()
    contact = next(one for one in case.contacts if one.text == "The damp is back.")
    assert contact.categories == ("housing",)


def test_a_plan_that_is_named_later_is_tied_to_the_visit(own: VisitWindow) -> None:
    session = own.desk.session
    plan = plan_visit(session, ASHWORTH, PlanEntry(on=session.today)).record
    own.start()
    assert own.start(plan.id).page.planned == plan, "nothing was written yet"
    own.composer.seen.set_words("House warm.")
    assert own.start("another") is own.composer
    own.screen.finish()
    own.qtbot.waitUntil(lambda: own.page == "family", timeout=20_000)
    _, visits = own.records()
    assert next(one for one in visits if one.id == plan.id).contact_id is not None


def test_what_is_missing_is_said_at_its_field(window: VisitWindow) -> None:
    composer = window.start()
    _see(window, "Kerry")
    composer.agreed.line.setText("Kerry to ring the GP by fri")
    _click(window, composer.next.chips["other"])
    window.type("sometime")
    window.key(Qt.Key.Key_Return, CONTROL)
    window.settle()
    assert window.page == "visit"
    assert composer.seen.box.hasFocus()
    assert "is needed" in composer.seen.box.accessibleDescription()
    assert "Enter a real date" in _all_that_is_shown(composer.next)
    assert composer.next.day.text() == "sometime"
    assert [one.due for one in composer.agreed.agreed] == [FRIDAY], "half an action is one"
    window.type("House warm")
    assert "is needed" not in composer.seen.box.accessibleDescription()


def test_a_full_disk_loses_no_word(own: VisitWindow) -> None:
    composer = own.start()
    _see(own, "Kerry")
    composer.seen.box.setFocus()
    own.type("House warm and tidy.")
    own.keep()
    before = own.records()
    with _full_disk(own.desk):
        composer.agreed.set_value([AgreedAction("x" * 30_000)] * 20, "")
        own.screen.finish()
        own.qtbot.waitUntil(lambda: composer.trouble.isVisible(), timeout=20_000)
        assert own.page == "visit"
        assert "The disk is full" in composer.trouble.accessibleName()
        assert composer.trouble.accessibleName().startswith(TITLE)
        own.qtbot.waitUntil(lambda: "Not saved since" in composer.head.saved.words, timeout=20_000)
        assert composer.seen.words == "House warm and tidy."
        assert composer.seen.box.hasFocus()
        _click(own, composer.trouble.copy)
        assert "House warm and tidy." in QGuiApplication.clipboard().text()
        assert own.records() == before
    composer.agreed.set_value([], "")
    _click(own, composer.trouble.again)
    own.qtbot.waitUntil(lambda: own.page == "family", timeout=20_000)
    own.settle()
    assert draft_of(own.desk.session, KEY) is None


def test_everything_comes_back_after_a_crash(own: VisitWindow, qtbot: QtBot) -> None:
    composer = own.start()
    _see(own, "Kerry", "Tyler", "Ellie")
    tyler, ellie = own.id_of("Tyler"), own.id_of("Ellie")
    composer.who.toggles[tyler].alone.setChecked(True)
    composer.voice.boxes[tyler].setPlainText("Only art.")
    composer.voice.segments.buttons[ellie].setChecked(True)
    composer.voice.boxes[ellie].setPlainText("Nan does my hair.")
    composer.seen.set_words("House warm.\n\nNew lock.")
    composer.agreed.line.setText("Kerry to ring the GP by friday")
    composer.agreed.take_line()
    composer.agreed.line.setText("Ask the sch")
    composer.kinds.set_value(["housing"])
    first = next(iter(composer.side.rows.values()))
    first.click()
    _click(own, composer.next.chips["2026-12-08"])
    composer.next.at.setText("2pm")
    composer.head.pause.click()
    composer.head.kind_chosen.emit("school")
    before = own.keep().contents
    # Another process would begin with nothing but the vault.
    desk = own.desk
    again = VisitWindow(qtbot, Desk(desk.session, desk.theme, desk.jobs, desk.dialogs))
    again.start()
    keeper = again.screen.keeper
    assert keeper is not None
    assert keeper.banner.isVisible()
    assert again.composer.kept() is None
    keeper.resume()
    after = again.composer.kept()
    assert after is not None
    assert after["timer"].pop("at") != ""
    assert {**before, "timer": {**before["timer"], "at": ""}} == {
        **after, "timer": {**after["timer"], "at": ""},
    }  # fmt: skip
    assert again.composer.head.title.text() == "Visit at school: Ashworth"
    assert not again.composer.clock.is_running


@pytest.mark.parametrize(
    "kept",
    [
        {"seen": "x", "alone": None, "voice": [], "agreed": [1, {}], "ticked": 3, "next": "x"},
        {"timer": {"counted": "x"}, "next": {"choice": "2026-11-30", "time": None}, "text": 5},
        {"next": {"choice": "never"}, "started": "x", "kind": "x"},
    ],
)
def test_a_strange_draft_is_taken_up_as_far_as_it_goes(
    window: VisitWindow, kept: dict[str, object]
) -> None:
    composer = window.start()
    composer.take_up(kept)
    assert composer.seen.words == str(kept.get("text") or "")


def test_in_a_narrow_window_the_side_is_a_tab(qtbot: QtBot, desk: Desk) -> None:
    window = VisitWindow(qtbot, desk, (911, 512))
    composer = window.start()
    assert composer.body.tabs.isVisible()
    assert not composer.side.isVisible()
    assert composer.body.warning.isVisible()
    composer.body.tabs.setFocus()
    window.key(Qt.Key.Key_Right)
    assert composer.side.isVisible()
    assert not composer.area.isVisible()
    window.workspace.resize(1366, 696)
    QApplication.processEvents()
    assert composer.side.isVisible()
    assert composer.area.isVisible()
    assert not composer.body.tabs.isVisible()


def test_everything_fits_without_scrolling(qtbot: QtBot, desk: Desk) -> None:
    window = VisitWindow(qtbot, desk)
    composer = window.start()
    _see(window, "Kerry", "Tyler", "Ellie")
    composer.agreed.line.setText("Ask the school about the bus")
    composer.agreed.take_line()
    _click(window, next(iter(composer.next.chips.values())))
    window.settle()
    for part in (composer.area, composer.side):
        assert part.verticalScrollBar().maximum() == 0
    assert window.screen.keeper is not None
    window.screen.keeper.discard()
    window.settle()
