"""Adding a document, or changing what is written about one, in the panel at the side."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from casedesk.domain.errors import KnownError
from casedesk.domain.field_problems import FieldProblem, InvalidFields
from casedesk.domain.views.documents_page import DocumentLine, DocumentsPage, FileLook, FileRead
from casedesk.ui.desk import Desk
from casedesk.ui.dialogs import FileKind
from casedesk.ui.forms.form_end import FormEnd
from casedesk.ui.forms.form_place import place_in_family
from casedesk.ui.forms.side_panel import SidePanel
from casedesk.ui.job import Job
from casedesk.ui.screens.family.documents.document_form import DocumentForm
from casedesk.ui.screens.family.documents.presenter import DocumentsPresenter

WIDE = 520
ADD, CHANGE = "add", "change"
ANY_FILE = (FileKind("Any file", ("*",)),)


class DocumentPanel(SidePanel):
    """Opens over `host`. Of several files the next follows when one is added."""

    def __init__(self, desk: Desk, presenter: DocumentsPresenter, host: QWidget) -> None:
        super().__init__(desk, host, width=WIDE)
        self._presenter = presenter
        self._next: deque[Path] = deque()
        self._reading: Job | None = None
        self._page: DocumentsPage | None = None

    def choose(self, page: DocumentsPage) -> None:
        """Ask for a file; then the form for it."""

        def chosen(path: Path | None) -> None:
            if path is not None:
                self.add_files(page, [path])

        self._desk.dialogs.choose_open_file("Add a document", ANY_FILE, chosen)

    def add_files(self, page: DocumentsPage, paths: Iterable[Path]) -> None:
        """A form for each file, one after the other."""
        self._next = deque(paths)
        self._page = page
        self._go_on()

    def add(self, page: DocumentsPage, path: Path | None = None) -> None:
        """The form of a new document, with its file or before one is chosen."""
        form = DocumentForm(self._desk.theme, page)
        form.file.choose_asked.connect(partial(self._choose_for, form))

        def save(end: FormEnd) -> None:
            if form.read is None and self._is_reading:
                problem = FieldProblem("file", "The file", "is still being read: wait a moment")
                raise InvalidFields([problem])
            self._presenter.add(form.entry(), FormEnd(form, partial(self._added, form, end)))

        left = len(self._next)
        title = f"Add a document ({left} more to come)" if left else "Add a document"
        place = place_in_family(page.ref, "documents", ADD, "", "Add a document")
        self.open_form(title, form, save, place)
        if path is not None:
            self._take(form, path)

    def change(self, page: DocumentsPage, line: DocumentLine) -> None:
        """What is written about a document."""
        form = DocumentForm(self._desk.theme, page, document=line.record)

        def save(end: FormEnd) -> None:
            self._presenter.change(form.record(line.record), end)

        record = line.record.id
        title = f"Change: {line.name}"
        place = place_in_family(page.ref, "documents", CHANGE, record, title, record=record)
        self.open_form(title, form, save, place)

    @property
    def _is_reading(self) -> bool:
        return self._reading is not None and not self._reading.is_over

    def _go_on(self) -> None:
        if self._next and self._page is not None:
            self.add(self._page, self._next.popleft())

    def _added(self, form: DocumentForm, end: FormEnd) -> None:
        form.read = None  # Its bytes are in the vault, and no longer here.
        end.done()
        self._go_on()

    def _choose_for(self, form: DocumentForm) -> None:
        def chosen(path: Path | None) -> None:
            if path is not None and self.content is form:
                self._take(form, path)

        self._desk.dialogs.choose_open_file("Add a document", ANY_FILE, chosen)

    def _take(self, form: DocumentForm, path: Path) -> None:
        """Its size first; then it is read."""
        if self._reading is not None and not self._reading.is_over:
            self._reading.cancel()

        def looked(look: FileLook) -> None:
            if self.content is not form:
                return
            form.show_look(look)
            if not look.refusal:
                self._read(form, look)

        self._presenter.look_at_file(path, looked)

    def _read(self, form: DocumentForm, look: FileLook) -> None:
        def done(read: FileRead) -> None:
            form.show_read(read)

        def refused(error: KnownError) -> None:
            form.file.show_trouble(error.sentence)

        self._reading = self._presenter.read_file(form, look.path, done, refused)
        self._reading.progressed.connect(lambda now, of, _: form.file.show_step(now, of))
