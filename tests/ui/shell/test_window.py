"""The window from the unlock page to the lock: the session lives in between and no longer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fake_dialogs import FakeDialogs
from opened_vaults import PASSPHRASE, TODAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sheet_screens import SHEETS, ListSheet

from casedesk.domain.errors import VaultInUse
from casedesk.services.unlocking import close_session, is_open, open_for_window
from casedesk.ui.dialogs import Message
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens.unlock.screen import UnlockScreen
from casedesk.ui.screens.welcome.screen import CODE, WelcomeScreen
from casedesk.ui.shell.autolock import AutoLock
from casedesk.ui.shell.input_watch import InputWatch
from casedesk.ui.shell.window import MainWindow
from casedesk.ui.shell.window_dialogs import WindowDialogs
from casedesk.ui.theme.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
Make = Callable[..., MainWindow]


@pytest.fixture
def autolock(qapp: QApplication) -> AutoLock:
    return AutoLock(InputWatch(qapp), 10)


@pytest.fixture
def make(qtbot: QtBot, theme: Theme, jobs: Jobs, dialogs: FakeDialogs, autolock: AutoLock) -> Make:
    kept: list[MainWindow] = []

    def make_window(folder: Path, own: WindowDialogs | None = None) -> MainWindow:
        window = MainWindow(
            folder, theme, jobs, own or dialogs, autolock, today=TODAY, registry=SHEETS
        )
        kept.append(window)
        qtbot.addWidget(window)
        window.start()
        with qtbot.waitActive(window):
            window.show()
        return window

    return make_window


def _unlock(qtbot: QtBot, window: MainWindow) -> None:
    page = window.page_shown
    assert isinstance(page, UnlockScreen)
    qtbot.keyClicks(page.passphrase.field, PASSPHRASE)
    with qtbot.waitSignal(window.unlocked):
        qtbot.keyClick(page.passphrase.field, Qt.Key.Key_Return)


def test_without_a_vault_the_first_run_is_shown(make: Make, tmp_path: Path) -> None:
    assert isinstance(make(tmp_path / "none").page_shown, WelcomeScreen)


def test_a_first_run_locks_when_nobody_is_there(
    qtbot: QtBot, make: Make, tmp_path: Path, autolock: AutoLock
) -> None:
    folder = tmp_path / "new"
    window = make(folder)
    page = window.page_shown
    assert isinstance(page, WelcomeScreen)
    autolock.idle.emit()
    assert window.page_shown is page, "there is nothing to lock yet"
    page.presenter.know(replace(page.presenter.settings, worker="Jo Hebden"))
    with qtbot.waitSignal(page.opened, timeout=20_000):
        page.presenter.make(PASSPHRASE)
    first_code = page.presenter.code
    session = page.presenter.session
    assert session is not None
    assert autolock.is_counting
    with qtbot.waitSignal(window.locked):
        autolock.idle.emit()
        assert isinstance(window.page_shown, UnlockScreen)
    assert page.presenter.code == ""
    assert not is_open(session)

    unlock = window.page_shown
    assert isinstance(unlock, UnlockScreen)
    qtbot.keyClicks(unlock.passphrase.field, PASSPHRASE)
    qtbot.keyClick(unlock.passphrase.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.page_shown, WelcomeScreen), timeout=20_000)
    again = window.page_shown
    assert isinstance(again, WelcomeScreen)
    assert again.step == CODE
    assert again.presenter.code not in ("", first_code)
    with qtbot.waitSignal(window.locked):
        window.close()


def test_lock_blanks_the_window_and_gives_the_vault_up(
    qtbot: QtBot, make: Make, vault_folder: Path
) -> None:
    window = make(vault_folder)
    _unlock(qtbot, window)
    session = window.session
    assert session is not None
    assert window.workspace is not None
    sheet = window.workspace.screen_shown
    assert isinstance(sheet, ListSheet)
    with pytest.raises(VaultInUse):
        open_for_window(vault_folder, PASSPHRASE)
    with qtbot.waitSignal(window.locked):
        qtbot.keyClick(window.workspace, Qt.Key.Key_L, CONTROL)
        qtbot.waitUntil(lambda: isinstance(window.page_shown, UnlockScreen))
        assert sheet.put_away_times == 1
    assert not is_open(session)
    assert window.session is None
    close_session(open_for_window(vault_folder, PASSPHRASE))


def test_it_opens_again_straight_after_the_lock(
    qtbot: QtBot, make: Make, vault_folder: Path
) -> None:
    window = make(vault_folder)
    for _ in range(3):
        _unlock(qtbot, window)
        window.lock()
    _unlock(qtbot, window)
    assert window.session is not None
    assert is_open(window.session)
    with qtbot.waitSignal(window.locked):
        window.close()


def test_a_wrong_passphrase_after_a_lock_in_the_same_process_is_only_a_sentence(
    qtbot: QtBot, make: Make, vault_folder: Path
) -> None:
    window = make(vault_folder)
    _unlock(qtbot, window)
    with qtbot.waitSignal(window.locked):
        window.lock()
    page = window.page_shown
    assert isinstance(page, UnlockScreen)
    qtbot.keyClicks(page.passphrase.field, "not the passphrase")
    # A part of the page that is gone, still listening, would raise here.
    qtbot.keyClick(page.passphrase.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.passphrase.hint.words.startswith("That is not the passphrase"))


def test_what_is_being_saved_is_saved_before_the_key_goes(
    qtbot: QtBot, make: Make, vault_folder: Path, jobs: Jobs
) -> None:
    window = make(vault_folder)
    _unlock(qtbot, window)
    session = window.session
    assert session is not None

    def save() -> None:
        with session.store.unit_of_work("Sam Okoro") as uow:
            uow.set_setting("kept", "yes")

    with qtbot.waitSignal(window.locked):
        jobs.write(window, save, lambda _: None)
        window.lock()
    again = open_for_window(vault_folder, PASSPHRASE)
    with again.store.read() as reading:
        assert reading.setting("kept") == "yes"
    close_session(again)


def test_nobody_there_locks_with_a_box_open(
    qtbot: QtBot, theme: Theme, make: Make, vault_folder: Path, autolock: AutoLock
) -> None:
    own = WindowDialogs(theme)
    window = make(vault_folder, own)
    own.stand_over(window)
    _unlock(qtbot, window)
    closed: list[bool] = []
    own.tell(Message("Something to read", "Words."), lambda: closed.append(True))
    assert len(own.shown) == 1
    with qtbot.waitSignal(window.locked):
        autolock.idle.emit()
    assert own.shown == ()
    assert closed == [], "a box that the lock closes does not answer"
    assert isinstance(window.page_shown, UnlockScreen)


def test_closing_the_window_closes_the_vault(qtbot: QtBot, make: Make, vault_folder: Path) -> None:
    window = make(vault_folder)
    _unlock(qtbot, window)
    with qtbot.waitSignal(window.locked):
        window.close()
    close_session(open_for_window(vault_folder, PASSPHRASE))


def test_another_text_size_builds_the_pages_anew(
    qtbot: QtBot, make: Make, vault_folder: Path, theme: Theme
) -> None:
    window = make(vault_folder)
    _unlock(qtbot, window)
    before = window.workspace
    assert before is not None
    before.desk.navigate("families", search="ash")
    place = before.place
    theme.set_factor(1.3)
    qtbot.waitUntil(lambda: window.workspace is not before)
    assert window.workspace is not None
    assert window.workspace.place == place
    assert window.session is not None
    assert is_open(window.session)
    with qtbot.waitSignal(window.locked):
        window.close()
