"""People and relationships added to a family by real clicks and keys."""

from __future__ import annotations

import pytest
from family_page import ASHWORTH, FamilyPage, spoken, words
from people_kit import card_of, choose, open_people, people_of, person_of, related, type_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.people.add_form import AddPersonForm
from casedesk.ui.screens.family.people.relationship_form import RelationshipForm
from casedesk.ui.screens.family.people.tab import PeopleTab


@pytest.fixture
def own_page(qtbot: QtBot, own_desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, own_desk)


def test_a_relationship_is_added_refused_twice_and_removed(own_page: FamilyPage) -> None:
    tab = open_people(own_page)
    own_page.press(tab.relationships.add)
    form = tab.panel.content
    assert isinstance(form, RelationshipForm)
    choose(own_page, form.person, "Ellie Ashworth")
    choose(own_page, form.relation, "is sibling of")
    choose(own_page, form.other, "Ellie Ashworth")
    own_page.press(form.save)
    assert form.fields["other_person_id"].error == "The other person should be somebody else"
    choose(own_page, form.other, "Sam Ashworth")
    assert form.sentence.plain() == "Ellie is sibling of Sam."
    own_page.press(form.save)
    assert "Ellie is sibling of Sam" in related(own_page.desk)
    assert own_page.toasts[-1][0] == "Recorded: Ellie is sibling of Sam."
    line = next(
        one
        for one in people_of(own_page.desk).relationships
        if one.words == "Ellie is sibling of Sam"
    )
    change = tab.relationships.buttons[line.record.id]
    assert spoken(change) == "Change: Ellie is sibling of Sam"
    own_page.qtbot.mouseClick(change, Qt.MouseButton.LeftButton)
    own_page.settle()
    form = tab.panel.content
    assert isinstance(form, RelationshipForm)
    own_page.press(form.remove)
    assert "Ellie is sibling of Sam" not in related(own_page.desk)
    own_page.undo()
    assert "Ellie is sibling of Sam" in words(tab.relationships)


def test_a_relationship_ends(own_page: FamilyPage) -> None:
    tab = open_people(own_page)
    line = next(
        one
        for one in people_of(own_page.desk).relationships
        if one.words.startswith("Darren is sep")
    )
    own_page.qtbot.mouseClick(tab.relationships.buttons[line.record.id], Qt.MouseButton.LeftButton)
    form = tab.panel.content
    assert isinstance(form, RelationshipForm)
    type_in(own_page, form.to_on, "1 May 2026")
    own_page.press(form.save)
    assert "Darren is separated from Kerry (ended)" in words(tab.relationships)


def test_somebody_new_is_added_and_undone(own_page: FamilyPage) -> None:
    tab = open_people(own_page)
    own_page.press(tab.add)
    form = tab.panel.content
    assert isinstance(form, AddPersonForm)
    own_page.press(form.save)
    assert form.fields["family_name"].error == "The family name is needed"
    type_in(own_page, form.lines["given_name"], "Xanthe")
    type_in(own_page, form.lines["family_name"], "Quillfeather")
    choose(own_page, form.boxes["role"], "Child")
    own_page.press(form.save)
    assert words(card_of(tab, "Xanthe Quillfeather")).startswith("Xanthe Quillfeather\nXanthe")
    assert tab.count.text() == "7 people, and 1 who left or died"
    assert own_page.toasts[-1][0] == "Added Xanthe."
    own_page.undo()
    assert tab.count.text() == "6 people, and 1 who left or died"


def test_somebody_the_vault_has_already_is_offered(own_page: FamilyPage) -> None:
    """Darren is in the Ashworths and in another family; he is added to a third."""
    tab = own_page.open("people", family="CD-0431")
    assert isinstance(tab, PeopleTab)
    own_page.press(tab.add)
    form = tab.panel.content
    assert isinstance(form, AddPersonForm)
    type_in(own_page, form.lines["given_name"], "Kerry")
    type_in(own_page, form.lines["family_name"], "Ashworth")
    type_in(own_page, form.born, "5 May 1992")
    own_page.press(form.save)
    assert "Kerry Ashworth, born 5 May 1992, in CD-0412: the same name and date of birth." in words(
        form
    )
    same, new = form.answers
    assert same.text() == "Add this Kerry Ashworth"
    assert new.text() == "Add as somebody new"
    assert same.hasFocus()
    own_page.press(same)
    kerry = card_of(tab, "Kerry Ashworth")
    assert kerry.card.elsewhere == (ASHWORTH,)
    assert kerry.card.person.id == person_of(own_page.desk, "Kerry Ashworth").id


def test_tab_follows_the_reading_order(own_page: FamilyPage) -> None:
    """After somebody was added, too: their card comes before the relationships."""
    tab = open_people(own_page)
    own_page.press(tab.add)
    form = tab.panel.content
    assert isinstance(form, AddPersonForm)
    type_in(own_page, form.lines["given_name"], "Xanthe")
    type_in(own_page, form.lines["family_name"], "Quillfeather")
    own_page.press(form.save)
    tab.add.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(40):
        own_page.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(spoken(QApplication.focusWidget()))
        if seen[-1] == "Add a relationship":
            break
    assert seen[:2] == ["Edit details: Kerry Ashworth", "Place in family: Kerry Ashworth"]
    assert "Edit details: Xanthe Quillfeather" in seen
    assert seen[-1] == "Add a relationship"
