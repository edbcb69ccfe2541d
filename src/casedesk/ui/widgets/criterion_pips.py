"""A row of pips, one a criterion: the same painting in a widget and in a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.glyphs import paint_glyph
from casedesk.ui.widgets.spoken import Spoken
from casedesk.ui.widgets.states import CRITERION_STATES

CELL = 48
GLYPH = 20


@dataclass(frozen=True, slots=True)
class Pip:
    """One criterion: `short` stands under the pip, `title` is said aloud and in the tooltip.

    `state` is a key of `states.CRITERION_STATES`.
    """

    short: str
    title: str
    state: str

    @property
    def spoken(self) -> str:
        """The criterion and its state in words."""
        return f"{self.title}: {CRITERION_STATES[self.state].word}"


def spoken_pips(pips: Sequence[Pip]) -> str:
    """All of them in words, for `AccessibleTextRole` and a widget's accessible value."""
    return ", ".join(pip.spoken for pip in pips)


def cell_width(theme: Theme, pips: Sequence[Pip], *, labels: bool) -> int:
    """The width of a pip: 48 px, more where a word under it needs it."""
    if not labels:
        return theme.px(CELL)
    metrics = QFontMetrics(theme.font("cap"))
    return max([theme.px(CELL), *(metrics.horizontalAdvance(pip.short) + 8 for pip in pips)])


def paint_pips(painter: QPainter, rect: QRect, pips: Sequence[Pip], theme: Theme) -> None:
    """Paint pips side by side from the left of `rect`, in the middle of its height."""
    wide, size = theme.px(CELL), theme.px(GLYPH)
    for index, pip in enumerate(pips):
        left = rect.left() + index * wide + (wide - size) / 2
        top = rect.top() + (rect.height() - size) / 2
        look = CRITERION_STATES[pip.state]
        paint_glyph(
            painter, QRectF(round(left), round(top), size, size), look.glyph, theme, look.tone
        )


def pip_at(rect: QRect, pips: Sequence[Pip], theme: Theme, point: QPoint) -> Pip | None:
    """The pip under a point of `rect`, as `paint_pips` puts them."""
    index = (point.x() - rect.left()) // theme.px(CELL)
    return pips[index] if rect.contains(point) and 0 <= index < len(pips) else None


class CriterionPips(Spoken, QWidget):
    """A row of pips with their words. Left and Right move along them and say each."""

    spoken_role = QAccessible.Role.List

    def __init__(
        self,
        theme: Theme,
        pips: Sequence[Pip] = (),
        *,
        labels: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._labels = labels
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ring", "")  # It paints its own, around what the cursor is on.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._resized)
        self.set_pips(pips)

    def set_pips(self, pips: Sequence[Pip]) -> None:
        """Show other criteria or states."""
        self.pips = tuple(pips)
        self._at = min(self._at, max(0, len(self.pips) - 1))
        self.setAccessibleName("Criteria")
        self._resized()
        self.say_value()

    def spoken_value(self) -> str:
        """The pip under the cursor while the keys are here, else all of them."""
        if self.hasFocus() and self.pips:
            return self.pips[self._at].spoken
        return spoken_pips(self.pips)

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()

    def _cell(self, index: int) -> QRect:
        wide = cell_width(self._theme, self.pips, labels=self._labels)
        return QRect(index * wide, 0, wide, self.height())

    def sizeHint(self) -> QSize:
        wide = cell_width(self._theme, self.pips, labels=self._labels)
        return QSize(wide * len(self.pips), self._theme.px(44 if self._labels else 32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = self._theme.px(GLYPH)
        for index, pip in enumerate(self.pips):
            cell = self._cell(index)
            top = 3 if self._labels else (cell.height() - size) // 2
            look = CRITERION_STATES[pip.state]
            glyph = QRectF(cell.left() + (cell.width() - size) // 2, top, size, size)
            paint_glyph(painter, glyph, look.glyph, self._theme, look.tone)
            if self._labels:
                painter.setPen(self._theme.colour("ink2"))
                painter.setFont(self._theme.font("cap"))
                words = cell.adjusted(0, top + size, 0, 0)
                painter.drawText(words, Qt.AlignmentFlag.AlignCenter, pip.short)
        if self.hasFocus() and self.pips:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._theme.colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self._cell(self._at)).adjusted(1, 0.5, -1, -0.5), 4, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self.pips:
            super().keyPressEvent(event)
            return
        self._at = max(0, min(len(self.pips) - 1, self._at + step))
        self.say_value()
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = next(
                (i for i in range(len(self.pips)) if self._cell(i).contains(event.pos())), None
            )
            QToolTip.showText(
                event.globalPos(), "" if index is None else self.pips[index].spoken, self
            )
            return True
        return super().event(event)
