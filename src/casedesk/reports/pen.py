"""Draws measured lines, rules and boxes on a page, and says what they are.

Coordinates are points from the bottom left of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager

from casedesk.reports.lettering import BOX_SCALE, Setter
from casedesk.reports.lines import Line, Run
from casedesk.reports.structure import Paper, Structure
from casedesk.reports.style import CONTROL, HAIRLINE, LINE, Colour, Type

Box = tuple[float, float, float, float]


class Pen:
    """What the blocks of a report draw with."""

    def __init__(self, canvas: Paper, setter: Setter) -> None:
        self.canvas = canvas
        self.setter = setter
        self.structure = Structure(canvas)

    def group(self, tag: str) -> AbstractContextManager[None]:
        return self.structure.group(tag)

    def content(self, tag: str, alternative: str | None = None) -> AbstractContextManager[None]:
        return self.structure.content(tag, alternative)

    def decoration(self) -> AbstractContextManager[None]:
        return self.structure.decoration()

    def lines(
        self, lines: Sequence[Line], x: float, top: float, kind: Type, room: float = 0
    ) -> None:
        """Sets lines below each other from `top`; text in a right-to-left paragraph of more
        than one line stands at the right of `room`."""
        rise = (kind.leading - kind.size) / 2 + kind.size * 0.79
        right = len(lines) > 1 and room > 0
        for number, line in enumerate(lines):
            left = x + room - line.width if right and not line.rightwards else x
            self.line(line, left, top - number * kind.leading - rise)

    def line(self, line: Line, x: float, baseline: float) -> None:
        """One line with its left end at `x` and its letters standing on `baseline`.

        A line that goes on ends in a space, so that who reads or copies it keeps the words apart.
        """
        last = line.runs[-1] if line.runs and line.goes_on and line.rightwards else None
        for run in line.runs:
            if run.code is not None:
                with self.structure.spoken(run.text):
                    self._boxed(run, x, baseline)
            else:
                text = run.text + " " * (run is last)
                self._letters(text, run, x + run.x, baseline, run.size)

    def _letters(self, text: str, run: Run, x: float, baseline: float, size: float) -> None:
        drawn = self.canvas.beginText()
        drawn.setTextOrigin(x, baseline)
        drawn.setFont(run.face.name, size)
        drawn.setFillColorRGB(*run.kind.colour)
        drawn.textOut(text)
        self.canvas.drawText(drawn)

    def text(
        self, text: str, x: float, baseline: float, kind: Type, *, align: str = "left"
    ) -> float:
        """One line of text; `align` is left, right or middle of `x`. Returns its width."""
        lines = self.setter.lines([(text.replace("\n", " "), kind)], 1e6)
        if not lines:
            return 0
        width = lines[0].width
        shift = {"left": 0.0, "right": width, "middle": width / 2}[align]
        self.line(lines[0], x - shift, baseline)
        return width

    def _boxed(self, run: Run, x: float, baseline: float) -> None:
        """A character without a glyph: its number in a box."""
        size = run.kind.size
        left, bottom = x + run.x + size * 0.06, baseline - size * 0.16
        self.box(
            left, bottom, run.width - size * 0.12, size * 0.84, stroke=run.kind.colour, radius=1
        )
        at = baseline + size * 0.05
        self._letters(run.code or "", run, left + size * 0.12, at, size * BOX_SCALE)

    def rule(
        self,
        x: float,
        y: float,
        width: float,
        colour: Colour = LINE,
        thickness: float = HAIRLINE,
    ) -> None:
        """A horizontal line."""
        with self.decoration():
            self.canvas.setStrokeColorRGB(*colour)
            self.canvas.setLineWidth(thickness)
            self.canvas.line(x, y, x + width, y)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        thickness: float = HAIRLINE,
        radius: float = 0,
        dash: Sequence[float] = (),
    ) -> None:
        """A rectangle with its bottom left corner at (x, y)."""
        canvas = self.canvas
        canvas.setLineWidth(thickness)
        canvas.setDash(list(dash))
        canvas.setStrokeColorRGB(*(stroke or CONTROL))
        if fill:
            canvas.setFillColorRGB(*fill)
        stroked, filled = int(stroke is not None), int(fill is not None)
        if radius:
            canvas.roundRect(x, y, width, height, radius, stroke=stroked, fill=filled)
        else:
            canvas.rect(x, y, width, height, stroke=stroked, fill=filled)
        canvas.setDash()

    def boxes(self, boxes: Iterable[Box], *, fill: Colour | None, dash: str = "") -> None:
        """Many rectangles (x, y, width, height) at once: filled, or with a thin dashed edge."""
        path = " ".join(f"{x:.2f} {y:.2f} {w:.2f} {h:.2f} re" for x, y, w, h in boxes)
        red, green, blue = fill or CONTROL
        if path and fill:
            self.canvas._code.append(f"{red:.4f} {green:.4f} {blue:.4f} rg {path} f")
        elif path:
            edge = f"{red:.4f} {green:.4f} {blue:.4f} RG {HAIRLINE} w [{dash}] 0 d"
            self.canvas._code.append(f"q {edge} {path} S Q")
