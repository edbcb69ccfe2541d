"""The visits and notes on the made-up caseload: read, narrowed and written by clicks and keys."""

from __future__ import annotations

from datetime import date, time

import pytest
from family_page import ASHWORTH, FamilyPage, nameless, spoken, words
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from casedesk.domain.records import Contact
from casedesk.services.drafts import all_drafts
from casedesk.services.notes import NoteEntry, add_note
from casedesk.services.timeline import timeline
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.visits.note_form import NoteForm
from casedesk.ui.screens.family.visits.tab import VisitsTab

NARROW = (847, 400)


def _open(page: FamilyPage, **args: str) -> VisitsTab:
    tab = page.open("visits", **args)
    assert isinstance(tab, VisitsTab)
    return tab


def _write(page: FamilyPage, tab: VisitsTab) -> NoteForm:
    page.press(page.screen.head.note)
    form = tab.panel.form
    assert form is not None
    assert tab.panel.drawer.is_open
    return form


def _type(page: FamilyPage, into: QWidget, text: str) -> None:
    page.qtbot.keyClicks(into, text)


def _newest(page: FamilyPage) -> Contact:
    return timeline(page.desk.session, ASHWORTH, limit=1).entries[0].record


def _other_family(page: FamilyPage) -> str:
    """Another family than the Ashworths."""
    with page.desk.session.store.read() as reading:
        return next(one.ref for one in reading.families() if one.ref != ASHWORTH)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, desk)


@pytest.fixture
def own_page(qtbot: QtBot, own_desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, own_desk)


def test_the_newest_is_open_to_read(page: FamilyPage) -> None:
    tab = _open(page)
    found = timeline(page.desk.session, ASHWORTH)
    assert tab.count.text() == f"{found.total} entries"
    assert tab.view is not None
    assert tab.view.entry == found.entries[0]
    assert found.entries[0].text in words(tab.view)
    assert nameless(tab) == []


def test_the_arrows_turn_to_the_next_entry(page: FamilyPage) -> None:
    tab = _open(page)
    tab.list.setFocus()
    page.qtbot.keyClick(tab.list, Qt.Key.Key_Down)
    second = tab.model.entries[1]
    assert tab.view is not None
    assert tab.view.entry == second
    row = QAccessible.queryAccessibleInterface(tab.list).child(1)
    assert row is not None
    said = row.text(QAccessible.Text.Name)
    assert said.startswith(f"{second.kind}, {second.when}")
    page.qtbot.keyClick(tab.list, Qt.Key.Key_Return)
    assert tab.reading.hasFocus()
    assert second.when in spoken(tab.reading)


def test_a_kind_narrows_it(page: FamilyPage) -> None:
    tab = _open(page)
    everything = tab.model.total
    chip = tab.chips.chips["home visit"]
    page.press(chip)
    assert chip.isChecked()
    assert 0 < tab.model.total < everything
    assert spoken(chip) == f"Home visit, {tab.model.total}"
    assert {entry.kind for entry in tab.model.entries} == {"Home visit"}
    page.press(tab.chips.chips[None])
    assert tab.model.total == everything


def test_words_are_looked_for_and_what_is_not_there_is_said(page: FamilyPage) -> None:
    tab = _open(page)
    everything = tab.model.total
    word = max(tab.model.entries[0].text.replace(".", " ").split(), key=len)
    _type(page, tab.search, word)
    page.qtbot.keyClick(tab.search, Qt.Key.Key_Return)
    page.settle()
    assert 0 < tab.model.total <= everything
    assert all(entry.snippet.marks for entry in tab.model.entries)
    _type(page, tab.search, "zzz")
    page.qtbot.keyClick(tab.search, Qt.Key.Key_Return)
    page.settle()
    assert f"No notes with “{word}zzz”" in words(tab.empty)
    page.press(tab.all)
    assert tab.model.total == everything
    assert tab.search.text() == ""


