"""The documents of a family, and a file that is to become one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from casedesk.domain.records import Document
from casedesk.domain.views.plan_page import PersonChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """One document: `kind` reads "PDF", `size` "2.4 MB", `added` "24 November 2026".

    `who` are first names, `categories` titles. `shown_as` is "pdf", "picture", "text" or ""
    (it cannot be looked at inside).
    """

    record: Document
    name: str
    kind: str
    size: str
    added: str
    who: tuple[str, ...]
    categories: tuple[str, ...]
    note: str | None
    confidential: bool
    shown_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsPage:
    """All documents of a family, the newest first; `total` reads "3 documents, 4.1 MB".

    `people` and `categories` (id, title) are what a form offers.
    """

    ref: str
    lines: tuple[DocumentLine, ...]
    total: str
    people: tuple[PersonChoice, ...]
    categories: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FileLook:
    """A file on the disk before it is read: `size` in bytes. `refusal` says why it cannot be
    added, "" when it can."""

    path: Path
    name: str
    size: int
    size_words: str
    refusal: str


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file as read: what it is by its bytes, and where the vault has the same one already."""

    name: str
    content: bytes
    kind: str
    size_words: str
    same: tuple[str, ...]
    """Sentences: "This file is here already, as “letter.pdf”, added 3 May 2026."."""


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """A document's bytes to look at."""

    document: Document
    content: bytes
    shown_as: str
