"""Every screen there is: none is missing, each draws in both themes, all can be told apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_dialogs import FakeDialogs
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

import casedesk.ui.screens as screens
from casedesk.services.session import Session
from casedesk.ui.jobs import Jobs
from casedesk.ui.screens import BEFORE_UNLOCK, REGISTRY
from casedesk.ui.screenshots import Photographer, Picture, ScreenCatalogue, drawn
from casedesk.ui.theme.theme import Theme

FOLDER = Path(screens.__file__).parent
SIZES = ((1366, 696), (911, 512))
NAMELESS_INSIDE = ("qt_spinbox_lineedit", "qt_scrollarea_viewport")
"""Parts of Qt's own widgets, which speak for them."""


@pytest.fixture
def catalogue(
    shared_session: Session, theme: Theme, jobs: Jobs, dialogs: FakeDialogs
) -> ScreenCatalogue:
    return ScreenCatalogue(shared_session, theme, jobs, dialogs)


def _names() -> list[str]:
    names = [name for page, entry in REGISTRY.items() for name in (entry.pictures or {page: {}})]
    before = [
        "palette",
        "toast",
        "box-question",
        "box-crash",
        "box-keys",
        "unlock",
        "unlock-wait",
        "unlock-tied",
        "unlock-in-use",
    ]
    before += ["unlock-recover", "welcome-1-you", "welcome-2-passphrase"]
    before += ["welcome-3-recovery-code", "welcome-4-backup"]
    return [*names, *before]


def _shown(
    qtbot: QtBot, catalogue: ScreenCatalogue, jobs: Jobs, name: str, size: tuple[int, int]
) -> QWidget:
    picture = _picture(catalogue, name)
    widget = picture.show()
    qtbot.addWidget(widget)
    if not widget.isModal():
        widget.resize(*size)
    widget.show()
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=20_000)
    return widget


def _picture(catalogue: ScreenCatalogue, name: str) -> Picture:
    return next(picture for picture in catalogue.pictures() if picture.name == name)


def test_no_screen_is_missing() -> None:
    folders = {path.parent.name for path in FOLDER.glob("*/screen.py")}
    assert folders == {*REGISTRY, *BEFORE_UNLOCK}


def test_no_picture_is_missing(catalogue: ScreenCatalogue) -> None:
    assert [picture.name for picture in catalogue.pictures()] == _names()
    assert len(set(_names())) == len(_names())


@pytest.mark.parametrize("name", _names())
def test_what_takes_the_focus_has_a_name(
    qtbot: QtBot, catalogue: ScreenCatalogue, jobs: Jobs, name: str
) -> None:
    widget = _shown(qtbot, catalogue, jobs, name, SIZES[0])
    nameless = [
        f"{type(one).__name__} {one.objectName()}"
        for one in widget.findChildren(QWidget)
        if one.isVisible() and _takes_focus(one) and not _spoken_name(one)
    ]
    assert nameless == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", _names())
def test_it_draws_light_and_dark(
    qtbot: QtBot,
    catalogue: ScreenCatalogue,
    jobs: Jobs,
    theme: Theme,
    name: str,
    size: tuple[int, int],
) -> None:
    widget = _shown(qtbot, catalogue, jobs, name, size)
    assert _least_width(widget) <= size[0], "it asks for more room than there is"
    light = drawn(widget)
    theme.set_mode("dark")
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=20_000)
    dark = drawn(widget)
    corner = (widget.width() - 6, widget.height() - 6)
    assert light.pixelColor(*corner).lightnessF() > 0.4
    assert dark.pixelColor(*corner).lightnessF() < 0.4


def test_the_photographer_takes_each_once(
    qtbot: QtBot, catalogue: ScreenCatalogue, jobs: Jobs, theme: Theme, tmp_path: Path
) -> None:
    photographer = Photographer(
        catalogue,
        theme,
        jobs,
        tmp_path,
        sizes=SIZES[1:],
        scale=1.5,
        only=lambda name: name.startswith("unlock"),
    )
    with qtbot.waitSignal(photographer.finished, timeout=30_000):
        photographer.start()
    names = {path.name for path in photographer.paths}
    assert len(names) == 2 * 5
    assert "unlock-tied-dark-911x512.png" in names
    assert all(path.stat().st_size > 5_000 for path in photographer.paths)


def _least_width(widget: QWidget) -> int:
    layout = widget.layout()
    return layout.totalMinimumSize().width() if layout is not None else 0


def _takes_focus(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar) or widget.objectName() in NAMELESS_INSIDE:
        return False
    if isinstance(widget.parent(), QAbstractScrollArea) and widget.focusProxy() is not None:
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


def _spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""
