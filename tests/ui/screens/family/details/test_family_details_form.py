"""A family's details, changed in the panel; and the buttons of the header."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from casedesk.domain.views.family_details import FamilyDetails
from casedesk.services.drafts import DraftKey, draft_of
from casedesk.services.families_editing import family_details
from casedesk.ui.desk import Desk
from casedesk.ui.screens import REGISTRY, ScreenEntry
from casedesk.ui.screens.family.details.form import DetailsForm
from casedesk.ui.screens.family.screen import FamilyScreen

REF = "CD-0412"


class DetailsPage:
    """The family's page with the form of its details."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.screen = FamilyScreen(desk)
        qtbot.addWidget(self.screen)
        self.screen.resize(1230, 648)
        with qtbot.waitActive(self.screen):
            self.screen.show()
        self.screen.show_for(family=REF)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.desk.jobs.is_idle, timeout=10_000)

    def open(self) -> None:
        self.screen.head.details.trigger()
        self.settle()

    @property
    def form(self) -> DetailsForm:
        form = self.screen.details.content
        assert isinstance(form, DetailsForm)
        return form

    @property
    def is_open(self) -> bool:
        return self.screen.details.drawer.is_open

    def type(self, name: str, text: str) -> None:
        control = self.form.controls[name]
        assert isinstance(control, QLineEdit | QPlainTextEdit)
        control.setFocus()
        control.selectAll()
        self.qtbot.keyClick(control, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(control, text)
        self.qtbot.keyClick(control, Qt.Key.Key_Tab)

    def press(self, button: QPushButton) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    @property
    def errors(self) -> dict[str, str]:
        return {name: field.error for name, field in self.form.fields.items() if field.error}

    @property
    def stored(self) -> FamilyDetails:
        return family_details(self.desk.session, REF)


@pytest.fixture
def page(qtbot: QtBot, own_desk: Desk) -> Iterator[DetailsPage]:
    yield DetailsPage(qtbot, own_desk)


def test_an_alert_needs_its_reason_who_and_until_when(page: DetailsPage) -> None:
    page.open()
    form = page.form
    page.type("alert", "")
    assert form.fields["alert_reason"].isHidden(), "without an alert nothing more is asked"
    page.type("alert", "Dog in the yard")
    page.type("alert_reason", "")
    page.type("alert_agreed_by", "")
    page.type("alert_review_on", "")
    page.press(form.save)
    assert page.errors == {
        "alert_reason": "Why there is an alert is needed",
        "alert_agreed_by": "Who agreed the alert is needed",
        "alert_review_on": "When the alert is looked at again is needed",
    }
    assert form.controls["alert_reason"].hasFocus()
    page.type("alert_reason", "It bites.")
    page.type("alert_agreed_by", "Samira Patel")
    page.type("alert_review_on", "5/1/27")
    date_typed = form.controls["alert_review_on"]
    assert isinstance(date_typed, QLineEdit)
    assert date_typed.text() == "5 January 2027", "the date is said in full"
    page.press(form.save)
    assert not page.is_open
    banner = page.screen.head._alert_banner
    assert banner.isVisible()
    assert page.stored.family.alert == "Dog in the yard"

    page.desk.undo_stack.undo()
    page.settle()
    assert page.stored.family.alert == "Two-person visits"


def test_a_move_and_an_end_of_the_work(page: DetailsPage) -> None:
    page.open()
    form = page.form
    page.press(form.addresses.add)
    part = form.addresses.parts[-1]
    address, postcode = part.controls["address"], part.controls["postcode"]
    assert address.hasFocus()
    page.qtbot.keyClicks(address, "2 Fell View")
    page.qtbot.keyClicks(postcode, "ZZ4 1AA")
    page.qtbot.keyClick(part.protected, Qt.Key.Key_Space)
    assert [one.current.isChecked() for one in form.addresses.parts] == [False, False, True]
    page.type("closed_on", "today")
    status = form.controls["status"]
    assert isinstance(status, QComboBox)
    assert status.currentText() == "Closed", "work that has ended is closed"
    page.press(form.save)
    assert page.errors == {"closure_reason": "Why the work ended is needed"}
    page.type("closure_reason", "Goals reached")
    page.press(form.save)
    assert not page.is_open
    now = page.stored
    assert (now.addresses[0].address, now.addresses[0].protected) == ("2 Fell View", True)
    assert now.involvement is not None
    assert now.involvement.closure_reason == "Goals reached"
    assert page.screen.head._status.accessibleName() == "Closed"


def test_work_that_has_ended_is_started_again(page: DetailsPage) -> None:
    page.open()
    assert page.form.again.isHidden(), "the work goes on"
    page.type("closed_on", "yesterday")
    page.type("closure_reason", "Goals reached")
    page.press(page.form.save)
    before = page.stored.involvement
    assert before is not None

    page.open()
    form = page.form
    page.press(form.again)
    assert form.controls["started_on"].hasFocus()
    page.screen.details.close()
    page.settle()
    page.open()
    keeper = page.form.keeper
    assert keeper is not None
    page.qtbot.waitUntil(keeper.banner.isVisible)
    page.press(keeper.banner.resume_button)
    form = page.form
    assert form.again.isHidden()
    page.press(form.save)
    assert page.errors == {}
    now = page.stored
    assert now.family.status == "open"
    assert now.involvement is not None
    assert now.involvement.id != before.id
    assert (now.involvement.keyworker, now.involvement.programme) == (
        before.keyworker, before.programme,
    )  # fmt: skip
    assert now.involvement.started_on == page.desk.session.today
    assert (now.involvement.closed_on, now.involvement.closure_reason) == (None, None)

    page.desk.undo_stack.undo()
    page.settle()
    back = page.stored.involvement
    assert back is not None
    assert (back.id, back.closed_on, back.current) == (before.id, before.closed_on, True)


def test_half_changed_details_are_offered_again(page: DetailsPage) -> None:
    page.open()
    page.type("referral_source", "Health visitor")
    page.screen.details.close()
    page.settle()
    kept = draft_of(page.desk.session, DraftKey("family details", family=REF))
    assert kept is not None
    assert kept.contents["referral_source"] == "Health visitor"
    assert "name" not in kept.contents, "what was not changed is not kept"
    page.screen.show_for(family=REF, edit="details")
    page.settle()
    line = page.form.controls["referral_source"]
    assert isinstance(line, QLineEdit)
    assert line.text() != "Health visitor"
    keeper = page.form.keeper
    assert keeper is not None
    banner = keeper.banner
    page.qtbot.waitUntil(banner.isVisible)
    page.press(banner.resume_button)
    assert line.text() == "Health visitor"
    page.press(page.form.save)
    assert page.stored.family.referral_source == "Health visitor"
    assert draft_of(page.desk.session, DraftKey("family details", family=REF)) is None


def test_a_visit_is_offered_where_there_is_the_page_for_it(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(REGISTRY, "visit", raising=False)
    without = DetailsPage(qtbot, desk).screen
    assert without.head.visit.isHidden()
    assert "start_visit" not in without.handles
    monkeypatch.setitem(REGISTRY, "visit", ScreenEntry(FamilyScreen))
    screen = DetailsPage(qtbot, desk).screen
    assert "start_visit" in screen.handles
    for button, expected in (
        (screen.head.visit, ["visit", {"family": REF}]),
        (None, ["report", {"family": REF}]),
    ):
        with qtbot.waitSignal(desk.navigation_asked) as asked:
            if button is None:
                screen.head.report.trigger()
            else:
                qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert asked.args == expected
    qtbot.mouseClick(screen.head.note, Qt.MouseButton.LeftButton)
    assert screen.bar.tabText(screen.bar.currentIndex()) == "Visits and notes"
    qtbot.waitUntil(lambda: desk.jobs.is_idle)


def test_narrow_the_header_keeps_its_buttons(qtbot: QtBot, desk: Desk) -> None:
    head = DetailsPage(qtbot, desk).screen.head
    for width in (1230, 847, 700, 520):
        head.window().resize(width, 464)
        assert head.note.isVisible()
        assert head.more.isVisible()
        assert head.note.accessibleName() == "Add note"
