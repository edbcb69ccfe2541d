"""The type of the window: Inter, and Inter Display at 20 px and up, with even figures.

Sizes are for text at 100%; Settings offers 100, 115 and 130%, which multiplies the table.
Nothing is under 12 px but `tiny`, which is only for the ? in a 20 px glyph.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

TEXT = "Inter"
DISPLAY = "Inter Display"
FONT_FILES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "Inter-Bold.ttf",
    "InterDisplay-Medium.ttf",
    "InterDisplay-SemiBold.ttf",
)
FACTORS = (1.0, 1.15, 1.3)
_DISPLAY_FROM = 20


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """Size and line height in px at 100%, and weight (400 regular, 500 medium, 600 bold)."""

    size: int
    line: int
    weight: int

    @property
    def family(self) -> str:
        """Inter Display for the large sizes, else Inter."""
        return DISPLAY if self.size >= _DISPLAY_FROM else TEXT


STYLES = {
    "display": TypeStyle(26, 32, 600),
    "title": TypeStyle(20, 28, 600),
    "heading": TypeStyle(16, 24, 600),
    "sub": TypeStyle(14, 20, 600),
    "body": TypeStyle(14, 20, 400),
    "med": TypeStyle(14, 20, 500),
    "small": TypeStyle(13, 18, 400),
    "smallb": TypeStyle(13, 18, 600),
    "cap": TypeStyle(12, 16, 500),
    "capb": TypeStyle(12, 16, 600),
    "note": TypeStyle(16, 26, 400),
    "visit": TypeStyle(17, 26, 400),
    "visitb": TypeStyle(17, 26, 600),
    "time": TypeStyle(20, 24, 600),
    "mono": TypeStyle(20, 28, 500),
    "tiny": TypeStyle(11, 14, 600),
}


def load_fonts(folder: Path) -> None:
    """Make the typefaces known to Qt. Raises `FileNotFoundError` when one cannot be loaded.

    Needs a `QGuiApplication`. Loading again does no harm.
    """
    for name in FONT_FILES:
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
            raise FileNotFoundError(f"the typeface {name} could not be loaded")


def font(style: str, factor: float = 1.0) -> QFont:
    """The font of a style of the table. Raises `KeyError` for a style that is not in it."""
    spec = STYLES[style]
    made = QFont(spec.family)
    made.setPixelSize(round(spec.size * factor))
    made.setWeight(QFont.Weight(spec.weight))
    made.setFeature(QFont.Tag("tnum"), 1)
    if style == "mono":
        # A recovery code is copied by hand: a slashed 0, and letters that differ from digits.
        made.setFeature(QFont.Tag("zero"), 1)
        made.setFeature(QFont.Tag("ss02"), 1)
    return made


def line_height(style: str, factor: float = 1.0) -> int:
    """The line height of a style, in px. Raises `KeyError` for a style not in the table."""
    return round(STYLES[style].line * factor)
