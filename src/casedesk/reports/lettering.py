"""Turns plain text into measured lines. Text is never markup: every character is drawn.

What has no glyph anywhere is shown: a control character, a direction override or a letter of
an unknown script as a box with its number, a pictograph as its name in square brackets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from casedesk.reports import bidi
from casedesk.reports.fonts import Face, Fonts
from casedesk.reports.lines import Letter, Line, Run, Span
from casedesk.reports.plain_text import plain
from casedesk.reports.style import Type

_BREAK_HERE = "\u200b"
_PICTURES = range(0x1F000, 0x1FC00)
_BREAK_AFTER = frozenset("-–—/\\_.,;:@&?=+|·" + _BREAK_HERE)


class Setter:
    """Sets text in lines with one set of fonts."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts

    def width(self, text: str, kind: Type) -> float:
        """The width in points of the text on one line."""
        return max((line.width for line in self.lines([(text, kind)], 1e6)), default=0.0)

    def lines(self, spans: Iterable[Span], room: float) -> list[Line]:
        """The lines of the spans, at most `room` points wide each.

        One span runs in the direction of its first letter. Several are our own sentence with
        case text in it: it runs from left to right, and each span is ordered by itself.
        Words wider than `room` are broken after punctuation, else anywhere. Newlines start
        a new line. There is no line for no text.
        """
        lines: list[Line] = []
        for paragraph in _paragraphs(spans):
            lines.extend(self._paragraph(paragraph, room))
        return lines

    def shortened(self, spans: Sequence[Span], room: float) -> Line | None:
        """One line: the spans, or their beginning and an ellipsis. None for no text.

        Only where the report says the same in full elsewhere.
        """
        spans = [(plain(text).replace("\n", " "), kind) for text, kind in spans]
        fits = self.lines(spans, 1e6)
        if not fits or fits[0].width <= room:
            return fits[0] if fits else None
        short, long = 0, sum(len(text) for text, _ in spans)
        while long - short > 1:
            middle = (short + long) // 2
            fit = self.lines(_cut(spans, middle), 1e6)[0].width <= room
            short, long = (middle, long) if fit else (short, middle)
        return self.lines(_cut(spans, short), 1e6)[0]

    def _paragraph(self, spans: Sequence[Span], room: float) -> list[Line]:
        kind = spans[0][1]
        if all(other == kind for _, other in spans):
            text = "".join(text for text, _ in spans)
            if self.fonts.covers(text, kind.style):
                return _simple_lines(text, kind, self.fonts.main[kind.style], room)
        return self._careful_lines(spans, room)

    def _careful_lines(self, spans: Sequence[Span], room: float) -> list[Line]:
        letters: list[Letter] = []
        levels: list[int] = []
        base = 0
        for text, kind in spans:
            part = self._letters(text, kind)
            base, own = bidi.levels([one.drawn for one in part])
            letters += part
            levels += own
        if len(spans) > 1:
            base = 0
        turns = any(levels)
        lines = []
        for start, end in _wrap(letters, room):
            line = letters[start:end]
            order: Sequence[int] = range(len(line))
            if turns:
                level = levels[start:end]
                order = bidi.drawing_order(level)
                line = [
                    _mirror(one, self.fonts) if odd % 2 else one
                    for one, odd in zip(line, level, strict=True)
                ]
            runs, width = _gather([line[at] for at in order])
            goes_on = end < len(letters) and letters[end].is_space
            lines.append(Line(runs, width, base == 0, goes_on))
        return lines

    def _letters(self, text: str, kind: Type) -> list[Letter]:
        fonts, out = self.fonts, []
        for word in re.split("( )", self._named(text, kind)):
            if not word:
                continue
            shaped = bidi.join_letters(word) if bidi.RIGHT_TO_LEFT.search(word) else word
            whole = fonts.face_for_word(shaped, kind.style)
            for one in shaped:
                if one == _BREAK_HERE:
                    out.append(Letter(one, fonts.main[kind.style], kind, 0))
                    continue
                if one in "\u200c\u200d":
                    continue
                face = whole or fonts.face_for(one, kind.style)
                if face is None:
                    out.append(self._boxed(one, kind))
                else:
                    out.append(Letter(one, face, kind, face.measure(one, kind.size)))
        return out

    def _named(self, text: str, kind: Type) -> str:
        """The text with every pictograph that no font has as its name in brackets."""
        if text.isascii():
            return text
        return "".join(
            f"[{unicodedata.name(one).lower()}]"
            if (unicodedata.category(one) == "So" or ord(one) in _PICTURES)
            and bool(unicodedata.name(one, ""))
            and self.fonts.face_for(one, kind.style) is None
            else one
            for one in text
        )

    def _boxed(self, character: str, kind: Type) -> Letter:
        code = f"{ord(character):04X}"
        face = self.fonts.main[kind.style]
        width = face.measure(code, kind.size * BOX_SCALE) + kind.size * 0.36
        return Letter(character, face, kind, width, code)


