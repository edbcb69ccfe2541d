"""One member of the family: seen or not, and a child seen alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from casedesk.domain.views.visit import VisitPerson
from casedesk.ui.screens.visit.tick_button import TickButton
from casedesk.ui.screens.visit.tick_paint import TICK, paint_tick
from casedesk.ui.theme.theme import Theme

HIGH = 56
_PAD = 11
_GAP = 8
_SIGN = 32


class AloneToggle(TickButton):
    """Marks a child as seen alone: the sign of one person, filled when it is on."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setProperty("tall", "32")
        self.setFixedSize(theme.px(_SIGN), theme.px(_SIGN))
        self.setAccessibleName(f"{name} was seen alone")
        self.setToolTip(f"{name} was seen alone")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QPushButton::paintEvent."""
        theme, on = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(theme.colour("accent" if on else "control"), 1))
        painter.setBrush(theme.colour("accent" if on else "surface"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        size = theme.px(18)
        icon = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        theme.paint_icon(painter, icon, "user-round", "onAccent" if on else "ink2")


class SeenToggle(TickButton):
    """Name, age and how they were seen; `company` says with whom a child was.

    Signals:
        changed(): seen or alone was set or taken away.
    """

    changed = Signal()

    def __init__(self, theme: Theme, person: VisitPerson, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.person = person
        self._company = ""
        self.alone = AloneToggle(theme, person.name, self)
        self.alone.hide()
        self.toggled.connect(self._on_seen)
        self.alone.toggled.connect(self._on_alone)
        self._say()

    @property
    def is_alone(self) -> bool:
        """Whether this child was seen alone."""
        return self.isChecked() and self.alone.isChecked()

    def set_state(self, *, seen: bool, alone: bool) -> None:
        """Seen, and alone, as in a draft."""
        self.setChecked(seen or alone)
        self.alone.setChecked(alone and self.person.is_child)

    def set_company(self, company: str) -> None:
        """Who else was there: "Kerry"."""
        self._company = company
        self._say()

    @property
    def under(self) -> str:
        """The line under the name: "14, seen alone", "9, with Kerry", "34, mother"."""
        person = self.person
        if not self.isChecked() or not person.is_child:
            return person.about
        how = (
            "seen alone" if self.is_alone else f"with {self._company}" if self._company else "seen"
        )
        return ", ".join(filter(None, (person.age, how)))

    def _on_seen(self, on: bool) -> None:
        if not on:
            self.alone.setChecked(False)
        self.alone.setVisible(on and self.person.is_child)
        self._say()
        self.changed.emit()

    def _on_alone(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        not_seen = "" if self.isChecked() else ", not seen"
        self.setAccessibleName(f"{self.person.name}, {self.under or 'age not known'}{not_seen}")
        self.setToolTip(self.under if self._is_cut() else "")
        self.update()

    def _text_room(self) -> int:
        sign = self.alone.width() + 6 if not self.alone.isHidden() else 0
        return self.width() - self._theme.px(TICK) - _PAD - _GAP - 4 - sign

    def _is_cut(self) -> bool:
        metrics = QFontMetrics(self._theme.font("small"))
        return metrics.horizontalAdvance(self.under) > self._text_room()

    def sizeHint(self) -> QSize:
        """Override QPushButton::sizeHint."""
        return QSize(self._theme.px(160), self._theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """Override QPushButton::minimumSizeHint."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QPushButton::resizeEvent."""
        super().resizeEvent(event)
        left = self.width() - self.alone.width() - 6
        self.alone.move(left, (self.height() - self.alone.height()) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QPushButton::paintEvent."""
        theme, on = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 1.0 if on else 0.5
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.setPen(QPen(theme.colour("accent" if on else "control"), 2 if on else 1))
        ground = "accentBg" if on else "hover" if self.underMouse() else "surface"
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(box, 6, 6)
        tick = paint_tick(painter, theme, _PAD, self.height() / 2, on=on)
        left, room = tick.right() + _GAP, self._text_room()
        top = self.height() / 2 - theme.px(20)
        for style, words, ink, high in (
            ("visitb", self.person.name, "accentTx" if on else "ink", 22),
            ("small", self.under, "ink2" if on else "ink3", 18),
        ):
            font = theme.font(style)
            painter.setFont(font)
            painter.setPen(theme.colour(ink))
            cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
            line = QRectF(left, top, room, theme.px(high))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
            top += theme.px(high)
