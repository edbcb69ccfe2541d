"""The worker's own words for the spelling: looked through, and taken off the list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget

from casedesk.domain.errors import KnownError
from casedesk.services.spelling import add_personal_word, personal_words, remove_personal_word
from casedesk.ui.desk import Desk
from casedesk.ui.screens.settings.section import Section
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.field import Field
from casedesk.ui.widgets.label import Paragraph

Words = tuple[str, ...]

HIGH = 240
NONE_YET = (
    "There are no words on your list yet. Add one here, or from the menu of a word in a note."
)


class WordsSection(Section):
    """The list is one Tab stop; Delete takes the chosen word off it."""

    name = "words"
    heading = "Spelling"
    icon = "notebook-pen"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "Notes are checked in British English on this laptop. These words of yours, and the "
            "names of a family and of whoever works with it, are never marked.",
        )
        self.word = QLineEdit()
        self.add = Button(self.theme, "Add word", icon="plus")
        self._field = Field(self.theme, "A new word", self.word)
        self.none = Paragraph(self.theme, NONE_YET, "body", "ink2")
        self.list = QListWidget()
        self.list.setAccessibleName("Words on your list")
        self.list.setTabKeyNavigation(False)
        self.list.setFixedHeight(self.theme.px(HIGH))
        self.remove = Button(self.theme, "Remove word", icon="trash-2")
        card = Card(self.theme, "Words on your list")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._field, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        card.body.addLayout(row)
        card.body.addWidget(self.none)
        card.body.addWidget(self.list)
        card.body.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(card)
        self.add.clicked.connect(self._on_add)
        self.word.returnPressed.connect(self._on_add)
        self.word.textEdited.connect(lambda _: self._field.set_error(""))
        self.remove.clicked.connect(self._on_remove)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)
        self.list.currentRowChanged.connect(self._allow)
        self._show(())

    @property
    def words(self) -> Words:
        """What the list shows."""
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def look(self) -> None:
        """Reads the list anew."""
        self.desk.jobs.read(self, partial(personal_words, self.desk.session), self._show)

    def _on_add(self) -> None:
        word = self.word.text().strip()
        if not word:
            self._field.set_error("Type a word first")
            return

        def done(words: Words) -> None:
            self.word.clear()
            self._show(words)
            self.desk.toast(f"Added “{word}” to your list", partial(self._take_off, word))

        self._write(partial(add_personal_word, self.desk.session, word), done)

    def _on_remove(self) -> None:
        chosen = self.list.currentItem()
        if chosen is not None:
            self._take_off(chosen.text())

    def _take_off(self, word: str) -> None:
        def done(words: Words) -> None:
            self._show(words)
            self.desk.toast(f"Removed “{word}” from your list", partial(self._put_back, word))

        self._write(partial(remove_personal_word, self.desk.session, word), done)

    def _put_back(self, word: str) -> None:
        self._write(partial(add_personal_word, self.desk.session, word), self._show)

    def _write(self, work: Callable[[], Words], done: Callable[[Words], None]) -> None:
        self.desk.write(self, work, done, self._on_refused, kinds=("Setting",))

    def _on_refused(self, error: KnownError) -> None:
        self._field.set_error(error.sentence)

    def _show(self, words: Words) -> None:
        row = max(0, self.list.currentRow())
        if words != self.words:
            self.list.clear()
            self.list.addItems(list(words))
        if words:
            self.list.setCurrentRow(min(row, len(words) - 1))
        self.none.setVisible(not words)
        self.list.setVisible(bool(words))
        self.remove.setVisible(bool(words))
        self._allow()

    def _allow(self, *_: int) -> None:
        self.remove.setEnabled(self.list.currentRow() >= 0)
