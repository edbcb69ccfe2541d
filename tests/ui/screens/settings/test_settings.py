"""The settings page: every section, on real vaults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from fake_dialogs import FakeDialogs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from casedesk.domain.errors import WrongPassphrase
from casedesk.services import first_run
from casedesk.services.backups import back_up, list_backups
from casedesk.services.keys import ways_in
from casedesk.services.session import Session
from casedesk.services.settings import Settings, backup_state, read_settings
from casedesk.services.spelling import personal_words
from casedesk.services.unlocking import close_session, is_open, open_for_window
from casedesk.storage.kdf_cost import LEAST_COST
from casedesk.ui.desk import Desk
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens.settings.code_flow import CodeFlow
from casedesk.ui.screens.settings.passphrase_flow import PassphraseFlow
from casedesk.ui.screens.settings.rotation_flow import RotationFlow
from casedesk.ui.screens.settings.screen import SettingsScreen
from casedesk.ui.screens.settings.words import WordsSection
from casedesk.ui.theme.theme import Theme

WORDS = "pewter gosling tramway hush-dogwood"
OTHER_WORDS = "marble otter 77 thistle barge"
JO = Settings(worker="Jo Hebden", role="keyworker", council="Millbridge Council")
Undo = Callable[[], None]


@pytest.fixture
def session(tmp_path: Path, jobs: Jobs) -> Iterator[Session]:
    made = first_run.set_up(tmp_path / "vault", JO, WORDS, cost=LEAST_COST)
    first_run.code_typed_back(made.session, made.recovery_code, made.recovery_code)
    yield made.session
    jobs.close()
    if is_open(made.session):
        close_session(made.session)


@pytest.fixture
def new_desk(session: Session, theme: Theme, jobs: Jobs, dialogs: FakeDialogs) -> Desk:
    return Desk(session, theme, jobs, dialogs)


@pytest.fixture
def screen(qtbot: QtBot, new_desk: Desk) -> Iterator[SettingsScreen]:
    made = SettingsScreen(new_desk)
    made.resize(1278, 640)
    with qtbot.waitActive(made):
        made.show()
    yield made
    # At once: left to the collector it might go while Qt dresses every widget anew.
    shiboken6.delete(made)


@pytest.fixture
def toasts(new_desk: Desk) -> list[tuple[str, Undo | None]]:
    said: list[tuple[str, Undo | None]] = []
    new_desk.toast_asked.connect(lambda words, undo: said.append((words, undo)))
    return said


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def turn_to(qtbot: QtBot, screen: SettingsScreen, section: str, **more: Any) -> None:
    screen.show_for(section=section, **more)
    settle(qtbot, screen)


def settle(qtbot: QtBot, screen: SettingsScreen) -> None:
    qtbot.waitUntil(lambda: screen._desk.jobs.is_idle, timeout=20_000)


def type_in(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_a_field_saves_itself_and_undo_puts_it_back(
    qtbot: QtBot, screen: SettingsScreen, session: Session, toasts: list[tuple[str, Undo | None]]
) -> None:
    turn_to(qtbot, screen, "you")
    you = screen.you
    assert you.lines["council"].text() == "Millbridge Council"
    type_in(qtbot, you.lines["phone"], "01632 960 111")
    qtbot.keyClick(you.lines["phone"], Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert read_settings(session).phone == "01632 960 111"
    words, undo = toasts[-1]
    assert words == "Phone saved" and undo is not None
    undo()
    settle(qtbot, screen)
    assert read_settings(session).phone == ""
    assert you.lines["phone"].text() == ""


def test_an_empty_name_is_refused_in_words_and_comes_back(
    qtbot: QtBot, screen: SettingsScreen, session: Session
) -> None:
    turn_to(qtbot, screen, "you")
    line = screen.you.lines["worker"]
    line.setFocus(Qt.FocusReason.OtherFocusReason)
    line.clear()
    screen.list.setFocus(Qt.FocusReason.OtherFocusReason)
    settle(qtbot, screen)
    assert "name is missing" in screen.you.fields["worker"].error
    assert line.text() == "Jo Hebden"
    assert read_settings(session) == JO


def test_what_is_half_typed_is_saved_by_the_lock(
    qtbot: QtBot, screen: SettingsScreen, session: Session
) -> None:
    turn_to(qtbot, screen, "you")
    type_in(qtbot, screen.you.lines["team"], "North team")
    screen.put_away()
    settle(qtbot, screen)
    assert read_settings(session).team == "North team"


def test_the_lock_time_is_saved_and_told(
    qtbot: QtBot, screen: SettingsScreen, session: Session, new_desk: Desk
) -> None:
    turn_to(qtbot, screen, "lock")
    lock = screen.section
    with qtbot.waitSignal(new_desk.changed) as changed:
        lock.minutes.setCurrentIndex(lock.minutes.findData(20))  # type: ignore[attr-defined]
        lock.minutes.activated.emit(0)  # type: ignore[attr-defined]
    assert changed.args == [frozenset({"Setting"})]
    settle(qtbot, screen)
    assert read_settings(session).lock_after == 20


def test_the_look_takes_hold_at_once(qtbot: QtBot, screen: SettingsScreen, theme: Theme) -> None:
    turn_to(qtbot, screen, "look")
    look = screen.section
    dark = next(b for b in look.modes.buttons() if b.text() == "Dark")  # type: ignore[attr-defined]
    qtbot.mouseClick(dark, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: theme.mode == "dark")
    theme.set_mode("light")
    assert not dark.isChecked()


def test_packs_fold_out_their_unchecked_figures(qtbot: QtBot, screen: SettingsScreen) -> None:
    turn_to(qtbot, screen, "packs")
    box = next(one for one in screen.section.packs if one.badge.look.tone == "warn")  # type: ignore[attr-defined]
    assert "not checked" in box.badge.text()
    qtbot.mouseClick(box.fold, Qt.MouseButton.LeftButton)
    assert box.fold.text() == "Hide the figures"


def test_words_of_ones_own_are_added_and_taken_off(
    qtbot: QtBot, screen: SettingsScreen, session: Session, toasts: list[tuple[str, Undo | None]]
) -> None:
    turn_to(qtbot, screen, "words")
    words = screen.section
    assert isinstance(words, WordsSection)
    assert words.none.isVisible() and not words.list.isVisible()
    for word in ("Millbridge", "keyworking", "two words"):
        type_in(qtbot, words.word, word)
        qtbot.keyClick(words.word, Qt.Key.Key_Return)
        settle(qtbot, screen)
    assert words.word.accessibleDescription().startswith("That is not one word")
    assert words.words == personal_words(session) == ("keyworking", "Millbridge")

    words.list.setFocus()
    qtbot.keyClick(words.list, Qt.Key.Key_Home)
    qtbot.keyClick(words.list, Qt.Key.Key_Delete)
    settle(qtbot, screen)
    assert words.words == personal_words(session) == ("Millbridge",)
    said, undo = toasts[-1]
    assert said == "Removed “keyworking” from your list" and undo is not None
    undo()
    settle(qtbot, screen)
    assert words.words == personal_words(session) == ("keyworking", "Millbridge")


def test_back_up_now_asks_for_a_place_first_and_the_list_shows_it(
    qtbot: QtBot, screen: SettingsScreen, session: Session, dialogs: FakeDialogs, place: Path
) -> None:
    turn_to(qtbot, screen, "backups")
    backups = screen.backups
    assert not backups.now.isVisible()
    dialogs.answers.append(place)
    qtbot.mouseClick(backups.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(backups.rows), timeout=20_000)
    settle(qtbot, screen)
    assert backup_state(session).day is not None
    assert backups.said.look == "good" and "opened and checked" in backups.said.words
    (row,) = backups.rows
    assert row.badge.text() == "Opened and checked"
    data = bytearray(row.line.path.read_bytes())
    data[len(data) // 2] ^= 1
    row.line.path.write_bytes(bytes(data))
    qtbot.mouseClick(row.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: backups.said.look == "bad", timeout=20_000)
    settle(qtbot, screen)
    assert backups.rows[0].badge.text() == "Cannot be restored"


def test_restoring_says_what_is_lost_keeps_the_rest_aside_and_locks(
    qtbot: QtBot,
    screen: SettingsScreen,
    session: Session,
    dialogs: FakeDialogs,
    new_desk: Desk,
    place: Path,
) -> None:
    back_up(session, place)
    with session.store.unit_of_work(session.worker) as uow:
        uow.set_setting("team", "Later")
    turn_to(qtbot, screen, "backups")
    dialogs.answers.append(False)
    qtbot.mouseClick(screen.backups.rows[0].restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialogs.answers)
    assert is_open(session)
    dialogs.answers.append(True)
    with qtbot.waitSignal(new_desk.lock_asked, timeout=20_000):
        qtbot.mouseClick(screen.backups.rows[0].restore, Qt.MouseButton.LeftButton)
    question = dialogs.questions[-1]
    assert "Everything saved after" in question.text and "kept aside" in question.text
    assert question.grave
    assert not is_open(session)
    assert dialogs.messages[-1].title == "Your backup is back in place"
    assert screen.window().isEnabled()
    again = open_for_window(session.vault.folder, WORDS)
    assert read_settings(again).team == ""
    close_session(again)


def test_is_my_work_safe_and_its_actions(
    qtbot: QtBot, screen: SettingsScreen, session: Session, place: Path
) -> None:
    back_up(session, place)
    turn_to(qtbot, screen, "safety")
    safety = screen.safety
    assert list(safety.rows)[:3] == ["backup", "records", "room"]
    assert safety.rows["records"].badge.text() == "Not checked yet"
    for line_id in ("backup", "records"):
        qtbot.mouseClick(safety.rows[line_id].button, Qt.MouseButton.LeftButton)
        assert safety.is_checking and not safety.rows["records"].button.isEnabled()
        qtbot.waitUntil(lambda: not safety.is_checking, timeout=20_000)
        assert safety.said.look == "good"
    settle(qtbot, screen)
    assert safety.rows["records"].badge.text() == "Whole"
    names = [row.button.accessibleName() for row in safety.rows.values()]
    assert len(set(names)) == len(names), "buttons of the same words are told apart aloud"
    qtbot.mouseClick(safety.rows["keys"].button, Qt.MouseButton.LeftButton)
    assert screen.section is screen.keys


def test_a_check_can_be_stopped(
    qtbot: QtBot, screen: SettingsScreen, session: Session, place: Path
) -> None:
    back_up(session, place)
    turn_to(qtbot, screen, "safety")
    safety = screen.safety
    qtbot.mouseClick(safety.rows["backup"].button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(safety.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not safety.is_checking, timeout=20_000)
    settle(qtbot, screen)
    assert not list((session.vault.folder / "backups").iterdir())


def test_the_passphrase_is_changed_in_its_place(
    qtbot: QtBot, screen: SettingsScreen, session: Session
) -> None:
    turn_to(qtbot, screen, "keys", change="passphrase")
    flow = screen.keys.flow
    assert isinstance(flow, PassphraseFlow) and not flow.next.isEnabled()
    type_in(qtbot, flow.current, "not the passphrase")
    for field in (flow.new.first, flow.new.second):
        type_in(qtbot, field, OTHER_WORDS)
    qtbot.mouseClick(flow.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: flow.problem.isVisible(), timeout=20_000)
    assert flow.new.passphrase == OTHER_WORDS, "what was typed stays"
    type_in(qtbot, flow.current, WORDS)
    qtbot.mouseClick(flow.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.keys.flow is None, timeout=20_000)
    settle(qtbot, screen)
    assert "The old one no longer opens" in screen.keys.said.words
    close_session(session)
    close_session(open_for_window(session.vault.folder, OTHER_WORDS))


def test_a_new_code_is_typed_back_before_it_counts(
    qtbot: QtBot, screen: SettingsScreen, session: Session
) -> None:
    turn_to(qtbot, screen, "keys", change="code")
    flow = screen.keys.flow
    assert isinstance(flow, CodeFlow)
    slot = session.vault.keys.recovery
    code = "".join(flow.paper.card._groups)
    type_in(qtbot, flow.paper.field, code[:-1])
    assert not flow.next.isEnabled() and flow.paper.card.is_covered
    qtbot.keyClicks(flow.paper.field, code[-1])
    assert session.vault.keys.recovery == slot
    qtbot.mouseClick(flow.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen.keys.flow is None, timeout=20_000)
    settle(qtbot, screen)
    assert session.vault.keys.recovery != slot
    assert ways_in(session).code_on_paper


def test_giving_up_or_locking_takes_the_code_off_the_screen(
    qtbot: QtBot, screen: SettingsScreen, session: Session
) -> None:
    turn_to(qtbot, screen, "keys", change="code")
    flow = screen.keys.flow
    assert isinstance(flow, CodeFlow)
    slot = session.vault.keys.recovery
    screen.put_away()
    assert flow.paper.card.spoken_value() in ("", "Group 1: ")
    qtbot.mouseClick(flow.back, Qt.MouseButton.LeftButton)
    settle(qtbot, screen)
    assert screen.keys.flow is None and screen.keys.overview.isVisible()
    assert session.vault.keys.recovery == slot


def test_every_key_is_changed_and_the_window_locks(
    qtbot: QtBot,
    screen: SettingsScreen,
    session: Session,
    dialogs: FakeDialogs,
    new_desk: Desk,
    place: Path,
) -> None:
    back_up(session, place)
    turn_to(qtbot, screen, "keys", change="keys")
    flow = screen.keys.flow
    assert isinstance(flow, RotationFlow)
    type_in(qtbot, flow.current, WORDS)
    for field in (flow.new.first, flow.new.second):
        type_in(qtbot, field, OTHER_WORDS)
    qtbot.mouseClick(flow.next, Qt.MouseButton.LeftButton)
    assert flow.step == 1 and not flow.next.isEnabled()
    type_in(qtbot, flow.paper.field, "".join(flow.paper.card._groups))
    with qtbot.waitSignal(new_desk.lock_asked, timeout=30_000):
        qtbot.mouseClick(flow.next, Qt.MouseButton.LeftButton)
        assert not screen.window().isEnabled(), "nothing can be typed into a vault that goes"
    assert dialogs.messages[-1].title == "Every key is changed"
    assert flow.current.text() == ""
    folder = session.vault.folder
    with pytest.raises(WrongPassphrase):
        open_for_window(folder, WORDS)
    again = open_for_window(folder, OTHER_WORDS)
    assert [line.opens for line in list_backups(again)] == [False]
    close_session(again)


def test_a_wrong_passphrase_changes_no_key_and_goes_back_to_it(
    qtbot: QtBot, screen: SettingsScreen, session: Session
) -> None:
    turn_to(qtbot, screen, "keys", change="keys")
    flow = screen.keys.flow
    assert isinstance(flow, RotationFlow)
    type_in(qtbot, flow.current, "not the passphrase")
    for field in (flow.new.first, flow.new.second):
        type_in(qtbot, field, OTHER_WORDS)
    qtbot.mouseClick(flow.next, Qt.MouseButton.LeftButton)
    type_in(qtbot, flow.paper.field, "".join(flow.paper.card._groups))
    qtbot.mouseClick(flow.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: flow.problem.isVisible(), timeout=20_000)
    assert flow.step == 0 and "Nothing was changed" in flow.problem.words
    assert is_open(session) and screen.window().isEnabled()


def test_the_way_back_is_to_the_section(qtbot: QtBot, screen: SettingsScreen) -> None:
    turn_to(qtbot, screen, "you")
    screen.list.setCurrentRow(1)
    assert screen.whereabouts() == {"section": "look"}


def test_sections_are_one_tab_stop_and_arrows_move(qtbot: QtBot, screen: SettingsScreen) -> None:
    turn_to(qtbot, screen, "you")
    assert screen.list.hasFocus()
    qtbot.keyClick(screen.list, Qt.Key.Key_Down)
    assert screen.section.name == "look"
    qtbot.keyClick(screen.list, Qt.Key.Key_Tab)
    assert not screen.list.hasFocus()
    assert screen.section.isAncestorOf(screen.window().focusWidget())
