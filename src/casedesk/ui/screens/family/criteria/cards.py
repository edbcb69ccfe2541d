"""The cards in two columns; in one where the window is narrow.

The first ones are there at once and the others a turn of the event loop later, a few at a
time, so that the window goes on answering while they are made.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from casedesk.domain.views.criteria_page import CriterionCard
from casedesk.ui.screens.family.criteria.card import CriterionCardView
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.card_columns import CardColumns

TWO_FROM = 1040
"""At 100% text: so wide for two cards side by side."""
AT_ONCE, A_TURN = 4, 2
"""Cards that fit on the screen, and cards made in one turn after those."""


class Cards(CardColumns):
    """Signals, each with the card: see `CriterionCardView`."""

    confirmed = Signal(object)
    disagree_asked = Signal(object)
    change_asked = Signal(object)
    record_asked = Signal(object)
    nothing_found = Signal(object)
    consent_asked = Signal(object)
    details_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, two_from=TWO_FROM, parent=parent)
        self._made: list[CriterionCardView] = []
        self._waiting: list[CriterionCard] = []
        self._decides = True
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._make_some)

    @property
    def views(self) -> list[CriterionCardView]:
        """Every card; those that were still to be made are made now."""
        self.make_all()
        return self._made

    def make_all(self) -> None:
        """Makes the cards that are still to be made, for one that has to be brought in."""
        self._make(len(self._waiting))

    def show_cards(self, cards: tuple[CriterionCard, ...], *, decides: bool) -> None:
        """Show criteria; the widgets of those that were there stay, and so does the focus."""
        known = [one.card.id for one in self._made] + [card.id for card in self._waiting]
        self._decides = decides
        if known != [card.id for card in cards]:
            self._made, self._waiting = [], list(cards)
            self.set_cards(())
            self._make(AT_ONCE)
            return
        self._waiting = list(cards[len(self._made) :])
        for view, card in zip(self._made, cards, strict=False):
            view.show_card(card, decides=decides)

    def of(self, criterion: str) -> CriterionCardView | None:
        """The card of a criterion."""
        return next((one for one in self.views if one.card.id == criterion), None)

    def _make_some(self) -> None:
        self._make(A_TURN)

    def _make(self, count: int) -> None:
        now, self._waiting = self._waiting[:count], self._waiting[count:]
        if now:
            views = [self._view_of(card) for card in now]
            self._made += views
            self.add_cards(views)
        if self._waiting:
            self._turn.start()

    def _view_of(self, card: CriterionCard) -> CriterionCardView:
        view = CriterionCardView(self._theme, card, decides=self._decides)
        view.confirmed.connect(self.confirmed)
        view.disagree_asked.connect(self.disagree_asked)
        view.change_asked.connect(self.change_asked)
        view.record_asked.connect(self.record_asked)
        view.nothing_found.connect(self.nothing_found)
        view.consent_asked.connect(self.consent_asked)
        view.details_asked.connect(self.details_asked)
        return view
