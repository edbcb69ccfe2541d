"""Professionals over all families: those whose details somebody has typed before."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ColumnElement, func, or_

from casedesk.domain.records import Professional
from casedesk.storage.mapping import mapper_of
from casedesk.storage.reader import Reader
from casedesk.storage.tables import families, professionals


class TypedBefore(NamedTuple):
    """A professional, and the reference of the family."""

    professional: Professional
    family_ref: str


def professionals_like(reading: Reader, text: str, *, limit: int) -> list[TypedBefore]:
    """Those with a word of the name or organisation that begins so, or with the digits of
    `text` in the phone number; the newest first."""
    mapper = mapper_of(Professional)
    typed = text.strip()
    columns = professionals.c
    parts: list[ColumnElement[bool]] = [
        one.istartswith(typed, autoescape=True) | one.icontains(f" {typed}", autoescape=True)
        for one in (columns.name, columns.organisation)
    ]
    digits = "".join(one for one in typed if one.isdigit())
    if len(digits) >= 3:
        phone = func.replace(func.replace(columns.phone, " ", ""), "-", "")
        parts.append(phone.contains(digits, autoescape=True))
    query = (
        mapper.select.add_columns(families.c.ref)
        .join(families, families.c.id == columns.family_id)
        .where(or_(*parts))
        .order_by(*(one.desc() for one in mapper.order))
        .limit(limit)
    )
    rows = reading._connection.execute(query)
    return [TypedBefore(mapper.record(row[:-1]), row[-1]) for row in rows]
