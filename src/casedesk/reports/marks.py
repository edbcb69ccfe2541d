"""The shapes that say a state without colour, drawn as paths so that no font is needed.

Each is drawn in a square of `size` points with its bottom left corner at (x, y).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from casedesk.domain.views import progress
from casedesk.reports.blocks import Block
from casedesk.reports.lettering import Setter
from casedesk.reports.pen import Pen
from casedesk.reports.style import (
    BAD,
    BAD_TEXT,
    GOOD,
    GOOD_TEXT,
    INK2,
    MUTE,
    MUTE_TEXT,
    NEED,
    NEED_TEXT,
    SMALL_BOLD,
    SURFACE,
    WARN,
    WARN_TEXT,
    Colour,
    Type,
)

Shape = Callable[[Canvas, float, float, float, Colour], None]


def _strokes(canvas: Canvas, width: float, colour: Colour, *lines: tuple[float, ...]) -> None:
    canvas.setStrokeColorRGB(*colour)
    canvas.setLineWidth(width)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for points in lines:
        path = canvas.beginPath()
        path.moveTo(points[0], points[1])
        for at in range(2, len(points), 2):
            path.lineTo(points[at], points[at + 1])
        canvas.drawPath(path)
    canvas.setLineCap(0)
    canvas.setLineJoin(0)


def _tick(canvas: Canvas, x: float, y: float, s: float, colour: Colour) -> None:
    _strokes(
        canvas, s * 0.11, colour,
        (x + s * 0.25, y + s * 0.5, x + s * 0.43, y + s * 0.31, x + s * 0.76, y + s * 0.69),
    )  # fmt: skip


def _solid_square(canvas: Canvas, x: float, y: float, s: float, colour: Colour) -> None:
    canvas.setFillColorRGB(*colour)
    canvas.roundRect(x, y, s, s, s * 0.17, stroke=0, fill=1)


def _ring(canvas: Canvas, x: float, y: float, s: float, colour: Colour) -> None:
    canvas.setStrokeColorRGB(*colour)
    canvas.setLineWidth(s * 0.11)
    canvas.circle(x + s / 2, y + s / 2, s * 0.43, stroke=1, fill=0)


def met(canvas: Canvas, x: float, y: float, s: float, colour: Colour) -> None:
    """A solid square with a tick."""
    _solid_square(canvas, x, y, s, colour)
    _tick(canvas, x, y, s, SURFACE)


def confirmed(canvas: Canvas, x: float, y: float, s: float, colour: Colour) -> None:
    """A solid square with a person and a tick."""
    _solid_square(canvas, x, y, s, colour)
    canvas.setFillColorRGB(*SURFACE)
    canvas.circle(x + s * 0.38, y + s * 0.65, s * 0.145, stroke=0, fill=1)
    path = canvas.beginPath()
    path.moveTo(x + s * 0.13, y + s * 0.2)
    path.curveTo(
        x + s * 0.14, y + s * 0.53, x + s * 0.6, y + s * 0.53, x + s * 0.61, y + s * 0.2
    )  # fmt: skip
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
    _strokes(
        canvas, s * 0.09, SURFACE,
        (x + s * 0.61, y + s * 0.6, x + s * 0.71, y + s * 0.5, x + s * 0.89, y + s * 0.72),
    )  # fmt: skip


def disagreed(canvas: Canvas, x: float, y: float, s: float, colour: Colour) -> None:
    """An open square with a cross."""
    canvas.setStrokeColorRGB(*colour)
    canvas.setLineWidth(s * 0.1)
    canvas.roundRect(x + s * 0.05, y + s * 0.05, s * 0.9, s * 0.9, s * 0.15, stroke=1, fill=0)
    near, far = s * 0.32, s * 0.68
    _strokes(
        canvas, s * 0.1, colour,
        (x + near, y + near, x + far, y + far), (x + near, y + far, x + far, y + near),
    )  # fmt: skip


def not_met(canvas: Canvas, x: float, y: float, s: float, colour: Colour) -> None:
    """An open circle with a dash."""
    _ring(canvas, x, y, s, colour)
    _strokes(canvas, s * 0.11, colour, (x + s * 0.31, y + s / 2, x + s * 0.69, y + s / 2))


def not_known(canvas: Canvas, x: float, y: float, s: float, colour: Colour) -> None:
    """A dashed diamond with a question mark."""
    canvas.setStrokeColorRGB(*colour)
    canvas.setLineWidth(s * 0.09)
    canvas.setDash([s * 0.16, s * 0.1])
    path = canvas.beginPath()
    for at, (dx, dy) in enumerate(((0.5, 1.04), (1.04, 0.5), (0.5, -0.04), (-0.04, 0.5))):
        (path.lineTo if at else path.moveTo)(x + dx * s, y + dy * s)
    path.close()
    canvas.drawPath(path)
    canvas.setDash()
    canvas.setLineWidth(s * 0.095)
    canvas.setLineCap(1)
    path = canvas.beginPath()
    path.moveTo(x + s * 0.385, y + s * 0.6)
    path.curveTo(
        x + s * 0.385, y + s * 0.79, x + s * 0.64, y + s * 0.78, x + s * 0.625, y + s * 0.6
    )  # fmt: skip
    path.curveTo(x + s * 0.61, y + s * 0.5, x + s * 0.5, y + s * 0.51, x + s * 0.5, y + s * 0.41)
    canvas.drawPath(path)
    canvas.setLineCap(0)
    canvas.setFillColorRGB(*colour)
    canvas.circle(x + s * 0.5, y + s * 0.265, s * 0.065, stroke=0, fill=1)


def improved(canvas: Canvas, x: float, y: float, s: float, colour: Colour) -> None:
    """A block arrow up that stands on a bar."""
    canvas.setFillColorRGB(*colour)
    path = canvas.beginPath()
    points = ((0.5, 1), (0.94, 0.56), (0.7, 0.56), (0.7, 0.24), (0.3, 0.24), (0.3, 0.56))
    path.moveTo(x + points[0][0] * s, y + points[0][1] * s)
    for dx, dy in (*points[1:], (0.06, 0.56)):
        path.lineTo(x + dx * s, y + dy * s)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.rect(x + s * 0.1, y, s * 0.8, s * 0.13, stroke=0, fill=1)


def done(canvas: Canvas, x: float, y: float, s: float, colour: Colour) -> None:
    """A circle with a tick."""
    _ring(canvas, x, y, s, colour)
    _tick(canvas, x + s * 0.05, y + s * 0.02, s * 0.9, colour)


def late(canvas: Canvas, x: float, y: float, s: float, colour: Colour) -> None:
    """A solid circle with an exclamation mark."""
    canvas.setFillColorRGB(*colour)
    canvas.circle(x + s / 2, y + s / 2, s / 2, stroke=0, fill=1)
    _strokes(canvas, s * 0.12, SURFACE, (x + s / 2, y + s * 0.76, x + s / 2, y + s * 0.46))
    canvas.setFillColorRGB(*SURFACE)
    canvas.circle(x + s / 2, y + s * 0.25, s * 0.075, stroke=0, fill=1)


def soon(canvas: Canvas, x: float, y: float, s: float, colour: Colour) -> None:
    """A clock."""
    _ring(canvas, x, y, s, colour)
    _strokes(
        canvas, s * 0.1, colour,
        (x + s / 2, y + s * 0.74, x + s / 2, y + s * 0.48, x + s * 0.68, y + s * 0.4),
    )  # fmt: skip


def to_do(canvas: Canvas, x: float, y: float, s: float, colour: Colour) -> None:
    """An open circle."""
    _ring(canvas, x, y, s, colour)


@dataclass(frozen=True, slots=True)
class Sign:
    """A state as it is shown: shape, word, and the colours of the two."""

    shape: Shape
    word: str
    colour: Colour
    text: Colour


STATES = {
    progress.MET: Sign(met, "Met – from records", NEED, NEED_TEXT),
    progress.CONFIRMED: Sign(confirmed, "Confirmed by keyworker", NEED, NEED_TEXT),
    progress.DISAGREED: Sign(disagreed, "Keyworker disagrees", MUTE, MUTE_TEXT),
    progress.NOT_MET: Sign(not_met, "Not met", MUTE, MUTE_TEXT),
    progress.NOT_KNOWN: Sign(not_known, "Not known", MUTE, MUTE_TEXT),
    progress.IMPROVED: Sign(improved, "Improved and sustained", GOOD, GOOD_TEXT),
}
LATE = Sign(late, "Late", BAD, BAD_TEXT)
SOON = Sign(soon, "Due", WARN, WARN_TEXT)
DONE = Sign(done, "Done", GOOD, GOOD_TEXT)
TO_DO = Sign(to_do, "To do", MUTE, INK2)


def sign_of(state: str) -> Sign:
    """The sign of a state; a word this version does not know keeps its word."""
    return STATES.get(state) or Sign(not_known, state.replace("_", " "), MUTE, MUTE_TEXT)


class Badge(Block):
    """A sign: its shape and its word (or other words) beside it, which may take more lines."""

    def __init__(
        self, setter: Setter, sign: Sign, word: str | None = None, before: float = 0,
        kind: Type = SMALL_BOLD,
    ) -> None:  # fmt: skip
        self._sign = sign
        self._word = word or sign.word
        self._setter = setter
        self._kind = Type(kind.size, kind.leading, kind.style, sign.text, kind.tag)
        self._size = kind.size + 1
        self.before = before

    @property
    def _indent(self) -> float:
        return self._size + 5

    def height(self, width: float) -> float:
        lines = self._setter.lines([(self._word, self._kind)], width - self._indent)
        return max(1, len(lines)) * self._kind.leading

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        lines = self._setter.lines([(self._word, self._kind)], width - self._indent)
        with pen.content("P"):
            bottom = top - (self._kind.leading + self._size) / 2
            self._sign.shape(pen.canvas, x, bottom, self._size, self._sign.colour)
            pen.lines(lines, x + self._indent, top, self._kind)
