"""The 24 px tick of visit mode, painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from casedesk.ui.theme.theme import Theme

TICK = 24


def paint_tick(painter: QPainter, theme: Theme, left: float, middle: float, *, on: bool) -> QRectF:
    """Draw the box, ticked or not, its middle at the height `middle`; gives where it is."""
    side = theme.px(TICK)
    box = QRectF(left, middle - side / 2, side, side)
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(box, 4, 4)
        inset = side / 6
        theme.paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), "check", "onAccent")
    else:
        painter.setPen(QPen(theme.colour("control"), 1.5))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
    return box
