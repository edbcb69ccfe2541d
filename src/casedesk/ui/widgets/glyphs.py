"""The painted shapes of the criterion states, each told from the others without colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from casedesk.ui.theme.theme import Theme

_Brush = Callable[[QPainter, Theme], None]
GRID = 20.0
"""Shapes are drawn on a square of 20 units."""


def paint_glyph(painter: QPainter, rect: QRectF, name: str, theme: Theme, tone: str) -> None:
    """Paint a shape of `PAINTED`, or an icon in the solid colour of `tone`, into `rect`.

    Raises `MissingIcon` for a name that is neither.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush = PAINTED.get(name)
    if brush is None:
        theme.paint_icon(painter, rect, name, f"{tone}Tx")
    else:
        painter.translate(rect.topLeft())
        painter.scale(rect.width() / GRID, rect.height() / GRID)
        brush(painter, theme)
    painter.restore()


def _solid_square(painter: QPainter, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("need"))
    painter.drawRoundedRect(QRectF(1, 1, 18, 18), 4, 4)


def _stroke(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _met(painter: QPainter, theme: Theme) -> None:
    _solid_square(painter, theme)
    painter.setPen(_stroke(theme.colour("onNeed"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    tick = QPolygonF([QPointF(5.4, 10.4), QPointF(8.5, 13.4), QPointF(14.6, 6.9)])
    painter.drawPolyline(tick)


def _confirmed(painter: QPainter, theme: Theme) -> None:
    _solid_square(painter, theme)
    painter.setPen(_stroke(theme.colour("onNeed"), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(8.2, 7.6), 2.2, 2.2)
    body = QPainterPath(QPointF(4.5, 14.8))
    body.cubicTo(QPointF(4.5, 11.3), QPointF(11.9, 11.3), QPointF(11.9, 14.8))
    painter.drawPath(body)
    painter.drawPolyline(QPolygonF([QPointF(11.8, 9.3), QPointF(13.3, 10.8), QPointF(16.3, 7.4)]))


def _disagreed(painter: QPainter, theme: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_stroke(theme.colour("mute"), 1.5))
    painter.drawRoundedRect(QRectF(1.75, 1.75, 16.5, 16.5), 3.5, 3.5)
    painter.setPen(_stroke(theme.colour("muteTx"), 1.7))
    painter.drawLine(QPointF(6.4, 6.4), QPointF(13.6, 13.6))
    painter.drawLine(QPointF(13.6, 6.4), QPointF(6.4, 13.6))


def _not_met(painter: QPainter, theme: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_stroke(theme.colour("mute"), 1.5))
    painter.drawEllipse(QPointF(10, 10), 8.75, 8.75)
    painter.setPen(_stroke(theme.colour("muteTx"), 1.8))
    painter.drawLine(QPointF(6.2, 10), QPointF(13.8, 10))


def _not_known(painter: QPainter, theme: Theme) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(theme.colour("mute"), 1.4)
    pen.setDashPattern([2.4, 1.45])
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    corners = [QPointF(10, 0.6), QPointF(19.4, 10), QPointF(10, 19.4), QPointF(0.6, 10)]
    painter.drawPolygon(QPolygonF(corners))
    painter.setPen(theme.colour("muteTx"))
    question = theme.font("tiny")
    question.setPixelSize(11)
    painter.setFont(question)
    painter.drawText(QRectF(0, 0, GRID, GRID), Qt.AlignmentFlag.AlignCenter, "?")


def _improved(painter: QPainter, theme: Theme) -> None:
    painter.setPen(_stroke(theme.colour("good"), 1.0))
    painter.setBrush(theme.colour("good"))
    arrow = [(10, 0.9), (17.6, 8.6), (13.4, 8.6), (13.4, 14.6), (6.6, 14.6), (6.6, 8.6), (2.4, 8.6)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in arrow]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(2.6, 17, 14.8, 2.4), 1.2, 1.2)


PAINTED: dict[str, _Brush] = {
    "met": _met,
    "confirmed": _confirmed,
    "disagreed": _disagreed,
    "not_met": _not_met,
    "not_known": _not_known,
    "improved": _improved,
}
