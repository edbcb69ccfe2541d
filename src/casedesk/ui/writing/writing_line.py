"""The line under the box of a note: what was pasted, how many words may be misspelt."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.label import Label
from casedesk.ui.writing.note_editor import NoteEditor, count_words


class WritingLine(QWidget):
    """Belongs to one `NoteEditor`; a sentence about pasting stands before the count."""

    def __init__(self, theme: Theme, editor: NoteEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", "small", "ink2")
        self.next = Button(theme, "Go to the next one (F7)", kind="link", tall=32)
        self.next.clicked.connect(editor.go_to_next)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.words)
        row.addWidget(self.next)
        row.addStretch(1)
        self._told = self._counted = ""
        editor.told.connect(self._on_told)
        editor.misspelt.connect(self._on_misspelt)
        self._show()

    def _on_told(self, sentence: str) -> None:
        self._told = sentence
        self._show()

    def _on_misspelt(self, words: tuple[str, ...]) -> None:
        self._counted = count_words(len(words)) if words else ""
        self._show()

    def _show(self) -> None:
        self.words.setText(" ".join(one for one in (self._told, self._counted) if one))
        self.next.setVisible(bool(self._counted))
        self.setVisible(bool(self._told or self._counted))
