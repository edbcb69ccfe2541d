"""The diary: planned visits of a day or a week over all families, without reading the families."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from casedesk.domain.records import Address, Person, PlannedVisit
from casedesk.storage.family_page_queries import VISITS
from casedesk.storage.mapping import mapper_of
from casedesk.storage.reader import Reader
from casedesk.storage.summaries import in_chunks
from casedesk.storage.tables import (
    addresses,
    contacts,
    families,
    involvements,
    persons,
    planned_visits,
)


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A planned visit with the little of its family that a diary shows. `alert` may be blank."""

    record: PlannedVisit
    ref: str
    family: str
    alert: str | None


def planned_between(
    reading: Reader, first: date, last: date, *, worker: str | None = None
) -> list[PlannedRow]:
    """The visits from one day to another, both included, by day and time; cancelled ones are
    left out.

    Of one `worker`: those they go to, and those of their families that name nobody.
    """
    query = _planned().where(
        planned_visits.c.on.between(first, last), planned_visits.c.cancelled_on.is_(None)
    )
    if worker is not None:
        current = and_(involvements.c.family_id == families.c.id, involvements.c.current)
        theirs = select(involvements.c.id).where(current, involvements.c.keyworker == worker)
        unnamed = or_(planned_visits.c.by.is_(None), planned_visits.c.by == "")
        query = query.where(
            or_(planned_visits.c.by == worker, and_(unnamed, theirs.correlate(families).exists()))
        )
    columns = planned_visits.c
    order: tuple[ColumnElement[Any], ...] = (
        columns.on,
        columns.at_time.nulls_last(),
        func.lower(families.c.name),
        families.c.ref,
    )
    return _rows(reading, query.order_by(*order))


def planned_visit(reading: Reader, visit_id: str) -> PlannedRow | None:
    """One planned visit, cancelled or not."""
    rows = _rows(reading, _planned().where(planned_visits.c.id == visit_id))
    return rows[0] if rows else None


def planned_of_family(reading: Reader, family_id: str, first: date) -> list[PlannedRow]:
    """A family's planned visits from a day on that are neither cancelled nor written up."""
    columns = planned_visits.c
    query = _planned().where(
        columns.family_id == family_id,
        columns.on >= first,
        columns.cancelled_on.is_(None),
        columns.contact_id.is_(None),
    )
    return _rows(reading, query.order_by(columns.on, columns.at_time.nulls_last()))


def families_visited(reading: Reader, family_ids: Collection[str], by: date) -> frozenset[str]:
    """Those of some families in which somebody was met by a day."""
    columns = contacts.c
    query = select(columns.family_id).distinct()
    query = query.where(
        columns.family_id.in_(family_ids), columns.on <= by, columns.kind.in_(VISITS)
    )
    return frozenset(reading._connection.scalars(query))


def people_by_id(reading: Reader, ids: Collection[str]) -> dict[str, Person]:
    """People by id."""
    mapper = mapper_of(Person)
    return {
        row.id: mapper.record(row)
        for chunk in in_chunks(ids)
        for row in reading._connection.execute(mapper.select.where(persons.c.id.in_(chunk)))
    }


def protected_addresses(reading: Reader, family_ids: Collection[str]) -> list[Address]:
    """The protected addresses of some families, old ones too."""
    mapper = mapper_of(Address)
    query = mapper.select.where(addresses.c.family_id.in_(family_ids), addresses.c.protected)
    return [mapper.record(row) for row in reading._connection.execute(query)]


def family_names(reading: Reader, refs: Collection[str]) -> dict[str, str]:
    """The names of families by reference."""
    query = select(families.c.ref, families.c.name).where(families.c.ref.in_(refs))
    return {row[0]: row[1] for row in reading._connection.execute(query)}


def names_of_workers(reading: Reader) -> list[str]:
    """Everybody who is a keyworker now or was put down for a visit, by name."""
    keyworkers = select(involvements.c.keyworker).where(
        involvements.c.current, involvements.c.keyworker.is_not(None)
    )
    going = select(planned_visits.c.by).where(planned_visits.c.by.is_not(None))
    found = reading._connection.scalars(keyworkers.union(going))
    return sorted({name for name in found if name and name.strip()})


def _planned() -> Select[Any]:
    of_family = planned_visits.c.family_id == families.c.id
    return (
        mapper_of(PlannedVisit)
        .select.add_columns(families.c.ref, families.c.name, families.c.alert)
        .select_from(planned_visits.join(families, of_family))
    )


def _rows(reading: Reader, query: Select[Any]) -> list[PlannedRow]:
    mapper = mapper_of(PlannedVisit)
    return [
        PlannedRow(mapper.record(row[:-3]), row[-3], row[-2], row[-1])
        for row in reading._connection.execute(query)
    ]
