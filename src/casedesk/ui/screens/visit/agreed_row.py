"""One action agreed: what, who and by when, each of which can be corrected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QWidget

from casedesk.domain.action_lines import Owner
from casedesk.domain.dates import long_date
from casedesk.domain.views.visit import AgreedAction
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button, IconButton
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.icon_label import IconLabel

_SOON_DAYS = 300
"""Up to so many days ahead a date needs no year."""
_DATE_WIDE = 176


class AgreedRow(QWidget):
    """The title is a field; who and when are buttons that open a menu and a date field.

    Signals:
        changed(): something of it is another.
        removed(): it is to go.
    """

    changed = Signal()
    removed = Signal()

    def __init__(
        self,
        theme: Theme,
        action: AgreedAction,
        owners: Sequence[Owner],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """The first of `owners` is the worker."""
        super().__init__(parent)
        self._owners, self._today = owners, today
        self._owner, self._due = action.owner, action.due
        self.title = QLineEdit(action.title)
        self.title.setProperty("type", "visit")
        self.title.setProperty("tall", "40")
        self.title.setCursorPosition(0)
        self.title.setFrame(False)
        self.title.setStyleSheet("border-color: transparent; background: transparent;")
        self.title.setAccessibleName("Action agreed")
        self.who = Button(theme, "", kind="secondary", icon="user-round", tall=32)
        self.when = Button(theme, "", kind="quiet", tall=32)
        self.day = DateField(theme, "By when", today=today, leaning="ahead")
        self._dates = QStackedWidget()
        self._dates.setFixedWidth(theme.px(_DATE_WIDE))
        self._dates.addWidget(self.when)
        self._dates.addWidget(self.day)
        self.remove = IconButton(theme, "x", "Remove this action", bare=True, ink="accentTx")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, "check", 18, "accentTx"))
        row.addWidget(self.title, 1)
        row.addWidget(self.who)
        row.addWidget(self._dates)
        row.addWidget(self.remove)
        self.title.textChanged.connect(self._on_changed)
        self.who.clicked.connect(self._offer_owners)
        self.when.clicked.connect(self._ask_date)
        self.day.editingFinished.connect(self._take_date)
        self.day.date_changed.connect(self._on_picked)
        self.remove.clicked.connect(self.removed)
        self._say()

    @property
    def action(self) -> AgreedAction:
        """As it stands now."""
        return AgreedAction(self.title.text().strip(), self._owner, self._due)

    def menu_of_owners(self) -> QMenu:
        """Everybody it may be given to."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for owner in self._owners:
            menu.addAction(owner.name).triggered.connect(partial(self._give_to, owner))
        return menu

    def _offer_owners(self) -> None:
        self.menu_of_owners().popup(self.who.mapToGlobal(QPoint(0, self.who.height())))

    def _give_to(self, owner: Owner, _: bool = False) -> None:
        self._owner = owner
        self._on_changed()

    def _ask_date(self) -> None:
        self.day.set_value(self._due)
        self._dates.setCurrentWidget(self.day)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()

    def _on_picked(self, day: date | None) -> None:
        self._due = day
        self._on_changed()

    def _take_date(self) -> None:
        if self.day.problem:
            return
        had_focus = self.day.hasFocus()
        self._due = self.day.value()
        self._dates.setCurrentWidget(self.when)
        if had_focus:
            self.when.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_changed()

    def _on_changed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        owner = self._owner or self._owners[0]
        first = owner.name.split()[0] if owner.kind == "worker" else owner.name
        self.who.setText(first)
        self.who.setAccessibleName(f"{owner.name} does it; choose somebody else")
        due = self._due
        self.when.setText("Add a date" if due is None else f"by {_day(due, self._today())}")
        full = "No date" if due is None else f"By {long_date(due)}"
        self.when.setAccessibleName(f"{full}; choose another")
        self.remove.setAccessibleName(f"Remove {self.title.text() or 'this action'}")


def _day(day: date, today: date) -> str:
    """ "27 November", with its year where it is far off."""
    words = long_date(day)
    is_soon = 0 <= (day - today).days < _SOON_DAYS
    return words.removesuffix(f" {day.year}") if is_soon else words
