"""The cards in two columns; in one where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from casedesk.domain.views.criteria_page import CriterionCard
from casedesk.ui.screens.family.criteria.card import CriterionCardView
from casedesk.ui.theme.theme import Theme

TWO_FROM = 1040
"""At 100% text: so wide for two cards side by side."""
_GAP = 16


class Cards(QWidget):
    """Signals, each with the card: see `CriterionCardView`."""

    confirmed = Signal(object)
    disagree_asked = Signal(object)
    change_asked = Signal(object)
    record_asked = Signal(object)
    consent_asked = Signal(object)
    details_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._across = 0
        self.views: list[CriterionCardView] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        theme.changed.connect(self._place)

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
        for view in self.views:
            view.hide()
            view.deleteLater()
        self.views = []
        for card in cards:
            view = CriterionCardView(self._theme, card)
            view.confirmed.connect(self.confirmed)
            view.disagree_asked.connect(self.disagree_asked)
            view.change_asked.connect(self.change_asked)
            view.record_asked.connect(self.record_asked)
            view.consent_asked.connect(self.consent_asked)
            view.details_asked.connect(self.details_asked)
            self.views.append(view)
        self._across = 0
        self._place()

    def _place(self) -> None:
        across = 2 if self.width() >= self._theme.px(TWO_FROM) else 1
        if across == self._across or not self.views:
            return
        self._across = across
        for number, view in enumerate(self.views):
            self._grid.removeWidget(view)
            self._grid.addWidget(view, number // across, number % across)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._place()
