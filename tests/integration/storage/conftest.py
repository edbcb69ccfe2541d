"""Every test has its own encrypted file, copied from one that was migrated once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from case_file_kit import DEVICE, KEY, SetClock, make_case_file
from sqlalchemy import Engine

from casedesk.storage.engine import make_engine
from casedesk.storage.store import CaseStore


@pytest.fixture(scope="session")
def empty_case_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case-file") / "empty.db"
    make_case_file(path).dispose()
    return path


@pytest.fixture
def path(empty_case_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(empty_case_file, tmp_path / "case.db"))


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    engine = make_engine(path, KEY)
    yield engine
    engine.dispose()


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def store(engine: Engine, clock: SetClock) -> CaseStore:
    return CaseStore(engine, DEVICE, clock)
