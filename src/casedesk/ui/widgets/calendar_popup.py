"""A month to pick a day from, in the colours of the theme."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme

_ARROWS = {
    "qt_calendar_prevmonth": ("chevron-left", "Month before"),
    "qt_calendar_nextmonth": ("chevron-right", "Next month"),
}


class MonthCalendar(QCalendarWidget):
    """Monday first; `today` has a ring, the chosen day is filled."""

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = _day(today)
        self.setAccessibleName("Calendar")
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setGridVisible(False)
        plain = QTextCharFormat()
        plain.setForeground(theme.colour("ink2"))
        plain.setFont(theme.font("cap"))
        self.setHeaderTextFormat(plain)
        # Qt paints week-ends red; red is only for late, refused and failed.
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(weekday, plain)
        for name, (icon, words) in _ARROWS.items():
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(theme.icon(icon, 18, "ink2"))
                button.setAccessibleName(words)
                button.setToolTip(words)
        self.setMinimumSize(theme.px(300), theme.px(280))

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.colour("raised"))
        box = QRectF(rect).adjusted(2, 1, -2, -1)
        chosen = day == self.selectedDate()
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(box, 6, 6)
        elif day == self._today:
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        here = day.month() == self.monthShown()
        ink = "onAccent" if chosen else "ink" if here else "ink3"
        painter.setPen(theme.colour(ink))
        painter.setFont(theme.font("sub" if chosen else "body"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(day.day()))
        painter.restore()


class CalendarPopup(QFrame):
    """The calendar as a popup: arrows move, Enter picks, Esc closes. `picked` has a date."""

    picked = Signal(object)

    def __init__(self, theme: Theme, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("raised", "true")
        self.setAccessibleName("Calendar")
        self.calendar = MonthCalendar(theme, today)
        self.calendar.setSelectedDate(_day(day))
        self.calendar.activated.connect(self._on_activated)
        self.calendar.clicked.connect(self._on_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)

    def open_below(self, field: QWidget) -> None:
        """Show it under `field`, or above where the screen ends."""
        self.adjustSize()
        place = field.mapToGlobal(QPoint(0, field.height() + 4))
        room = field.screen().availableGeometry()
        if place.y() + self.height() > room.bottom():
            place = field.mapToGlobal(QPoint(0, -self.height() - 4))
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        self.move(place)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_activated(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()


def _day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
