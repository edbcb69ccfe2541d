"""The page of a new family as a worker fills it in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from casedesk.ui.desk import Desk
from casedesk.ui.screens.new_family.found_card import FoundCard
from casedesk.ui.screens.new_family.screen import NewFamilyScreen


class NewFamilyPage:
    """Types and presses, and waits until what was typed is looked up."""

    def __init__(self, qtbot: QtBot, desk: Desk, *, size: tuple[int, int] = (1230, 648)) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.screen = NewFamilyScreen(desk)
        qtbot.addWidget(self.screen)
        self.screen.resize(*size)
        with qtbot.waitActive(self.screen):
            self.screen.show()
        self.screen.show_for()
        self.settle()

    def settle(self) -> None:
        presenter = self.screen._presenter
        self.qtbot.waitUntil(
            lambda: self.desk.jobs.is_idle and not presenter._pause.isActive(), timeout=10_000
        )

    def type_family(self, name: str, text: str) -> None:
        self._type(self.screen.form.family.controls[name], text)

    def type_person(self, place: int, **fields: str) -> None:
        for name, text in fields.items():
            self._type(self.screen.form.people.rows[place].controls[name], text)

    def add_person(self, **fields: str) -> None:
        self.press(self.screen.form.people.add)
        self.type_person(len(self.screen.form.people.rows) - 1, **fields)

    def press(self, button: QPushButton) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def answer(self, name: str, words: str) -> None:
        """Presses an answer of the card of a person or family."""
        card = next(card for card in self.cards if card.found.what.name == name)
        self.press(next(one for one in card.answers if one.text() == words))

    @property
    def cards(self) -> list[FoundCard]:
        return self.screen.found.cards

    @property
    def found(self) -> list[tuple[str, str]]:
        return [(card.found.what.name, card.found.what.why) for card in self.cards]

    @property
    def errors(self) -> dict[str, str]:
        fields = dict(self.screen.form.family.fields)
        for place, row in enumerate(self.screen.form.people.rows):
            fields |= {f"{place}.{name}": field for name, field in row.fields.items()}
        return {name: field.error for name, field in fields.items() if field.error}

    def _type(self, control: QWidget, text: str) -> None:
        control.setFocus()
        self.qtbot.keyClicks(control, text)
        self.qtbot.keyClick(control, Qt.Key.Key_Tab)
        self.settle()
