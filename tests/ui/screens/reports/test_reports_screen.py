"""The page of reports: a family is chosen by typing, and what was shared can be looked up."""

from __future__ import annotations

from typing import Any

import pytest
from fake_dialogs import FakeDialogs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from casedesk.domain.errors import KnownError
from casedesk.services.reports_page import PAGE, reviews_to_report, shared_lately_page
from casedesk.storage.sharing_log import Disclosure
from casedesk.ui.desk import Desk
from casedesk.ui.screens.reports.model import COL_HOW, COL_STATE, SharedModel
from casedesk.ui.screens.reports.screen import ReportsScreen

ASHWORTH, OKAFOR = "CD-0412", "CD-0431"
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
NOT_READ = "We could not read what was shared. Your records are safe."


class Shown:
    """The page on a desk, with where it turned to."""

    def __init__(self, qtbot: QtBot, desk: Desk, size: tuple[int, int] = (1278, 648)) -> None:
        self.qtbot, self.desk = qtbot, desk
        self.turned: list[tuple[str, dict[str, Any]]] = []
        desk.navigation_asked.connect(lambda page, args: self.turned.append((page, args)))
        self.screen = ReportsScreen(desk)
        qtbot.addWidget(self.screen)
        self.screen.resize(*size)
        with qtbot.waitActive(self.screen):
            self.screen.show()
        self.screen.show_for()
        self.settle()

    def settle(self) -> None:
        pause = self.screen.finder.field._pause
        self.qtbot.waitUntil(
            lambda: self.desk.jobs.is_idle and not pause.isActive(), timeout=20_000
        )
        QApplication.processEvents()

    @property
    def said(self) -> str:
        labels = (one for one in self.screen.findChildren(QLabel) if one.isVisible())
        return "\n".join(one.accessibleName() or one.text() for one in labels)

    @property
    def found(self) -> list[str]:
        model = self.screen.finder.list.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _log(desk: Desk, *refs: str | None, state: str = "done") -> None:
    """Entries as they are left by what was printed."""
    with desk.session.store.unit_of_work("Beth Lindley") as uow:
        for ref in refs:
            entry = uow.begin_disclosure(
                Disclosure(
                    family_id=uow.family_by_ref(ref).id if ref else None,
                    recipient="nhs",
                    purpose="support",
                    items=(),
                    how="printed",
                    sha256="0" * 64,
                )
            )
            if state == "done":
                uow.finish_disclosure(entry)
            elif state == "failed":
                uow.fail_disclosure(entry)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Shown:
    return Shown(qtbot, desk)


def test_a_family_is_typed_marked_and_reported_on(page: Shown, qtbot: QtBot) -> None:
    finder = page.screen.finder
    assert finder.field.hasFocus()
    assert page.found[0] == "Ashworth · CD-0412"
    assert page.screen.make.accessibleName() == "Make a report about Ashworth"
    qtbot.keyClick(finder.field, KEY.Key_Down)
    assert finder.field.accessibleDescription() == page.found[1]
    qtbot.keyClicks(finder.field, "0431")
    page.settle()
    assert page.found == ["Okafor · CD-0431"]
    qtbot.keyClick(finder.field, KEY.Key_Return)
    assert page.turned == [("report", {"family": OKAFOR})]
    qtbot.mouseClick(page.screen.make, LEFT)
    page.screen.on_action("report")
    assert page.turned == [("report", {"family": OKAFOR})] * 3


def test_a_click_marks_and_a_double_click_takes(page: Shown, qtbot: QtBot) -> None:
    finder = page.screen.finder
    view = finder.list
    second = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=second)
    assert page.turned == []
    assert page.screen.make.accessibleName() == f"Make a report about {finder.family}"
    qtbot.mouseDClick(view.viewport(), LEFT, pos=second)
    assert page.turned == [("report", {"family": finder.ref})]


def test_enter_never_takes_a_family_that_nobody_saw(page: Shown, qtbot: QtBot) -> None:
    field = page.screen.finder.field
    qtbot.keyClicks(field, "okafor")
    qtbot.keyClick(field, KEY.Key_Return)
    page.settle()
    assert page.turned == [("report", {"family": OKAFOR})], "the only one there is"
    field.clear()
    qtbot.keyClicks(field, "CD-04")
    qtbot.keyClick(field, KEY.Key_Return)
    page.settle()
    assert len(page.turned) == 1, "one of several is not chosen for the worker"
    assert len(page.found) > 1


def test_nothing_found_says_so_and_makes_nothing(page: Shown, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.screen.finder.field, "zzzz")
    page.settle()
    assert "No family matches. Check the spelling." in page.said
    assert not page.screen.make.isEnabled()
    qtbot.keyClick(page.screen.finder.field, KEY.Key_Return)
    page.settle()
    assert page.turned == []


def test_the_meetings_that_come_up_have_their_reports_ready(page: Shown, qtbot: QtBot) -> None:
    reviews = reviews_to_report(page.desk.session)
    rows = page.screen.reviews.rows
    assert [row.line for row in rows] == list(reviews.lines)
    assert reviews.lines[0].label in page.said
    assert f"{reviews.lines[0].family}: " in page.said
    assert rows[0].button.accessibleName().startswith("Make the report for the meeting. ")
    qtbot.mouseClick(rows[0].button, LEFT)
    assert page.turned == [("report", {"family": reviews.lines[0].family_ref})]
    assert page.screen.reviews.see_all.isVisible() == (reviews.total > len(rows))
    page.screen.reviews.all_asked.emit()
    assert page.turned[-1] == ("families", {"filters": ("mine", "open"), "sort": "next_review"})