def test_a_long_record_is_read_as_it_is_scrolled(own_page: FamilyPage) -> None:
    session = own_page.desk.session
    for number in range(70):
        entry = NoteEntry(on=date(2026, 1, 5), at_time=time(9), text=f"Rang, no answer {number}")
        add_note(session, ASHWORTH, entry)
    tab = _open(own_page)
    assert tab.model.rowCount() == 50
    assert tab.model.total > 70
    tab.list.verticalScrollBar().setValue(tab.list.verticalScrollBar().maximum())
    own_page.settle()
    while tab.model.canFetchMore(tab.list.rootIndex()):
        tab.list.scrollToBottom()
        own_page.settle()
    shown = [entry.record.id for entry in tab.model.entries]
    assert len(set(shown)) == len(shown) == tab.model.total


def test_a_note_is_added_by_keys_and_taken_back(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    before = tab.model.total
    own_page.screen.on_action("add_note")
    own_page.settle()
    form = tab.panel.form
    assert form is not None
    assert form.text.hasFocus()
    assert nameless(form) == []
    _type(own_page, form.text, "Went through the week. Sleep is better.")
    form.at_time.setFocus()
    _type(own_page, form.at_time, "2.15pm")
    form.kind.setFocus()
    _type(own_page, form.kind, "Home")
    tyler = next(one for one in form.child_rows.rows.values() if "Tyler" in spoken(one.seen))
    own_page.press(tyler.alone)
    _type(own_page, tyler.said, "I like the new teacher")
    own_page.press(form.significant)
    own_page.press(form.confidential)
    own_page.press(form.save)
    assert not tab.panel.drawer.is_open
    assert own_page.toasts[-1][0] == "Saved the note: Home visit."
    note = _newest(own_page)
    assert (note.kind, note.at_time, note.on) == ("home visit", time(14, 15), date(2026, 11, 24))
    assert note.seen_alone == note.children_seen
    assert set(note.children_seen) <= set(note.people)
    assert note.significant
    assert tab.model.total == before + 1
    assert tab.view is not None
    said = words(tab.view)
    assert "Tyler: “I like the new teacher”" in said
    assert "Tyler (alone)" in said
    assert "Confidential" in said
    own_page.undo()
    assert tab.model.total == before


def test_what_is_wrong_is_said_at_its_field(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    form = _write(own_page, tab)
    _type(own_page, form.at_time, "half past")
    own_page.press(form.save)
    assert tab.panel.drawer.is_open
    assert spoken(form.text, QAccessible.Text.Description) == "What happened is needed"
    assert spoken(form.at_time, QAccessible.Text.Description) == "The time should be like 14:03"
    form.at_time.clear()
    _type(own_page, form.text, "Rang the office")
    form.on.setFocus()
    form.on.selectAll()
    _type(own_page, form.on, "wed")
    form.text.setFocus()
    assert form.on.text() == "18 November 2026", "what was written of has been"
    form.on.setFocus()
    form.on.selectAll()
    _type(own_page, form.on, "30 November 2026")
    own_page.press(form.save)
    assert spoken(form.on, QAccessible.Text.Description) == "The date should not be after today"
    assert form.save.isEnabled()


def test_somebody_named_in_the_words_is_offered(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    form = _write(own_page, tab)
    _type(own_page, form.text, "Kerry rang about the school.")
    own_page.press(form.save)
    assert form.offer.isVisible()
    assert "Kerry" in form.offer.add.text()
    assert form.offer.add.hasFocus()
    assert not form.save.isVisible()
    own_page.press(form.offer.add)
    assert not tab.panel.drawer.is_open
    entry = timeline(own_page.desk.session, ASHWORTH, limit=1).entries[0]
    assert entry.people == ("Kerry",)


def test_the_offer_can_be_left(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    form = _write(own_page, tab)
    _type(own_page, form.text, "Rang about Kerry.")
    own_page.press(form.save)
    own_page.press(form.offer.leave)
    assert not tab.panel.drawer.is_open
    assert _newest(own_page).people == ()


def test_a_closed_panel_keeps_what_was_typed(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    form = _write(own_page, tab)
    _type(own_page, form.text, "Half a sentence")
    form.on.selectAll()
    _type(own_page, form.on, "30 Febr")
    ellie = next(one for one in form.child_rows.rows.values() if "Ellie" in spoken(one.seen))
    own_page.press(ellie.alone)
    _type(own_page, ellie.said, "I am")
    _type(own_page, form.minutes, "1h")
    own_page.press(form.significant)
    own_page.qtbot.keyClick(form.text, Qt.Key.Key_Escape)
    assert not tab.panel.drawer.is_open
    other = _other_family(own_page)
    own_page.screen.show_for(other, "visits")
    own_page.settle()
    elsewhere = _write(own_page, tab)
    assert elsewhere.keeper is not None
    assert not elsewhere.keeper.banner.isVisible()
    own_page.screen.show_for(ASHWORTH, "visits")
    own_page.settle()
    again = _write(own_page, tab)
    own_page.settle()
    assert again.text.toPlainText() == ""
    assert again.keeper is not None
    assert again.keeper.banner.isVisible()
    own_page.press(again.keeper.banner.resume_button)
    assert again.text.toPlainText() == "Half a sentence"
    assert again.on.text() == "30 Febr"
    assert again.minutes.text() == "1h"
    row = next(one for one in again.child_rows.rows.values() if "Ellie" in spoken(one.seen))
    assert (row.seen.isChecked(), row.alone.isChecked(), row.said.text()) == (True, True, "I am")
    ellie_id = next(key for key, one in again.child_rows.rows.items() if one is row)
    assert ellie_id in again.people.value()
    assert again.significant.isChecked()
    own_page.press(again.cancel)
    assert not tab.panel.drawer.is_open
    assert own_page.toasts[-1][0] == "Draft discarded"
    own_page.undo()
    assert all_drafts(own_page.desk.session)[0].contents["text"] == "Half a sentence"


def test_saving_takes_the_draft_along(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    form = _write(own_page, tab)
    _type(own_page, form.text, "Rang the office")
    assert form.keeper is not None
    form.keeper.write_now()
    own_page.settle()
    assert "Draft saved" in words(form)
    assert [one.page for one in all_drafts(own_page.desk.session)] == ["family"]
    own_page.press(form.save)
    assert all_drafts(own_page.desk.session) == ()


def test_a_draft_of_a_change_opens_again_from_anywhere(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    note = _newest(own_page)
    assert tab.view is not None
    own_page.press(tab.view.edit)
    form = tab.panel.form
    assert form is not None
    form.text.setPlainText("Quite another text")
    own_page.qtbot.keyClick(form.text, Qt.Key.Key_Escape)
    own_page.settle()
    (draft,) = all_drafts(own_page.desk.session)
    own_page.screen.show_for(**draft.args)
    own_page.settle()
    again = tab.panel.form
    assert again is not None
    assert again.contact == note
    assert again.text.toPlainText() == note.text
    assert again.keeper is not None
    own_page.press(again.keeper.banner.resume_button)
    assert again.text.toPlainText() == "Quite another text"


def test_filters_narrow_and_are_cleared(page: FamilyPage) -> None:
    tab = _open(page)
    everything = tab.model.total
    page.press(tab.filter)
    assert nameless(tab.filters) == []
    tab.filters.person.setCurrentText("Ellie")
    page.settle()
    with_ellie = tab.model.total
    assert 0 < with_ellie < everything
    page.press(tab.filters.significant)
    assert 0 < tab.model.total < with_ellie
    assert tab.filter.text() == "Filter (2)"
    tab.filters.from_on.setFocus()
    _type(page, tab.filters.from_on, "1 August 2099")
    page.qtbot.keyClick(tab.filters.from_on, Qt.Key.Key_Return)
    page.settle()
    assert "No notes of this kind" in words(tab.empty)
    page.press(tab.filters.clear)
    assert tab.model.total == everything
    assert tab.filters.from_on.text() == ""


def test_the_chronology_is_read_and_its_notes_shown(page: FamilyPage) -> None:
    tab = _open(page, view="chronology")
    view = tab.chronology
    assert view.list.isVisible()
    lines = view.model.rows
    assert len(lines) > 10
    assert view.count.text() == f"{len(lines)} events, the oldest first"
    assert not view.open.isVisible()
    assert nameless(view) == []
    row = next(at for at, one in enumerate(lines) if one.contact is not None)
    view.list.setFocus()
    view.list.setCurrentIndex(view.model.index(row))
    interface = QAccessible.queryAccessibleInterface(view.list)
    assert interface is not None
    cell = interface.child(row)
    assert cell is not None
    assert "Written by Jo Hebden" in cell.text(QAccessible.Text.Name)
    page.qtbot.keyClick(view.list, Qt.Key.Key_Return)
    page.settle()
    assert tab.list.isVisible()
    assert tab.view is not None
    assert tab.view.entry.record == lines[row].contact


def test_a_note_goes_into_the_chronology_in_one_press(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    before = len(tab.chronology.model.rows)
    assert tab.view is not None
    note = tab.view.entry.record
    own_page.press(tab.view.mark)
    assert own_page.toasts[-1][0] == "Put into the chronology: home visit, 10 November 2026."
    assert len(tab.chronology.model.rows) == before + 1
    assert tab.view is not None
    assert tab.view.entry.record.id == note.id
    assert "Significant" in words(tab.view)
    own_page.press(tab.views["chronology"])
    view = tab.chronology
    row = next(at for at, one in enumerate(view.model.rows) if one.record_id == note.id)
    view.list.setCurrentIndex(view.model.index(row))
    own_page.press(view.out)
    assert len(view.model.rows) == before
    own_page.undo()
    assert len(view.model.rows) == before + 1


def test_what_is_to_be_printed_is_asked_of_the_report_page(page: FamilyPage) -> None:
    tab = _open(page)
    assert tab.view is not None
    page.press(tab.view.print)
    note = tab.view.entry.record.id
    assert page.turned[-1] == ("report", {"family": ASHWORTH, "note": note})
    page.press(tab.views["chronology"])
    page.press(tab.chronology.print)
    assert page.turned[-1] == ("report", {"family": ASHWORTH, "chronology": True})


def test_a_note_is_changed(own_page: FamilyPage) -> None:
    tab = _open(own_page)
    assert tab.view is not None
    before = tab.view.entry.record
    own_page.press(tab.view.edit)
    form = tab.panel.form
    assert form is not None
    assert form.text.toPlainText() == before.text
    form.text.moveCursor(form.text.textCursor().MoveOperation.End)
    _type(own_page, form.text, " Added later.")
    own_page.press(form.save)
    now = _newest(own_page)
    assert now.id == before.id
    assert now.text == f"{before.text} Added later."
    assert (now.by, now.child_voice, now.people) == (before.by, before.child_voice, before.people)
    assert tab.view is not None
    assert "Added later." in words(tab.view)


def test_narrow_an_entry_opens_over_the_list(qtbot: QtBot, desk: Desk) -> None:
    page = FamilyPage(qtbot, desk, NARROW)
    tab = _open(page)
    assert not tab.reading.isVisible()
    place = tab.list.visualRect(tab.model.index(0)).center() + QPoint(40, 0)
    qtbot.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert tab.drawer.is_open
    assert tab.view is not None
    assert tab.view.entry == tab.model.entries[0]
    assert nameless(tab.drawer) == []
    qtbot.keyClick(tab.view.edit, Qt.Key.Key_Escape)
    assert not tab.drawer.is_open
    assert tab.list.hasFocus()
