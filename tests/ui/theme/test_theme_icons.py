"""Icons: all that are asked for are there, in the right colour, and crisp."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QPixmap

import casedesk.ui
from casedesk.services.window_resources import icons_folder
from casedesk.ui.theme import Theme
from casedesk.ui.theme.icons import Icons, MissingIcon
from casedesk.ui.theme.tokens import DARK, LIGHT
from casedesk.ui.widgets.glyphs import PAINTED
from casedesk.ui.widgets.states import CONSENT_STATES, CRITERION_STATES

UI = Path(casedesk.ui.__file__).parent
ICONS = sorted(path.stem for path in icons_folder().glob("*.svg"))
ASKED = re.compile(
    r"""(?:icon=|icon\(|pixmap\(|IconButton\(\s*\S+,\s*|IconLabel\(\s*\S+,\s*)["']([a-z0-9-]+)["']"""
)


def inked(picture: QPixmap) -> list[QColor]:
    """The colours of the pixels that are opaque."""
    image = picture.toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return [pixel for pixel in pixels if pixel.alpha() == 255]


def close(one: QColor, other: QColor) -> bool:
    """The same colour but for the rounding where strokes meet."""
    parts = zip(one.getRgb(), other.getRgb(), strict=True)
    return all(abs(a - b) <= 2 for a, b in parts)


def test_every_icon_draws_in_the_colour_asked_for(theme: Theme) -> None:
    drawn = {name: inked(theme.pixmap(name, 24, "bad", ratio=2.0)) for name in ICONS}
    wrong = {
        name: pixel.name()
        for name, seen in drawn.items()
        for pixel in seen or [QColor("black")]
        if not close(pixel, QColor(LIGHT.bad))
    }
    assert wrong == {}


def test_every_icon_named_in_the_window_is_there() -> None:
    named = {
        (path.name, name)
        for path in UI.rglob("*.py")
        for name in ASKED.findall(path.read_text(encoding="utf-8"))
    }
    assert {(file, name) for file, name in named if name not in ICONS} == set()


def test_every_icon_that_ships_is_used() -> None:
    said = {
        node.value
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [name for name in ICONS if name not in said] == []


def test_every_state_has_its_sign() -> None:
    looks = [*CRITERION_STATES.values(), *CONSENT_STATES.values()]
    assert [look.glyph for look in looks if look.glyph not in {*PAINTED, *ICONS}] == []


def test_a_missing_icon_is_a_bug_and_not_a_gap(theme: Theme) -> None:
    with pytest.raises(MissingIcon, match="paper-plane"):
        theme.icon("paper-plane")


def test_icons_are_crisp_at_the_ratio_of_the_screen(theme: Theme) -> None:
    picture = theme.pixmap("check", 20, "ink", ratio=1.5)
    assert (picture.width(), picture.devicePixelRatio()) == (30, 1.5)


def test_a_gap_is_left_on_the_side_of_the_words(theme: Theme) -> None:
    before = theme.icon("square", 20, gap=1).pixmap(24, 20)
    after = theme.icon("square", 20, gap=-1).pixmap(24, 20)
    assert before.toImage().copy(20, 0, 4, 20) == after.toImage().copy(0, 0, 4, 20)
    assert before.toImage() != after.toImage()


def test_a_disabled_icon_is_faded(theme: Theme) -> None:
    icon = theme.icon("circle", 20, "ink")
    faded = inked(icon.pixmap(20, 20, QIcon.Mode.Disabled))
    assert {pixel.name().upper() for pixel in faded} == {LIGHT.ink3}


def test_a_drawn_icon_is_kept_until_the_theme_changes(theme: Theme) -> None:
    first = theme.pixmap("check")
    assert theme.pixmap("check").cacheKey() == first.cacheKey()
    theme.set_mode("dark")
    seen = inked(theme.pixmap("check", 40))
    assert {pixel.name().upper() for pixel in seen} == {DARK.ink}


def test_icons_of_another_folder(theme: Theme, tmp_path: Path) -> None:
    with pytest.raises(MissingIcon):
        Icons(tmp_path).pixmap("check", 20, "#000000")


@pytest.mark.parametrize(("tint", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_marks_of_the_style_sheet_have_the_colours_of_the_table(tint: str, tokens: object) -> None:
    wanted = {
        "check": "onAccent",
        "minus": "onAccent",
        "chevron-up": "ink2",
        "chevron-down": "ink2",
    }
    for name, token in wanted.items():
        text = (icons_folder() / "tinted" / f"{name}-{tint}.svg").read_text(encoding="utf-8")
        assert f'stroke="{getattr(tokens, token)}"' in text
