"""The people of a family: read, added and changed by real clicks and keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from family_page import ASHWORTH, FamilyPage, nameless, spoken, words
from people_kit import card_of, choose, open_people, person_of, type_in
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from casedesk.services.people import change_person
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.people.identifiers import doubt_of
from casedesk.ui.screens.family.people.membership_form import MembershipForm
from casedesk.ui.screens.family.people.person_form import PersonForm


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, desk)


@pytest.fixture
def own_page(qtbot: QtBot, own_desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, own_desk)


def test_everybody_is_there_with_their_place_and_numbers(page: FamilyPage) -> None:
    tab = open_people(page)
    assert tab.count.text() == "6 people, and 1 who left or died"
    kerry = card_of(tab, "Kerry Ashworth")
    assert kerry.accessibleName() == "Kerry Ashworth: Parent, 34"
    said = words(kerry)
    assert "Lives here · Has parental responsibility" in said
    assert "Born: 5 May 1992" in said
    assert "NHS number: 999 000 0018" in said
    assert not kerry.badge.isVisible()
    assert "Other, died 2019 · called Ron" in words(card_of(tab, "Ronald Ashworth"))
    assert "Kerry is parent of Tyler" in words(tab.relationships)
    assert "Ron is partner of Maureen (ended)" in words(tab.relationships)
    assert nameless(tab) == []


def test_a_family_somebody_is_in_too_is_one_click_away(page: FamilyPage) -> None:
    darren = card_of(open_people(page), "Darren Cole")
    (other,) = darren.others
    assert spoken(other) == "Darren Cole is also in family CD-0431: open it"
    page.press(other)
    assert page.turned[-1] == ("family", {"family": "CD-0431"})


def test_a_person_who_is_asked_for_is_brought_into_view(page: FamilyPage) -> None:
    darren = person_of(page.desk, "Darren Cole")
    tab = open_people(page, person=darren.id)
    page.qtbot.waitUntil(lambda: card_of(tab, "Darren Cole").edit.hasFocus())


def test_details_are_changed_and_undone(own_page: FamilyPage) -> None:
    desk = own_page.desk
    tab = open_people(own_page)
    edit = card_of(tab, "Kerry Ashworth").edit
    assert spoken(edit) == "Edit details: Kerry Ashworth"
    own_page.press(edit)
    form = tab.panel.content
    assert isinstance(form, PersonForm)
    assert nameless(tab.panel.drawer) == []
    type_in(own_page, form.lines["phone"], "07700 900999")
    choose(own_page, form.boxes["interpreter"], "Yes")
    own_page.press(form.save)
    assert not tab.panel.drawer.is_open
    kerry = person_of(desk, "Kerry Ashworth")
    assert (kerry.phone, kerry.interpreter, kerry.ethnicity) == ("07700 900999", True, "WOTH")
    assert "Phone: 07700 900999" in words(card_of(tab, "Kerry Ashworth"))
    assert "Needs an interpreter" in words(card_of(tab, "Kerry Ashworth"))
    assert own_page.toasts[-1][0] == "Saved Kerry’s details."
    own_page.undo()
    assert person_of(desk, "Kerry Ashworth").phone == "07700 900000"
    assert "Phone: 07700 900000" in words(card_of(tab, "Kerry Ashworth"))


def test_a_number_that_does_not_check_is_kept_and_marked(own_page: FamilyPage) -> None:
    tab = open_people(own_page)
    own_page.press(card_of(tab, "Kerry Ashworth").edit)
    form = tab.panel.content
    assert isinstance(form, PersonForm)
    type_in(own_page, form.lines["nhs_number"], "999 000 0019")
    own_page.press(form.save)
    kerry = card_of(tab, "Kerry Ashworth")
    assert kerry.badge.isVisible()
    assert spoken(kerry.badge) == "Check a number"
    doubt = doubt_of(kerry.card.doubts, "NHS number")
    assert "last digit" in doubt
    assert doubt in words(kerry)
    assert "999 000 0019" in own_page.toasts[-1][0]
    own_page.press(kerry.edit)
    again = tab.panel.content
    assert isinstance(again, PersonForm)
    assert again.lines["nhs_number"].accessibleDescription() == doubt


def test_what_is_wrong_is_said_at_the_field(own_page: FamilyPage) -> None:
    tab = open_people(own_page)
    own_page.press(card_of(tab, "Kerry Ashworth").edit)
    form = tab.panel.content
    assert isinstance(form, PersonForm)
    type_in(own_page, form.lines["given_name"], "")
    type_in(own_page, form.born, "1 January 2030")
    own_page.press(form.save)
    assert tab.panel.drawer.is_open
    assert form.fields["given_name"].error == "The given name is needed"
    assert form.fields["date_of_birth"].error == "The date of birth should not be after today"
    assert form.lines["given_name"].hasFocus()
    type_in(own_page, form.lines["given_name"], "Kerry")
    type_in(own_page, form.born, "the other day")
    own_page.press(form.save)
    assert "Enter a real date" in form.fields["date_of_birth"].error
    assert form.fields["given_name"].error == ""
    assert person_of(own_page.desk, "Kerry Ashworth").date_of_birth is not None


def test_somebody_elses_save_is_not_written_over(own_page: FamilyPage) -> None:
    tab = open_people(own_page)
    own_page.press(card_of(tab, "Kerry Ashworth").edit)
    form = tab.panel.content
    assert isinstance(form, PersonForm)
    kerry = replace(person_of(own_page.desk, "Kerry Ashworth"), email="kerry@example.org")
    change_person(own_page.desk.session, ASHWORTH, kerry)
    type_in(own_page, form.lines["phone"], "07700 900999")
    own_page.press(form.save)
    assert form.trouble.isVisible()
    assert form.save.isEnabled()
    assert person_of(own_page.desk, "Kerry Ashworth").phone == "07700 900000"


def test_the_place_in_the_family_is_changed(own_page: FamilyPage) -> None:
    tab = open_people(own_page)
    own_page.press(card_of(tab, "Maureen Ashworth").place)
    form = tab.panel.content
    assert isinstance(form, MembershipForm)
    choose(own_page, form.boxes["lives_in_household"], "No")
    own_page.press(form.save)
    assert "Lives elsewhere" in words(card_of(tab, "Maureen Ashworth"))
    assert own_page.toasts[-1][0] == "Saved Maureen’s place in the family."
    own_page.undo()
    assert "Lives here" in words(card_of(tab, "Maureen Ashworth"))


def test_esc_leaves_a_form_and_the_focus_goes_back(page: FamilyPage) -> None:
    tab = open_people(page)
    edit = card_of(tab, "Tyler Ashworth").edit
    page.press(edit)
    form = tab.panel.content
    assert isinstance(form, PersonForm)
    page.qtbot.keyClick(form.lines["given_name"], Qt.Key.Key_Escape)
    assert not tab.panel.drawer.is_open
    assert edit.hasFocus()


def test_a_restricted_person_is_shown_only_when_asked_for(page: FamilyPage) -> None:
    tab = open_people(page)
    view = card_of(tab, "Kerry Ashworth")
    view.show_card(replace(view.card, restricted=True))
    assert "Born" not in words(view)
    assert "Restricted" in words(view)
    assert not view.edit.isVisible()
    page.press(view.reveal)
    assert "Born: 5 May 1992" in words(view)
    assert view.edit.hasFocus()


def test_narrow_the_relationships_go_below(qtbot: QtBot, desk: Desk) -> None:
    page = FamilyPage(qtbot, desk, (847, 464))
    tab = open_people(page)
    below = tab.relationships.mapTo(tab, tab.relationships.rect().topLeft()).y()
    people = tab.grid.mapTo(tab, tab.grid.rect().bottomLeft()).y()
    assert below > people
