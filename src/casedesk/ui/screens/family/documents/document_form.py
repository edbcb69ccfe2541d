"""A document: its file when it is new, its name, whom it is about, what is in it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.domain.records import Document
from casedesk.domain.views.documents_page import DocumentsPage, FileLook, FileRead
from casedesk.domain.views.plan_page import people_to_tick
from casedesk.services.documents import DocumentEntry
from casedesk.ui.forms.choice_boxes import text_line, typed
from casedesk.ui.forms.form_panel import FormPanel
from casedesk.ui.screens.family.documents.file_part import FilePart
from casedesk.ui.theme.theme import Theme
from casedesk.ui.widgets.tick_list import TickList


class DocumentForm(FormPanel):
    """A new document, or what is written about `document`. A draft keeps all but the file."""

    def __init__(
        self,
        theme: Theme,
        page: DocumentsPage,
        *,
        document: Document | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Add document" if document is None else "Save changes", parent)
        self.document = document
        self.read: FileRead | None = None
        self.file = FilePart(theme)
        if document is not None:
            self.file.hide()
        self.body.addWidget(self.file)
        self.name = text_line(document.name if document else None)
        self.add_field("name", "Name", self.name, "What you will look for it by")
        named = document.people if document is not None else ()
        self.people = TickList(
            people_to_tick(page.people, named), named, about="It is about", columns=3
        )
        self.add_field("people", "Whom is it about?", self.people)
        self.categories = TickList(
            page.categories, document.categories if document else (), about="Information"
        )
        self.add_field(
            "categories", "Which kinds of information are in it?", self.categories,
            "A report shares a kind only where consent covers it",
        )  # fmt: skip
        self.note = self.text_box(3)
        self.note.setPlainText((document.note if document else None) or "")
        self.add_field("note", "Note", self.note)
        self.confidential = QCheckBox("Confidential: for the keyworker’s team only")
        self.confidential.setChecked(bool(document and document.confidential))
        self.keep("confidential", self.confidential)
        self.body.addWidget(self.confidential)
        self.body.addStretch(1)
        self.setFocusProxy(self.name)

    def show_look(self, look: FileLook) -> None:
        """A file was chosen; it is not read yet."""
        self.read = None
        self.file.show_look(look)
        if not typed(self.name):
            self.name.setText(look.name)

    def show_read(self, read: FileRead) -> None:
        """The file is read."""
        self.read = read
        self.file.show_read(read)

    def entry(self) -> DocumentEntry:
        """The document. Raises `InvalidFields` while there is no file."""
        if self.read is None:
            raise InvalidFields([FieldProblem("file", "A file", "is needed: choose one above")])
        return DocumentEntry(
            name=self.name.text().strip(),
            content=self.read.content,
            people=self.people.value(),
            categories=self.categories.value(),
            note=self.note.toPlainText().strip() or None,
            confidential=self.confidential.isChecked(),
        )

    def record(self, document: Document) -> Document:
        """`document` as changed."""
        return replace(
            document,
            name=self.name.text().strip(),
            people=self.people.value(),
            categories=self.categories.value(),
            note=self.note.toPlainText().strip() or None,
            confidential=self.confidential.isChecked(),
        )
