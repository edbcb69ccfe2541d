"""The people as cards in two columns; in one where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from casedesk.domain.views.people_page import PersonCard
from casedesk.ui.screens.family.people.person_card import PersonCardView
from casedesk.ui.theme.theme import Theme

TWO_FROM = 700
"""At 100% text: so wide for two cards side by side."""


class PeopleGrid(QWidget):
    """Signals: see `PersonCardView`."""

    details_asked = Signal(object)
    place_asked = Signal(object)
    family_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._across = 0
        self.cards: list[PersonCardView] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        theme.changed.connect(self._place)

    def show_people(self, people: tuple[PersonCard, ...]) -> None:
        """Show them; the cards of those that were there stay, and so does the focus."""
        kept = {one.card.person.id: one for one in self.cards}
        self.cards = []
        for card in people:
            view = kept.pop(card.person.id, None)
            if view is None:
                view = self._made(card)
            else:
                view.show_card(card)
            self.cards.append(view)
        for view in kept.values():
            self._grid.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._across = 0
        self._place()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, as it is read."""
        return [
            stop for one in self.cards for stop in (*one.others, one.reveal, one.edit, one.place)
        ]

    def of(self, person_id: str) -> PersonCardView | None:
        """The card of a person."""
        return next((one for one in self.cards if one.card.person.id == person_id), None)

    def _made(self, card: PersonCard) -> PersonCardView:
        view = PersonCardView(self._theme, card)
        view.details_asked.connect(self.details_asked)
        view.place_asked.connect(self.place_asked)
        view.family_asked.connect(self.family_asked)
        return view

    def _place(self) -> None:
        across = 2 if self.width() >= self._theme.px(TWO_FROM) else 1
        if across == self._across or not self.cards:
            return
        self._across = across
        for view in self.cards:
            self._grid.removeWidget(view)
        for number, view in enumerate(self.cards):
            self._grid.addWidget(view, number // across, number % across)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._place()
