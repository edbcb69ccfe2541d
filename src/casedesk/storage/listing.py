"""The list of families, sorted, filtered and paged in SQL without evaluating anything."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    RowMapping,
    Select,
    and_,
    bindparam,
    func,
    select,
)

from casedesk.storage.search import families_named
from casedesk.storage.summaries import in_chunks
from casedesk.storage.tables import families, involvements, summaries

SORTS = ("name", "ref", "status", "keyworker", "started_on")


@dataclass(frozen=True, slots=True)
class FamilyName:
    """The least that a list needs of a family."""

    id: str
    ref: str
    name: str
    status: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyRow:
    """A row of the list: the family, its current involvement, and its stored summary.

    `states` are by criterion id, and empty with `fresh` False where there is no summary;
    `fresh` says whether the summary still holds today.
    """

    id: str
    ref: str
    name: str
    status: str | None
    programme: str | None
    keyworker: str | None
    team: str | None
    referred_on: date | None
    started_on: date | None
    closed_on: date | None
    states: Mapping[str, str]
    met_now: int
    met_in_programme: int
    eligible: bool
    fresh: bool


@dataclass(frozen=True, slots=True)
class FamilyQuery:
    """What the list shows; None = any.

    `text` is looked for as search does, in the names, references, identifiers and addresses
    of the families and their people. `sort` is one of `SORTS`; families equal in it come by
    name and reference, and those without it last.
    """

    pack_hash: str
    today: date
    text: str | None = None
    status: str | None = None
    keyworker: str | None = None
    eligible: bool | None = None
    sort: str = "name"
    descending: bool = False
    offset: int = 0
    limit: int = 100


def family_names(connection: Connection) -> list[FamilyName]:
    """Every family, by reference."""
    columns = families.c.id, families.c.ref, families.c.name, families.c.status
    rows = connection.execute(select(*columns).order_by(families.c.ref))
    return [FamilyName(*row) for row in rows]


def ids_by_ref(connection: Connection, among: Collection[str] | None) -> list[str]:
    """The ids of all families, or of those among some ids, by reference."""
    query = select(families.c.ref, families.c.id)
    if among is None:
        rows = connection.execute(query).all()
    else:
        rows = [
            row
            for chunk in in_chunks(among)
            for row in connection.execute(query.where(families.c.id.in_(chunk)))
        ]
    return [id_ for _, id_ in sorted(rows, key=itemgetter(0))]


def count_families(connection: Connection, query: FamilyQuery) -> int:
    """How many families the list has in all."""
    counted = replace(query, sort="name")
    return connection.scalar(_filtered(select(func.count()), counted)) or 0


def list_families(connection: Connection, query: FamilyQuery) -> list[FamilyRow]:
    """One page of the list.

    The page is found by ids alone, from indexes; only its own rows are then read.
    """
    sort = _SORT_COLUMNS[query.sort]
    chosen = _filtered(select(families.c.id), query)
    ways = [column.desc() if query.descending else column for column in sort]
    page = (
        chosen.order_by(*(way.nulls_last() for way in ways)).limit(query.limit).offset(query.offset)
    )
    ids = list(connection.scalars(page))
    rows = connection.execute(_ROWS, {"ids": ids, "pack_hash": query.pack_hash})
    found = {row["id"]: _row(row, query.today) for row in rows.mappings()}
    return [found[id_] for id_ in ids]


_CURRENT = and_(involvements.c.family_id == families.c.id, involvements.c.current)
_SUMMARY = and_(
    summaries.c.family_id == families.c.id, summaries.c.pack_hash == bindparam("pack_hash")
)
_NAME = (families.c.name, families.c.ref)
_SORT_COLUMNS: Mapping[str, tuple[ColumnElement[Any], ...]] = {
    "name": _NAME,
    "ref": (families.c.ref,),
    "status": (families.c.status, *_NAME),
    "keyworker": (involvements.c.keyworker, *_NAME),
    "started_on": (involvements.c.started_on, *_NAME),
}
_ROWS = (
    select(
        families.c.id,
        families.c.ref,
        families.c.name,
        families.c.status,
        involvements.c.programme,
        involvements.c.keyworker,
        involvements.c.team,
        involvements.c.referred_on,
        involvements.c.started_on,
        involvements.c.closed_on,
        summaries.c.as_at,
        summaries.c.states,
        summaries.c.met_now,
        summaries.c.met_in_programme,
        summaries.c.eligible,
        summaries.c.stale_on,
    )
    .select_from(families.outerjoin(involvements, _CURRENT).outerjoin(summaries, _SUMMARY))
    .where(families.c.id.in_(bindparam("ids", expanding=True)))
)


def _filtered(chosen: Select[Any], query: FamilyQuery) -> Select[Any]:
    """Joins what the sort and the filters look at, and nothing else."""
    source: FromClause = families
    if query.sort in ("keyworker", "started_on") or query.keyworker is not None:
        source = source.outerjoin(involvements, _CURRENT)
    if query.eligible is not None:
        source = source.outerjoin(summaries, _SUMMARY)
        chosen = chosen.params(pack_hash=query.pack_hash)
    chosen = chosen.select_from(source)
    if query.status is not None:
        chosen = chosen.where(families.c.status == query.status)
    if query.keyworker is not None:
        chosen = chosen.where(involvements.c.keyworker == query.keyworker)
    if query.eligible is not None:
        chosen = chosen.where(summaries.c.eligible == query.eligible)
    if query.text is not None and query.text.strip():
        chosen = chosen.where(families.c.id.in_(families_named(query.text)))
    return chosen


def _row(row: RowMapping, today: date) -> FamilyRow:
    there = row["states"] is not None
    stale_on = row["stale_on"]
    kept = {name: row[name] for name in _KEPT}
    return FamilyRow(
        **kept,
        states=json.loads(row["states"]) if there else {},
        met_now=row["met_now"] or 0,
        met_in_programme=row["met_in_programme"] or 0,
        eligible=bool(row["eligible"]),
        fresh=there and row["as_at"] <= today and (stale_on is None or today < stale_on),
    )


_KEPT = (
    "id", "ref", "name", "status", "programme", "keyworker", "team",
    "referred_on", "started_on", "closed_on",
)  # fmt: skip
