"""One document: what is known of it, and a look inside."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casedesk.domain.programmes.wording import listed
from casedesk.domain.views.documents_page import DocumentLine
from casedesk.ui.previews.look import Look
from casedesk.ui.previews.page_stack import PageStack
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button, IconButton
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.flowing_text import FlowingText
from casedesk.ui.widgets.loading import LoadingRows
from casedesk.ui.widgets.state_badge import StateBadge
from casedesk.ui.widgets.states import StateLook

CONFIDENTIAL = StateLook("lock", "Confidential", "warn")


class ReadingPane(QWidget):
    """Signals: edit_asked(line); remove_asked(line); more_asked(first page); back_asked()."""

    edit_asked = Signal(object)
    remove_asked = Signal(object)
    more_asked = Signal(int)
    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line: DocumentLine | None = None
        self._is_narrow = False
        self.back = IconButton(theme, "arrow-left", "Back to the list", bare=True)
        self.back.clicked.connect(self.back_asked)
        self._name = FlowingText(theme, "", "heading")
        self._badge = StateBadge(theme, CONFIDENTIAL)
        self._about = FlowingText(theme, "", "small", "ink2")
        self._kinds = FlowingText(theme, "", "small", "ink2")
        self._note = FlowingText(theme, "", "body")
        self.edit = IconButton(theme, "pencil", "Change what is written about it", bare=True)
        self.remove = IconButton(theme, "trash-2", "Remove this document", bare=True)
        self.smaller = IconButton(theme, "zoom-out", "Smaller", bare=True)
        self.larger = IconButton(theme, "zoom-in", "Larger", bare=True)
        self.left_out = Banner(theme, "info", "")
        self.left_out.hide()
        self.pages = PageStack("The document")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName("The text of the document")
        self.text.setProperty("type", "note")
        self.trouble = EmptyState(theme, "file-x", "It cannot be shown here", "")
        self.none = EmptyState(
            theme,
            "file-text",
            "Choose a document to look at",
            "It is drawn here; no other program opens it.",
        )
        self._loading = LoadingRows(theme, "Opening the document…", rows=5)
        self._more: Button | None = None
        self._stack = QStackedWidget()
        self._words = QWidget()
        around = QVBoxLayout(self._words)
        around.setContentsMargins(16, 4, 16, 8)
        around.addWidget(self.text)
        for part in (self.none, self._loading, self.pages, self._words, self.trouble):
            self._stack.addWidget(part)
        self.edit.clicked.connect(lambda: self._tell(self.edit_asked))
        self.remove.clicked.connect(lambda: self._tell(self.remove_asked))
        self.smaller.clicked.connect(partial(self.pages.step_zoom, -1))
        self.larger.clicked.connect(partial(self.pages.step_zoom, 1))
        self._lay_out()
        self.show_none()

    def show_none(self) -> None:
        """Nothing is chosen."""
        self.line = None
        self._clear()
        self._head.hide()
        self._stack.setCurrentWidget(self.none)

    def show_line(self, line: DocumentLine) -> None:
        """A document is being opened: what is known of it, at once."""
        self.line = line
        self._clear()
        self.tell(line)
        self._head.show()
        self._stack.setCurrentWidget(self._loading)

    def tell(self, line: DocumentLine) -> None:
        """What is written about the document that is shown."""
        self.line = line
        self._name.set_text(line.name)
        self._badge.setVisible(line.confidential)
        who = f"about {listed(line.who)}" if line.who else ""
        about = (line.kind, line.size, f"added {line.added}", who)
        self._about.set_text(" · ".join(part for part in about if part))
        self._kinds.set_text(f"In it: {listed(line.categories)}" if line.categories else "")
        self._note.set_text(line.note or "")
        self._make_room()
        self.edit.setAccessibleName(f"Change what is written about {line.name}")
        self.remove.setAccessibleName(f"Remove the document {line.name}")
        self.pages.setAccessibleName(f"{line.name}, to look at")
        self.text.setAccessibleName(f"{line.name}, its text")

    def set_narrow(self, *, narrow: bool) -> None:
        """In place of the list: a way back, and little besides what there is to see."""
        self._is_narrow = narrow
        self._make_room()

    def show_look(self, look: Look) -> None:
        """What there is to see of it."""
        self.left_out.setVisible(bool(look.note) and look.is_shown)
        if look.is_shown:
            self.left_out.set_words("info", look.note)
        if look.pages:
            self.pages.show_pages(look.pages, look.of)
            self._offer_more(look)
            self._stack.setCurrentWidget(self.pages)
        elif look.text is not None:
            self.text.setPlainText(look.text)
            self._stack.setCurrentWidget(self._words)
        else:
            self.show_trouble(look.note)
        for button in (self.smaller, self.larger):
            button.setVisible(bool(look.pages))

    def show_more(self, look: Look) -> None:
        """Further pages of it."""
        self._take_more_away()
        self.pages.add_pages(look.pages, look.of)
        self._offer_more(look)
        if look.note:
            self.left_out.set_words("info", look.note)
            self.left_out.show()

    def show_trouble(self, sentence: str) -> None:
        """It cannot be shown."""
        self.trouble.set_words("file-x", "It cannot be shown here", sentence)
        self._stack.setCurrentWidget(self.trouble)

    def take_focus(self) -> None:
        """The focus goes to what there is to see."""
        shown = self._stack.currentWidget()
        inside = {self.pages: self.pages, self._words: self.text}
        target = inside.get(shown, self.edit) if shown is not None else self.edit
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self) -> None:
        self.back.setVisible(self._is_narrow)
        for part in (self._about, self._kinds, self._note):
            part.setVisible(bool(part.plain()) and not self._is_narrow)

    def _clear(self) -> None:
        self._take_more_away()
        self.left_out.hide()
        self.pages.show_pages((), 0)
        self.text.clear()
        for button in (self.smaller, self.larger):
            button.hide()

    def _offer_more(self, look: Look) -> None:
        shown = look.first + len(look.pages)
        if shown >= look.of or look.note:
            return
        self._more = Button(self._theme, f"Show more pages ({shown} of {look.of} shown)")
        self._more.clicked.connect(lambda: self.more_asked.emit(shown))
        self.pages.add_after(self._more)

    def _take_more_away(self) -> None:
        if self._more is not None:
            self._more.hide()
            self._more.deleteLater()
            self._more = None

    def _tell(self, signal: object) -> None:
        if self.line is not None:
            signal.emit(self.line)  # type: ignore[attr-defined]

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._name, 1)
        for button in (self._badge, self.smaller, self.larger, self.edit, self.remove):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(16, 4, 12, 4)
        head.setSpacing(4)
        head.addLayout(top)
        for part in (self._about, self._kinds, self._note, self.left_out):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
