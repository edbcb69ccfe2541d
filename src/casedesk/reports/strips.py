"""Two small drawings beside text: the months of a criterion, and the steps of a goal."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from casedesk.domain.views.progress import (
    CONFIRMED,
    DISAGREED,
    IMPROVED,
    MET,
    NOT_KNOWN,
    NOT_MET,
    GoalRow,
    MonthCell,
)
from casedesk.reports.blocks import Block
from casedesk.reports.lettering import Setter
from casedesk.reports.pen import Box, Pen
from casedesk.reports.style import (
    ACCENT,
    CAPTION,
    CAPTION_BOLD,
    CONTROL,
    GOOD,
    LINE,
    MUTE,
    NEED,
    SURFACE,
)

_SHOWN = {CONFIRMED: MET, DISAGREED: NOT_MET}
_WORDS = {MET: "met", IMPROVED: "improved", NOT_MET: "not met", NOT_KNOWN: "not known"}
_CELLS = 15.0


def month_name(month: date) -> str:
    return f"{calendar.month_abbr[month.month]} {month.year}"


def draw_months(pen: Pen, cells: Iterable[tuple[str, Box]]) -> None:
    """Cells of a strip: full block met, middle block on a bar improved, low bar not met, dashed
    edge not known. Each is another shape, so it reads without colour."""
    inked: dict[str, list[Box]] = {MET: [], IMPROVED: [], NOT_MET: [], NOT_KNOWN: []}
    for state, (x, y, wide, tall) in cells:
        if state == MET:
            inked[MET].append((x, y, wide, tall))
        elif state == IMPROVED:
            inked[IMPROVED].append((x, y, wide, tall * 0.16))
            inked[IMPROVED].append((x, y + tall * 0.28, wide, tall * 0.42))
        elif state == NOT_MET:
            inked[NOT_MET].append((x, y, wide, tall * 0.18))
        else:
            inked[NOT_KNOWN].append((x + 0.3, y + 0.3, wide - 0.6, tall - 0.6))
    pen.boxes(inked[MET], fill=NEED)
    pen.boxes(inked[IMPROVED], fill=GOOD)
    pen.boxes(inked[NOT_MET], fill=MUTE)
    pen.boxes(inked[NOT_KNOWN], fill=None, dash="1.3 1.1")


class MonthStrip(Block):
    """A criterion's state month by month, newest right; names the first, middle and last."""

    def __init__(self, cells: Sequence[MonthCell], before: float = 0) -> None:
        self._cells = [(one.month, _SHOWN.get(one.state, one.state)) for one in cells]
        self.before = before

    def height(self, width: float) -> float:
        return _CELLS + 3 + CAPTION.leading

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        with pen.content("Figure", self._words()):
            step = (width + 1.4) / len(self._cells)
            draw_months(
                pen,
                (
                    (state, (x + at * step, top - _CELLS, step - 1.4, _CELLS))
                    for at, (_, state) in enumerate(self._cells)
                ),
            )
            base = top - _CELLS - 3 - CAPTION.leading + 3.2
            first, last = self._cells[0][0], self._cells[-1][0]
            pen.text(month_name(first), x, base, CAPTION)
            if len(self._cells) > 1:
                pen.text(month_name(last), x + width, base, CAPTION, align="right")
            if len(self._cells) >= 20:
                middle = len(self._cells) // 2
                left = x + middle * step
                pen.text(month_name(self._cells[middle][0]), left, base, CAPTION, align="middle")

    def _words(self) -> str:
        counts = Counter(state for _, state in self._cells)
        parts = [f"{_WORDS.get(state, state)} in {count}" for state, count in counts.items()]
        first, last = self._cells[0][0], self._cells[-1][0]
        months = len(self._cells)
        return f"{month_name(first)} to {month_name(last)}, {months} months: {', '.join(parts)}."


