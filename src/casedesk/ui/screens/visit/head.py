"""The bar above a visit: back, what visit it is, the warning, the draft, the timer, Finish."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from casedesk.domain.records.work import CONTACT_KINDS
from casedesk.domain.views.visit import VisitPage
from casedesk.services.timeline import contact_kind
from casedesk.services.visit_page import day_words
from casedesk.ui.forms.draft_saved import DraftSaved
from casedesk.ui.screens.visit.clock import VisitClock, face
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button, IconButton
from casedesk.ui.widgets.elided_label import ElidedLabel

HIGH = 64
WIDE_FROM = 1180
"""In a narrower window the warning stands above the form instead."""


class TimerFace(QPushButton):
    """The time the visit has taken so far, "00:24:10", to press where it is not so; screen
    readers are told in minutes."""

    def __init__(self, theme: Theme, clock: VisitClock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._clock = theme, clock
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("tall", "40")
        self.setToolTip("Change how long it took")
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.show_time)
        self._tick.start()
        self.show_time()

    @property
    def words(self) -> str:
        """What it shows."""
        return face(self._clock.seconds)

    def show_time(self) -> None:
        """The time as it is now."""
        minutes = self._clock.seconds // 60
        paused = "" if self._clock.is_running else ", paused"
        said = f"The visit has taken {minutes} minute{'' if minutes == 1 else 's'}{paused}"
        if said != self.accessibleName():
            self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Override QPushButton::sizeHint."""
        words = QFontMetrics(self._theme.font("time")).horizontalAdvance("00:00:00")
        return QSize(words + self._theme.px(46), self._theme.px(40))

    def minimumSizeHint(self) -> QSize:
        """Override QPushButton::minimumSizeHint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QPushButton::paintEvent."""
        theme, running = self._theme, self._clock.is_running
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        size = theme.px(18)
        icon = QRectF(12, (self.height() - size) / 2, size, size)
        theme.paint_icon(painter, icon, "timer" if running else "circle-pause", "ink2")
        painter.setFont(theme.font("time"))
        painter.setPen(theme.colour("ink" if running else "ink2"))
        words = QRectF(self.rect()).adjusted(icon.right() + 4, 0, -8, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.words)


class VisitHead(QFrame):
    """Signals:

    back_asked(), finish_asked(), blank_asked(), reason_asked(), length_asked().
    kind_chosen(kind): what kind of contact it is after all.
    paused(): the timer was stopped or goes on.
    """

    back_asked = Signal()
    finish_asked = Signal()
    blank_asked = Signal()
    reason_asked = Signal()
    length_asked = Signal()
    kind_chosen = Signal(str)
    paused = Signal()

    def __init__(
        self, theme: Theme, page: VisitPage, clock: VisitClock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("bar", "true")
        self.setAccessibleName("The visit")
        self._theme, self._page, self._clock = theme, page, clock
        self._whole = self._started = ""
        self._is_short = False
        self.setFixedHeight(theme.px(HIGH))
        self.back = IconButton(theme, "chevron-left", "Leave the visit", tall=40)
        self.title = ElidedLabel(page.title, "title")
        self.kind = IconButton(
            theme, "chevron-down", "Choose another kind of contact", bare=True, ink="ink2"
        )
        self.when = ElidedLabel("", "small", "ink2")
        self.alert = Button(theme, page.alert, kind="secondary", icon="triangle-alert", tall=32)
        self.alert.setProperty("warning", "true")
        self.saved = DraftSaved(theme)
        self.timer = TimerFace(theme, clock)
        self.pause = IconButton(theme, "pause", "Pause the timer", tall=40)
        self.blank = IconButton(theme, "eye-off", "Blank the page (F9)", tall=40)
        self.finish = Button(theme, "Finish visit", kind="primary", icon="check", tall=40)
        self.finish.setToolTip("Ctrl Enter")
        self._lay_out()
        self._dress()
        theme.changed.connect(self._dress)
        self.back.clicked.connect(self.back_asked)
        self.kind.clicked.connect(self._offer_kinds)
        self.alert.clicked.connect(self.reason_asked)
        self.timer.clicked.connect(self.length_asked)
        self.pause.clicked.connect(self._on_pause)
        self.blank.clicked.connect(self.blank_asked)
        self.finish.clicked.connect(self.finish_asked)
        self.show_timer()

    def say_started(self, on: date, at: time) -> None:
        """When it began: "Tuesday 24 November 2026, started 10:31"."""
        day = f"{day_words(on)} {on.year}"
        self._started = f"started {at:%H:%M}"
        self._whole = f"{day}, {self._started}"
        self._say_when()

    def show_kind(self, kind: str) -> None:
        """The title for a kind of contact."""
        self.title.setText(f"{contact_kind(kind)}: {self._page.family}")

    def show_timer(self) -> None:
        """Running or paused, as the clock has it."""
        if self._clock.is_running:
            self.pause.set_icon("pause", "Pause the timer")
        else:
            self.pause.set_icon("play", "Go on with the timer")
        self.timer.show_time()

    def make_room(self, width: int) -> bool:
        """Fit into a window of `width`; gives whether the warning has its place here."""
        is_wide = width >= WIDE_FROM * self._theme.factor
        self.alert.setVisible(is_wide and bool(self._page.alert))
        return is_wide

    def lend_saved(self, row: QHBoxLayout | None) -> None:
        """In a narrow window the sign of the draft stands in another row, and the day goes."""
        if row is not None:
            row.addWidget(self.saved)
        else:
            self._row.removeWidget(self.saved)
            self._row.insertWidget(self._row.indexOf(self.timer), self.saved)
        self._is_short = row is not None
        self._say_when()

    def menu_of_kinds(self) -> QMenu:
        """The kinds of contact to choose from."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in CONTACT_KINDS:
            action = menu.addAction(contact_kind(kind))
            action.triggered.connect(lambda _=False, kind=kind: self.kind_chosen.emit(kind))
        return menu

    def _say_when(self) -> None:
        self.when.setText(self._started.capitalize() if self._is_short else self._whole)

    def _lay_out(self) -> None:
        for label in (self.title, self.when):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        first = QHBoxLayout()
        first.setSpacing(2)
        first.addWidget(self.title)
        first.addWidget(self.kind)
        first.addStretch(1)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addStretch(1)
        words.addLayout(first)
        words.addWidget(self.when)
        words.addStretch(1)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addLayout(words)
        row.addWidget(self.alert)
        row.addStretch(1)
        row.addWidget(self.saved)
        row.addWidget(self.timer)
        row.addWidget(self.pause)
        row.addWidget(self.blank)
        row.addWidget(self.finish)

    def _dress(self) -> None:
        """The warning is no button to press for work: it has the ground of its tone."""
        tokens = self._theme.tokens
        size = self._theme.px(12)
        self.alert.setStyleSheet(
            f"QPushButton {{ background: {tokens.warnBg}; color: {tokens.warnTx};"
            f" border: none; border-radius: 4px; padding: 0 8px; font-size: {size}px; }}"
        )
        self.alert.setIcon(self._theme.icon("triangle-alert", self._theme.px(14), "warnTx", gap=1))

    def _offer_kinds(self) -> None:
        self.menu_of_kinds().popup(self.kind.mapToGlobal(QPoint(0, self.kind.height())))

    def _on_pause(self) -> None:
        if self._clock.is_running:
            self._clock.pause()
        else:
            self._clock.go_on()
        self.show_timer()
        self.paused.emit()
