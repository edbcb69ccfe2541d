"""Documents by their bytes: the same file elsewhere, and bytes that nothing names any more."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import delete, select

from casedesk.domain.records import Document
from casedesk.storage.mapping import mapper_of
from casedesk.storage.reader import Reader
from casedesk.storage.tables import blob_parts, blobs, documents, families, journal
from casedesk.storage.unit_of_work import UnitOfWork


class SameFile(NamedTuple):
    """A document with the same bytes, and the reference of its family."""

    document: Document
    family_ref: str


def documents_with(reading: Reader, sha256: str) -> list[SameFile]:
    """Every document with these bytes, in the order recorded."""
    mapper = mapper_of(Document)
    query = (
        mapper.select.add_columns(families.c.ref)
        .join(families, families.c.id == documents.c.family_id)
        .where(documents.c.sha256 == sha256)
        .order_by(*mapper.order)
    )
    rows = reading._connection.execute(query)
    return [SameFile(mapper.record(row[:-1]), row[-1]) for row in rows]


def unnamed_blobs(reading: Reader) -> list[str]:
    """The hashes of bytes that no document names."""
    named = select(documents.c.sha256)
    query = select(blobs.c.sha256).where(blobs.c.sha256.not_in(named))
    return list(reading._connection.scalars(query))


def removed_since(reading: Reader, instant: int) -> set[str]:
    """The hashes of documents that were removed after `instant` (microseconds since 1970)."""
    c = journal.c
    query = select(c.contents).where(
        c.record_type == Document.__name__,
        c.action == "remove",
        c.instant > instant,
        c.contents.is_not(None),
    )
    return {
        str(fields["sha256"][0])
        for contents in reading._connection.scalars(query)
        if "sha256" in (fields := json.loads(contents))
    }


def drop_blobs(uow: UnitOfWork, hashes: Iterable[str]) -> None:
    """Deletes bytes; their pages are overwritten. Refused for those a document names."""
    for sha256 in hashes:
        uow._connection.execute(delete(blob_parts).where(blob_parts.c.sha256 == sha256))
        uow._connection.execute(delete(blobs).where(blobs.c.sha256 == sha256))
