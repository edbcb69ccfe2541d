"""The window without a screen: real widgets, real threads, real vaults; fakes at the ports."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fake_dialogs import FakeDialogs
from opened_vaults import PASSPHRASE, TODAY
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from casedesk.demo import caseload
from casedesk.services import vaults
from casedesk.services.demonstration import demonstration
from casedesk.services.session import Session
from casedesk.storage.kdf_cost import LEAST_COST
from casedesk.ui.desk import Desk
from casedesk.ui.jobs import Jobs
from casedesk.ui.shell.focus_ring import RingStyle
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
    """The light theme at 100% on the application, in the program's own style."""
    qapp.setStyle(RingStyle())
    made = shipped_theme("light")
    made.apply(qapp)
    yield made
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    qapp.setFont(QFont())


@pytest.fixture
def dialogs() -> FakeDialogs:
    """The dialogs, answered by the test."""
    return FakeDialogs()


@pytest.fixture
def jobs(qapp: QApplication, dialogs: FakeDialogs) -> Iterator[Jobs]:
    """Real worker threads. A bug in a job fails the test at its end."""
    bugs: list[BaseException] = []

    def bug(error: BaseException) -> str:
        bugs.append(error)
        return "test-bug"

    told: list[Any] = []
    made = Jobs(bug, told.append)
    yield made
    made.close()
    if bugs:
        raise bugs[0]


@pytest.fixture(scope="session")
def shared_session() -> Iterator[Session]:
    """The made-up caseload of 13 families, for tests that only read."""
    with demonstration(caseload(families=13, today=TODAY), TODAY) as session:
        yield session


@pytest.fixture
def desk(shared_session: Session, theme: Theme, jobs: Jobs, dialogs: FakeDialogs) -> Desk:
    """A desk on the made-up caseload. Do not write to it: take `own_desk` for that."""
    return Desk(shared_session, theme, jobs, dialogs)


@pytest.fixture
def own_desk(theme: Theme, jobs: Jobs, dialogs: FakeDialogs) -> Iterator[Desk]:
    """A desk on a caseload of its own (the Ashworths and three more), to write to."""
    with demonstration(caseload(families=4, today=TODAY), TODAY) as session:
        yield Desk(session, theme, jobs, dialogs)
        jobs.close()


@pytest.fixture
def vault_folder(tmp_path: Path) -> Path:
    """A new vault with nothing in it, opened by `PASSPHRASE`."""
    folder = tmp_path / "vault"
    vaults.create(
        folder,
        name="Sam Okoro",
        role="keyworker",
        passphrase=PASSPHRASE,
        use_keyring=False,
        cost=LEAST_COST,
    )
    return folder
