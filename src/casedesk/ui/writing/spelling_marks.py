"""A wavy line under what may be misspelt, in the part of a text that is seen.

Only what is on the screen is marked, so its cost does not grow with the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from casedesk.domain.spelling.words import LONGEST_WORD, WordAt, word_at, words_in
from casedesk.ui.theme.theme import Theme
from casedesk.ui.writing.spelling import Spelling

AFTER_MS = 350
"""A pause in typing after which a text is looked up."""
WHOLE_AFTER_MS = 2_000
"""A pause after which a long text is looked up, and its words counted, from end to end."""
SHOW_MS = 40
_SHORT = 20_000
"""Characters; of a longer text only what was changed is looked up at every pause."""
_ALL_SEEN = 400_000
"""Characters; in a longer text only what is seen is looked up."""


class SpellingMarks(QObject):
    """Marks one editor. A word that is being typed is marked once it is left.

    Signals: counted(words): the misspelt words in the text, in the order they stand.
    """

    counted = Signal(object)

    def __init__(self, theme: Theme, editor: QPlainTextEdit, spelling: Spelling) -> None:
        super().__init__(editor)
        self._theme, self._editor, self._spelling = theme, editor, spelling
        self._ignored: set[str] = set()
        self._asker, self._part_asker = spelling.new_asker(), spelling.new_asker()
        self._changed: tuple[int, int] | None = None
        self._words: tuple[str, ...] = ()
        self._typed_at = -1
        self._pause = self._timer(AFTER_MS, self._look_up)
        self._whole = self._timer(WHOLE_AFTER_MS, self._look_up_all)
        self._soon = self._timer(SHOW_MS, self._show)
        editor.document().contentsChange.connect(self._on_changed)
        editor.updateRequest.connect(self._on_scrolled)
        editor.cursorPositionChanged.connect(self._start_soon)
        spelling.looked_up.connect(self._on_looked_up)
        spelling.learnt.connect(self._on_learnt)
        theme.changed.connect(self._start_soon)
        if editor.document().characterCount() > 1:
            self._pause.start()

    def ignore(self, word: str) -> None:
        """Not to be marked in this note any more."""
        self._ignored.add(word)
        self._on_learnt()

    def misspelt_at(self, place: int) -> WordAt | None:
        """The misspelt word at a place of the text, in characters of the whole text."""
        block = self._editor.document().findBlock(place)
        found = word_at(block.text(), place - block.position())
        if found is None or not self._is_wrong(found.word):
            return None
        first = block.position()
        return WordAt(found.start + first, found.end + first, found.word)

    def next_misspelt(self, place: int) -> WordAt | None:
        """The first one after a place, or from the top where there is none below."""
        document = self._editor.document()
        for start, end in ((place, document.characterCount()), (0, place)):
            for text, first in self._blocks(start, end):
                for one in self._wrong_in(text, first):
                    if start <= one.start < end:
                        return one
        return None

    def _timer(self, after: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(then)
        return timer

    def _on_changed(self, place: int, removed: int, added: int) -> None:
        self._typed_at = place + added if added <= 1 else -1
        first, last = self._changed or (place, place)
        self._changed = min(first, place), max(last, place + added)
        self._pause.start()

    def _on_scrolled(self, _: object, rows: int) -> None:
        if rows:
            self._start_soon()

    def _start_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _look_up(self) -> None:
        """All of a short text; of a long one what was changed now, and the rest by and by."""
        changed, self._changed = self._changed, None
        count = self._editor.document().characterCount()
        if changed is None or count <= _SHORT or changed[1] - changed[0] > _SHORT:
            self._look_up_all()
        else:
            text = "\n".join(text for text, _ in self._blocks(*changed))
            self._spelling.look_up(self._part_asker, text)
            self._whole.start()

    def _look_up_all(self) -> None:
        if self._editor.document().characterCount() <= _ALL_SEEN:
            self._spelling.look_up(self._asker, self._editor.toPlainText())
        else:
            seen = "\n".join(text for text, _ in self._seen_pieces())
            self._spelling.look_up(self._asker, seen)

    def _on_looked_up(self, asker: int, words: tuple[str, ...]) -> None:
        if asker == self._asker:
            self._words = words

    def _on_learnt(self) -> None:
        self._typed_at = -1
        self._show()
        self.counted.emit(tuple(word for word in self._words if self._is_wrong(word)))

    def _is_wrong(self, word: str) -> bool:
        return self._spelling.is_misspelt(word) and word not in self._ignored

    def _wrong_in(self, text: str, first: int) -> list[WordAt]:
        return [
            WordAt(one.start + first, one.end + first, one.word)
            for one in words_in(text)
            if self._is_wrong(one.word)
        ]

    def _blocks(self, first: int, last: int) -> Iterator[tuple[str, int]]:
        """The paragraphs between two places, each with where it begins."""
        block: QTextBlock = self._editor.document().findBlock(first)
        while block.isValid() and block.position() <= last:
            yield block.text(), block.position()
            block = block.next()

    def _seen_pieces(self) -> list[tuple[str, int]]:
        """What is on the screen: pieces of text, and where each begins."""
        editor = self._editor
        port = editor.viewport().rect()
        top = editor.cursorForPosition(QPoint(0, 0)).position()
        last = editor.cursorForPosition(QPoint(port.width(), port.height())).position()
        pieces = []
        for text, first in self._blocks(top, last):
            begin = max(0, top - first - LONGEST_WORD)
            pieces.append((text[begin : last - first + LONGEST_WORD], first + begin))
        return pieces

    def _show(self) -> None:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(self._theme.colour("bad"))
        at = self._editor.textCursor().position()
        marks = []
        for text, first in self._seen_pieces():
            for one in self._wrong_in(text, first):
                if one.end == at == self._typed_at:
                    continue
                mark = QTextEdit.ExtraSelection()
                mark.format = look
                cursor = QTextCursor(self._editor.document())
                cursor.setPosition(one.start)
                cursor.setPosition(one.end, QTextCursor.MoveMode.KeepAnchor)
                mark.cursor = cursor
                marks.append(mark)
        if marks or self._editor.extraSelections():
            self._editor.setExtraSelections(marks)
