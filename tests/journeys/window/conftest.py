"""The whole window as its worker has it: real vaults, threads and dialogs, no screen."""

from __future__ import annotations

import os
import shutil

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from journey import TODAY, Journey, PickedFiles
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casedesk.demo import caseload
from casedesk.services.demonstration import demonstration_vault
from casedesk.ui.jobs import Jobs
from casedesk.ui.shell.autolock import AutoLock
from casedesk.ui.shell.focus_ring import RingStyle
from casedesk.ui.shell.input_watch import InputWatch
from casedesk.ui.shell.window import MainWindow
from casedesk.ui.theme import Theme, shipped_theme

HERE = Path(__file__).parent
NOT_OURS = ("This plugin does not support .*",)
"""What the platform without a screen says about itself."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every warning of Qt's own fails its test."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(*NOT_OURS, extend=True))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    qapp.setStyle(RingStyle())
    made = shipped_theme("light")
    made.apply(qapp)
    yield made
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    qapp.setFont(QFont())


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """Real worker threads. A bug in a job fails the journey at its end."""
    bugs: list[BaseException] = []

    def bug(error: BaseException) -> str:
        bugs.append(error)
        return "journey-bug"

    made = Jobs(bug, lambda error: None)
    yield made
    made.close()
    if bugs:
        raise bugs[0]


@pytest.fixture
def start(
    qtbot: QtBot, theme: Theme, jobs: Jobs, qapp: QApplication
) -> Iterator[Callable[[Path], Journey]]:
    """Opens the window on a folder, as the command does; closed, it locks the vault."""
    begun: list[Journey] = []

    def opened(folder: Path) -> Journey:
        dialogs = PickedFiles(theme)
        window = MainWindow(
            folder, theme, jobs, dialogs, AutoLock(InputWatch(qapp), 10), today=TODAY
        )
        dialogs.stand_over(window)
        qtbot.addWidget(window)
        window.start()
        with qtbot.waitActive(window):
            window.show()
        begun.append(Journey(qtbot, window, jobs, dialogs))
        return begun[-1]

    yield opened
    for journey in begun:
        journey.end()


@pytest.fixture(scope="session")
def made_up() -> Iterator[tuple[Path, str]]:
    """A vault with the Ashworths and three more; each journey changes another part of it."""
    with demonstration_vault(caseload(families=4, today=TODAY), TODAY) as vault:
        yield vault


@pytest.fixture(scope="session")
def never_opened() -> Iterator[tuple[Path, str]]:
    """As `made_up`, and never changed: for copies."""
    with demonstration_vault(caseload(families=4, today=TODAY), TODAY) as vault:
        yield vault


@pytest.fixture
def own_vault(never_opened: tuple[Path, str], tmp_path: Path) -> tuple[Path, str]:
    """A vault of the journey's own, closed, and its passphrase."""
    folder, passphrase = never_opened
    return shutil.copytree(folder, tmp_path / "vault"), passphrase


@pytest.fixture
def journey(start: Callable[[Path], Journey], made_up: tuple[Path, str]) -> Journey:
    """The window of that vault, unlocked by its passphrase."""
    folder, passphrase = made_up
    begun = start(folder)
    begun.unlock(passphrase)
    return begun
