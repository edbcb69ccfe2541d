"""A new family: looked up as it is typed, decided, then created once."""

from __future__ import annotations

from typing import Any

import pytest
from new_family_kit import NewFamilyPage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casedesk.domain.errors import NotFound
from casedesk.services.drafts import DraftKey, draft_of
from casedesk.services.family_page import family_header
from casedesk.services.people_page import people_page
from casedesk.ui.desk import Desk

KEY = DraftKey("new family")
SAME, OTHER, ANOTHER = (
    "It is the same person: add them",
    "It is somebody else",
    "It is another family",
)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> NewFamilyPage:
    """To look up and fill in only: nothing may be created."""
    return NewFamilyPage(qtbot, desk)


def test_it_begins_with_the_name_and_says_what_is_to_be_done(page: NewFamilyPage) -> None:
    screen = page.screen
    assert screen.form.family.name.hasFocus()
    assert screen.state.words == "Type the name of the family first."
    page.press(screen.make)
    assert page.errors == {"name": "The name of the family is needed"}
    assert screen.form.family.name.hasFocus()
    page.type_family("name", "Xylander family")
    assert page.found == []
    assert screen.state.words.startswith("Nobody like them is in the vault.")
    assert screen.form.people.rows[0].family_name.text() == "Xylander"


def test_likely_same_people_and_families_are_shown_with_why(page: NewFamilyPage) -> None:
    page.type_family("name", "Ashwerth")
    page.type_person(0, given_name="Kerry")
    screen = page.screen
    assert page.found == [
        ("Kerry Ashworth", "a name alike"),
        ("Ashworth", "a name alike; Kerry Ashworth is in it"),
    ]
    assert screen.state.words == "2 to decide: say for each whether it is the same."
    page.answer("Kerry Ashworth", OTHER)
    assert screen.state.words == "1 to decide: say for each whether it is the same."
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Open this family, CD-0412"

    page.type_person(0, date_of_birth="5 May 1992")
    assert ("Kerry Ashworth", "the same date of birth and a name alike") in page.found
    assert screen.state.words.startswith("2 to decide"), "for a new reason it is asked anew"


def test_a_family_that_is_there_already_is_one_press_away(
    qtbot: QtBot, page: NewFamilyPage
) -> None:
    page.type_family("name", "Ashworth")
    with qtbot.waitSignal(page.desk.navigation_asked) as asked:
        page.answer("Ashworth", "Open this family")
    assert asked.args == ["family", {"family": "CD-0412"}]
    assert page.screen.form.family.name.text() == "Ashworth", "what was typed stays"


def test_narrow_those_found_come_in_a_drawer_when_it_is_to_be_created(
    qtbot: QtBot, desk: Desk
) -> None:
    page = NewFamilyPage(qtbot, desk, size=(847, 464))
    page.type_family("name", "Ashworth")
    screen = page.screen
    assert screen.side.card.isHidden()
    assert screen.side.opener.text() == "Is it one of these? 1"
    page.press(screen.make)
    assert screen.side.drawer.is_open
    page.answer("Ashworth", ANOTHER)
    assert not screen.side.drawer.is_open
    assert screen.make.hasFocus()


def test_rows_of_people_are_added_taken_out_and_named(page: NewFamilyPage) -> None:
    people = page.screen.form.people
    page.type_family("name", "Xylander")
    page.type_person(0, given_name="Ada")
    page.add_person(given_name="Bea", family_name="")
    assert [row.called for row in people.rows] == ["Ada", "Bea"]
    assert people.rows[1].controls["role"].accessibleName() == "Bea: Role in the family"
    page.press(people.rows[0].remove)
    assert [row.called for row in people.rows] == ["Bea"]
    assert people.rows[0].remove.isHidden(), "the last row stays"
    assert people.rows[0].controls["given_name"].hasFocus()


