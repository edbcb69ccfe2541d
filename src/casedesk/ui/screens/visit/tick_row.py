"""An open action to tick: done today, in this visit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from casedesk.domain.views.visit import VisitAction
from casedesk.ui.screens.visit.tick_button import TickButton
from casedesk.ui.screens.visit.tick_paint import TICK, paint_tick
from casedesk.ui.theme.theme import Theme

_HIGH = 50
_GAP = 16


class TickRow(TickButton):
    """Its title, and when it is due; late in red words with a sign. Ticked, it is struck out.

    `done_at` ("10:48") is when it was ticked, "" while it is not.
    """

    def __init__(self, theme: Theme, action: VisitAction, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.action = action
        self.done_at = ""
        self._say()

    def set_done(self, at: str) -> None:
        """Ticked at a time, or with "" not ticked."""
        self.done_at = at
        self.setChecked(bool(at))
        self._say()

    @property
    def under(self) -> str:
        """The second line."""
        return f"Done today, {self.done_at}" if self.done_at else self.action.due_words

    def _say(self) -> None:
        self.setAccessibleName(f"{self.action.title}, {self.under}")
        self._tell_whole()
        self.update()

    def _tell_whole(self) -> None:
        wide = QFontMetrics(self._theme.font("med")).horizontalAdvance(self.action.title)
        self.setToolTip(self.action.title if wide > self._room() else "")

    def _room(self) -> int:
        return self.width() - self._theme.px(TICK) - _GAP

    def sizeHint(self) -> QSize:
        """Override QPushButton::sizeHint."""
        return QSize(self._theme.px(200), self._theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Override QPushButton::minimumSizeHint."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QPushButton::resizeEvent."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QPushButton::paintEvent."""
        theme, on = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tick = paint_tick(painter, theme, 0, self.height() / 2, on=on)
        left, room = tick.right() + _GAP, self._room()
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        top = self.height() / 2 - theme.px(21)
        font = QFont(theme.font("med"))
        font.setStrikeOut(on)
        painter.setFont(font)
        painter.setPen(theme.colour("ink2" if on else "ink"))
        words = QFontMetrics(font).elidedText(self.action.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, top, room, theme.px(20)), middle, words)
        line = QRectF(left, top + theme.px(22), room, theme.px(18))
        late = self.action.late and not on
        if late:
            size = theme.px(14)
            sign = QRectF(left, line.center().y() - size / 2, size, size)
            theme.paint_icon(painter, sign, "circle-alert", "badTx")
            line.setLeft(sign.right() + 6)
        painter.setFont(theme.font("smallb" if late else "small"))
        painter.setPen(theme.colour("badTx" if late else "ink2"))
        painter.drawText(line, middle, self.under)
