"""People around the family: a part of the People tab, by real clicks and keys."""

from __future__ import annotations

import pytest
from family_page import ASHWORTH, FamilyPage, nameless, spoken, words
from people_kit import card_of, open_people, type_in
from pytestqt.qtbot import QtBot

from casedesk.domain.views.around_page import AroundPage
from casedesk.services.around import around_page
from casedesk.services.drafts import DraftKey, draft_of
from casedesk.services.professionals import ProfessionalEntry, add_professional
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.around.professional_form import ProfessionalForm
from casedesk.ui.screens.family.around.safe_form import SafeContactForm


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, desk)


@pytest.fixture
def own_page(qtbot: QtBot, own_desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, own_desk)


def stored(page: FamilyPage, ref: str = ASHWORTH) -> AroundPage:
    return around_page(page.desk.session, ref)


def test_the_switch_shows_who_is_around(page: FamilyPage) -> None:
    tab = open_people(page)
    assert not tab.around.isVisible()
    assert "Text first" in words(card_of(tab, "Kerry Ashworth"))
    assert "Safe contact" not in words(card_of(tab, "Tyler Ashworth"))
    chip = tab._parts.outside
    assert spoken(chip) == "Around the family, 4"
    page.press(chip)
    assert tab.around.isVisible()
    assert not tab.grid.isVisible()
    said = words(tab.around)
    assert "Jo Hebden, keyworker" in said
    assert "CAMHS worker" in said
    assert "Not safe: voicemail, email or post." in said
    assert nameless(tab) == []


def test_somebody_typed_in_another_family_is_taken_over(own_page: FamilyPage) -> None:
    session = own_page.desk.session
    add_professional(
        session,
        "CD-0431",
        ProfessionalEntry(
            name="Ruth Oldroyd", role="Health visitor", organisation="Weir Lane Surgery",
            recipient="nhs", phone="01632 960 555",
        ),
    )  # fmt: skip
    tab = open_people(own_page, part="around")
    own_page.press(tab.around.professionals.add)
    form = tab.around.panel.content
    assert isinstance(form, ProfessionalForm)
    assert nameless(tab.around.panel.drawer) == []
    own_page.press(form.save)
    assert "A name or an organisation is needed" in form.fields["name"].error
    type_in(own_page, form.lines["name"], "Ruth O")
    own_page.qtbot.waitUntil(lambda: form.known.isVisible())
    own_page.press(form.known.buttons[0])
    assert form.lines["phone"].text() == "01632 960 555"
    assert form.recipient.currentData() == "nhs"
    own_page.press(form.save)
    assert not tab.around.panel.drawer.is_open
    titles = {one.title: one.about for one in stored(own_page).professionals}
    assert titles["Ruth Oldroyd"] == "Health visitor, Weir Lane Surgery"
    own_page.undo()
    assert "Ruth Oldroyd" not in {one.title for one in stored(own_page).professionals}


def test_safe_contact_is_changed_and_stands_on_the_card(own_page: FamilyPage) -> None:
    tab = open_people(own_page, part="around")
    kerry = next(one for one in stored(own_page).safe_contacts if one.name == "Kerry")
    own_page.press(tab.around.safe.buttons[kerry.person_id])
    form = tab.around.panel.content
    assert isinstance(form, SafeContactForm)
    form.instruction.setPlainText("Ring the school; they pass it on.")
    form.ways.set_value(())
    own_page.press(form.save)
    now = next(one for one in stored(own_page).safe_contacts if one.name == "Kerry")
    assert (now.instruction, now.safe) == ("Ring the school; they pass it on.", ())
    assert "No way is marked as safe" in words(tab.around.safe)
    own_page.press(tab._parts.inside)
    assert "they pass it on" in words(card_of(tab, "Kerry Ashworth"))


def test_a_form_half_filled_comes_back(own_page: FamilyPage) -> None:
    tab = open_people(own_page, part="around")
    own_page.press(tab.around.professionals.add)
    form = tab.around.panel.content
    assert isinstance(form, ProfessionalForm)
    type_in(own_page, form.lines["organisation"], "Calder Food Bank")
    tab.around.panel.close()
    own_page.settle()
    key = DraftKey("people/professional", ASHWORTH)
    assert draft_of(own_page.desk.session, key) is not None
    open_people(own_page, form="professional")
    again = tab.around.panel.content
    assert isinstance(again, ProfessionalForm)
    assert again.keeper is not None
    own_page.press(again.keeper.banner.resume_button)
    assert again.lines["organisation"].text() == "Calder Food Bank"
    own_page.press(again.save)
    assert draft_of(own_page.desk.session, key) is None
    assert "Calder Food Bank" in {one.title for one in stored(own_page).professionals}
