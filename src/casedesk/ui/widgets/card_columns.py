"""Cards in two columns; in one where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from casedesk.ui.theme.theme import Theme

_GAP = 16


class CardColumns(QWidget):
    """`two_from` is how wide it is at 100% text for two cards side by side."""

    def __init__(self, theme: Theme, *, two_from: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._two_from = two_from
        self._across = 0
        self._cards: tuple[QWidget, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        theme.changed.connect(self._place)

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these; those of before that are not among them go, and the rest keep the focus."""
        for card in self._cards:
            if card not in cards:
                self._grid.removeWidget(card)
                card.hide()
                card.deleteLater()
        self._cards = tuple(cards)
        self._across = 0
        self._place()

    def add_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these as well, behind those that are there."""
        first = len(self._cards)
        self._cards += tuple(cards)
        if not self._across:
            self._place()
            return
        for number, card in enumerate(cards, first):
            self._grid.addWidget(card, number // self._across, number % self._across)

    def _place(self) -> None:
        across = 2 if self.width() >= self._theme.px(self._two_from) else 1
        if across == self._across or not self._cards:
            return
        self._across = across
        for card in self._cards:
            self._grid.removeWidget(card)
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // across, number % across)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._place()
