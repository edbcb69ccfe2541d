"""A family's contacts a page at a time, newest first, without reading the others."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, func, select

from casedesk.domain.records import Contact
from casedesk.storage.mapping import mapper_of
from casedesk.storage.reader import Reader
from casedesk.storage.tables import contacts, documents


def contacts_page(
    reading: Reader,
    family_id: str,
    *,
    offset: int,
    limit: int,
    kind: str | None = None,
    text: str = "",
) -> list[Contact]:
    """Some of a family's contacts, newest first; `kind` and `text` narrow them."""
    mapper = mapper_of(Contact)
    columns = contacts.c
    query = _narrowed(mapper.select, family_id, kind, text).order_by(
        columns.on.desc(),
        columns.at_time.desc().nulls_last(),
        *(one.desc() for one in mapper.order),
    )
    rows = reading._connection.execute(query.offset(offset).limit(limit))
    return [mapper.record(row) for row in rows]


def count_of_contacts(
    reading: Reader, family_id: str, *, kind: str | None = None, text: str = ""
) -> int:
    """How many contacts there are in all pages."""
    query = _narrowed(select(func.count()).select_from(contacts), family_id, kind, text)
    return reading._connection.scalar(query) or 0


def count_of_documents(reading: Reader, family_id: str) -> int:
    """How many documents a family has."""
    query = select(func.count()).where(documents.c.family_id == family_id)
    return reading._connection.scalar(query.select_from(documents)) or 0


def _narrowed(query: Select[Any], family_id: str, kind: str | None, text: str) -> Select[Any]:
    query = query.where(contacts.c.family_id == family_id)
    if kind is not None:
        query = query.where(contacts.c.kind == kind)
    if text.strip():
        query = query.where(contacts.c.text.icontains(text.strip(), autoescape=True))
    return query
