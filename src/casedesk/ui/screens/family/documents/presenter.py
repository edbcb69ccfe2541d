"""What the documents tab asks of the services: the list, files to read, what is looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from casedesk.domain.errors import KnownError
from casedesk.domain.records import Document
from casedesk.domain.views.documents_page import (
    DocumentContent,
    FileLook,
    FileRead,
)
from casedesk.services.document_files import look_at_file, read_file
from casedesk.services.documents import (
    DocumentEntry,
    add_document,
    change_document,
    document_content,
    documents_page,
    remove_document,
)
from casedesk.ui.desk import Desk
from casedesk.ui.forms.form_end import FormEnd
from casedesk.ui.job import Job, Task, stop
from casedesk.ui.previews.look import Look
from casedesk.ui.previews.looking import look_at
from casedesk.ui.screens.family.tab_presenter import TabPresenter

Refused = Callable[[KnownError], None]


class DocumentsPresenter(TabPresenter):
    """An answer to what is no longer asked is dropped.

    Signals:
        answered(page), failed(sentence): of the list.
        looked(document id, look): the document that was asked for last.
        more_looked(document id, look): further pages of it.
        not_looked(sentence): it could not be read.
    """

    looked = Signal(str, object)
    more_looked = Signal(str, object)
    not_looked = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._looking: Job | None = None
        self._shown: DocumentContent | None = None

    def read(self, ref: str) -> None:
        """Read a family's documents."""
        if ref != self.ref:
            self.forget()
        self.ref = ref
        self._ask(partial(documents_page, self._desk.session, ref))

    def look(self, document: Document) -> None:
        """Read a document and draw what there is to see of it."""
        self.forget()
        work = partial(_opened, self._desk, document.id)
        self._looking = self._desk.jobs.read(self, work, self._on_looked, self._on_not_looked)

    def look_further(self, first: int) -> None:
        """Draw the pages from `first` on of the document that is shown."""
        shown = self._shown
        if shown is None or (self._looking is not None and not self._looking.is_over):
            return

        def done(look: Look) -> None:
            self.more_looked.emit(shown.document.id, look)

        work = partial(look_at, shown, first)
        self._looking = self._desk.jobs.read(self, work, done, self._on_not_looked)

    def forget(self) -> None:
        """Nothing is looked at any more; its bytes are let go."""
        stop(self._looking)
        self._shown = None

    def look_at_file(self, path: Path, done: Callable[[FileLook], None]) -> None:
        """What a file is called and how large it is."""
        self._desk.jobs.read(self, partial(look_at_file, path), done)

    def read_file(
        self, owner: QObject, path: Path, done: Callable[[FileRead], None], refused: Refused
    ) -> Job:
        """Read a file; the job tells how far it is."""
        session, ref = self._desk.session, self.ref

        def work(task: Task) -> FileRead:
            return read_file(session, ref, path, task.step)

        return self._desk.jobs.read_steps(owner, work, done, refused)

    def add(self, entry: DocumentEntry, end: FormEnd) -> None:
        """Save a new document."""
        self._put(end, add_document, self.ref, entry)

    def change(self, document: Document, end: FormEnd) -> None:
        """Save what is written about a document."""
        self._put(end, change_document, document)

    def remove(self, document: Document) -> None:
        """Take a document out."""
        self._put(None, remove_document, document.id, document.version)

    def _on_looked(self, found: tuple[DocumentContent, Look]) -> None:
        content, look = found
        self._shown = content
        self.looked.emit(content.document.id, look)

    def _on_not_looked(self, error: KnownError) -> None:
        self.not_looked.emit(error.sentence)


def _opened(desk: Desk, document_id: str) -> tuple[DocumentContent, Look]:
    content = document_content(desk.session, document_id)
    return content, look_at(content)
