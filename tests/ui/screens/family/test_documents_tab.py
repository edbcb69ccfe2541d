"""Documents: dropped or picked, their size first, looked at inside, removed and put back."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_dialogs import FakeDialogs
from family_page import ASHWORTH, FamilyPage, nameless, spoken, words
from people_kit import type_in
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casedesk.domain.views.documents_page import DocumentsPage
from casedesk.services.document_files import MOST_BYTES
from casedesk.services.documents import DocumentEntry, add_document, documents_page
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.documents.document_form import DocumentForm
from casedesk.ui.screens.family.documents.tab import DocumentsTab

LETTER = "School letter about attendance.pdf"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, desk)


@pytest.fixture
def own_page(qtbot: QtBot, own_desk: Desk) -> FamilyPage:
    return FamilyPage(qtbot, own_desk)


def open_documents(page: FamilyPage, **args: str) -> DocumentsTab:
    tab = page.open("documents", **args)
    assert isinstance(tab, DocumentsTab)
    return tab


def stored(page: FamilyPage) -> DocumentsPage:
    return documents_page(page.desk.session, ASHWORTH)


def drop(page: FamilyPage, tab: DocumentsTab, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    entered = QDragEnterEvent(QPointF(200, 200).toPoint(), copy, data, left, none)
    QApplication.sendEvent(tab, entered)
    assert entered.isAccepted()
    assert tab._stack.currentWidget() is tab._drop
    QApplication.sendEvent(tab, QDropEvent(QPointF(200, 200), copy, data, left, none))
    page.settle()


def click(page: FamilyPage, tab: DocumentsTab, name: str) -> None:
    row = next(n for n, line in enumerate(tab.model.rows) if line.name == name)
    place = tab.list.visualRect(tab.model.index(row)).center()
    page.qtbot.mouseClick(tab.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    page.settle()


def test_the_list_says_what_there_is(page: FamilyPage) -> None:
    tab = open_documents(page)
    assert tab.count.text().startswith("2 documents, ")
    said = tab.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Rent agreement.txt. Text, 24 November 2026, for Kerry.")
    assert said.endswith("Confidential")
    assert nameless(tab) == []
    assert tab.pane.line is None, "nothing is looked at before somebody asks"


def test_a_pdf_is_looked_at_inside(page: FamilyPage) -> None:
    tab = open_documents(page)
    click(page, tab, LETTER)
    assert [one.accessibleName() for one in tab.pane.pages.labels] == ["The picture"] or len(
        tab.pane.pages.pages
    ) == 1
    assert spoken(tab.pane.pages) == f"{LETTER}, to look at"
    assert "Kerry has a copy" in words(tab.pane)
    fits = tab.pane.pages.labels[0].width()
    page.press(tab.pane.larger)
    assert tab.pane.pages.labels[0].width() > fits
    click(page, tab, "Rent agreement.txt")
    assert "412 pounds" in tab.pane.text.toPlainText()
    tab.put_away()
    assert tab.pane.text.toPlainText() == ""
    assert tab.pane.pages.pages == []


def test_arrows_rest_before_a_document_is_opened(page: FamilyPage) -> None:
    tab = open_documents(page)
    tab.list.setFocus()
    page.qtbot.keyClick(tab.list, Qt.Key.Key_Down)
    assert tab.pane.line is None
    page.qtbot.waitUntil(lambda: tab.pane.line is not None)
    page.settle()
    assert spoken(tab.list) == "Documents"


def test_narrow_it_stands_in_place_of_the_list(qtbot: QtBot, desk: Desk) -> None:
    small = FamilyPage(qtbot, desk, (847, 464))
    tab = open_documents(small)
    assert tab.list.isVisible()
    assert not tab.pane.isVisible()
    click(small, tab, LETTER)
    assert not tab.list.isVisible()
    assert tab.pane.pages.isVisible()
    small.press(tab.pane.back)
    assert tab.list.isVisible()
    assert not tab.pane.isVisible()


def test_a_dropped_file_is_added_and_removed_and_comes_back(
    own_page: FamilyPage, tmp_path: Path
) -> None:
    tab = open_documents(own_page)
    note = tmp_path / "Ellie's bus pass.txt"
    note.write_text("Pass 4471, valid until July.", encoding="utf-8")
    drop(own_page, tab, note)
    form = tab.panel.content
    assert isinstance(form, DocumentForm)
    assert nameless(tab.panel.drawer) == []
    assert form.name.text() == "Ellie's bus pass.txt"
    assert "Text, 28 bytes" in words(form.file)
    own_page.press(form.save)
    assert not tab.panel.drawer.is_open
    assert next(one.name for one in stored(own_page).lines) == "Ellie's bus pass.txt"
    assert note.exists(), "the file stays where it was"
    click(own_page, tab, "Ellie's bus pass.txt")
    own_page.press(tab.pane.remove)
    assert len(stored(own_page).lines) == 2
    assert "until 24 December 2026" in own_page.toasts[-1][0]
    assert tab.pane.line is None
    own_page.undo()
    assert len(stored(own_page).lines) == 3


def test_several_files_follow_one_another_and_the_same_one_is_said(
    own_page: FamilyPage, tmp_path: Path
) -> None:
    tab = open_documents(own_page)
    first, second = tmp_path / "one.txt", tmp_path / "two.txt"
    first.write_text("the same words", encoding="utf-8")
    second.write_text("the same words", encoding="utf-8")
    drop(own_page, tab, first, second)
    form = tab.panel.content
    assert isinstance(form, DocumentForm)
    own_page.press(form.save)
    following = tab.panel.content
    assert isinstance(following, DocumentForm)
    assert following is not form
    assert following.name.text() == "two.txt"
    assert "here already, as “one.txt”" in words(following.file)
    own_page.press(following.save)
    assert [one.name for one in stored(own_page).lines][:2] == ["two.txt", "one.txt"]
    assert "here already" in own_page.toasts[-1][0]


def test_a_file_too_large_is_said_and_never_read(
    own_page: FamilyPage, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    tab = open_documents(own_page)
    film = tmp_path / "film.mov"
    with film.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    dialogs.answers.append(film)
    own_page.press(tab.add)
    own_page.settle()
    form = tab.panel.content
    assert isinstance(form, DocumentForm)
    assert "may have 25 MB" in words(form.file)
    own_page.press(form.save)
    assert "is needed" in words(form.trouble)
    small = tmp_path / "small.txt"
    small.write_text("short", encoding="utf-8")
    dialogs.answers.append(small)
    own_page.press(form.file.choose)
    own_page.settle()
    type_in(own_page, form.name, "A short note")
    own_page.press(form.save)
    assert next(one.name for one in stored(own_page).lines) == "A short note"


def test_a_damaged_file_shows_a_sentence(own_page: FamilyPage) -> None:
    entry = DocumentEntry(name="broken.pdf", content=b"%PDF-1.4 broken")
    saved = add_document(own_page.desk.session, ASHWORTH, entry)
    tab = open_documents(own_page, document=saved.record.id)
    own_page.settle()
    assert "could not be shown" in spoken(tab.pane.trouble)
    assert tab.pane.trouble.isVisible()


def test_what_is_written_about_it_is_changed(own_page: FamilyPage) -> None:
    tab = open_documents(own_page)
    click(own_page, tab, LETTER)
    own_page.press(tab.pane.edit)
    form = tab.panel.content
    assert isinstance(form, DocumentForm)
    type_in(own_page, form.name, "Letter of the school.pdf")
    own_page.press(form.save)
    assert "Letter of the school.pdf" in words(tab.pane)
    assert len(tab.pane.pages.pages) == 1, "it stays open"


def test_a_family_without_documents_says_so(page: FamilyPage) -> None:
    tab = open_documents(page, family="CD-0431")
    assert tab._none.isVisible()
    assert "No documents yet" in spoken(tab._none, QAccessible.Text.Name)
    assert not tab.add.isVisible()
