"""The side of the page: "Is it one of these?", answered before anything is created."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.screens.new_family.decisions import Decisions, Found, Key
from casedesk.ui.screens.new_family.found_card import FoundCard
from casedesk.ui.shell.page_area import PageArea
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.label import Label, Paragraph

TITLE = "Is it one of these?"
WAITING = (
    "While you type, people and families who may be the same are shown here, so that nobody is "
    "entered twice."
)
NOBODY = "Nobody like them is in the vault."
MANY = 3
"""From so many on that are only alike, all can be answered at once."""


class FoundPanel(QWidget):
    """Signals: same(found), decided(): an answer was given or taken back; open_asked(ref)."""

    same = Signal(object)
    decided = Signal()
    open_asked = Signal(str)

    def __init__(self, theme: Theme, decisions: Decisions, called: Callable[[int], str]) -> None:
        """`called` is the name of a row of the form, for the heading over who is like them."""
        super().__init__()
        self._theme = theme
        self._decisions = decisions
        self._called = called
        self.cards: list[FoundCard] = []
        self._words = Paragraph(theme, WAITING, "body", "ink2")
        self.none_of_them = Button(theme, "The others are all somebody else", tall=32)
        self.none_of_them.hide()
        self.none_of_them.clicked.connect(self._on_none)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._area = PageArea(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self.none_of_them)
        column.addWidget(self._area, 1)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint: what was found scrolls."""
        return QSize(240, 120)

    def say(self, words: str) -> None:
        """What stands above the list; empty takes it away."""
        self._words.set_text(words)
        self._words.setVisible(bool(words))

    def show_found(self) -> None:
        """The cards for what was found, those to decide first."""
        focused = next((card.found.key for card in self.cards if _has_focus(card)), None)
        while (item := self._column.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        self.cards = []
        heading = ""
        for one in self._decisions.found:
            words = "Families" if one.row is None else f"Like {self._called(one.row)}"
            if words != heading:
                heading = words
                self._column.addWidget(Label(words, "smallb", "ink2"))
            self._column.addWidget(self._card(one))
        self._column.addStretch(1)
        alike = [one for one in self._decisions.open if not one.what.certain]
        self.none_of_them.setVisible(len(alike) >= MANY)
        if focused is not None:
            self.focus_open(focused)

    def focus_open(self, key: Key | None = None) -> bool:
        """Go to what is to be decided (or to `key`, while it is); False when nothing is."""
        cards = [card for card in self.cards if card.answers]
        wanted = next((card for card in cards if card.found.key == key), None)
        card = wanted or next(iter(cards), None)
        if card is None:
            return False
        card.answers[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(card)
        return True

    def _card(self, one: Found) -> FoundCard:
        card = FoundCard(self._theme, one, decided=self._decisions.is_other(one.key))
        card.same.connect(self.same)
        card.other.connect(self._on_other)
        card.again.connect(self._on_again)
        card.open_asked.connect(self.open_asked)
        self.cards.append(card)
        return card

    def _on_other(self, found: Found) -> None:
        self._decisions.say_other(found.key)
        self._answered()

    def _on_again(self, found: Found) -> None:
        self._decisions.ask_again(found.key)
        self.show_found()
        self.focus_open(found.key)
        self.decided.emit()

    def _on_none(self) -> None:
        for one in self._decisions.open:
            if not one.what.certain:
                self._decisions.say_other(one.key)
        self._answered()

    def _answered(self) -> None:
        self.show_found()
        self.focus_open()
        self.decided.emit()


def _has_focus(card: FoundCard) -> bool:
    return any(answer.hasFocus() for answer in card.answers)
