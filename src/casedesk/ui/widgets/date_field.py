"""A date, typed in words or figures or picked from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from casedesk.domain.dates import long_date
from casedesk.domain.typed_dates import Leaning, read_typed_date
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import IconButton
from casedesk.ui.widgets.calendar_popup import CalendarPopup
from casedesk.ui.widgets.date_echo import DateEcho
from casedesk.ui.widgets.date_words import echo_of
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

    "fri", "27/3", "in 6 weeks" are read as they are typed, and what they are understood to mean
    is said below while the field has the focus ("Friday 27 November 2026, in 3 days"); screen
    readers get it as the description. `echo_changed` has the same words, or "".
    """

    date_changed = Signal(object)
    problem_changed = Signal(str)
    echo_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        today: Callable[[], date],
        value: date | None = None,
        leaning: Leaning = "near",
        parent: QWidget | None = None,
    ) -> None:
        """`name` is what it is called aloud; `today` is the day that "today" means.

        `leaning` says which way "fri" or "27/3" looks: "ahead" where something is due, "back"
        where something happened, "near" where it may be either.
        """
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self._leaning: Leaning = leaning
        self._value: date | None = None
        self.problem = ""
        self.echo = ""
        self._before_echo = ""
        self._below = DateEcho(theme, self)
        self.setAccessibleName(name)
        self.setPlaceholderText("Day, month, year")
        self._open = IconButton(
            theme, "calendar-days", "Choose a date", bare=True, ink="ink2", parent=self
        )
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open.clicked.connect(self.open_calendar)
        self.editingFinished.connect(self._read)
        self.textEdited.connect(self._show_echo)
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
        self._show_echo(self.text())

    def open_calendar(self) -> None:
        """Open the calendar under the field; picking a day closes it."""
        today = self._today()
        popup = CalendarPopup(self._theme, self._value or today, today, self)
        popup.picked.connect(self._take)
        popup.open_below(self)

    def _read(self) -> None:
        text = self.text().strip()
        found = self._meant(text)
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
        now = self._meant(self.text()) or self._value
        try:
            self._take(self._today() if now is None else now + by)
        except OverflowError:
            self._take(now)  # The calendar ends there.

    def _meant(self, text: str) -> date | None:
        return read_typed_date(text, self._today(), self._leaning)

    def _show_echo(self, text: str) -> None:
        """What the words mean so far, below and aloud."""
        found = self._meant(text)
        echo = "" if found is None else echo_of(found, self._today())
        if self.hasFocus():
            self._below.say(echo)
        if echo == self.echo:
            return
        if self.accessibleDescription() != self.echo:
            self._before_echo = self.accessibleDescription()  # The hint of the form.
        self.echo = echo
        self.setAccessibleDescription(echo or self.problem or self._before_echo)
        self.echo_changed.emit(echo)

    def _settle_echo(self, *, shown: bool) -> None:
        if not isValid(self._below):
            return  # The window is going, and took the slip first.
        if shown:
            self._below.place()
        else:
            self._below.say("")

    def _say(self, problem: str) -> None:
        if problem == self.problem:
            return
        self.problem = problem
        self.setAccessibleDescription(problem)
        self.echo = self._before_echo = ""
        self._below.say("")
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
        self._settle_echo(shown=True)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._settle_echo(shown=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._settle_echo(shown=False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._settle_echo(shown=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Down and alt:
            self.open_calendar()
        elif key in _STEPS and not self.isReadOnly():
            self._step(_STEPS[key])
        else:
            super().keyPressEvent(event)
