"""What every test stands on: no network, no personal settings of whoever runs the tests."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# A machine under load is slow, and a test asserts no time.
settings.register_profile("casedesk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("casedesk")

UNIX = getattr(socket, "AF_UNIX", None)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program opens no network connection: one that tries fails its test."""
    real = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if self.family != UNIX:
            raise AssertionError("the program tried to reach the network")
        real(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder of the test's own, and none of the variables the command reads."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("CASEDESK_VAULT", "CASEDESK_PASSPHRASE_FILE", "CASEDESK_TODAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    return home


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    yield tmp_path
