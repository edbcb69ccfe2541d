"""The documents tab: the list, and a look inside the one that is chosen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.views.documents_page import DocumentLine, DocumentsPage
from casedesk.ui.desk import Desk
from casedesk.ui.previews.look import Look
from casedesk.ui.screens.family.documents.documents_list import DocumentsList
from casedesk.ui.screens.family.documents.file_part import LIMIT_WORDS
from casedesk.ui.screens.family.documents.model import DocumentsModel
from casedesk.ui.screens.family.documents.panel import ADD, CHANGE, DocumentPanel
from casedesk.ui.screens.family.documents.presenter import DocumentsPresenter
from casedesk.ui.screens.family.documents.reading_pane import ReadingPane
from casedesk.ui.screens.family.scrolling_page import MARGIN
from casedesk.ui.widgets.banner import Banner
from casedesk.ui.widgets.button import Button
from casedesk.ui.widgets.card import Hairline
from casedesk.ui.widgets.empty_state import EmptyState
from casedesk.ui.widgets.label import Label
from casedesk.ui.widgets.loading import LoadingRows

BESIDE_FROM = 960
LIST_WIDE = 440
DROP_WORDS = f"Or drop a file anywhere here. {LIMIT_WORDS}, kept encrypted in the vault."


class DocumentsTab(QWidget):
    """`show_family(ref, document=id)` looks inside one; `form` with `record` opens a form."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme = desk.theme
        self._shown = self._wanted = ""
        self._wanted_form: tuple[str, str] = ("", "")
        self._is_reading = False
        self.page: DocumentsPage | None = None
        self.presenter = DocumentsPresenter(desk, self)
        self.model = DocumentsModel(self)
        self.list = DocumentsList(theme, self.model)
        self.count = Label("", "heading")
        self.add = Button(theme, "Add document", icon="file-plus")
        self.trouble = Banner(theme, "bad", "We could not read the documents", link="Try again")
        self.trouble.hide()
        self.pane = ReadingPane(theme)
        self._first = Button(theme, "Add the first document", icon="file-plus")
        self._none = EmptyState(
            theme, "file-plus", "No documents yet",
            f"Letters, plans and pictures, kept encrypted with the family. {LIMIT_WORDS}.",
            [self._first],
        )  # fmt: skip
        self._drop = EmptyState(
            theme, "file-down", "Drop it to add it to this family", f"{LIMIT_WORDS} a file."
        )
        self._loading = LoadingRows(theme, "Reading the documents…")
        self._hint = Label(DROP_WORDS, "small", "ink2")
        self._stack = QStackedWidget()
        self._lay_out()
        self.panel = DocumentPanel(desk, self.presenter, self)
        self.setAcceptDrops(True)
        self._connect()

    @property
    def handles(self) -> frozenset[str]:
        """Shortcuts that this tab answers."""
        return frozenset({"search_list"}) if self.model.rows else frozenset()

    def on_action(self, action: str) -> None:
        """A shortcut of the table of shortcuts."""
        if action == "search_list":
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_family(
        self, ref: str, document: str = "", form: str = "", record: str = "", **_: Any
    ) -> None:
        """Show a family; the documents of the one before go at once."""
        if ref != self._shown:
            self.panel.close()
            self.page = None
            self.model.show_rows(())
            self._close_document()
            self.count.setText("")
            self._stack.setCurrentWidget(self._loading)
        self._shown = ref
        self._wanted = document or self._wanted
        if form:
            self._wanted_form = (form, record)
        self.presenter.read(ref)

    def put_away(self) -> None:
        """The vault is about to close: nothing of a document stays drawn."""
        self._close_document()

    def regions(self) -> list[QWidget]:
        """The stops of F6."""
        if self.panel.drawer.is_open:
            return [self.panel.drawer]
        return [self.list, self.pane] if self._is_beside else [self]

    @property
    def _is_beside(self) -> bool:
        return self.width() >= self._theme.px(BESIDE_FROM)

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(16)
        head.addWidget(self.count)
        head.addWidget(self._hint)
        head.addStretch(1)
        head.addWidget(self.add)
        self._card = QFrame()
        self._card.setProperty("card", "true")
        self.list.setProperty("bare", "true")
        self._listed = QWidget()
        inside = QVBoxLayout(self._listed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.list)
        self._line = Hairline(upright=True)
        row = QHBoxLayout(self._card)
        row.setContentsMargins(1, 8, 1, 8)
        row.setSpacing(0)
        row.addWidget(self._listed, 1)
        row.addWidget(self._line)
        row.addWidget(self.pane, 1)
        for part in (self._loading, self._card, self._none, self._drop):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, 16)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self.trouble)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        presenter, pane = self.presenter, self.pane
        presenter.answered.connect(self._on_answered)
        presenter.failed.connect(self._on_failed)
        presenter.looked.connect(self._on_looked)
        presenter.more_looked.connect(self._on_more)
        presenter.not_looked.connect(pane.show_trouble)
        self.trouble.followed.connect(lambda: presenter.read(self._shown))
        self.add.clicked.connect(self._choose)
        self._first.clicked.connect(self._choose)
        self.list.turned_to.connect(self._on_turned_to)
        self.list.opened.connect(self._look)
        pane.edit_asked.connect(self._change)
        pane.remove_asked.connect(lambda line: presenter.remove(line.record))
        pane.more_asked.connect(presenter.look_further)
        pane.back_asked.connect(self._back)
        self._theme.changed.connect(self._make_room)

    def _on_answered(self, page: DocumentsPage) -> None:
        self.trouble.hide()
        self.page = page
        self.count.setText(page.total)
        open_now = self.pane.line.record.id if self.pane.line is not None else ""
        here = self.list.current()
        self.model.show_rows(page.lines)
        by_id = {line.record.id: line for line in page.lines}
        if open_now in by_id:
            self.pane.tell(by_id[open_now])
        elif open_now:
            self._close_document()
        self.list.turn_to(open_now or (here.record.id if here is not None else ""))
        self._settle()
        self._do_wanted(page)

    def _settle(self) -> None:
        has_any = self.page is not None and bool(self.page.lines)
        self._stack.setCurrentWidget(self._card if has_any else self._none)
        self.add.setVisible(has_any)
        self._make_room()

    def _do_wanted(self, page: DocumentsPage) -> None:
        line = next((one for one in page.lines if one.record.id == self._wanted), None)
        self._wanted = ""
        if line is not None:
            self.list.turn_to(line.record.id)
            self._look(line)
        (form, record), self._wanted_form = self._wanted_form, ("", "")
        changed = next((one for one in page.lines if one.record.id == record), None)
        if form == ADD:
            self.panel.add(page)
        elif form == CHANGE and changed is not None:
            self.panel.change(page, changed)

    def _on_failed(self, sentence: str) -> None:
        self.trouble.set_words("bad", "We could not read the documents", sentence, link="Try again")
        self.trouble.show()
        self._settle()

    def _choose(self) -> None:
        if self.page is not None:
            self.panel.choose(self.page)

    def _change(self, line: DocumentLine) -> None:
        if self.page is not None:
            self.panel.change(self.page, line)

    def _on_turned_to(self, line: DocumentLine) -> None:
        if self._is_beside:
            self._look(line)

    def _look(self, line: DocumentLine) -> None:
        if self.pane.line is not None and self.pane.line.record.id == line.record.id:
            self._is_reading = True
            self._make_room()
            return
        self._is_reading = True
        self.pane.show_line(line)
        self.presenter.look(line.record)
        self._make_room()

    def _on_looked(self, document_id: str, look: Look) -> None:
        line = self.pane.line
        if line is not None and line.record.id == document_id:
            self.pane.show_look(look)
            if not self._is_beside:
                self.pane.take_focus()

    def _on_more(self, document_id: str, look: Look) -> None:
        if self.pane.line is not None and self.pane.line.record.id == document_id:
            self.pane.show_more(look)

    def _back(self) -> None:
        self._close_document()
        self._make_room()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_document(self) -> None:
        self._is_reading = False
        self.presenter.forget()
        self.pane.show_none()
        self._make_room()

    def _make_room(self) -> None:
        """Wide, the document stands beside the list; narrow, in its place."""
        beside = self._is_beside
        self._listed.setVisible(beside or not self._is_reading)
        self.pane.setVisible(beside or self._is_reading)
        self._line.setVisible(beside)
        self.pane.set_narrow(narrow=not beside)
        self._head.setVisible(beside or not self._is_reading)
        self._listed.setMaximumWidth(self._theme.px(LIST_WIDE) if beside else 16_777_215)
        has_any = bool(self.model.rows)
        self._hint.setVisible(has_any and self.width() >= self._theme.px(900))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Override QWidget::dragEnterEvent: files of this laptop may be dropped."""
        if self.page is not None and _files(event):
            event.acceptProposedAction()
            self._stack.setCurrentWidget(self._drop)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Override QWidget::dragLeaveEvent."""
        self._settle()

    def dropEvent(self, event: QDropEvent) -> None:
        """Override QWidget::dropEvent: they are copied, and stay where they are."""
        paths = _files(event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._settle()
        if self.page is not None and paths:
            self.panel.add_files(self.page, paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._make_room()


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
