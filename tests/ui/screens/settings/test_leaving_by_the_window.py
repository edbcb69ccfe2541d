"""From the settings out of the session: restore and change of keys end at the unlock page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from fake_dialogs import FakeDialogs
from opened_vaults import PASSPHRASE, TODAY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casedesk.services.backups import back_up
from casedesk.services.session import Session
from casedesk.services.settings import read_settings
from casedesk.services.unlocking import is_open
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens import REGISTRY
from casedesk.ui.screens.settings.rotation_flow import RotationFlow
from casedesk.ui.screens.settings.screen import SettingsScreen
from casedesk.ui.screens.unlock.screen import UnlockScreen
from casedesk.ui.shell.autolock import AutoLock
from casedesk.ui.shell.input_watch import InputWatch
from casedesk.ui.shell.window import MainWindow
from casedesk.ui.theme.theme import Theme

OTHER_WORDS = "marble otter 77 thistle barge"


@pytest.fixture
def window(
    qtbot: QtBot,
    qapp: QApplication,
    theme: Theme,
    jobs: Jobs,
    dialogs: FakeDialogs,
    vault_folder: Path,
) -> Iterator[MainWindow]:
    registry = {"settings": REGISTRY["settings"]}
    autolock = AutoLock(InputWatch(qapp), 10)
    made = MainWindow(vault_folder, theme, jobs, dialogs, autolock, today=TODAY, registry=registry)
    made.start()
    with qtbot.waitActive(made):
        made.show()
    _unlock(qtbot, made, PASSPHRASE)
    yield made
    made.lock()
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=20_000)
    jobs.close()
    shiboken6.delete(made)


def _unlock(qtbot: QtBot, window: MainWindow, passphrase: str) -> None:
    page = window.page_shown
    assert isinstance(page, UnlockScreen)
    qtbot.keyClicks(page.passphrase.field, passphrase)
    with qtbot.waitSignal(window.unlocked, timeout=20_000):
        qtbot.keyClick(page.passphrase.field, Qt.Key.Key_Return)


def _settings(window: MainWindow) -> tuple[SettingsScreen, Session]:
    assert window.workspace is not None and window.session is not None
    screen = window.workspace.screen_shown
    assert isinstance(screen, SettingsScreen)
    return screen, window.session


def test_every_key_changed_ends_at_the_unlock_page_and_the_new_one_opens(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs
) -> None:
    screen, session = _settings(window)
    screen.show_for(section="keys", change="keys")
    flow = screen.keys.flow
    assert isinstance(flow, RotationFlow)
    flow.current.setText(PASSPHRASE)
    for field in (flow.new.first, flow.new.second):
        field.setText(OTHER_WORDS)
    qtbot.mouseClick(flow.next, Qt.MouseButton.LeftButton)
    flow.paper.field.setText("".join(flow.paper.card._groups))
    with qtbot.waitSignal(window.locked, timeout=30_000):
        qtbot.mouseClick(flow.next, Qt.MouseButton.LeftButton)
    assert not is_open(session)
    assert [message.title for message in dialogs.messages] == ["Every key is changed"]
    qtbot.waitUntil(lambda: isinstance(window.page_shown, UnlockScreen))
    _unlock(qtbot, window, OTHER_WORDS)


def test_a_restore_ends_at_the_unlock_page_with_the_earlier_records(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, tmp_path: Path, jobs: Jobs
) -> None:
    screen, session = _settings(window)
    place = tmp_path / "stick"
    place.mkdir()
    back_up(session, place)
    with session.store.unit_of_work(session.worker) as uow:
        uow.set_setting("team", "Later")
    screen.show_for(section="backups")
    qtbot.waitUntil(lambda: bool(screen.backups.rows), timeout=20_000)
    dialogs.answers.append(True)
    with qtbot.waitSignal(window.locked, timeout=30_000):
        qtbot.mouseClick(screen.backups.rows[0].restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(window.page_shown, UnlockScreen))
    _unlock(qtbot, window, PASSPHRASE)
    assert window.session is not None
    assert read_settings(window.session).team == ""
