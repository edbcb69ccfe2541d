"""The people tab as tests use it: opened, a card by its name, typed into and chosen from."""

from __future__ import annotations

from family_page import ASHWORTH, FamilyPage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from casedesk.domain.records import Person
from casedesk.domain.views.people_page import PeoplePage
from casedesk.services.people_page import people_page
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.people.person_card import PersonCardView
from casedesk.ui.screens.family.people.tab import PeopleTab


def open_people(page: FamilyPage, **args: str) -> PeopleTab:
    """Turn to the people of the Ashworths."""
    tab = page.open("people", **args)
    assert isinstance(tab, PeopleTab)
    return tab


def card_of(tab: PeopleTab, name: str) -> PersonCardView:
    """The card of a person."""
    return next(one for one in tab.grid.cards if one.card.name == name)


def people_of(desk: Desk) -> PeoplePage:
    """Everybody, as stored."""
    return people_page(desk.session, ASHWORTH)


def person_of(desk: Desk, name: str) -> Person:
    """A person, as stored."""
    return next(one.person for one in people_of(desk).people if one.name == name)


def related(desk: Desk) -> list[str]:
    """The relationships in words, as stored."""
    return [one.words for one in people_of(desk).relationships]


def type_in(page: FamilyPage, line: QLineEdit, text: str) -> None:
    """Type over what a field says, by keys."""
    line.setFocus(Qt.FocusReason.TabFocusReason)
    line.selectAll()
    page.qtbot.keyClick(line, Qt.Key.Key_Delete)
    page.qtbot.keyClicks(line, text)


def choose(page: FamilyPage, box: QComboBox, words_: str) -> None:
    """By keys, as a list is used without a mouse."""
    box.setFocus(Qt.FocusReason.TabFocusReason)
    page.qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentText() == words_:
            return
        page.qtbot.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"{words_} is not offered")
