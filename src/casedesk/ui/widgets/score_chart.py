"""The steps of a goal over time, as a small line; Left and Right say each of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from casedesk.domain.dates import short_date
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.spoken import Spoken

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


class ScoreChart(Spoken, QWidget):
    """`set_points` takes the steps, the oldest first; the last is where the goal stands.

    `text` is the whole of it in words, which the chart is called aloud after its name.
    """

    spoken_role = QAccessible.Role.Slider

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.points: tuple[ChartPoint, ...] = ()
        self.cursor_at = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._resized)

    def set_points(self, points: Sequence[ChartPoint], text: str) -> None:
        """Show other steps. The cursor goes to the last."""
        self.points = tuple(points)
        self.cursor_at = max(0, len(self.points) - 1)
        self.setAccessibleDescription(text)
        self.update()
        self.say_value()

    def spoken_value(self) -> str:
        """The step under the cursor."""
        point = self._point(self.cursor_at)
        return point.words if point is not None else "No step yet"

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

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()

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

    def _nearest(self, point: QPoint) -> int | None:
        found = [
            (abs(self.place_of(index).x() - point.x()), index) for index in range(len(self.points))
        ]
        near, index = min(found, default=(_NEAR + 1.0, 0))
        return index if near <= _NEAR else None

    def _move_to(self, index: int) -> None:
        self.cursor_at = max(0, min(len(self.points) - 1, index))
        self.update()
        self.say_value()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        targets = {
            Qt.Key.Key_Left: self.cursor_at - 1,
            Qt.Key.Key_Right: self.cursor_at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self.points) - 1,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None or not self.points:
            super().keyPressEvent(event)
            return
        self._move_to(target)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._nearest(event.position().toPoint())
        if index is not None:
            self._move_to(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self._nearest(event.pos())
            point = self._point(index) if index is not None else None
            QToolTip.showText(event.globalPos(), point.words if point is not None else "", self)
            return True
        return super().event(event)