BOX_SCALE = 0.62
"""The size of the number in a box, as a part of the size of the text around it."""


def _cut(spans: Sequence[Span], length: int) -> list[Span]:
    """The first `length` characters of the spans and an ellipsis."""
    cut: list[Span] = []
    for text, kind in spans:
        if length <= len(text):
            cut.append((text[:length].rstrip() + "…", kind))
            break
        cut.append((text, kind))
        length -= len(text)
    return cut


def _paragraphs(spans: Iterable[Span]) -> Iterable[list[Span]]:
    current: list[Span] = []
    for text, kind in spans:
        first, *rest = plain(text).split("\n")
        current.append((first, kind))
        for piece in rest:
            yield current
            current = [(piece, kind)]
    if any(text for text, _ in current):
        yield current


def _simple_lines(text: str, kind: Type, face: Face, room: float) -> list[Line]:
    """Lines of text that the main face has: words measured whole."""
    space = face.measure(" ", kind.size)
    lines: list[Line] = []
    words: list[str] = []
    width = 0.0

    def close(*, goes_on: bool = False) -> None:
        shown = " ".join(words)
        used = face.measure(shown, kind.size)
        run = Run(0, used, shown, face, kind.size, kind)
        lines.append(Line((run,), used, goes_on=goes_on))
        words.clear()

    for word in text.split(" "):
        wide = face.measure(word, kind.size)
        if words and width + space + wide > room:
            close(goes_on=True)
            width = 0.0
        while wide > room:
            part = _fitting(word, kind, face, room)
            words.append(word[:part])
            close()
            word = word[part:]
            wide = face.measure(word, kind.size)
            width = 0.0
        width += (space if words else 0) + wide
        words.append(word)
    close()
    return lines


def _fitting(word: str, kind: Type, face: Face, room: float) -> int:
    """How many characters of a word that is too wide go on one line: at least one."""
    width, last = 0.0, 0
    for at, character in enumerate(word):
        width += face.measure(character, kind.size)
        if width > room:
            return last if last > at // 3 else max(1, at)
        if character in _BREAK_AFTER:
            last = at + 1
    return len(word)


def _wrap(letters: Sequence[Letter], room: float) -> Iterable[tuple[int, int]]:
    """Start and end (spaces at the end left out) of each line: breaks at the last space.

    Without a space, after the last punctuation; without that, anywhere.
    """
    start = 0
    while start < len(letters):
        width, at, space, mark = 0.0, start, 0, 0
        while at < len(letters):
            letter = letters[at]
            if not letter.is_space and width + letter.width > room and at > start:
                break
            width += letter.width
            at += 1
            if letter.is_space or letter.drawn == _BREAK_HERE:
                space = at
            elif letter.drawn in _BREAK_AFTER:
                mark = at
        if at < len(letters):
            at = space or mark or at
        end = at
        while end > start and letters[end - 1].is_space:
            end -= 1
        yield start, end
        start = at


def _gather(letters: Sequence[Letter]) -> tuple[tuple[Run, ...], float]:
    runs: list[Run] = []
    x = 0.0
    at = 0
    while at < len(letters):
        first = letters[at]
        end = at + 1
        while (
            end < len(letters)
            and first.code is None
            and letters[end].code is None
            and letters[end].face is first.face
            and letters[end].kind is first.kind
        ):
            end += 1
        width = sum(one.width for one in letters[at:end])
        text = "".join(one.drawn for one in letters[at:end] if one.drawn != _BREAK_HERE)
        size = first.kind.size * first.face.scale
        if text:
            runs.append(Run(x, width, text, first.face, size, first.kind, first.code))
        x += width
        at = end
    return tuple(runs), x


def _mirror(letter: Letter, fonts: Fonts) -> Letter:
    turned = bidi.mirrored(letter.drawn)
    if turned == letter.drawn or not letter.face.has(turned):
        return letter
    width = letter.face.measure(turned, letter.kind.size)
    return Letter(turned, letter.face, letter.kind, width)
