"""A date, typed in words or figures or picked from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from casedesk.domain.dates import long_date
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import IconButton
from casedesk.ui.widgets.calendar_popup import CalendarPopup
from casedesk.ui.widgets.date_words import read_date
from casedesk.ui.widgets.properties import set_look

NOT_A_DATE = "Enter a real date, for example 22 November 2026"
_HIT = 32
_STEPS = {
    Qt.Key.Key_Up: timedelta(days=1),
    Qt.Key.Key_Down: timedelta(days=-1),
    Qt.Key.Key_PageUp: timedelta(days=7),
    Qt.Key.Key_PageDown: timedelta(days=-7),
}


class DateField(QLineEdit):
    """Emits `date_changed` (a date or None) when another date is typed, stepped to or picked.

    Up and Down step a day, Page Up and Page Down a week, Alt Down opens the calendar. What
    is no date stays as typed and `problem_changed` says what to do; `value` is then None.
    """

    date_changed = Signal(object)
    problem_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        today: Callable[[], date],
        value: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is what it is called aloud; `today` is the day that "today" means."""
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self._value: date | None = None
        self.problem = ""
        self.setAccessibleName(name)
        self.setPlaceholderText("Day, month, year")
        self._open = IconButton(
            theme, "calendar-days", "Choose a date", bare=True, ink="ink2", parent=self
        )
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open.clicked.connect(self.open_calendar)
        self.editingFinished.connect(self._read)
        theme.changed.connect(self._place)
        self._place()
        self.set_value(value)

    def value(self) -> date | None:
        """The date, or None when the field is empty or holds no date."""
        return self._value

    def set_value(self, value: date | None) -> None:
        """Show a date without telling anybody."""
        self._value = value
        self.setText("" if value is None else long_date(value))
        self._say("")

    def open_calendar(self) -> None:
        """Open the calendar under the field; picking a day closes it."""
        today = self._today()
        popup = CalendarPopup(self._theme, self._value or today, today, self)
        popup.picked.connect(self._take)
        popup.open_below(self)

    def _read(self) -> None:
        text = self.text().strip()
        found = read_date(text, self._today()) if text else None
        if text and found is None:
            self._value = None
            self._say(NOT_A_DATE)
            return
        self._take(found)

    def _take(self, value: date | None) -> None:
        before = self._value
        self.set_value(value)
        if value != before:
            self.date_changed.emit(value)

    def _step(self, by: timedelta) -> None:
        now = read_date(self.text(), self._today()) or self._value
        try:
            self._take(self._today() if now is None else now + by)
        except OverflowError:
            self._take(now)  # The calendar ends there.

    def _say(self, problem: str) -> None:
        if problem == self.problem:
            return
        self.problem = problem
        self.setAccessibleDescription(problem)
        set_look(self, wrong="true" if problem else "false")
        self.problem_changed.emit(problem)

    def _place(self) -> None:
        hit = self._theme.px(_HIT)
        self.setTextMargins(0, 0, hit - 6, 0)
        self._open.setFixedSize(hit, hit)
        self._open.move(self.width() - hit - 2, (self.height() - hit) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Down and alt:
            self.open_calendar()
        elif key in _STEPS and not self.isReadOnly():
            self._step(_STEPS[key])
        else:
            super().keyPressEvent(event)
