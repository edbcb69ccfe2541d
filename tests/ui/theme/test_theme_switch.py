"""Light, dark, as the system, high contrast; three text sizes; everybody is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from casedesk.services.window_resources import fonts_folder, icons_folder
from casedesk.ui.theme import Theme
from casedesk.ui.theme.palette import tokens_of_system
from casedesk.ui.theme.stylesheet import stylesheet
from casedesk.ui.theme.tokens import DARK, LIGHT, NAMES


def test_a_change_tells_everybody_once(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed, timeout=1000):
        theme.set_mode("dark")
    assert (theme.mode, theme.scheme, theme.tokens) == ("dark", "dark", DARK)
    with qtbot.waitSignal(theme.changed, timeout=1000):
        theme.set_factor(1.15)
    assert theme.factor == 1.15


def test_plain_widgets_change_with_the_theme(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    window.setAutoFillBackground(True)
    button = QPushButton("Save PDF")
    button.setProperty("kind", "primary")
    QVBoxLayout(window).addWidget(button)
    qtbot.addWidget(window)
    for mode, tokens in (("light", LIGHT), ("dark", DARK), ("light", LIGHT)):
        theme.set_mode(mode)
        picture = window.grab().toImage()
        assert picture.pixelColor(2, 2).name().upper() == tokens.canvas
        inside = button.geometry()
        colour = picture.pixelColor(inside.left() + 8, inside.center().y())
        assert colour.name().upper() == tokens.accent


def test_text_grows_with_the_setting(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("Ashworth family")
    label.setProperty("type", "title")
    qtbot.addWidget(label)
    label.show()
    small = label.sizeHint().width()
    theme.set_factor(1.3)
    assert label.font().pixelSize() == 26
    assert label.sizeHint().width() > 1.25 * small


def test_the_placeholder_has_a_colour_that_can_be_read(theme: Theme, qapp: QApplication) -> None:
    colour = qapp.palette().color(QPalette.ColorRole.PlaceholderText)
    assert colour == QColor(LIGHT.ink3)


def test_high_contrast_uses_only_colours_of_the_system() -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#FFFF00"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#00FF00"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#000080"))
    tokens = tokens_of_system(palette)
    chosen = {"#000000", "#FFFF00", "#00FF00", "#000080"}
    assert {tokens.of(name) for name in NAMES} <= chosen
    assert (tokens.canvas, tokens.ink, tokens.needBg) == ("#000000", "#FFFF00", "#000000")
    assert (tokens.onNeed, tokens.need) == ("#000000", "#FFFF00")


def test_high_contrast_can_be_asked_for(theme: Theme, qapp: QApplication) -> None:
    theme.set_mode("contrast")
    assert theme.scheme == "contrast"
    assert theme.tokens not in (LIGHT, DARK)
    theme.set_mode("light")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.canvas)


def test_the_system_is_followed_when_asked(theme: Theme) -> None:
    theme.set_mode("system")
    assert theme.scheme in ("light", "dark", "contrast")


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_the_style_sheet_is_whole(tokens: object) -> None:
    text = stylesheet(tokens, 1.3, icons_folder())  # type: ignore[arg-type]
    assert text.count("{") == text.count("}")
    assert "{{" not in text
    for path in re.findall(r'url\("([^"]+)"\)', text):
        assert Path(path).is_file()


def test_settings_that_do_not_exist_are_refused(theme: Theme) -> None:
    with pytest.raises(ValueError, match="sepia"):
        theme.set_mode("sepia")
    with pytest.raises(ValueError, match="2"):
        theme.set_factor(2.0)
    with pytest.raises(ValueError, match="dusk"):
        Theme(fonts_folder(), icons_folder(), "dusk")
    with pytest.raises(KeyError):
        theme.colour("beige")
