"""The fonts of the reports: registered once, others loaded when a letter needs them.

Atkinson Hyperlegible prints everything it can. A word with a letter that it lacks is printed
whole in the first font of the chain that has it, so no letter is lost without being seen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import RLock
from typing import Any

from reportlab import rl_config
from reportlab.graphics import shapes
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from casedesk.domain.errors import FileProblem

REGULAR = "regular"
BOLD = "bold"
ITALIC = "italic"
BOLD_ITALIC = "bold-italic"
_WITHOUT_A_SHAPE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode categories of what fonts draw as nothing: controls, formats, private, unassigned."""

STYLES = (REGULAR, BOLD, ITALIC, BOLD_ITALIC)

DRAWING = RLock()
"""Held while a document is made: ReportLab's fonts and settings belong to the process."""


@dataclass(frozen=True, eq=False, slots=True)
class Face:
    """One font file, ready to measure and draw.

    `name` is what the canvas knows it by. `widths` are thousandths of the size by code point;
    a code point that is not in it has no glyph. `scale` brings its small letters to the height
    of the main font's.
    """

    name: str
    widths: Mapping[int, float]
    scale: float = 1.0

    def has(self, character: str) -> bool:
        return ord(character) in self.widths

    def measure(self, text: str, size: float) -> float:
        """The width in points of `text`, which the face must have, at `size` points."""
        widths = self.widths
        return sum([widths[ord(character)] for character in text]) * size * self.scale / 1000


@dataclass(frozen=True, slots=True)
class _FontFile:
    stem: str
    scale: float = 1.0


_MAIN = {
    REGULAR: _FontFile("AtkinsonHyperlegible-Regular"),
    BOLD: _FontFile("AtkinsonHyperlegible-Bold"),
    ITALIC: _FontFile("AtkinsonHyperlegible-Italic"),
    BOLD_ITALIC: _FontFile("AtkinsonHyperlegible-BoldItalic"),
}
_NOTO = _FontFile("NotoSans-Regular", 0.925)
_NOTO_BOLD = _FontFile("NotoSans-Bold", 0.925)
_DEJAVU = _FontFile("DejaVuSans", 0.91)
_DROID = _FontFile("DroidSansFallback", 0.96)
_CHAIN = {
    REGULAR: (_NOTO, _DEJAVU, _DROID),
    BOLD: (_NOTO_BOLD, _DEJAVU, _DROID),
    ITALIC: (_NOTO, _DEJAVU, _DROID),
    BOLD_ITALIC: (_NOTO_BOLD, _DEJAVU, _DROID),
}


class _Font(TTFont):
    """A font whose characters beyond the first 65,536 can be copied out of the document too.

    ReportLab writes their numbers as they are where PDF wants UTF-16 (ISO 32000-1, 9.10.3).
    """

    def addObjects(self, document: Any) -> None:
        before = set(document.idToObject)
        super().addObjects(document)
        for name in set(document.idToObject) - before:
            if name.startswith("toUnicodeCMap:"):
                names = document.idToObject[name]
                names.content = _LONG_NUMBER.sub(_as_utf16, names.content)


_LONG_NUMBER = re.compile(r"(?<=> <)[0-9A-F]{5,6}(?=>)")


def _as_utf16(number: re.Match[str]) -> str:
    return chr(int(number[0], 16)).encode("utf-16-be").hex().upper()


class Fonts:
    """The faces in one folder.

    Raises `FileProblem` when a font file is missing or cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, Face] = {}
        self._found: dict[tuple[str, str], Face | None] = {}
        self.main = {style: self._load(file) for style, file in _MAIN.items()}
        # ReportLab names its own fonts wherever none is given: those would not be embedded. Its
        # text form of binary data is a quarter larger and slow to make.
        regular = self.main[REGULAR].name
        rl_config.canvas_basefontname = regular
        shapes.STATE_DEFAULTS["fontName"] = regular
        rl_config.useA85 = 0

    def covers(self, text: str, style: str) -> bool:
        """Whether the main face of the style has every character."""
        return self.main[style].widths.keys() >= set(map(ord, text))

    def face_for(self, character: str, style: str) -> Face | None:
        """The first face that has the character, None where none has."""
        key = (style, character)
        if unicodedata.category(character) in _WITHOUT_A_SHAPE:
            return None
        if key not in self._found:
            chain = (_MAIN[style], *_CHAIN[style])
            faces = (self._load(file) for file in chain)
            self._found[key] = next((face for face in faces if face.has(character)), None)
        return self._found[key]

    def face_for_word(self, word: str, style: str) -> Face | None:
        """The first face that has all of the word, None where it needs several."""
        codes = set(map(ord, word))
        if any(unicodedata.category(one) in _WITHOUT_A_SHAPE for one in word):
            return None
        for file in (_MAIN[style], *_CHAIN[style]):
            face = self._load(file)
            if face.widths.keys() >= codes:
                return face
            if any(self.face_for(character, style) is None for character in word):
                return None
        return None

    def _load(self, file: _FontFile) -> Face:
        if file.stem not in self._loaded:
            with DRAWING:
                self._loaded[file.stem] = self._read(file)
        return self._loaded[file.stem]

    def _read(self, file: _FontFile) -> Face:
        name = f"CaseDesk-{file.stem}"
        try:
            font = _Font(name, str(self._folder / f"{file.stem}.ttf"))
        except (TTFError, OSError) as error:
            raise FileProblem(
                f"The font {file.stem} is missing from this installation or damaged; "
                "install CaseDesk again."
            ) from error
        pdfmetrics.registerFont(font)
        widths = {
            code: float(width)
            for code, width in font.face.charWidths.items()
            if 0 < code < 0x110000 and unicodedata.category(chr(code)) not in _WITHOUT_A_SHAPE
        }
        return Face(name, widths, file.scale)


@cache
def load_fonts(folder: Path) -> Fonts:
    """The fonts in `folder` (resources/fonts), parsed once for the life of the program."""
    with DRAWING:
        return Fonts(folder)
