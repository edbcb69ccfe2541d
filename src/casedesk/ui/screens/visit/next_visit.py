"""When the next visit is: in a week, in two, or another date, and at what time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from casedesk.domain.dates import long_date
from casedesk.domain.typed_times import read_typed_time
from casedesk.services.visit_page import day_words
from casedesk.ui.screens.visit.kept_visit import day_from
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.chip import Chip
from casedesk.ui.widgets.date_field import NOT_A_DATE, DateField
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.properties import set_look

OTHER = "other"
NOT_A_TIME = "Enter a time, for example 10:30"
_TIME_WIDE, _DAY_WIDE = 112, 216


class NextVisit(QWidget):
    """Chips of which at most one is on; a second press takes it off again.

    Signals:
        changed(): another day or time.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        today: Callable[[], date],
        at_time: time | None,
        planned_already: str,
        parent: QWidget | None = None,
    ) -> None:
        """`at_time` is offered; `planned_already` says when the next visit is, if there is one."""
        super().__init__(parent)
        first = today()
        self.chips: dict[str, Chip] = {}
        for weeks in (1, 2):
            day = first + timedelta(weeks=weeks)
            self.chips[day.isoformat()] = Chip(theme, day_words(day), tall=40)
        self.chips[OTHER] = Chip(theme, "Another date", tall=40)
        self.day = DateField(theme, "Date of the next visit", today=today, leaning="ahead")
        self.day.setProperty("tall", "40")
        self.day.setProperty("type", "visit")
        self.day.setFixedWidth(theme.px(_DAY_WIDE))
        self.at = QLineEdit("" if at_time is None else f"{at_time:%H:%M}")
        self.at.setProperty("type", "visit")
        self.at.setProperty("tall", "40")
        self.at.setFixedWidth(theme.px(_TIME_WIDE))
        self.at.setPlaceholderText("Any time")
        self.at.setAccessibleName("Time of the next visit")
        self.at.addAction(
            theme.icon("clock", theme.px(18), "ink2"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._trouble = Label("", "small", "bad")
        self._trouble.hide()
        row = FlowLayout(8)
        heading = Label("&Next visit", "heading")
        heading.setBuddy(next(iter(self.chips.values())))
        heading.setFixedSize(theme.px(88), theme.px(40))
        row.addWidget(heading)
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addWidget(self.day)
        row.addWidget(self.at)
        self._already = Label("", "small", "ink2")
        self._already.setFixedHeight(theme.px(40))
        self._already.setText(f"Planned already: {planned_already}" if planned_already else "")
        row.addWidget(self._already)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._trouble)
        for key, chip in self.chips.items():
            chip.clicked.connect(lambda on, key=key: self._on_chip(key, on=on))
        self.day.date_changed.connect(self._on_touched)
        self.day.textEdited.connect(self._on_touched)
        self.at.textEdited.connect(self._on_touched)
        self.at.editingFinished.connect(self._tidy_time)
        self._show_fields()

    @property
    def choice(self) -> str:
        """The chip that is on: a day in ISO, `OTHER`, or "" for none."""
        return next((key for key, chip in self.chips.items() if chip.isChecked()), "")

    @property
    def on(self) -> date | None:
        """The day, None where none is chosen."""
        choice = self.choice
        if choice == OTHER:
            return self.day.value()
        return date.fromisoformat(choice) if choice else None

    @property
    def at_time(self) -> time | None:
        """The time, None for any."""
        return read_typed_time(self.at.text())

    def problem(self) -> str:
        """What is wrong, in words; shown as well."""
        said = ""
        if self.choice == OTHER and self.day.value() is None:
            said = NOT_A_DATE
        elif self.choice and self.at.text().strip() and self.at_time is None:
            said = NOT_A_TIME
        self.set_error(said)
        return said

    def set_error(self, error: str) -> None:
        """Show what is wrong; empty takes it away."""
        self._trouble.setText(error)
        self._trouble.setVisible(bool(error))
        set_look(self.at, wrong="true" if error == NOT_A_TIME else "false")

    def kept(self) -> dict[str, Any]:
        """For a draft."""
        return {"choice": self.choice, "day": self.day.text(), "time": self.at.text()}

    def take_up(self, kept: Mapping[str, Any]) -> None:
        """As a draft has it; a day that a chip no longer stands for becomes another date."""
        choice = str(kept.get("choice") or "")
        for key, chip in self.chips.items():
            chip.setChecked(key == choice)
        self.day.setText(str(kept.get("day") or ""))
        kept_day = day_from(choice)
        if kept_day is not None and choice not in self.chips:
            self.chips[OTHER].setChecked(True)
            self.day.setText(long_date(kept_day))
        if "time" in kept:
            self.at.setText(str(kept["time"]))
        self.day.editingFinished.emit()
        self._show_fields()

    def _on_chip(self, key: str, *, on: bool) -> None:
        for other, chip in self.chips.items():
            if other != key:
                chip.setChecked(False)
        self._show_fields()
        if key == OTHER and on:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_touched()

    def _show_fields(self) -> None:
        self.day.setVisible(self.choice == OTHER)
        self.at.setVisible(bool(self.choice))
        # It helps to choose; afterwards the room is the fields'.
        self._already.setVisible(bool(self._already.text()) and not self.choice)

    def _on_touched(self, *_: object) -> None:
        self.set_error("")
        self.changed.emit()

    def _tidy_time(self) -> None:
        if (found := self.at_time) is not None:
            self.at.setText(f"{found:%H:%M}")
