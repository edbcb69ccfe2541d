"""Where things go on this platform when nobody says otherwise."""

from __future__ import annotations

from pathlib import Path

from platformdirs import PlatformDirs

PROGRAM = "CaseDesk"
VAULT_FOLDER = "vault"

_DIRS = PlatformDirs(PROGRAM, appauthor=False, roaming=False)


def default_vault_folder() -> Path:
    """The worker's vault: in the user's data folder, never in one that roams between machines."""
    return _DIRS.user_data_path / VAULT_FOLDER


def log_folder() -> Path:
    """The program's own log, with nothing personal in it."""
    return _DIRS.user_log_path
