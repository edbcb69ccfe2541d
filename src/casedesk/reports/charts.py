"""The attendance chart, as a ReportLab drawing: the same code for paper and screen.

A line a child against the threshold. Lines differ in dash and point shape, and carry their
name at the end, so the chart reads in greyscale and needs no key.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, String
from reportlab.lib.colors import Color

from casedesk.domain.views.progress import AttendancePoint, AttendanceSeries, shown_percent
from casedesk.reports import style
from casedesk.reports.blocks import Block
from casedesk.reports.lettering import BOX_SCALE, Setter
from casedesk.reports.lines import Line as TextLine
from casedesk.reports.pen import Pen
from casedesk.reports.style import CAPTION, CAPTION_BOLD, Colour, Type

CHILDREN_A_PANEL = 4
_LEFT = 34.0
_PLOT = 138.0
_ROOF = 8.0
_LABEL_GAP = 10.0
_WIDEST_LABEL = 118.0
_DASHES: tuple[list[float], ...] = ([], [9, 3], [1.2, 2.4], [9, 2.5, 1.5, 2.5])
_COLOURS = (style.ACCENT, style.NEED, style.INK, style.CONTROL)
_NAME = Type(CAPTION_BOLD.size, CAPTION_BOLD.leading, CAPTION_BOLD.style, style.INK)
_THRESHOLD = Type(CAPTION_BOLD.size, CAPTION_BOLD.leading, CAPTION_BOLD.style, style.WARN_TEXT)


@dataclass(frozen=True, slots=True)
class Term:
    """A place on the axis: what it is called, and the dates that its points share."""

    label: str
    from_on: date
    to_on: date


def _overlap(one: Term, point: AttendancePoint) -> bool:
    shared = (min(one.to_on, point.to_on) - max(one.from_on, point.from_on)).days + 1
    shorter = min((one.to_on - one.from_on).days, (point.to_on - point.from_on).days) + 1
    return shared * 2 > shorter


def terms_of(series: Sequence[AttendanceSeries]) -> list[Term]:
    """The places on the axis, oldest first: points of overlapping terms share one."""
    terms: list[Term] = []
    points = sorted(
        (point for one in series for point in one.points),
        key=lambda point: (point.to_on, point.from_on, point.label),
    )
    for point in points:
        if not any(_overlap(term, point) for term in terms):
            terms.append(Term(point.label, point.from_on, point.to_on))
    return terms


def place_of(terms: Sequence[Term], point: AttendancePoint) -> int:
    """Which of the terms a point stands at."""
    named = [at for at, term in enumerate(terms) if term.label == point.label]
    shared = [at for at, term in enumerate(terms) if _overlap(term, point)]
    return next((at for at in shared if at in named), (shared or named)[0])


def _ink(colour: Colour) -> Color:
    return Color(*colour)


def _set(drawing: Drawing, line: TextLine, x: float, y: float) -> None:
    """A measured line of text as strings of the drawing."""
    for run in line.runs:
        ink = _ink(run.kind.colour)
        left, size, text = x + run.x, run.size, run.text
        if run.code is not None:
            box = Rect(left + size * 0.06, y - size * 0.16, run.width - size * 0.12, size * 0.84)
            box.rx = box.ry = 1
            box.fillColor, box.strokeColor, box.strokeWidth = None, ink, style.HAIRLINE
            drawing.add(box)
            left, size, text = left + size * 0.18, size * BOX_SCALE, run.code
        drawing.add(String(left, y, text, fontName=run.face.name, fontSize=size, fillColor=ink))


class AttendanceChart:
    """One panel: at most `CHILDREN_A_PANEL` children on the shared terms."""

    def __init__(
        self, setter: Setter, series: Sequence[AttendanceSeries], terms: Sequence[Term]
    ) -> None:
        self._setter = setter
        self._series = series
        self._terms = terms
        thresholds = {one.threshold for one in series if one.threshold is not None}
        self._thresholds = sorted(thresholds)
        values = [point.percent for one in series for point in one.points] + self._thresholds
        lowest = min(values, default=Fraction(0))
        self._low = max(0, min(50, int((lowest - 3) // 10) * 10))
        self._high = 100

    def words(self) -> str:
        """The chart for somebody who cannot see it."""
        parts = [f"Threshold {shown_percent(one)}." for one in self._thresholds]
        for one in self._series:
            ordered = sorted(one.points, key=lambda point: point.to_on)
            figures = ", ".join(
                f"{point.label} {shown_percent(point.percent, one.threshold)}" for point in ordered
            )
            parts.append(f"{one.name}: {figures}.")
        return " ".join(["School attendance by term.", *parts])

    def drawing(self, width: float) -> Drawing:
        """The panel at that width in points."""
        labels = self._end_labels()
        room = max((line.width for _, _, _, line in labels), default=0) + _LABEL_GAP + 4
        plot = width - _LEFT - room
        names = self._term_labels(plot)
        foot = 6 + max((len(lines) for _, lines in names), default=1) * CAPTION.leading
        drawing = Drawing(width, _ROOF + _PLOT + foot)
        self._grid(drawing, plot, foot)
        for x, lines in names:
            for number, line in enumerate(lines):
                y = foot - 6 - (number + 0.78) * CAPTION.leading
                _set(drawing, line, x - line.width / 2, y)
        for at, one in enumerate(self._series):
            self._line(drawing, one, at, plot, foot)
        self._put_labels(drawing, labels, plot, foot)
        return drawing

    def _x(self, place: int, plot: float) -> float:
        return _LEFT + plot * (place + 0.5) / max(1, len(self._terms))

    def _y(self, percent: Fraction | int, foot: float) -> float:
        shown = min(max(percent, Fraction(self._low)), Fraction(self._high))
        return foot + _PLOT * float((shown - self._low) / (self._high - self._low))

    def _grid(self, drawing: Drawing, plot: float, foot: float) -> None:
        step = 10 if self._high - self._low <= 50 else 20
        for percent in range(self._high, self._low - 1, -step):
            y = self._y(percent, foot)
            drawing.add(
                Line(_LEFT, y, _LEFT + plot, y, strokeColor=_ink(style.LINE), strokeWidth=0.6)
            )
            for line in self._setter.lines([(f"{percent}%", CAPTION)], 1e6):
                _set(drawing, line, _LEFT - 7 - line.width, y - 3)
        drawing.add(
            Line(_LEFT, foot, _LEFT + plot, foot, strokeColor=_ink(style.CONTROL), strokeWidth=0.8)
        )
        for threshold in self._thresholds:
            y = self._y(threshold, foot)
            drawing.add(
                Line(
                    _LEFT, y, _LEFT + plot, y, strokeColor=_ink(style.WARN), strokeWidth=1,
                    strokeDashArray=[3, 2],
                )
            )  # fmt: skip

    def _term_labels(self, plot: float) -> list[tuple[float, list[TextLine]]]:
        """Names under the axis: all of them, or every second or third where they are tight."""
        slot = plot / max(1, len(self._terms))
        every = max(1, round(34 / slot + 0.49))
        last = len(self._terms) - 1
        labels = []
        for place, term in enumerate(self._terms):
            if (last - place) % every:
                continue
            lines = self._setter.lines([(term.label, CAPTION)], slot * every - 5)
            labels.append((self._x(place, plot), lines))
        return labels

    def _line(
        self, drawing: Drawing, one: AttendanceSeries, at: int, plot: float, foot: float
    ) -> None:
        colour = _ink(_COLOURS[at % len(_COLOURS)])
        spots = []
        for point in sorted(one.points, key=lambda point: (point.to_on, point.from_on)):
            x = self._x(place_of(self._terms, point), plot)
            spots.append((x, self._y(point.percent, foot)))
        if len(spots) > 1:
            drawing.add(
                PolyLine(
                    [coordinate for spot in spots for coordinate in spot], strokeColor=colour,
                    strokeWidth=1.7, strokeDashArray=_DASHES[at % len(_DASHES)], strokeLineJoin=1,
                )
            )  # fmt: skip
        for x, y in spots:
            drawing.add(_point(at, x, y, colour))

    def _end_labels(self) -> list[tuple[Fraction, int, bool, TextLine]]:
        """(where it points, series number, whether it is the threshold, the words)."""
        labels = []
        for at, one in enumerate(self._series):
            if not one.points:
                continue
            newest = max(one.points, key=lambda point: (point.to_on, point.from_on))
            figure = shown_percent(newest.percent, one.threshold)
            figure_kind = Type(_NAME.size, _NAME.leading, _NAME.style, style.INK2)
            room = _WIDEST_LABEL - self._setter.width(f"{figure} ", figure_kind)
            name = self._setter.shortened([(one.name, _NAME)], room)
            after = 0.0 if name is None else name.width + 3
            for line in self._setter.lines([(figure, figure_kind)], 1e6)[:1]:
                runs = (
                    *(name.runs if name else ()),
                    *(replace(run, x=run.x + after) for run in line.runs),
                )
                labels.append((newest.percent, at, False, TextLine(runs, after + line.width)))
        for threshold in self._thresholds:
            text = f"Threshold {shown_percent(threshold)}"
            for line in self._setter.lines([(text, _THRESHOLD)], 1e6):
                labels.append((threshold, -1, True, line))
        return labels

    def _put_labels(
        self,
        drawing: Drawing,
        labels: list[tuple[Fraction, int, bool, TextLine]],
        plot: float,
        foot: float,
    ) -> None:
        """Sets the labels at the lines' ends, moved apart where they would touch."""
        wanted = sorted(labels, key=lambda label: (label[0], label[2]))
        apart = CAPTION.leading + 0.5
        places: list[float] = []
        for label in wanted:
            y = self._y(label[0], foot)
            places.append(max(y, places[-1] + apart) if places else max(y, foot + 2))
        over = (places[-1] - (foot + _PLOT)) if places else 0
        if over > 0:
            places[-1] -= over
            for at in range(len(places) - 2, -1, -1):
                places[at] = min(places[at], places[at + 1] - apart)
        for (percent, at, is_threshold, line), y in zip(wanted, places, strict=True):
            x = _LEFT + plot + _LABEL_GAP
            end = _LEFT + plot if is_threshold else self._last_x(at, plot) + 4
            colour = style.WARN if is_threshold else style.CONTROL
            drawing.add(
                Line(
                    end, self._y(percent, foot), x - 3, y, strokeColor=_ink(colour),
                    strokeWidth=0.5,
                )
            )  # fmt: skip
            _set(drawing, line, x, y - 3)

    def _last_x(self, at: int, plot: float) -> float:
        newest = max(self._series[at].points, key=lambda point: (point.to_on, point.from_on))
        return self._x(place_of(self._terms, newest), plot)


