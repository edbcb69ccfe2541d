"""Paints the household drawing on the page: the layout is the domain's, the ink is here.

Squares for males, circles for females, diamonds for others and for not known; a soft cross for
somebody who has died, one slash for separated, two for divorced, a dashed outline around people
who live together. A wide drawing is turned on its side so that its names can be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import copysign, floor

from casedesk.domain.genogram.drawing import HouseholdDrawing, Line, Node, Outline, Point
from casedesk.reports import style
from casedesk.reports.blocks import Block
from casedesk.reports.genogram_signs import cross, expecting, slashes, symbol
from casedesk.reports.lettering import Setter
from casedesk.reports.lines import Line as TextLine
from casedesk.reports.pen import Pen
from casedesk.reports.style import CAPTION, CAPTION_BOLD, CONTENT, SMALL_BOLD, Type

_SYMBOL = 27.0
_ABOVE = 40.0
_NARROWEST, _WIDEST = 60.0, 86.0
_TALLEST = 560.0
_SIDEWAYS = 640.0
_NAME_LINES = 4
_INSIDE = 4.0
_NAME = Type(9, 10.8, SMALL_BOLD.style, style.INK)
_AGE = Type(8.5, 10.6, CAPTION.style, style.INK2)
_HOME = Type(8.5, 11, CAPTION_BOLD.style, style.ACCENT)


class Household(Block):
    """The drawing, fitted to the width, or turned on its side where it is too wide for that."""

    def __init__(self, setter: Setter, drawing: HouseholdDrawing, before: float = 0) -> None:
        self._setter = setter
        self._drawing = drawing
        self.before = before
        columns = drawing.width + 1
        self._column = min(_WIDEST, max(_NARROWEST, CONTENT / columns))
        self._labels = {id(node): self._label(node) for node in drawing.nodes}
        tallest = max((len(names) for names in self._labels.values()), default=1)
        home = _HOME.leading + 3 if any(outline.label for outline in drawing.outlines) else 0
        self._below = _SYMBOL / 2 + 5 + tallest * _NAME.leading + _AGE.leading + 5 + _INSIDE + home
        self._wide = columns * self._column
        self._tall = (drawing.height + 1) * (_ABOVE + self._below)
        upright = min(1.0, CONTENT / self._wide, _TALLEST / self._tall)
        sideways = min(1.0, _SIDEWAYS / self._wide, CONTENT / self._tall)
        self._sideways = upright < 0.9 and sideways > upright * 1.1
        self._scale = sideways if self._sideways else upright

    def _label(self, node: Node) -> list[TextLine]:
        room = self._column - 2 * _INSIDE - 5
        lines = self._setter.lines([(node.name, _NAME)], room)
        if len(lines) <= _NAME_LINES:
            return lines
        return [*lines[: _NAME_LINES - 1], *self._setter.lines([("…", _NAME)], room)]

    def height(self, width: float) -> float:
        return (self._wide if self._sideways else self._tall) * self._scale

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        canvas = pen.canvas
        with pen.content("Figure", self._drawing.as_text()):
            canvas.saveState()
            if self._sideways:
                spare = (width - self._tall * self._scale) / 2
                canvas.translate(x + spare, top - self._wide * self._scale)
                canvas.rotate(90)
            else:
                spare = (width - self._wide * self._scale) / 2
                canvas.translate(x + spare, top)
            canvas.scale(self._scale, self._scale)
            for outline in self._drawing.outlines:
                self._outline(pen, outline)
            for line in self._drawing.lines:
                self._line(pen, line)
            for node in self._drawing.nodes:
                self._node(pen, node)
            canvas.restoreState()

    def _at(self, point: Point) -> Point:
        """Units to points; rows have less room above their symbols than below."""
        x, y = point
        row = floor(y + 0.5)
        part = y - row
        down = row * (_ABOVE + self._below) + _ABOVE
        down += part * 2 * (self._below if part > 0 else _ABOVE)
        return ((x + 0.5) * self._column, -down)

    def _outline(self, pen: Pen, outline: Outline) -> None:
        canvas = pen.canvas
        canvas.setStrokeColorRGB(*style.ACCENT)
        canvas.setFillColorRGB(*style.SUNKEN)
        canvas.setLineWidth(1)
        canvas.setDash([4, 2.6])
        path = canvas.beginPath()
        lowest: tuple[float, float, float] | None = None
        for loop in outline.loops:
            corners = self._inside(loop)
            for at, (x, y) in enumerate(corners):
                (path.lineTo if at else path.moveTo)(x, y)
            path.close()
            for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True):
                if y1 == y2 and (lowest is None or y1 < lowest[0]):
                    lowest = (y1, min(x1, x2), max(x1, x2))
        canvas.drawPath(path, stroke=1, fill=1, fillMode=0)
        canvas.setDash()
        if outline.label and lowest:
            bottom, left, right = lowest
            line = self._setter.shortened([(outline.label, _HOME)], right - left - 8)
            if line:
                pen.line(line, right - line.width - 5, bottom + 4)

    def _inside(self, loop: Sequence[Point]) -> list[Point]:
        """A loop drawn a little inside its edge, so that no other line runs on it."""
        points = list(loop)
        around = zip(points[-1:] + points[:-1], points, points[1:] + points[:1], strict=True)
        corners = []
        for before, here, after in around:
            x, y = self._at(here)
            for (x1, y1), (x2, y2) in ((before, here), (here, after)):
                x -= copysign(_INSIDE, y2 - y1) if y1 != y2 else 0
                y -= copysign(_INSIDE, x2 - x1) if x1 != x2 else 0
            corners.append((x, y))
        return corners

    def _line(self, pen: Pen, line: Line) -> None:
        canvas = pen.canvas
        canvas.setStrokeColorRGB(*style.INK2)
        canvas.setLineWidth(1.1)
        dashes = {"parents": [4, 2.5], "carer": [4, 2.5], "other": [1, 2.2]}
        canvas.setDash(dashes.get(line.style, []))
        path = canvas.beginPath()
        for at, point in enumerate(line.points):
            (path.lineTo if at else path.moveTo)(*self._at(point))
        canvas.drawPath(path)
        canvas.setDash()
        if line.mark:
            x, y = self._at(line.mark)
            slashes(pen, x, y, line.slashes)

    def _node(self, pen: Pen, node: Node) -> None:
        x, y = self._at((node.x, node.y))
        symbol(pen, node.shape, x, y, _SYMBOL)
        if node.died:
            cross(pen, node.shape, x, y, _SYMBOL)
        if node.expecting:
            expecting(pen, x + _SYMBOL * 0.5, y + _SYMBOL * 0.5)
        names = [(line, _NAME) for line in self._labels[id(node)]]
        ages = self._setter.shortened([(node.age, _AGE)], self._column - 2 * _INSIDE - 5)
        labels = [*names, *([(ages, _AGE)] if ages else [])]
        top = y - _SYMBOL / 2 - 5
        wide = max((line.width for line, _ in labels), default=0) + 4
        tall = sum(kind.leading for _, kind in labels)
        ground = style.SUNKEN if node.at_home else style.SURFACE
        pen.box(x - wide / 2, top - tall, wide, tall, fill=ground)
        for line, kind in labels:
            pen.line(line, x - line.width / 2, top - kind.size * 0.86)
            top -= kind.leading
