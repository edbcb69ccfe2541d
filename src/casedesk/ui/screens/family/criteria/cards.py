"""The cards in two columns; in one where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casedesk.domain.views.criteria_page import CriterionCard
from casedesk.ui.screens.family.criteria.card import CriterionCardView
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.card_columns import CardColumns

TWO_FROM = 1040
"""At 100% text: so wide for two cards side by side."""


class Cards(CardColumns):
    """Signals, each with the card: see `CriterionCardView`."""

    confirmed = Signal(object)
    disagree_asked = Signal(object)
    change_asked = Signal(object)
    record_asked = Signal(object)
    consent_asked = Signal(object)
    details_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, two_from=TWO_FROM, parent=parent)
        self.views: list[CriterionCardView] = []

    def show_cards(self, cards: tuple[CriterionCard, ...], *, decides: bool) -> None:
        """Show criteria; the widgets of those that were there stay, and so does the focus."""
        if [one.card.id for one in self.views] != [card.id for card in cards]:
            self._make(cards)
        for view, card in zip(self.views, cards, strict=True):
            view.show_card(card, decides=decides)

    def of(self, criterion: str) -> CriterionCardView | None:
        """The card of a criterion."""
        return next((one for one in self.views if one.card.id == criterion), None)

    def _make(self, cards: tuple[CriterionCard, ...]) -> None:
        self.views = [self._made(card) for card in cards]
        self.set_cards(self.views)

    def _made(self, card: CriterionCard) -> CriterionCardView:
        view = CriterionCardView(self._theme, card)
        view.confirmed.connect(self.confirmed)
        view.disagree_asked.connect(self.disagree_asked)
        view.change_asked.connect(self.change_asked)
        view.record_asked.connect(self.record_asked)
        view.consent_asked.connect(self.consent_asked)
        view.details_asked.connect(self.details_asked)
        return view
