"""The steps of a goal over time, as a small line; Left and Right say each of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from casedesk.domain.dates import short_date
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.painted_steps import PaintedSteps

MOST = 10
_HIGH = 60
_EDGE = 8
_DOT = 4.0
_NEAR = 12


class ChartPoint(NamedTuple):
    """A step on a day (None: nobody noted when), and what is said of it."""

    on: date | None
    score: int
    words: str


class ScoreChart(PaintedSteps):
    """`set_points` takes the steps, the oldest first; the last is where the goal stands.

    `text` is the whole of it in words, which the chart is called aloud after its name.
    """

    said_of_none = "No step yet"

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.points: tuple[ChartPoint, ...] = ()

    def set_points(self, points: Sequence[ChartPoint], text: str) -> None:
        """Show other steps. The cursor goes to the last."""
        self.points = tuple(points)
        self.setAccessibleDescription(text)
        self.read_last()

    def step_count(self) -> int:
        """How many there are."""
        return len(self.points)

    def said_of(self, index: int) -> str:
        """What is said of one."""
        point = self._point(index)
        return point.words if point is not None else ""

    def place_of(self, index: int) -> QPointF:
        """Where a step is painted: by its day, undated ones at the right end."""
        point = self._point(index)
        plot = self._plot()
        if point is None:
            return plot.center()
        days = [one.on.toordinal() for one in self.points if one.on is not None]
        first, last = min(days, default=0), max(days, default=0)
        undated = any(one.on is None for one in self.points)
        room = plot.width() * (0.8 if undated and days else 1.0)
        if point.on is None:
            across = plot.width() if index else 0.0
        elif last == first:
            across = 0.0 if len(self.points) > 1 and undated else room / 2
        else:
            across = room * (point.on.toordinal() - first) / (last - first)
        down = plot.height() * (MOST - point.score) / MOST
        return QPointF(plot.left() + across, plot.top() + down)

    def _point(self, index: int) -> ChartPoint | None:
        return self.points[index] if 0 <= index < len(self.points) else None

    def _plot(self) -> QRectF:
        names = QFontMetrics(self._theme.font("cap")).horizontalAdvance("10") + 8
        left = names + _EDGE
        return QRectF(left, _EDGE, self.width() - left - _EDGE - 2, self._theme.px(_HIGH))

    def sizeHint(self) -> QSize:
        high = 2 * _EDGE + self._theme.px(_HIGH) + self._theme.line_height("cap")
        return QSize(self._theme.px(260), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grid(painter)
        self._paint_line(painter)
        self._paint_days(painter)

    def _paint_grid(self, painter: QPainter) -> None:
        theme, plot = self._theme, self._plot()
        painter.setFont(theme.font("cap"))
        for score in (0, 5, MOST):
            y = plot.bottom() - plot.height() * score / MOST
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.colour("ink3"))
            words = QRectF(0, y - 10, plot.left() - 8, 20)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, str(score))

    def _paint_line(self, painter: QPainter) -> None:
        theme = self._theme
        places = [self.place_of(index) for index in range(len(self.points))]
        dated = [place for place, one in zip(places, self.points, strict=True) if one.on]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawPolyline(QPolygonF(dated))
        if len(dated) < len(places) and dated:
            dashed = QPen(theme.colour("accent"), 2, Qt.PenStyle.DashLine)
            painter.setPen(dashed)
            painter.drawLine(dated[-1], places[-1])
        last = len(places) - 1
        for index, place in enumerate(places):
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(theme.colour("accent" if index == last else "surface"))
            painter.drawEllipse(place, _DOT, _DOT)
            if index == self.cursor_at and self.hasFocus():
                painter.setPen(QPen(theme.colour("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(place, _DOT + 4, _DOT + 4)

    def _paint_days(self, painter: QPainter) -> None:
        """The first and the last day; one where there is no room for both, or one day only."""
        theme, plot = self._theme, self._plot()
        days = [one.on for one in self.points if one.on is not None]
        if not days:
            return
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.colour("ink2"))
        first, last = short_date(days[0]), short_date(days[-1])
        words = QRectF(plot.left(), plot.bottom() + _EDGE - 1, plot.width(), self.height())
        wide = QFontMetrics(theme.font("cap")).horizontalAdvance(first + last) + 16
        both = first != last and wide <= plot.width()
        align = Qt.AlignmentFlag.AlignLeft if both else Qt.AlignmentFlag.AlignHCenter
        undated = len(days) < len(self.points)
        if undated:
            align = Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, align, first if both or undated else last)
        if undated:
            painter.drawText(words, Qt.AlignmentFlag.AlignRight, "Now")
        elif both:
            painter.drawText(words, Qt.AlignmentFlag.AlignRight, last)

    def step_at(self, point: QPoint) -> int | None:
        """The step near it, left or right."""
        found = [
            (abs(self.place_of(index).x() - point.x()), index) for index in range(len(self.points))
        ]
        near, index = min(found, default=(_NEAR + 1.0, 0))
        return index if near <= _NEAR else None
