"""The box of a note: what is pasted into it, and the words that may be misspelt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from casedesk.services.spelling import check_spelling, suggestions_for
from casedesk.ui.jobs import Jobs
from casedesk.ui.theme import Theme
from casedesk.ui.writing.note_editor import PICTURES_LEFT_OUT, NoteEditor
from casedesk.ui.writing.spelling import Spelling
from casedesk.ui.writing.writing_line import WritingLine

KNOWN = frozenset({"ashworth", "keeley"})


class Desk:
    """An editor with real spelling on real threads, and its line."""

    def __init__(self, qtbot: QtBot, theme: Theme, jobs: Jobs) -> None:
        self.qtbot, self.jobs = qtbot, jobs
        self.added: list[str] = []
        self.owner = QObject()
        self.spelling = Spelling(
            read=jobs.read,
            write=jobs.write,
            known=lambda: KNOWN,
            check=check_spelling,
            suggest=suggestions_for,
            add=self.added.append,
            parent=self.owner,
        )
        self.editor = NoteEditor(theme, self.spelling)
        self.line = WritingLine(theme, self.editor)
        self.told: list[str] = []
        self.editor.told.connect(self.told.append)
        self.editor.resize(480, 240)
        for one in (self.editor, self.line):
            qtbot.addWidget(one)
            one.show()

    def write(self, text: str) -> None:
        """Have a text in the box that was looked up."""
        with self.qtbot.waitSignal(self.editor.misspelt, timeout=20_000):
            self.editor.setPlainText(text)

    def paste(self, **formats: Any) -> None:
        source = QMimeData()
        for name, value in formats.items():
            getattr(source, f"set{name}")(value)
        assert self.editor.canInsertFromMimeData(source)
        self.editor.insertFromMimeData(source)

    def marked(self) -> list[str]:
        """The words that have a wavy line."""
        assert self.editor.marks is not None
        self.editor.marks._show()
        found = self.editor.extraSelections()
        wavy = QTextCharFormat.UnderlineStyle.WaveUnderline
        assert all(one.format.underlineStyle() == wavy for one in found)
        return [one.cursor.selectedText() for one in found]

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.is_idle, timeout=20_000)
        QApplication.processEvents()


@pytest.fixture
def at(qtbot: QtBot, theme: Theme, jobs: Jobs) -> Desk:
    return Desk(qtbot, theme, jobs)


def actions(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions() if not one.isSeparator()]


def test_pasting_keeps_lists_and_no_style(at: Desk) -> None:
    at.editor.setPlainText("Before ")
    at.editor.moveCursor(at.editor.textCursor().MoveOperation.End)
    at.paste(Html="<p><b>Agreed</b></p><ul><li>ring</li></ul>", Text="Agreed ring")
    assert at.editor.toPlainText() == "Before Agreed\n• ring"
    at.editor.undo()
    assert at.editor.toPlainText() == "Before "


def test_a_picture_is_left_out_with_a_sentence(at: Desk) -> None:
    at.paste(ImageData=QImage(4, 4, QImage.Format.Format_RGB32))
    assert at.editor.toPlainText() == ""
    assert at.told == [PICTURES_LEFT_OUT]
    assert at.line.words.text() == PICTURES_LEFT_OUT
    at.paste(Text="plain\u00adly\there")
    assert at.editor.toPlainText() == "plainly    here"
    assert at.told[-1] == ""


def test_what_nobody_knows_is_marked_and_counted(at: Desk) -> None:
    at.write("Mr Ashworth’s attendence at CAMHS was beter. See a@b.uk or CD-0412. Keeley’s colour.")
    assert at.marked() == ["attendence", "beter"]
    assert at.line.words.text() == "2 words may be misspelt."
    assert "F7" in at.editor.accessibleDescription()
    at.editor.setAccessibleDescription("What happened is needed")
    at.write("A libary.")
    at.write("A schol.")
    said = "What happened is needed 1 word may be misspelt. F7 goes to the next one."
    assert at.editor.accessibleDescription() == said
    at.write("All is well.")
    assert at.editor.accessibleDescription() == "What happened is needed"
    assert at.marked() == []
    assert not at.line.isVisible()


def test_a_word_being_typed_is_marked_once_it_is_left(at: Desk) -> None:
    at.write("x")
    at.editor.clear()
    with at.qtbot.waitSignal(at.editor.misspelt, timeout=20_000):
        at.qtbot.keyClicks(at.editor, "libary books")
    at.editor.clear()
    at.qtbot.keyClicks(at.editor, "libary")
    assert at.marked() == []
    at.qtbot.keyClicks(at.editor, " ")
    assert at.marked() == ["libary"]


def test_f7_goes_round_the_misspelt_words(at: Desk) -> None:
    at.write("A libary.\nGood words.\nThe schol again.")
    chosen = []
    at.editor.moveCursor(at.editor.textCursor().MoveOperation.Start)
    for _ in range(3):
        at.qtbot.keyClick(at.editor, Qt.Key.Key_F7)
        chosen.append(at.editor.textCursor().selectedText())
    assert chosen == ["libary", "schol", "libary"]


def test_the_menu_key_offers_corrections_that_can_be_undone(at: Desk) -> None:
    at.write("Her attendence fell.")
    at.qtbot.keyClick(at.editor, Qt.Key.Key_F7)
    place = at.editor.cursorRect().bottomLeft()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, place, at.editor.mapToGlobal(place)
    )
    QApplication.sendEvent(at.editor, event)
    at.settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = actions(menu)
    assert said[0] == "attendance"
    assert said.index("Add “attendence” to my list") < said.index("Ignore in this note")
    menu.actions()[0].trigger()
    menu.close()
    assert at.editor.toPlainText() == "Her attendance fell."
    at.editor.undo()
    assert at.editor.toPlainText() == "Her attendence fell."


def test_a_word_on_the_list_or_ignored_is_marked_no_more(at: Desk) -> None:
    at.write("Blimpton and blimpton and frobnax.")
    found = at.editor.marks.misspelt_at(2) if at.editor.marks else None
    assert found is not None
    menu = at.editor.menu_for(found, ())
    assert actions(menu)[0] == "No suggestions"
    by_words: dict[str, Callable[[], None]] = {one.text(): one.trigger for one in menu.actions()}
    by_words["Add “Blimpton” to my list"]()
    at.settle()
    assert at.added == ["Blimpton"]
    assert at.marked() == ["frobnax"]
    assert at.editor.marks is not None
    at.editor.marks.ignore("frobnax")
    assert at.marked() == []
    menu.deleteLater()


def test_the_right_button_on_a_good_word_has_the_usual_menu(at: Desk) -> None:
    at.write("Good words.")
    at.editor.offer(1, at.editor.mapToGlobal(QPoint(5, 5)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert not any("my list" in one for one in actions(menu))
    menu.close()


def test_without_a_dictionary_nothing_is_marked(qtbot: QtBot, theme: Theme) -> None:
    def read(owner: QWidget, work: Any, done: Any, failed: Any) -> None:
        failed(OSError("gone"))

    owner = QObject()
    spelling = Spelling(
        read=read, write=read, known=frozenset, check=check_spelling,
        suggest=suggestions_for, add=print, parent=owner,
    )  # fmt: skip
    editor = NoteEditor(theme, spelling)
    qtbot.addWidget(editor)
    editor.setPlainText("attendence")
    spelling.look_up(spelling.new_asker(), "attendence")
    assert editor.marks is not None
    assert editor.marks.misspelt_at(1) is None


def test_long_text_is_marked_only_where_it_is_seen(at: Desk) -> None:
    at.write("\n".join(f"Line {number} with a libary in it." for number in range(4_000)))
    assert 0 < len(at.marked()) < 60
    assert at.line.words.text() == "1 word may be misspelt."
    bar = at.editor.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = at.marked()
    assert last
    assert at.editor.extraSelections()[-1].cursor.block().blockNumber() == 3_999


def test_what_is_typed_into_a_long_text_is_looked_up(at: Desk) -> None:
    at.write("\n".join(f"Line {number} of a quiet day." for number in range(2_000)))
    assert at.marked() == []
    with at.qtbot.waitSignal(at.spelling.learnt, timeout=20_000):
        at.qtbot.keyClicks(at.editor, "schol ")
    assert at.marked() == ["schol"]
