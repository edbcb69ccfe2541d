"""The box a note is written in: clean pasting, spelling, and Tab that leaves it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from casedesk.domain.clean_text import clean_pasted
from casedesk.domain.spelling.words import WordAt
from casedesk.ui.theme.theme import Theme
from casedesk.ui.writing.pasted_html import MOST_HTML, text_of_html
from casedesk.ui.writing.spelling import Spelling
from casedesk.ui.writing.spelling_marks import SpellingMarks

NEXT_KEY = Qt.Key.Key_F7
PICTURES_LEFT_OUT = "Pictures are left out of notes: add them under Documents."


class NoteEditor(QPlainTextEdit):
    """Plain text only. F7 goes to the next word that may be misspelt; the menu key (or the
    right button) offers what may have been meant.

    Signals:
        told(sentence): what was done with something pasted, to be said under the box.
        misspelt(words): the words that may be misspelt, in the order they stand.
    """

    told = Signal(str)
    misspelt = Signal(object)

    def __init__(
        self,
        theme: Theme,
        spelling: Spelling | None = None,
        *,
        lines: int = 7,
        parent: QWidget | None = None,
    ) -> None:
        """Without `spelling` nothing is checked."""
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self._counted = ""
        self.setTabChangesFocus(True)
        self.setProperty("type", "note")
        self._resize()
        theme.changed.connect(self._resize)
        self._spelling = spelling
        self.marks: SpellingMarks | None = None
        if spelling is not None:
            self.marks = SpellingMarks(theme, self, spelling)
            self.marks.counted.connect(self._on_counted)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Override QPlainTextEdit::canInsertFromMimeData: pictures can be told about."""
        return source.hasHtml() or source.hasText() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Override QPlainTextEdit::insertFromMimeData: what is pasted or dropped, cleaned."""
        text, pictures = text_from(source)
        if text:
            cursor = self.textCursor()
            cursor.beginEditBlock()
            cursor.insertText(text)
            cursor.endEditBlock()
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        self.told.emit(PICTURES_LEFT_OUT if pictures else "")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Override QWidget::contextMenuEvent: what may have been meant stands first."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        at = self.cursorRect().bottomLeft() if by_key else event.pos()
        # What is selected by F7 is the word it went to.
        place = cursor.selectionStart() if cursor.hasSelection() else cursor.position()
        self.offer(place, self.viewport().mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QPlainTextEdit::keyPressEvent."""
        if event.key() == NEXT_KEY and not event.modifiers():
            self.go_to_next()
            return
        super().keyPressEvent(event)

    def go_to_next(self) -> None:
        """Select the next word that may be misspelt."""
        if self.marks is None:
            return
        found = self.marks.next_misspelt(self.textCursor().selectionEnd())
        if found is None:
            self.told.emit("No word here may be misspelt.")
            return
        self.setTextCursor(self._cursor_on(found))
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, place: int, at: QPoint) -> None:
        """Show the menu for a place of the text at a point of the screen."""
        found = self.marks.misspelt_at(place) if self.marks is not None else None
        if found is None or self._spelling is None or self.isReadOnly():
            self._pop_up(self.createStandardContextMenu(), at)
        else:
            self._spelling.suggest(found.word, partial(self._offer_for, found, at))

    def _offer_for(self, found: WordAt, at: QPoint, suggestions: tuple[str, ...]) -> None:
        self._pop_up(self.menu_for(found, suggestions), at)

    def menu_for(self, found: WordAt, suggestions: tuple[str, ...]) -> QMenu:
        """The menu for a misspelt word: what may have been meant, then what can be done."""
        menu = self.createStandardContextMenu()
        first = menu.actions()[0] if menu.actions() else None
        rows = [QAction(one, menu) for one in suggestions]
        for row in rows:
            row.triggered.connect(partial(self._replace, found, row.text()))
        if not rows:
            nothing = QAction("No suggestions", menu)
            nothing.setEnabled(False)
            rows.append(nothing)
        add = QAction(f"Add “{found.word}” to my list", menu)
        add.triggered.connect(partial(self._add, found.word))
        ignore = QAction("Ignore in this note", menu)
        ignore.triggered.connect(partial(self._ignore, found.word))
        lines = [QAction(menu), QAction(menu)]
        for line in lines:
            line.setSeparator(True)
        for action in (*rows, lines[0], add, ignore, lines[1]):
            if first is None:
                menu.addAction(action)
            else:
                menu.insertAction(first, action)
        return menu

    def say_about(self, words: str) -> None:
        """What is said aloud of the box; how many words may be misspelt comes after it."""
        self.setAccessibleDescription(f"{words} {self._counted}".strip())

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        menu.setParent(self, menu.windowFlags())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _replace(self, found: WordAt, word: str, _: bool = False) -> None:
        cursor = self._cursor_on(found)
        if cursor.selectedText() == found.word:
            cursor.insertText(word)
            self.setTextCursor(cursor)

    def _add(self, word: str, _: bool = False) -> None:
        if self._spelling is not None:
            self._spelling.add(word)
            self.told.emit(f"“{word}” is on your list.")

    def _ignore(self, word: str, _: bool = False) -> None:
        if self.marks is not None:
            self.marks.ignore(word)

    def _cursor_on(self, found: WordAt) -> QTextCursor:
        cursor = self.textCursor()
        last = self.document().characterCount() - 1
        cursor.setPosition(min(found.start, last))
        cursor.setPosition(min(found.end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _on_counted(self, words: tuple[str, ...]) -> None:
        """Said aloud too, after what else is said of the box."""
        rest = self.accessibleDescription().removesuffix(self._counted).strip()
        self._counted = f"{count_words(len(words))} F7 goes to the next one." if words else ""
        self.setAccessibleDescription(f"{rest} {self._counted}".strip())
        self.misspelt.emit(words)

    def _resize(self) -> None:
        self.setMinimumHeight(self._theme.line_height("note") * self._lines + 16)


def text_from(source: QMimeData) -> tuple[str, int]:
    """The clean text of what was pasted, and how many pictures are not in it."""
    if source.hasHtml():
        html = source.html()
        if len(html) <= MOST_HTML:
            pasted = text_of_html(html)
            if pasted.text or pasted.pictures:
                return pasted.text, pasted.pictures
    if source.hasText():
        return clean_pasted(source.text()), 0
    return "", int(source.hasImage())


def count_words(number: int) -> str:
    """ "1 word may be misspelt." """
    return f"{number} word{'' if number == 1 else 's'} may be misspelt."
