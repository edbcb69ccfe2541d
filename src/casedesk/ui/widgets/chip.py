"""A filter chip: on or off, with how many it would show."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from casedesk.ui.theme.theme import Theme

_PAD = 11
_TICK = 16
_GAP = 8


class Chip(QPushButton):
    """A checkable chip as high as it is round; on, it has a tick, so colour is not alone.

    `tall` is 32, in visit mode 40. Its accessible name says the count too.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        count: int | None = None,
        checked: bool = False,
        tall: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._tall = tall
        self._count: int | None = None
        self._measured: tuple[tuple[object, ...], QSize] = ((), QSize())
        self.setProperty("tall", str(tall))
        self.setCheckable(True)
        self.setChecked(checked)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._resized)
        theme.changed.connect(self._resized)
        self.set_count(count)

    def set_count(self, count: int | None) -> None:
        """How many it would show, or None to say nothing."""
        self._count = count
        self.setAccessibleName(self.text() if count is None else f"{self.text()}, {count}")
        self._resized()

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()

    def _count_words(self) -> str:
        return "" if self._count is None else f"{self._count:,}"

    def sizeHint(self) -> QSize:
        # Asked for again and again while a row of chips finds its place.
        measures = (self.text(), self.isChecked(), self._count, self._theme.factor)
        if self._measured[0] != measures:
            self._measured = (measures, self._measure())
        return QSize(self._measured[1])

    def _measure(self) -> QSize:
        wide = 2 * _PAD + QFontMetrics(self._theme.font("med")).horizontalAdvance(self.text())
        if self.isChecked():
            wide += self._theme.px(_TICK) + _GAP - 2
        if self._count is not None:
            metrics = QFontMetrics(self._theme.font("capb"))
            wide += _GAP + metrics.horizontalAdvance(self._count_words())
        return QSize(wide + 2, self._theme.px(self._tall))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        on, theme = self.isChecked(), self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if on else "control"), 2 if on else 1))
        painter.setBrush(self._ground())
        edge = 1.0 if on else 0.5
        shape = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        words = QRectF(self.rect()).adjusted(_PAD + 1, 0, -_PAD, 0)
        if on:
            size = theme.px(_TICK)
            tick = QRectF(words.left() - 1, words.center().y() - size / 2, size, size)
            theme.paint_icon(painter, tick, "check", "accentTx")
            words.setLeft(tick.right() + _GAP - 1)
        ink = "accentTx" if on else "ink"
        painter.setPen(theme.colour(ink if self.isEnabled() else "ink3"))
        painter.setFont(theme.font("med"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._count is not None:
            painter.setFont(theme.font("capb"))
            painter.setPen(theme.colour("accentTx" if on else "ink3"))
            painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, self._count_words())

    def _ground(self) -> QColor:
        if not self.isEnabled():
            return self._theme.colour("sunken")
        if self.isChecked():
            return self._theme.colour("accentBg")
        return self._theme.colour("hover" if self.underMouse() else "surface")