def _point(at: int, x: float, y: float, colour: Color) -> Circle | Rect | Polygon:
    """The points of the lines: disc, square, triangle, open diamond."""
    white = _ink(style.SURFACE)
    if at % 4 == 0:
        return Circle(x, y, 3, fillColor=colour, strokeColor=white, strokeWidth=0.8)
    if at % 4 == 1:
        square = Rect(x - 2.9, y - 2.9, 5.8, 5.8)
        square.fillColor, square.strokeColor, square.strokeWidth = colour, white, 0.8
        return square
    if at % 4 == 2:
        corners = [x - 3.5, y - 2.7, x + 3.5, y - 2.7, x, y + 3.7]
        return Polygon(corners, fillColor=colour, strokeColor=white, strokeWidth=0.8)
    corners = [x, y + 3.6, x + 3.6, y, x, y - 3.6, x - 3.6, y]
    return Polygon(corners, fillColor=white, strokeColor=colour, strokeWidth=1.3)


class ChartBlock(Block):
    """A panel of the attendance chart on the page."""

    def __init__(self, chart: AttendanceChart, before: float = 0) -> None:
        self._chart = chart
        self.before = before
        self._drawn: tuple[float, Drawing] | None = None

    def _drawing(self, width: float) -> Drawing:
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, self._chart.drawing(width))
        return self._drawn[1]

    def height(self, width: float) -> float:
        return float(self._drawing(width).height)

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        drawing = self._drawing(width)
        with pen.content("Figure", self._chart.words()):
            renderPDF.draw(drawing, pen.canvas, x, top - drawing.height)
