"""Documents: files kept in the vault, encrypted as everything else is, and never run.

The bytes of a document that was removed are kept for 30 days, so that it can come back; then
they go for good, when the vault is opened (docs/architecture.md, Documents).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from casedesk.domain.dates import long_date
from casedesk.domain.field_problems import FieldProblem, refuse, text_needed
from casedesk.domain.file_names import safe_file_name
from casedesk.domain.media_types import media_type_of, media_words, shown_as, size_words
from casedesk.domain.plan import counted
from casedesk.domain.records import CaseFile, Document, Person
from casedesk.domain.views.documents_page import DocumentContent, DocumentLine, DocumentsPage
from casedesk.domain.views.saved import Saved
from casedesk.services.document_bytes import KEPT_FOR
from casedesk.services.document_files import MOST_BYTES, same_file_words
from casedesk.services.plan_choices import people_choices
from casedesk.services.saving import saving, saving_over
from casedesk.services.session import Session

DOCUMENT_PREFIX = "D"
LOOKED_AT = "opened document"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntry:
    """A document as a form has it, with its bytes; lists are ids."""

    name: str
    content: bytes
    people: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    note: str | None = None
    confidential: bool = False


def documents_page(session: Session, ref: str) -> DocumentsPage:
    """A family's documents, the newest first. Raises `NotFound`."""
    with session.store.read() as reading:
        family = reading.family_by_ref(ref)
        (case,) = reading.case_files([family.id], wanted=(Person, Document))
    newest = sorted(case.documents, key=lambda one: (one.added_on, one.order), reverse=True)
    size = size_words(sum(one.size for one in newest))
    return DocumentsPage(
        ref=ref,
        lines=tuple(_line(session, case, one) for one in newest),
        total=f"{counted(len(newest), 'document')}, {size}" if newest else "No documents",
        people=tuple(people_choices(case, session.today)),
        categories=tuple((key, one.title) for key, one in session.catalogue.categories.items()),
    )


def document_content(session: Session, document_id: str) -> DocumentContent:
    """A document's bytes, to look at; the looking stands in the access log.

    Raises `NotFound` when the document or its bytes are gone.
    """
    with session.store.unit_of_work(session.worker) as uow:
        document = uow.get(Document, document_id)
        uow.log_access(LOOKED_AT, document.family_id, document.ref)
    with session.store.read() as reading:
        content = reading.get_blob(document.sha256)
    return DocumentContent(document, content, shown_as(document.media_type))


def add_document(session: Session, ref: str, entry: DocumentEntry) -> Saved[Document]:
    """Keep a file in the vault. The same file again is kept too, with a warning.

    Raises `InvalidFields`, `NotFound`.
    """
    same = same_file_words(session, ref, entry.content)
    with saving(session, ref) as save:
        document = Document(
            id=save.uow.new_id(),
            family_id=save.family.id,
            ref="",
            name=safe_file_name(entry.name) if entry.name.strip() else "",
            media_type=media_type_of(entry.content),
            size=len(entry.content),
            sha256="",
            added_on=session.today,
            people=entry.people,
            categories=entry.categories,
            note=(entry.note or "").strip() or None,
            confidential=entry.confidential,
        )
        refuse([*_problems(session, save.case, document), *_size_problems(document)])
        kept = save.uow.add(
            replace(
                document,
                sha256=save.uow.put_blob(entry.content),
                ref=save.uow.new_ref(DOCUMENT_PREFIX),
            )
        )
        return save.done(kept, f"Added: {kept.name}, {size_words(kept.size)}.", warnings=same)


def change_document(session: Session, document: Document) -> Saved[Document]:
    """Save what is written about a document; its bytes stay what they are.

    Raises `InvalidFields`, `InvalidRecord` when it was changed since, `NotFound`.
    """
    with saving_over(session, Document, document.id, document.version) as (save, before):
        changed = replace(
            document,
            name=safe_file_name(document.name) if document.name.strip() else "",
            note=(document.note or "").strip() or None,
            media_type=before.media_type,
            size=before.size,
            sha256=before.sha256,
            added_on=before.added_on,
        )
        refuse(_problems(session, save.case, changed))
        kept = save.uow.change(changed)
        return save.done(kept, f"Saved: {kept.name}.")


def remove_document(session: Session, document_id: str, version: int) -> Saved[Document]:
    """Take a document out; its bytes are kept for 30 days. Raises as `change_document`."""
    with saving_over(session, Document, document_id, version) as (save, document):
        save.uow.remove(document)
        last = long_date(session.today + KEPT_FOR)
        return save.done(
            document, f"Removed: {document.name}. It can be put back until {last}; then it is gone."
        )


def _line(session: Session, case: CaseFile, document: Document) -> DocumentLine:
    people, known = case.person_by_id, session.catalogue.categories
    return DocumentLine(
        record=document,
        name=document.name,
        kind=media_words(document.media_type),
        size=size_words(document.size),
        added=long_date(document.added_on),
        who=tuple(people[one].called for one in document.people if one in people),
        categories=tuple(known[one].title if one in known else one for one in document.categories),
        note=document.note,
        confidential=document.confidential,
        shown_as=shown_as(document.media_type),
    )


def _problems(session: Session, case: CaseFile, document: Document) -> Iterator[FieldProblem]:
    yield from text_needed("name", "The name", document.name)
    if any(one not in case.membership_of for one in document.people):
        yield FieldProblem("people", "The people", "should be of this family")
    if any(one not in session.catalogue.categories for one in document.categories):
        yield FieldProblem("categories", "The kinds of information", "are unknown")


def _size_problems(document: Document) -> Iterator[FieldProblem]:
    if not 0 < document.size <= MOST_BYTES:
        yield FieldProblem("file", "The file", f"should have at most {size_words(MOST_BYTES)}")