def test_created_once_with_the_person_the_vault_had(qtbot: QtBot, own_desk: Desk) -> None:
    page = NewFamilyPage(qtbot, own_desk)
    session, screen = own_desk.session, page.screen
    page.type_family("name", "Ashworth")
    page.type_family("ref", "CD-0412")
    page.type_person(0, given_name="Kerry")
    page.add_person(given_name="Milo", date_of_birth="3 March 2089")

    page.press(screen.make)
    assert screen.found.cards[0].answers[0].hasFocus(), "it goes to what is to be decided"
    page.answer("Kerry Ashworth", SAME)
    row = screen.form.people.rows[0]
    assert row.linked.isVisible()
    assert row.fields["given_name"].isHidden()
    page.answer("Ashworth", ANOTHER)
    assert screen.state.words == "You can create the family now."

    page.press(screen.make)
    assert page.errors == {
        "ref": "The reference is used by another family already, Ashworth",
        "1.date_of_birth": "The date of birth should not be after today",
    }
    assert screen.form.family.controls["ref"].hasFocus()
    screen.form.family.controls["ref"].selectAll()
    page.type_family("ref", "CD-0900")
    screen.form.people.rows[1].controls["date_of_birth"].selectAll()
    page.type_person(1, date_of_birth="3 March 2019")

    toasts: list[list[Any]] = []
    own_desk.toast_asked.connect(lambda *said: toasts.append(list(said)))
    with qtbot.waitSignal(own_desk.navigation_asked) as asked:
        page.press(screen.make)
    assert asked.args == ["family", {"family": "CD-0900"}]
    qtbot.waitUntil(lambda: bool(toasts))
    assert toasts[0][0] == "Created Ashworth, CD-0900."
    assert toasts[0][1] is not None, "the toast offers Undo"
    kerry, milo = people_page(session, "CD-0900").people
    assert (kerry.elsewhere, milo.elsewhere) == (("CD-0412",), ())
    assert screen.form.is_blank, "the form is ready for another one"
    assert draft_of(session, KEY) is None

    own_desk.undo_stack.undo()
    qtbot.waitUntil(lambda: own_desk.jobs.is_idle)
    with pytest.raises(NotFound):
        family_header(session, "CD-0900")


def test_what_was_half_typed_is_offered_again(qtbot: QtBot, own_desk: Desk) -> None:
    page = NewFamilyPage(qtbot, own_desk)
    page.type_family("name", "Xylander")
    page.type_family("address", "1 Loom Street")
    page.type_person(0, given_name="Ada", date_of_birth="spring 2019", phone="01632 960 111")
    page.screen.hide()
    qtbot.waitUntil(lambda: own_desk.jobs.is_idle)
    assert draft_of(own_desk.session, KEY) is not None

    again = NewFamilyPage(qtbot, own_desk)
    qtbot.waitUntil(again.screen._keeper.banner.isVisible)
    assert again.screen.form.is_blank, "nothing is put back unasked"
    again.press(again.screen._keeper.banner.resume_button)
    form = again.screen.form
    assert form.family.name.text() == "Xylander"
    assert form.family.values()["address"] == "1 Loom Street"
    row = form.people.rows[0]
    assert (row.called, row.person().phone) == ("Ada", "01632 960 111")
    assert row.controls["date_of_birth"].text() == "spring 2019", (
        "what is no date yet stays as typed"
    )
    assert again.screen.state.words.startswith("Nobody like them is in the vault.")

    with qtbot.waitSignal(own_desk.navigation_asked) as asked:
        again.press(again.screen.cancel)
    assert asked.args == ["families", {}]
    qtbot.waitUntil(lambda: own_desk.jobs.is_idle)
    assert draft_of(own_desk.session, KEY) is None


def test_the_whole_page_by_keys(qtbot: QtBot, page: NewFamilyPage) -> None:
    page.type_family("name", "Ashworth")
    button = page.cards[0].answers[1]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    page.settle()
    assert page.screen.make.hasFocus()
