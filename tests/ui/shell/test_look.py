"""Choosing colours and text size, and finding them again at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from pytestqt.qtbot import QtBot
from sheet_screens import SHEETS

from casedesk.domain.errors import KnownError
from casedesk.ui.app_window import require_screen
from casedesk.ui.desk import Desk
from casedesk.ui.shell.preferences import Preferences
from casedesk.ui.shell.workspace import Workspace
from casedesk.ui.theme.theme import Theme


def test_the_palette_changes_the_colours(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    workspace = Workspace(desk, SHEETS)
    qtbot.addWidget(workspace)
    workspace.start()
    workspace.palette_box.open()
    qtbot.keyClicks(workspace.palette_box.field, "dark col")
    qtbot.keyClick(workspace.palette_box.field, Qt.Key.Key_Return)
    assert theme.scheme == "dark"


def test_the_menu_ticks_what_is_in_force(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    workspace = Workspace(desk, SHEETS)
    qtbot.addWidget(workspace)
    workspace.show()
    qtbot.mouseClick(workspace.bar.worker, Qt.MouseButton.LeftButton)
    looks = workspace.bar.menu.actions()[0].menu()
    assert [one.text() for one in looks.actions() if one.isChecked()] == [
        "Light colours",
        "Text size 100%",
    ]
    workspace.bar.menu.close()


def test_preferences_are_kept_and_nonsense_is_not_taken(tmp_path: Path, theme: Theme) -> None:
    file = tmp_path / "window.ini"
    kept = Preferences(file)
    assert (kept.mode, kept.factor, kept.place) == ("system", 1.0, None)
    theme.set_mode("dark")
    theme.set_factor(1.15)
    kept.keep_look(theme)
    kept.place = QByteArray(b"somewhere")
    again = Preferences(file)
    assert (again.mode, again.factor, again.place) == ("dark", 1.15, QByteArray(b"somewhere"))
    del kept, again
    file.write_text("[look]\nmode=purple\ntext_size=9\n")
    wrong = Preferences(tmp_path / "window.ini")
    assert (wrong.mode, wrong.factor) == ("system", 1.0)


def test_without_a_screen_the_command_line_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(KnownError, match="no screen"):
        require_screen()
