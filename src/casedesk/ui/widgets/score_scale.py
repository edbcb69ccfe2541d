"""Eleven steps from 0 to 10 to choose from: where a goal stands. No step is good or bad."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.painted_value import PaintedValue

STEPS = 11
_HIGH = 36
_GAP = 4
_EDGE = 4
LOW_WORDS, HIGH_WORDS = "As bad as it could be", "We are there"


class ScoreScale(PaintedValue):
    """One step is chosen, or none yet. Arrows, Home, End and the figures choose one.

    Signals: changed(): another step was chosen.
    """

    changed = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """`name` is what it is called aloud."""
        super().__init__(theme, name, parent)
        self._value: int | None = None
        self.setAccessibleDescription(f"0: {LOW_WORDS}. 10: {HIGH_WORDS}.")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def value(self) -> int | None:
        """The step, or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Choose a step, or none; what is no step chooses none."""
        wanted = value if value is not None and 0 <= value < STEPS else None
        if wanted == self._value:
            return
        self._value = wanted
        self.update()
        self.say_value()
        self.changed.emit()

    def spoken_value(self) -> str:
        """The step in words."""
        return "Not chosen yet" if self._value is None else f"{self._value} of 10"

    def step_rect(self, step: int) -> QRectF:
        """Where a step is painted."""
        room = self.width() - 2 * _EDGE
        pitch = (room + _GAP) / STEPS
        left = _EDGE + round(step * pitch)
        wide = _EDGE + round((step + 1) * pitch) - _GAP - left
        return QRectF(left, _EDGE, wide, self._theme.px(_HIGH))

    def _step_at(self, point: QPoint) -> int | None:
        for step in range(STEPS):
            rect = self.step_rect(step)
            if rect.left() <= point.x() <= rect.right() + _GAP and point.y() <= rect.bottom():
                return step
        return None

    def sizeHint(self) -> QSize:
        high = 2 * _EDGE + self._theme.px(_HIGH) + 2 + self._theme.line_height("cap")
        return QSize(STEPS * (self._theme.px(36) + _GAP), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(STEPS * 24, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for step in range(STEPS):
            rect = self.step_rect(step)
            on = step == self._value
            painter.setPen(QPen(theme.colour("accent" if on else "control"), 2 if on else 1))
            painter.setBrush(theme.colour("accent" if on else "surface"))
            inset = 1.0 if on else 0.5
            painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 6, 6)
            painter.setFont(theme.font("sub" if on else "med"))
            painter.setPen(theme.colour("onAccent" if on else "ink"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(step))
        self._paint_ends(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            around = self.step_rect(self._value or 0).adjusted(-3, -3, 3, 3)
            painter.drawRoundedRect(around, 8, 8)

    def _paint_ends(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.colour("ink2"))
        top = self.step_rect(0).bottom() + _EDGE
        words = QRectF(_EDGE, top, self.width() - 2 * _EDGE, self.height() - top)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, LOW_WORDS)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight, HIGH_WORDS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = -1 if self._value is None else self._value
        moves = {
            Qt.Key.Key_Left: max(0, now - 1),
            Qt.Key.Key_Down: max(0, now - 1),
            Qt.Key.Key_Right: min(STEPS - 1, now + 1),
            Qt.Key.Key_Up: min(STEPS - 1, now + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: STEPS - 1,
        }
        key = Qt.Key(event.key())
        typed = event.text()
        if key in moves:
            self.set_value(moves[key])
        elif len(typed) == 1 and typed in "0123456789":
            # A nought after a one is the ten.
            self.set_value(10 if typed == "0" and self._value == 1 else ord(typed) - ord("0"))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        step = self._step_at(event.position().toPoint())
        if step is not None:
            self.set_value(step)