def test_a_log_with_nothing_in_it_says_what_will_be_there(qtbot: QtBot, own_desk: Desk) -> None:
    page = Shown(qtbot, own_desk)
    assert "Nothing shared yet" in page.said
    qtbot.mouseClick(page.screen.shared.chips["mine"], LEFT)
    page.settle()
    assert "Nothing about your own families has left CaseDesk." in page.said
    qtbot.mouseClick(page.screen.shared.everybody, LEFT)
    page.settle()
    assert page.screen.shared.chips["all"].isChecked()
    assert page.screen.whereabouts() == {"scope": "all"}


def test_what_was_shared_is_opened_in_its_familys_log(
    qtbot: QtBot, own_desk: Desk, dialogs: FakeDialogs, qtmodeltester: ModelTester
) -> None:
    _log(own_desk, ASHWORTH)
    _log(own_desk, OKAFOR, state="failed")
    _log(own_desk, ASHWORTH, state="pending")
    _log(own_desk, None)
    page = Shown(qtbot, own_desk)
    table, model = page.screen.shared.table, page.screen.shared.model
    qtmodeltester.check(model)
    assert SharedModel().index(0, 0).data() is None
    states = [str(model.index(row, COL_STATE).data()) for row in range(model.rowCount())]
    assert states == ["Done", "Not finished", "Failed", "Done"]
    spoken = str(model.index(1, 0).data(SPOKEN))
    assert "Ashworth, CD-0412. Shared with NHS and health organisations for: Working" in spoken
    assert spoken.endswith("Printed by Beth Lindley. Not finished")
    table.setFocus()
    qtbot.keyClick(table, KEY.Key_Return)
    assert page.turned == []
    assert dialogs.messages[-1].title == "Shared with NHS and health organisations"
    assert dialogs.messages[-1].text.startswith("Several families. For: Working together")
    qtbot.keyClick(table, KEY.Key_Down)
    qtbot.keyClick(table, KEY.Key_Return)
    entry = shared_lately_page(own_desk.session).lines[1]
    assert page.turned == [("family", {"family": ASHWORTH, "tab": "consent", "shared": entry.id})]
    qtbot.mouseClick(page.screen.shared.chips["mine"], LEFT)
    page.settle()
    families = [str(model.index(row, 1).data()) for row in range(model.rowCount())]
    assert "Several families" not in families
    assert table.currentIndex().row() == 0, "it stands on the entry that was looked at"


def test_a_long_log_is_read_as_it_is_scrolled(qtbot: QtBot, own_desk: Desk) -> None:
    _log(own_desk, *([ASHWORTH] * (PAGE + 5)))
    page = Shown(qtbot, own_desk)
    model, table = page.screen.shared.model, page.screen.shared.table
    assert model.rowCount() == PAGE + 5
    assert model.index(PAGE + 4, 0).data(SPOKEN) == "Being read"
    page.settle()
    table.scrollToBottom()
    page.settle()
    assert "Ashworth, CD-0412" in str(model.index(PAGE + 4, 0).data(SPOKEN))
    assert f"{PAGE + 5}" in page.said


def test_a_log_that_cannot_be_read_is_said_to_be_safe(
    page: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KnownError("The disk does not answer.")

    where = "casedesk.ui.screens.reports.presenter"
    with monkeypatch.context() as patch:
        patch.setattr(f"{where}.shared_lately_page", broken)
        patch.setattr(f"{where}.reviews_to_report", broken)
        page.screen.show_for()
        page.settle()
        assert NOT_READ in page.said
        assert "We could not read your reviews. Your records are safe." in page.said
        assert page.screen.reviews.rows, "what was read stays"
    page.screen.reviews.again_asked.emit()
    page.settle()
    assert "We could not read" not in page.said


def test_narrow_one_card_is_under_the_other(qtbot: QtBot, own_desk: Desk) -> None:
    _log(own_desk, ASHWORTH)
    page = Shown(qtbot, own_desk, (847, 464))
    screen = page.screen
    assert screen.reviews.y() > screen.finder.parentWidget().geometry().bottom()
    assert screen.shared.table.isColumnHidden(COL_HOW)
    assert "Printed by Beth Lindley" in str(screen.shared.model.index(0, 0).data(SPOKEN))
    screen.resize(1278, 648)
    QApplication.processEvents()
    assert screen.reviews.x() > screen.finder.geometry().right()
    assert not screen.shared.table.isColumnHidden(COL_HOW)


def test_tab_goes_as_one_reads(qtbot: QtBot, own_desk: Desk) -> None:
    _log(own_desk, ASHWORTH)
    page = Shown(qtbot, own_desk)
    screen = page.screen
    stops = [screen.finder.field]
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert stops[1:3] == [screen.make, screen.finder.list]
    buttons = [row.button for row in screen.reviews.rows]
    first = [one for one in (screen.reviews.see_all, *buttons) if one.isVisible()]
    assert stops[3:6] == [*first, *screen.shared.chips.values(), screen.shared.table][:3]
