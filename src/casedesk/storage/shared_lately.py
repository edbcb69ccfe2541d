"""The sharing log over all families, newest first and a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select

from casedesk.storage.reader import Reader
from casedesk.storage.tables import disclosures, families, involvements
from casedesk.storage.today_queries import Scope


@dataclass(frozen=True, slots=True)
class SharedRow:
    """An entry without what it listed. `at` is in microseconds since 1970 UTC.

    `family_id` is None for more than one family; `ref` and `family` are also None where the
    family's records are gone.
    """

    id: str
    at: int
    state: str
    family_id: str | None
    ref: str | None
    family: str | None
    recipient: str
    organisation: str | None
    purpose: str
    how: str
    who: str


def shared_lately(reading: Reader, scope: Scope, offset: int, limit: int) -> list[SharedRow]:
    """Some entries, newest first: of everybody, or of the families of a keyworker, closed ones
    too."""
    log = disclosures.c
    # Ids are given out in the order of time (`storage.ids`), and their index alone says which
    # entries a page has: the lists of what was in them are long, and none is read here.
    page = _ids(scope).order_by(log.id.desc()).offset(offset).limit(limit).subquery()
    query = select(
        log.id, log.at, log.state, log.family_id, families.c.ref, families.c.name,
        log.recipient, log.organisation, log.purpose, log.how, log.who,
    )  # fmt: skip
    of_page = disclosures.join(page, page.c.id == log.id)
    query = query.select_from(of_page.outerjoin(families, families.c.id == log.family_id))
    rows = reading._connection.execute(query.order_by(log.id.desc()))
    return [SharedRow(*row) for row in rows]


def count_shared(reading: Reader, scope: Scope) -> int:
    """How many entries the same has in all."""
    query = select(func.count()).select_from(_ids(scope).subquery())
    return reading._connection.scalar(query) or 0


def _ids(scope: Scope) -> Select[Any]:
    query = select(disclosures.c.id)
    if scope.keyworker is None:
        return query
    theirs = select(involvements.c.family_id).where(
        involvements.c.current, involvements.c.keyworker == scope.keyworker
    )
    return query.where(disclosures.c.family_id.in_(theirs))
