"""The file of a new document: its name and size before anything is read, then how far it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.media_types import size_words
from casedesk.domain.views.documents_page import FileLook, FileRead
from casedesk.services.document_files import MOST_BYTES
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.icon_label import IconLabel
from casedesk.ui.widgets.progress import ProgressLine

LIMIT_WORDS = f"At most {size_words(MOST_BYTES)}"


class FilePart(QFrame):
    """Signals: choose_asked(): another file."""

    choose_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self._sign = IconLabel(theme, "paperclip", 20, "accentTx")
        self._name = FlowingText(theme, "No file chosen", "med")
        self._about = FlowingText(theme, LIMIT_WORDS, "small", "ink2")
        self.choose = Button(theme, "Choose a file", icon="folder", tall=32)
        self.choose.clicked.connect(self.choose_asked)
        self.progress = ProgressLine(theme, "Reading the file")
        self.progress.hide()
        self.same = Banner(theme, "warn", "It is here already")
        self.same.hide()
        self.setFocusProxy(self.choose)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._about)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        row.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.progress)
        column.addWidget(self.same)

    def show_look(self, look: FileLook) -> None:
        """A file that was chosen and not read yet."""
        self._name.set_text(look.name)
        self._about.set_text(look.refusal or f"{look.size_words}. {LIMIT_WORDS}.")
        self._about.set_ink("bad" if look.refusal else "ink2")
        self._sign.set_icon("circle-alert" if look.refusal else "paperclip",
                            "badTx" if look.refusal else "accentTx")  # fmt: skip
        self.choose.setText("Choose another")
        self.same.hide()
        self.progress.setVisible(not look.refusal)
        self.progress.set_progress(0, 0, "Reading the file…")

    def show_step(self, done: int, total: int) -> None:
        """So many bytes of so many are read."""
        words = f"Reading the file: {size_words(done)} of {size_words(total)}"
        self.progress.bar.setRange(0, max(total, 1))
        self.progress.set_progress(done * 100 // max(total, 1), 100, words)

    def show_read(self, read: FileRead) -> None:
        """It is read: what it is, and where the vault has it already."""
        self.progress.hide()
        self._about.set_text(f"{read.kind}, {read.size_words}")
        self.same.setVisible(bool(read.same))
        if read.same:
            self.same.set_words("warn", "It is here already", " ".join(read.same))

    def show_trouble(self, sentence: str) -> None:
        """It could not be read."""
        self.progress.hide()
        self._about.set_text(sentence)
        self._about.set_ink("bad")
        self._sign.set_icon("circle-alert", "badTx")
