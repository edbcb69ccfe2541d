"""Vaults with a small caseload, opened through the services."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from casedesk.demo import caseload
from casedesk.services import vaults
from casedesk.services.demonstration import demonstration
from casedesk.services.session import Session, open_session
from casedesk.storage.kdf_cost import LEAST_COST

PASSPHRASE = "wonky kettle orbit sandal 41"
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def made_up() -> Iterator[Session]:
    """The made-up caseload of 60 families, for tests that only read."""
    with demonstration(caseload(), TODAY) as session:
        yield session


@pytest.fixture
def vault_folder(tmp_path: Path) -> Path:
    """A new vault with nothing in it."""
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


@pytest.fixture
def session(vault_folder: Path) -> Iterator[Session]:
    """That vault, open."""
    with open_session(vault_folder, lambda: PASSPHRASE, today=TODAY) as opened:
        yield opened
