"""The people as cards in two columns; in one where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casedesk.domain.views.people_page import PersonCard
from casedesk.ui.screens.family.people.person_card import PersonCardView
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.card_columns import CardColumns

TWO_FROM = 700
"""At 100% text: so wide for two cards side by side."""


class PeopleGrid(CardColumns):
    """Signals: see `PersonCardView`."""

    details_asked = Signal(object)
    place_asked = Signal(object)
    family_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, two_from=TWO_FROM, parent=parent)
        self.cards: list[PersonCardView] = []

    def show_people(self, people: tuple[PersonCard, ...]) -> None:
        """Show them; the cards of those that were there stay, and so does the focus."""
        kept = {one.card.person.id: one for one in self.cards}
        self.cards = []
        for card in people:
            view = kept.get(card.person.id)
            if view is None:
                view = self._made(card)
            else:
                view.show_card(card)
            self.cards.append(view)
        self.set_cards(self.cards)

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
