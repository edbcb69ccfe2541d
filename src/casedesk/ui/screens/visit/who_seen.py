"""Who was seen: a toggle for each member, and somebody else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from casedesk.domain.programmes.wording import listed
from casedesk.domain.views.visit import VisitPerson
from casedesk.ui.screens.visit.even_row import EvenRow
from casedesk.ui.screens.visit.seen_toggle import SeenToggle
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.label import Label

LEAST = 168
NOBODY_ELSE = "Add somebody else"
_NAMED = 32
_COMPANY = 2
"""More names than these would not be read on a toggle."""


class WhoSeen(QWidget):
    """Those at home first; those who live elsewhere and anybody else stand behind a button.

    Signals:
        changed(): who was seen, or how, is another.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, people: Sequence[VisitPerson], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.toggles = {one.id: SeenToggle(theme, one) for one in people}
        self.more = Button(theme, NOBODY_ELSE, kind="quiet", icon="plus", tall=32)
        self.also = QLineEdit()
        self.also.setProperty("tall", "40")
        self.also.setMaxLength(200)
        self.also.setPlaceholderText("Who else was there, for example the health visitor")
        self.also.setAccessibleName("Who else was there")
        head = QHBoxLayout()
        head.setSpacing(14)
        self._heading = Label("&Who was seen?", "heading")
        self._hint = Label("Select everyone you saw", "small", "ink2")
        head.addWidget(self._heading)
        head.addWidget(self._hint)
        hint = QHBoxLayout()
        hint.setSpacing(4)
        hint.addWidget(IconLabel(theme, "user-round", 16, "ink2"))
        hint.addWidget(Label("means seen alone", "small", "ink2"))
        self._alone_hint = QWidget()
        self._alone_hint.setLayout(hint)
        hint.setContentsMargins(0, 0, 0, 0)
        self._alone_hint.hide()
        head.addWidget(self._alone_hint)
        head.addStretch(1)
        head.addWidget(self.more)
        at_home = EvenRow(theme.px(LEAST))
        elsewhere = EvenRow(theme.px(LEAST))
        for one in people:
            (at_home if one.at_home else elsewhere).addWidget(self.toggles[one.id])
        self._others = QWidget()
        self._others.setLayout(elsewhere)
        self._others.setVisible(False)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self._others, 1)
        beside.addWidget(self.also, 2)
        self.also.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(at_home)
        column.addLayout(beside)
        self._elsewhere = [one.id for one in people if not one.at_home]
        for toggle in self.toggles.values():
            toggle.changed.connect(self._on_changed)
        self.also.textChanged.connect(self._on_also)
        self.more.clicked.connect(self._on_more)
        if self.toggles:
            first = next(iter(self.toggles.values()))
            self.setFocusProxy(first)
            self._heading.setBuddy(first)

    @property
    def seen(self) -> tuple[str, ...]:
        """The ids of those who were seen."""
        return tuple(key for key, one in self.toggles.items() if one.isChecked())

    @property
    def alone(self) -> tuple[str, ...]:
        """The ids of the children who were seen alone."""
        return tuple(key for key, one in self.toggles.items() if one.is_alone)

    def set_value(self, seen: Iterable[str], alone: Iterable[str], also: str) -> None:
        """As a draft or the plan has it."""
        were_seen, were_alone = set(seen), set(alone)
        for key, toggle in self.toggles.items():
            toggle.set_state(seen=key in were_seen, alone=key in were_alone)
        self.also.setText(also)
        if were_seen.intersection(self._elsewhere):
            self.show_more()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The hint gives way first, where there is little room."""
        head = (self._heading, self._hint, self._alone_hint, self.more)
        shown = [one for one in head if one is self._hint or not one.isHidden()]
        wanted = sum(one.sizeHint().width() + 14 for one in shown)
        self._hint.setVisible(wanted <= self.width())

    def show_more(self) -> None:
        """The members who live elsewhere, and a line for anybody else."""
        self._others.setVisible(bool(self._elsewhere))
        self.also.show()
        self.more.hide()

    def _on_also(self, words: str) -> None:
        named = words.strip()
        short = named if len(named) <= _NAMED else f"{named[:_NAMED].rstrip()} …"
        self.more.setText(f"With {short}" if named else NOBODY_ELSE)
        self.more.set_icon("pencil" if named else "plus")
        self.changed.emit()

    def _on_more(self) -> None:
        self.show_more()
        self.also.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        seen = [self.toggles[key] for key in self.seen]
        grown_up = [one.person.name for one in seen if not one.person.is_child]
        with_them = listed(grown_up[:_COMPANY], "and") if grown_up else ""
        for toggle in self.toggles.values():
            toggle.set_company(with_them)
        self._alone_hint.setVisible(any(one.person.is_child for one in seen))
        self._make_room()
        self.changed.emit()
