"""A criterion month by month: two years as 24 cells, newest on the right."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from casedesk.domain.views.criteria import MonthCell
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.painted_steps import PaintedSteps

WORDS = {
    "met": "met",
    "improved": "improved and sustained",
    "not_met": "not met",
    "not_known": "not known",
}
_CELL_HIGH = 16
_EDGE = 4
_GAP = 2
_NAMED = 12
"""Of 24 cells the first, the 13th and the last are named."""


def shown_state(cell: MonthCell) -> str:
    """The key of `WORDS` for a month: improved is drawn as itself, else the state."""
    return "improved" if cell.improved else cell.state


def spoken_month(cell: MonthCell) -> str:
    """A month and its state in words: "May 2026: met"."""
    return f"{_month(cell.on)}: {WORDS[shown_state(cell)]}"


def _month(day: date, *, short: bool = False) -> str:
    names = calendar.month_abbr if short else calendar.month_name
    return f"{names[day.month]} {day.year}"


def paint_month(painter: QPainter, rect: QRectF, state: str, theme: Theme) -> None:
    """Paint one cell into `rect`: block, block on a bar, low bar, or dashed outline."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = rect.height() / _CELL_HIGH
    painter.setPen(Qt.PenStyle.NoPen)
    if state == "met":
        painter.setBrush(theme.colour("need"))
        painter.drawRoundedRect(rect, 2, 2)
    elif state == "improved":
        painter.setBrush(theme.colour("good"))
        painter.drawRoundedRect(rect.adjusted(0, 4 * unit, 0, -4 * unit), 2, 2)
        painter.drawRect(rect.adjusted(0, 14 * unit, 0, 0))
    elif state == "not_met":
        painter.setBrush(theme.colour("mute"))
        painter.drawRoundedRect(rect.adjusted(0, 12 * unit, 0, 0), 2, 2)
    else:
        pen = QPen(theme.colour("mute"), 1)
        pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)


class TimelineStrip(PaintedSteps):
    """The strip. Left and Right move a cursor over the months and say each; Home and End too."""

    said_of_none = "No months yet"

    def __init__(
        self,
        theme: Theme,
        cells: Sequence[MonthCell] = (),
        *,
        name: str = "The last 24 months",
        parent: QWidget | None = None,
    ) -> None:
        """`name` is what the strip is called aloud; say which criterion it is of."""
        super().__init__(theme, name, parent)
        self.cells: tuple[MonthCell, ...] = ()
        self.set_cells(cells)

    def set_cells(self, cells: Sequence[MonthCell]) -> None:
        """Show other months, oldest first. The cursor goes to the newest."""
        self.cells = tuple(cells)
        self.read_last()

    def step_count(self) -> int:
        """How many months there are."""
        return len(self.cells)

    def said_of(self, index: int) -> str:
        """A month and its state."""
        return spoken_month(self.cells[index]) if 0 <= index < len(self.cells) else ""

    def cell_rect(self, index: int) -> QRectF:
        """Where a cell is painted."""
        pitch = (self.width() + _GAP) / max(1, len(self.cells))
        left = round(index * pitch)
        wide = round((index + 1) * pitch) - _GAP - left
        return QRectF(left, _EDGE, wide, self._theme.px(_CELL_HIGH))

    def step_at(self, point: QPoint) -> int | None:
        """The month there."""
        for index in range(len(self.cells)):
            rect = self.cell_rect(index)
            if rect.left() <= point.x() <= rect.right() + _GAP and point.y() <= rect.bottom():
                return index
        return None

    def sizeHint(self) -> QSize:
        return QSize(24 * self._theme.px(18), self._high())

    def minimumSizeHint(self) -> QSize:
        return QSize(24 * 8, self._high())

    def _high(self) -> int:
        return 2 * _EDGE + self._theme.px(_CELL_HIGH) + self._theme.line_height("cap")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index, cell in enumerate(self.cells):
            paint_month(painter, self.cell_rect(index), shown_state(cell), self._theme)
        if self.cells:
            self._paint_names(painter)
        if self.cells and self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = self.cell_rect(self.cursor_at).adjusted(-2, -2, 2, 2)
            inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(around.intersected(inside), 3, 3)

    def _paint_names(self, painter: QPainter) -> None:
        font = self._theme.font("cap")
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink2"))
        named = [0, *([_NAMED] if len(self.cells) > _NAMED + 1 else []), len(self.cells) - 1]
        metrics = QFontMetrics(font)
        wide = [metrics.horizontalAdvance(_month(self.cells[i].on)) for i in named]
        starts = [self.cell_rect(i).left() for i in named[:-1]]
        ends = [*starts[1:], self.cell_rect(named[-1]).right() - wide[-1]]
        short = any(start + w + 8 > end for start, w, end in zip(starts, wide, ends, strict=False))
        top = self.cell_rect(0).bottom() + _EDGE - 1
        for index in named:
            last = index == len(self.cells) - 1
            rect = self.cell_rect(index)
            words = QRectF(rect.left(), top, self.width(), self.height() - top)
            align = Qt.AlignmentFlag.AlignLeft
            if last:
                words.moveRight(rect.right())
                align = Qt.AlignmentFlag.AlignRight
            painter.drawText(words, align, _month(self.cells[index].on, short=short))