class MonthKey(Block):
    """What the cells of the strips mean."""

    _ENTRIES = (
        (MET, "Met"),
        (IMPROVED, "Improved"),
        (NOT_MET, "Not met"),
        (NOT_KNOWN, "Not known"),
    )

    def __init__(self, setter: Setter, before: float = 0) -> None:
        self._setter = setter
        self.before = before
        self.sticky = True

    def height(self, width: float) -> float:
        return CAPTION.leading + 4

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        with pen.content("P"):
            base = top - CAPTION.leading + 2.6
            x += pen.text("In each month: ", x, base, CAPTION) + 8
            for state, word in self._ENTRIES:
                draw_months(pen, [(state, (x, base - 1.2, 6, 9))])
                x += 10
                x += pen.text(f"{word} ", x, base, CAPTION) + 10


class Steps(Block):
    """A goal's score on its steps from 0 to 10: an open circle at the start, a full one now."""

    _TALL = 40.0
    _SCORES = range(11)

    def __init__(self, goal: GoalRow, before: float = 0) -> None:
        self._start = self._within(goal.start_score)
        self._now = self._within(goal.now_score)
        self.before = before

    def _within(self, score: int | None) -> int | None:
        return None if score is None else min(max(score, 0), 10)

    def height(self, width: float) -> float:
        return self._TALL

    def words(self) -> str:
        """`2 at the start, 6 now, on steps from 0 to 10`."""
        parts = []
        if self._start is not None:
            parts.append(f"{self._start} at the start")
        if self._now is not None:
            parts.append(f"{self._now} now")
        return ", ".join([*parts, "on steps from 0 to 10"])

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        start, now = self._start, self._now
        canvas = pen.canvas
        left, right = x + 5, x + width - 5
        step = (right - left) / 10
        y = top - 19
        with pen.content("Figure", f"Score: {self.words()}."):
            canvas.setStrokeColorRGB(*LINE)
            canvas.setLineWidth(2)
            canvas.line(left, y, right, y)
            canvas.setFillColorRGB(*CONTROL)
            for score in self._SCORES:
                canvas.circle(left + score * step, y, 1.1, stroke=0, fill=1)
            pen.text("0", left, y - 15, CAPTION, align="middle")
            pen.text("10", right, y - 15, CAPTION, align="middle")
            if start is not None and now is not None and start != now:
                canvas.setStrokeColorRGB(*ACCENT)
                canvas.setLineWidth(2)
                canvas.line(left + start * step, y, left + now * step, y)
            if start is not None:
                canvas.setStrokeColorRGB(*ACCENT)
                canvas.setFillColorRGB(*SURFACE)
                canvas.setLineWidth(1.4)
                canvas.circle(left + start * step, y, 4.2, stroke=1, fill=1)
            if now is not None:
                canvas.setFillColorRGB(*ACCENT)
                radius = 2.2 if now == start else 4.9
                canvas.circle(left + now * step, y, radius, stroke=0, fill=1)
            self._labels(pen, left, step, y + 9)

    def _labels(self, pen: Pen, left: float, step: float, base: float) -> None:
        start, now = self._start, self._now
        if start is not None and start == now:
            labels = [(start, f"Start and now {now}", CAPTION_BOLD)]
        else:
            labels = [
                (score, f"{word} {score}", kind)
                for score, word, kind in ((start, "Start", CAPTION), (now, "Now", CAPTION_BOLD))
                if score is not None
            ]
        widths = [pen.setter.width(text, kind) for _, text, kind in labels]
        low, high = left - 5, left + 10 * step + 5
        places = [
            min(max(left + score * step - wide / 2, low), high - wide)
            for (score, _, _), wide in zip(labels, widths, strict=True)
        ]
        if len(places) == 2:
            first, second = (0, 1) if labels[0][0] < labels[1][0] else (1, 0)
            overlap = places[first] + widths[first] + 6 - places[second]
            if overlap > 0:
                places[first] = max(low, places[first] - overlap / 2)
                places[second] = max(places[second], places[first] + widths[first] + 6)
                if places[second] + widths[second] > high:
                    places[second] = high - widths[second]
                    places[first] = places[second] - 6 - widths[first]
        for (_, text, kind), place in zip(labels, places, strict=True):
            pen.text(text, place, base, kind)
