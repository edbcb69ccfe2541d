"""Where you are in the first run: four steps, those behind you ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme

DISC = 28
GAP = 8
SHORTEST_LINE = 12
INSET = 4.0
"""The steps below have so much room for the focus ring."""


class StepsHeader(QWidget):
    """Discs with numbers or ticks, words beside them, lines between."""

    def __init__(self, theme: Theme, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps = tuple(steps)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.set_current(0)

    def set_current(self, step: int) -> None:
        """Goes to a step, counted from 0."""
        self._current = step
        words = f"Step {step + 1} of {len(self._steps)}: {self._steps[step]}"
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Override QWidget::sizeHint."""
        return QSize(400, self._theme.px(DISC) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        theme, disc = self._theme, self._theme.px(DISC)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("sub"))
        widths = [painter.fontMetrics().horizontalAdvance(words) + 2 for words in self._steps]
        lines = len(self._steps) - 1
        fixed = sum(widths) + len(self._steps) * (disc + GAP) + lines * 2 * GAP
        # Where the words do not fit, only the current step is named.
        named = INSET + fixed + lines * SHORTEST_LINE <= self.width()
        if not named:
            fixed = widths[self._current] + len(self._steps) * (disc + GAP) + lines * 2 * GAP
        line = min(40.0, max(SHORTEST_LINE, (self.width() - INSET - fixed) / lines))
        left = INSET
        middle = self.height() / 2
        for step, words in enumerate(self._steps):
            self._disc(painter, QRectF(left, middle - disc / 2, disc, disc), step)
            left += disc + GAP
            if named or step == self._current:
                painter.setFont(theme.font("sub" if step == self._current else "body"))
                painter.setPen(theme.colour("ink" if step == self._current else "ink2"))
                place = QRectF(left, 0, widths[step] + 4, self.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
                left += widths[step] + GAP
            if step < lines:
                passed = step < self._current
                painter.setPen(QPen(theme.colour("accent" if passed else "control"), 2))
                painter.drawLine(int(left), int(middle), int(left + line), int(middle))
                left += line + GAP

    def _disc(self, painter: QPainter, place: QRectF, step: int) -> None:
        theme = self._theme
        if step <= self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
        else:
            painter.setPen(QPen(theme.colour("control"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place)
        if step < self._current:
            inner = place.adjusted(6, 6, -6, -6)
            theme.paint_icon(painter, inner, "check", "onAccent")
            return
        painter.setPen(theme.colour("onAccent" if step == self._current else "ink2"))
        painter.setFont(theme.font("capb"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(step + 1))
