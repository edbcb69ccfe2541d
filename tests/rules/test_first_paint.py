"""What must not be loaded before the passphrase box is on the screen.

The box is there at once because everything else is loaded while the passphrase is typed
(docs/performance.md). An import put at the top of the wrong module would undo that without
anybody noticing.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from casedesk.services.before_unlock import GROUP_LENGTH, GROUPS, KEY_FILE
from casedesk.storage import recovery_code, vault_folder

LATER = (
    "alembic",
    "casedesk.demo",
    "casedesk.domain.programmes",
    "casedesk.domain.records",
    "casedesk.interchange",
    "casedesk.reports",
    "casedesk.services.session",
    "casedesk.storage",
    "casedesk.ui.desk",
    "casedesk.ui.screenshots",
    "casedesk.ui.screens.today",
    "casedesk.ui.screens.welcome",
    "casedesk.ui.shell.workspace",
    "cryptography",
    "keyring",
    "openpyxl",
    "pypdfium2",
    "PySide6.QtPrintSupport",
    "reportlab",
    "sqlalchemy",
    "sqlcipher3",
    "zxcvbn_rs_py",
)
PROGRAM = """
import json, os, sys
from casedesk import app
from casedesk.cli.command import run
from casedesk.cli.ports import WindowPorts

def shown(window):
    page = type(window.page_shown).__name__
    window.page_shown.show_recovery() if {recovery} else None
    print(json.dumps([page, sorted(sys.modules)]), flush=True)
    os._exit(0)

def open_window(folder, today, passphrase):
    from casedesk.ui import app_window
    return app_window.open_window(folder, opened=shown)

ports = WindowPorts(lambda: True, open_window, app.render_screens, app.take_over)
run(["--vault", sys.argv[1]], ports)
"""


def loaded(program: str, *arguments: str) -> tuple[str, set[str]]:
    said = subprocess.run(
        [sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, text=True, check=True
    )
    page, modules = json.loads(said.stdout)
    return page, set(modules)


@pytest.fixture
def closed_vault(tmp_path: Path) -> Path:
    (tmp_path / vault_folder.KEYS).write_text("{}")
    return tmp_path


def under(modules: set[str], names: tuple[str, ...]) -> set[str]:
    return {name for name in names for one in modules if one == name or one.startswith(f"{name}.")}


def test_the_passphrase_box_waits_for_nothing_that_only_an_open_vault_needs(
    closed_vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    page, modules = loaded(PROGRAM.format(recovery=False), str(closed_vault))
    assert page == "UnlockScreen"
    assert "PySide6.QtWidgets" in modules
    assert under(modules, LATER) == set()


def test_the_recovery_form_loads_nothing_that_the_worker_is_loading(
    closed_vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two threads that load packages of parts at once would wait for one another."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    page, modules = loaded(PROGRAM.format(recovery=True), str(closed_vault))
    assert page == "UnlockScreen"
    assert "casedesk.ui.screens.unlock.recovery_form" in modules
    of_parts = ("alembic", "cryptography", "sqlalchemy", "casedesk.domain.records", "keyring")
    assert under(modules, of_parts) == set()


def test_a_command_loads_itself_and_not_its_neighbours() -> None:
    program = (
        "import json, sys\n"
        "from casedesk.app import PORTS\n"
        "from casedesk.cli.command import run\n"
        "run(['screenshots', '--help'], PORTS) if len(sys.argv) > 1 else None\n"
        "print(json.dumps(['', sorted(sys.modules)]), file=sys.stderr)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, "help"],
        capture_output=True,
        text=True,
        check=True,
    )
    modules = set(json.loads(said.stderr)[1])
    assert "casedesk.cli.screenshots" in modules
    assert under(modules, ("casedesk.cli.demo", "casedesk.storage", "PySide6")) == set()
    assert "Draw every screen" in said.stdout


def test_what_is_known_before_the_unlock_is_what_the_storage_says() -> None:
    assert KEY_FILE == vault_folder.KEYS
    code = recovery_code.code_for(recovery_code.new_recovery_secret())
    assert [len(group) for group in code.split("-")] == [GROUP_LENGTH] * GROUPS
