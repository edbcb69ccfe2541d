"""Backups from the window: by themselves, stopped by a lock, and what is wrong in a banner."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from fake_dialogs import FakeDialogs
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from casedesk.services import first_run
from casedesk.services.backups import TROUBLE
from casedesk.services.session import Session
from casedesk.services.settings import BACKUP_FOLDER, Settings, backup_state
from casedesk.services.unlocking import close_session
from casedesk.storage.kdf_cost import LEAST_COST
from casedesk.ui.desk import Desk
from casedesk.ui.jobs import Jobs
from casedesk.ui.shell.backing_up import BackingUp
from casedesk.ui.theme.theme import Theme

WORDS = "pewter gosling tramway hush-dogwood"


@pytest.fixture
def session(tmp_path: Path, jobs: Jobs) -> Iterator[Session]:
    settings = Settings(worker="Jo Hebden", role="keyworker")
    made = first_run.set_up(tmp_path / "vault", settings, WORDS, cost=LEAST_COST)
    yield made.session
    jobs.close()
    close_session(made.session)


@pytest.fixture
def backing_up(
    session: Session, theme: Theme, jobs: Jobs, dialogs: FakeDialogs
) -> Iterator[BackingUp]:
    owner = QObject()
    made = BackingUp(Desk(session, theme, jobs, dialogs, owner), owner)
    yield made
    shiboken6.delete(made.banner)
    shiboken6.delete(owner)


@pytest.fixture
def place(tmp_path: Path, session: Session) -> Path:
    """A place that is chosen."""
    folder = tmp_path / "stick"
    folder.mkdir()
    with session.store.unit_of_work(session.worker) as uow:
        uow.set_setting(BACKUP_FOLDER, str(folder))
    return folder


def test_the_day_s_own_is_made_in_the_background(
    qtbot: QtBot, backing_up: BackingUp, session: Session, jobs: Jobs, place: Path
) -> None:
    backing_up.by_itself()
    assert not jobs.is_writing, "saving goes on meanwhile"
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=20_000)
    assert len(list(place.iterdir())) == 1
    assert backup_state(session).day is not None
    assert backing_up.banner.isHidden()
    backing_up.by_itself()
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=20_000)
    assert len(list(place.iterdir())) == 1


def test_a_lock_stops_it_and_nothing_is_left(
    qtbot: QtBot, backing_up: BackingUp, session: Session, jobs: Jobs, place: Path
) -> None:
    backing_up.by_itself()
    jobs.cancel_reads()
    closed: list[None] = []
    jobs.write_last(backing_up, lambda: None, closed.append)
    qtbot.waitUntil(lambda: bool(closed), timeout=20_000)
    assert [path.name for path in place.iterdir() if path.name.startswith(".")] == []


def test_a_place_that_is_gone_is_said_in_a_banner_with_what_to_do(
    qtbot: QtBot,
    backing_up: BackingUp,
    session: Session,
    jobs: Jobs,
    place: Path,
    dialogs: FakeDialogs,
    tmp_path: Path,
) -> None:
    place.rmdir()
    backing_up.by_itself()
    qtbot.waitUntil(lambda: not backing_up.banner.isHidden(), timeout=20_000)
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=20_000)
    banner = backing_up.banner.banner
    assert "is not there now" in banner.accessibleName()
    assert dialogs.messages == [], "it never stops work"
    other = tmp_path / "other"
    other.mkdir()
    dialogs.answers.append(other)
    banner.followed.emit()
    qtbot.waitUntil(lambda: len(list(other.iterdir())) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=20_000)
    assert backing_up.banner.isHidden()
    with session.store.read() as reading:
        assert reading.setting(TROUBLE) is None
