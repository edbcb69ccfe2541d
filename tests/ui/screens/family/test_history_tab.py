"""The history of a family: read, paged and put back by real clicks and keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from family_page import ASHWORTH, FamilyPage, nameless, spoken, words
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from casedesk.domain.records import Person, Relationship
from casedesk.services.history import history_of_family
from casedesk.services.people import change_person, remove_relationship
from casedesk.services.people_page import people_page
from casedesk.services.undoing import undo
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.history.details import HistoryDetails
from casedesk.ui.screens.family.history.presenter import PAGE, STANDS_SO
from casedesk.ui.screens.family.history.tab import HistoryTab


def _open(page: FamilyPage) -> HistoryTab:
    tab = page.open("history")
    assert isinstance(tab, HistoryTab)
    return tab


def _click(page: FamilyPage, tab: HistoryTab, row: int = 0) -> HistoryDetails:
    where = tab.table.visualRect(tab.model.index(row, 0)).center()
    page.qtbot.mouseClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    page.settle()
    assert tab.details is not None
    assert tab.drawer.is_open
    return tab.details


def _cells(tab: HistoryTab, row: int = 0) -> list[str]:
    return [tab.model.index(row, column).data() for column in range(tab.model.columnCount())]


def _kerry(desk: Desk) -> Person:
    return people_page(desk.session, ASHWORTH).people[0].person


def _change_kerry(desk: Desk) -> None:
    kerry = replace(_kerry(desk), phone="07700 900999", email="kerry@example.org")
    change_person(desk.session, ASHWORTH, kerry)


def _remove_first_relationship(desk: Desk) -> Relationship:
    first = people_page(desk.session, ASHWORTH).relationships[0].record
    remove_relationship(desk.session, first.id, first.version)
    return first


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, desk)


@pytest.fixture
def own_page(qtbot: QtBot, own_desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, own_desk)


def test_a_change_is_read_from_to_in_words(own_page: FamilyPage) -> None:
    _change_kerry(own_page.desk)
    tab = _open(own_page)
    when, who, what, from_to = _cells(tab)
    assert "20" in when
    assert who == own_page.desk.session.worker
    assert what == "Changed person: Kerry Ashworth"
    assert "Phone: 07700 900000 → 07700 900999" in from_to
    assert "Email: (blank) → kerry@example.org" in from_to
    aloud = tab.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert f"{who} changed person: Kerry Ashworth" in aloud
    assert "Phone: from 07700 900000 to 07700 900999" in aloud
    said = words(_click(own_page, tab))
    assert "From\n07700 900000\nTo\n07700 900999" in said
    assert nameless(tab) == []


def test_scrolling_down_reads_the_older_ones(page: FamilyPage) -> None:
    total = history_of_family(page.desk.session, ASHWORTH, limit=1).total
    tab = _open(page)
    assert tab.count.text() == f"{total} changes"
    assert spoken(tab.table) == f"History of this family: {total} changes, newest first"
    assert PAGE <= tab.model.rowCount() < total
    for _ in range(total // PAGE + 1):
        bar = tab.table.verticalScrollBar()
        bar.setValue(bar.maximum())
        page.settle()
    assert tab.model.rowCount() == total
    marks = [(line.device, line.sequence) for line in tab.model.lines]
    assert len(set(marks)) == total


def test_one_field_is_restored_and_undone(own_page: FamilyPage) -> None:
    desk = own_page.desk
    _change_kerry(desk)
    tab = _open(own_page)
    details = _click(own_page, tab)
    assert spoken(details.field_buttons["phone"]) == "Restore Phone: 07700 900000"
    own_page.press(details.field_buttons["phone"])
    assert not tab.drawer.is_open
    assert (_kerry(desk).phone, _kerry(desk).email) == ("07700 900000", "kerry@example.org")
    assert own_page.toasts[-1][0] == "Put back: person: Kerry Ashworth."
    assert _cells(tab)[3] == "Phone: 07700 900999 → 07700 900000"
    own_page.undo()
    assert _kerry(desk).phone == "07700 900999"


def test_a_whole_change_is_restored_by_keys(own_page: FamilyPage) -> None:
    _change_kerry(own_page.desk)
    tab = _open(own_page)
    tab.table.setFocus(Qt.FocusReason.TabFocusReason)
    own_page.qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    details = tab.details
    assert details is not None
    assert details.all is not None
    assert details.all.text() == "Restore all 2"
    details.all.setFocus(Qt.FocusReason.TabFocusReason)
    own_page.qtbot.keyClick(details.all, Qt.Key.Key_Return)
    own_page.settle()
    assert (_kerry(own_page.desk).phone, _kerry(own_page.desk).email) == ("07700 900000", None)
    assert tab.table.hasFocus()


def test_what_was_removed_comes_back(own_page: FamilyPage) -> None:
    desk = own_page.desk
    gone = _remove_first_relationship(desk)
    tab = _open(own_page)
    assert _cells(tab)[2].startswith("Removed relationship: partner of Maureen")
    details = _click(own_page, tab)
    assert details.all is not None
    assert details.all.text() == "Bring back this relationship"
    own_page.press(details.all)
    back = [one.record.id for one in people_page(desk.session, ASHWORTH).relationships]
    assert gone.id in back
    own_page.undo()
    left = [one.record.id for one in people_page(desk.session, ASHWORTH).relationships]
    assert gone.id not in left


def test_what_was_added_has_nothing_before_it(page: FamilyPage) -> None:
    tab = _open(page)
    line = next(at for at, one in enumerate(tab.model.lines) if one.action == "add")
    details = _click(page, tab, line)
    assert details.all is None
    assert not details.field_buttons
    assert "there is nothing before it to put back" in words(details)
    page.qtbot.keyClick(tab.drawer.close_button, Qt.Key.Key_Escape)
    assert not tab.drawer.is_open


def test_a_refusal_is_said_in_the_panel(own_page: FamilyPage) -> None:
    desk = own_page.desk
    gone = _remove_first_relationship(desk)
    tab = _open(own_page)
    details = _click(own_page, tab)
    assert details.all is not None
    # Meanwhile it came back another way, so that it cannot come back twice.
    newest = history_of_family(desk.session, ASHWORTH, limit=1).lines[0]
    assert newest.record_id == gone.id
    own_page.press(details.all)
    details = _click(own_page, tab, 1)
    assert details.all is not None
    own_page.press(details.all)
    assert details.trouble.isVisible()
    assert "Not restored" in details.trouble.accessibleName()
    assert details.all.isEnabled()


def test_what_stands_so_already_is_not_restored_again(own_page: FamilyPage) -> None:
    desk = own_page.desk
    saved = change_person(desk.session, ASHWORTH, replace(_kerry(desk), phone="07700 900999"))
    assert saved.undo is not None
    undo(desk.session, saved.undo)
    tab = _open(own_page)
    details = _click(own_page, tab, 1)
    assert details.all is not None
    own_page.press(details.all)
    assert own_page.toasts[-1] == (STANDS_SO, None)


def test_narrow_the_worker_gives_way_and_is_still_read_aloud(qtbot: QtBot, desk: Desk) -> None:
    page = FamilyPage(qtbot, desk, (847, 464))
    tab = _open(page)
    assert tab.table.isColumnHidden(1)
    cell = tab.model.index(0, 0, QModelIndex())
    interface = QAccessible.queryAccessibleInterface(tab.table)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Table
    assert desk.session.worker in cell.data(Qt.ItemDataRole.AccessibleTextRole)
