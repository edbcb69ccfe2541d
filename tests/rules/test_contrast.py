"""Every pair of colours that meet on the screen has the contrast it needs, light and dark.

Text needs 4.5, glyphs and the borders of controls 3 (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from __future__ import annotations

import re

import pytest

from casedesk.ui.theme.contrast import contrast
from casedesk.ui.theme.tokens import DARK, LIGHT, NAMES, TONES, Tokens

TEXT, GLYPH = 4.5, 3.0

TEXT_PAIRS = [
    *[(ink, ground) for ink in ("ink", "ink2", "ink3") for ground in ("surface", "canvas")],
    *[(ink, "raised") for ink in ("ink", "ink2", "ink3")],
    *[(ink, "sunken") for ink in ("ink", "ink2", "ink3")],
    *[(ink, "hover") for ink in ("ink", "ink2", "ink3", "accentTx")],
    ("ink", "accentBg"),
    ("ink2", "accentBg"),
    ("ink", "mark"),
    ("onAccent", "accent"),
    ("onAccent", "accentTx"),
    ("accentTx", "surface"),
    ("accentTx", "canvas"),
    ("accentTx", "raised"),
    ("accentTx", "accentBg"),
    ("railTx", "rail"),
    ("railOnTx", "railOn"),
    ("badTx", "surface"),
    *[(f"{tone}Tx", f"{tone}Bg") for tone in TONES],
    *[(f"{tone}Tx", "surface") for tone in TONES],
    *[(f"{tone}Tx", "canvas") for tone in TONES],
    *[(f"on{tone.capitalize()}", tone) for tone in TONES if tone != "mute"],
]
GLYPH_PAIRS = [
    ("control", "surface"),
    ("control", "canvas"),
    ("control", "raised"),
    ("accent", "surface"),
    ("accent", "canvas"),
    ("accent", "sunken"),
    ("focus", "surface"),
    ("focus", "canvas"),
    ("focus", "raised"),
    ("onMute", "mute"),
    *[(tone, "surface") for tone in TONES],
    *[(tone, f"{tone}Bg") for tone in TONES],
]
STATED = {
    ("ink", "surface"): (16.3, 14.1),
    ("ink", "hover"): (14.8, 12.8),
    ("control", "surface"): (4.1, 4.8),
    ("control", "canvas"): (3.8, 5.3),
    ("ink2", "surface"): (8.0, 9.1),
    ("ink3", "surface"): (5.7, 6.6),
    ("ink3", "sunken"): (4.9, 7.2),
    ("onAccent", "accent"): (8.4, 9.0),
    ("accentTx", "surface"): (9.0, 9.6),
    ("accentTx", "accentBg"): (7.6, 7.5),
    ("ink", "accentBg"): (13.8, 11.0),
    ("focus", "surface"): (5.7, 9.0),
    ("focus", "canvas"): (5.2, 10.0),
    ("ink", "mark"): (14.2, 7.5),
    ("railTx", "rail"): (9.6, 9.8),
    ("railOnTx", "railOn"): (10.0, 14.4),
    ("needTx", "needBg"): (8.6, 8.8),
    ("needTx", "surface"): (10.1, 9.9),
    ("need", "surface"): (8.3, 7.3),
    ("onNeed", "need"): (8.3, 7.7),
    ("goodTx", "goodBg"): (7.2, 8.3),
    ("goodTx", "surface"): (8.3, 10.0),
    ("good", "surface"): (6.1, 7.9),
    ("onGood", "good"): (6.1, 8.0),
    ("warnTx", "warnBg"): (7.1, 8.3),
    ("warnTx", "surface"): (8.0, 10.1),
    ("warn", "surface"): (5.2, 7.4),
    ("onWarn", "warn"): (5.2, 7.6),
    ("badTx", "badBg"): (6.8, 8.2),
    ("badTx", "surface"): (7.9, 9.4),
    ("bad", "surface"): (6.5, 6.9),
    ("onBad", "bad"): (6.5, 7.2),
    ("muteTx", "muteBg"): (7.0, 7.5),
    ("muteTx", "surface"): (8.0, 9.1),
    ("mute", "surface"): (4.1, 4.8),
    ("onMute", "mute"): (4.1, 5.3),
    ("infoTx", "infoBg"): (7.6, 7.5),
    ("infoTx", "surface"): (9.0, 9.6),
    ("info", "surface"): (8.4, 9.0),
    ("onInfo", "info"): (8.4, 9.0),
}
"""The contrasts that the design states, light and dark, rounded to a tenth."""


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_has_its_contrast(tokens: Tokens) -> None:
    poor = {
        (one, other): round(contrast(tokens.of(one), tokens.of(other)), 2)
        for pairs, least in ((TEXT_PAIRS, TEXT), (GLYPH_PAIRS, GLYPH))
        for one, other in pairs
        if contrast(tokens.of(one), tokens.of(other)) < least
    }
    assert poor == {}


@pytest.mark.parametrize("pair", STATED, ids=" on ".join)
def test_the_table_is_the_one_that_was_designed(pair: tuple[str, str]) -> None:
    one, other = pair
    measured = tuple(
        round(contrast(tokens.of(one), tokens.of(other)), 1) for tokens in (LIGHT, DARK)
    )
    assert measured == pytest.approx(STATED[pair], abs=0.1001)


def test_every_colour_is_a_colour() -> None:
    wrong = [
        (name, tokens.of(name))
        for tokens in (LIGHT, DARK)
        for name in sorted(NAMES)
        if not re.fullmatch(r"#[0-9A-F]{6}", tokens.of(name))
    ]
    assert wrong == []


def test_black_and_white_have_the_contrast_of_the_definition() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#123456", "#123456") == 1


def test_a_need_is_plum_and_never_red() -> None:
    """A met criterion is a need, not an alarm: its plum has more blue than red."""
    for tokens in (LIGHT, DARK):
        for name in ("need", "needTx"):
            red, blue = int(tokens.of(name)[1:3], 16), int(tokens.of(name)[5:7], 16)
            assert blue > red


def test_a_colour_that_is_not_in_the_table_is_a_bug() -> None:
    with pytest.raises(KeyError, match="beige"):
        LIGHT.of("beige")
