"""The signs of the household drawing, and the key that explains those that are in it."""

from __future__ import annotations

from collections.abc import Callable

from casedesk.domain.genogram.drawing import HouseholdDrawing
from casedesk.reports import style
from casedesk.reports.blocks import Block
from casedesk.reports.lettering import Setter
from casedesk.reports.pen import Pen
from casedesk.reports.style import CAPTION

_SHAPES = (("square", "Male"), ("circle", "Female"), ("diamond", "Other or not known"))

Entry = tuple[str, Callable[[Pen, float, float], None]]


def symbol(pen: Pen, shape: str, x: float, y: float, size: float) -> None:
    """A square, circle or diamond (anything else) with its middle at (x, y)."""
    canvas, half = pen.canvas, size / 2
    canvas.setStrokeColorRGB(*style.INK)
    canvas.setFillColorRGB(*style.SURFACE)
    canvas.setLineWidth(1.3)
    if shape == "square":
        canvas.rect(x - half, y - half, size, size, stroke=1, fill=1)
    elif shape == "circle":
        canvas.circle(x, y, half, stroke=1, fill=1)
    else:
        reach = half * 1.16
        path = canvas.beginPath()
        path.moveTo(x, y + reach)
        for dx, dy in ((reach, 0.0), (0.0, -reach), (-reach, 0.0)):
            path.lineTo(x + dx, y + dy)
        path.close()
        canvas.drawPath(path, stroke=1, fill=1)


def cross(pen: Pen, shape: str, x: float, y: float, size: float) -> None:
    """A soft cross: thin and grey, from corner to corner inside the symbol."""
    reach = size / 2 * {"square": 0.86, "circle": 0.64}.get(shape, 0.5)
    pen.canvas.setStrokeColorRGB(*style.CONTROL)
    pen.canvas.setLineWidth(0.9)
    pen.canvas.line(x - reach, y - reach, x + reach, y + reach)
    pen.canvas.line(x - reach, y + reach, x + reach, y - reach)


def expecting(pen: Pen, x: float, y: float) -> None:
    """A small triangle at the symbol's upper right corner."""
    canvas = pen.canvas
    canvas.setFillColorRGB(*style.ACCENT)
    canvas.setStrokeColorRGB(*style.SURFACE)
    canvas.setLineWidth(0.8)
    path = canvas.beginPath()
    path.moveTo(x - 5, y - 4)
    path.lineTo(x + 5, y - 4)
    path.lineTo(x, y + 5)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def slashes(pen: Pen, x: float, y: float, count: int) -> None:
    """Strokes across a line at (x, y): one for separated, two for divorced."""
    pen.canvas.setStrokeColorRGB(*style.INK)
    pen.canvas.setLineWidth(1.2)
    for number in range(count):
        left = x + (number - (count - 1) / 2) * 5
        pen.canvas.line(left - 3, y - 6.5, left + 3, y + 6.5)


class HouseholdKey(Block):
    """What the shapes and lines of this drawing mean; only those that are in it."""

    _STEP = 9.0

    def __init__(self, setter: Setter, drawing: HouseholdDrawing, before: float = 0) -> None:
        self._setter = setter
        self._entries = _key_entries(drawing)
        self.before = before

    def _rows(self, width: float) -> list[list[tuple[float, Entry]]]:
        rows: list[list[tuple[float, Entry]]] = [[]]
        x = 0.0
        for entry in self._entries:
            wide = 19 + self._setter.width(entry[0], CAPTION)
            if rows[-1] and x + wide > width:
                rows.append([])
                x = 0.0
            rows[-1].append((x, entry))
            x += wide + self._STEP + 3
        return rows

    def height(self, width: float) -> float:
        return len(self._rows(width)) * (CAPTION.leading + 5)

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        with pen.content("P"):
            for row in self._rows(width):
                middle = top - (CAPTION.leading + 5) / 2
                for left, (word, draw) in row:
                    draw(pen, x + left + 6, middle)
                    pen.text(word, x + left + 17, middle - 3, CAPTION)
                top -= CAPTION.leading + 5


def _key_entries(drawing: HouseholdDrawing) -> list[Entry]:
    shapes = {node.shape for node in drawing.nodes}
    styles = {line.style for line in drawing.lines}
    strokes = {line.slashes for line in drawing.lines}
    entries: list[Entry] = []
    for shape, word in (
        ("square", "Male"),
        ("circle", "Female"),
        ("diamond", "Other or not known"),
    ):
        if shape in shapes:
            entries.append((word, _shape_entry(shape)))
    if any(node.died for node in drawing.nodes):
        entries.append(("Died", _died_entry))
    if any(node.expecting for node in drawing.nodes):
        entries.append(("Expecting a baby", lambda pen, x, y: expecting(pen, x, y - 0.5)))
    for count, word in ((1, "Separated"), (2, "Divorced")):
        if count in strokes:
            entries.append((word, _slash_entry(count)))
    for line_style, word, dash in (
        ("parents", "Parents of the same child", [3.0, 2.0]),
        ("carer", "Carer", [3.0, 2.0]),
        ("other", "Other family tie", [1.0, 2.0]),
    ):
        if line_style in styles:
            entries.append((word, _line_entry(dash)))
    if drawing.outlines:
        entries.append(("Live together", _home_entry))
    return entries


def _shape_entry(shape: str) -> Callable[[Pen, float, float], None]:
    return lambda pen, x, y: symbol(pen, shape, x, y, 9)


def _died_entry(pen: Pen, x: float, y: float) -> None:
    symbol(pen, "square", x, y, 9)
    cross(pen, "square", x, y, 9)


def _slash_entry(count: int) -> Callable[[Pen, float, float], None]:
    def draw(pen: Pen, x: float, y: float) -> None:
        _line_entry([])(pen, x, y)
        pen.canvas.saveState()
        pen.canvas.translate(x, y)
        pen.canvas.scale(0.7, 0.7)
        slashes(pen, 0, 0, count)
        pen.canvas.restoreState()

    return draw


def _line_entry(dash: list[float]) -> Callable[[Pen, float, float], None]:
    def draw(pen: Pen, x: float, y: float) -> None:
        pen.canvas.setStrokeColorRGB(*style.INK2)
        pen.canvas.setLineWidth(1.1)
        pen.canvas.setDash(dash)
        pen.canvas.line(x - 7, y, x + 7, y)
        pen.canvas.setDash()

    return draw


def _home_entry(pen: Pen, x: float, y: float) -> None:
    pen.box(x - 7, y - 4.5, 14, 9, fill=style.SUNKEN, stroke=style.ACCENT, dash=(2.5, 1.8))
