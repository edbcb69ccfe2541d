"""What needs looking at over a worker's families, from indexes and stored summaries alone."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Table, and_, func, literal, or_, select

from casedesk.domain.consent import LAST_DAYS
from casedesk.domain.records import Consent
from casedesk.storage.family_page_queries import CLOSED
from casedesk.storage.mapping import mapper_of
from casedesk.storage.reader import Reader
from casedesk.storage.summaries import in_chunks
from casedesk.storage.tables import (
    actions,
    consents,
    facts,
    families,
    involvements,
    persons,
    restrictions,
    reviews,
    safe_contacts,
    summaries,
)

NOTHING_FOUND = "nothing-found"
_NOT_KNOWN = '"not_known"'
_CURRENT = and_(involvements.c.family_id == families.c.id, involvements.c.current)
_OPEN = or_(families.c.status.is_(None), families.c.status != CLOSED)


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose families: those of a keyworker, or of everybody (None). Closed ones never count."""

    keyworker: str | None = None


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something of a family with a day; `what` is its own words, `who` a first name."""

    record_id: str
    ref: str
    family: str
    on: date
    what: str | None
    who: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The first rows of a source by day, and how many there are in all."""

    rows: Sequence[DueRow]
    total: int


@dataclass(frozen=True, slots=True)
class Days:
    """From one day (None = ever) to another, both included."""

    first: date | None
    last: date


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion to look at. `programme` is the family's own, None = the vault's."""

    family_id: str
    ref: str
    family: str
    programme: str | None
    criterion: str


@dataclass(frozen=True, slots=True)
class EndingConsent:
    """A consent that ends within the last days, with the family it was recorded in."""

    record: Consent
    ref: str
    family: str
    called: str


def has_families(reading: Reader, scope: Scope) -> bool:
    """Whether there is any open family in the scope."""
    query = select(families.c.id).select_from(_within(families, scope)).where(*_holds(scope))
    return reading._connection.scalar(query.limit(1)) is not None


def actions_due(reading: Reader, scope: Scope, days: Days, today: date, limit: int) -> Found:
    """Actions that are not done and due on some days."""
    due = actions.c.due
    query = _due(actions, scope, due, days, actions.c.title)
    return _found(reading, query.where(actions.c.done_on.is_(None)), due, limit)


def reviews_due(reading: Reader, scope: Scope, days: Days, today: date, limit: int) -> Found:
    """Reviews that were not held and are due on some days; `what` is the kind."""
    due = reviews.c.due_on
    query = _due(reviews, scope, due, days, reviews.c.kind)
    return _found(reading, query.where(reviews.c.held_on.is_(None)), due, limit)


def alerts_to_review(reading: Reader, scope: Scope, days: Days, today: date, limit: int) -> Found:
    """Alerts whose review falls on some days; the record is the family."""
    due = families.c.alert_review_on
    query = _due(families, scope, due, days, families.c.alert)
    query = query.where(families.c.alert.is_not(None), families.c.alert != "")
    return _found(reading, query, due, limit)


def safe_contacts_to_review(
    reading: Reader, scope: Scope, days: Days, today: date, limit: int
) -> Found:
    """Safe-contact instructions whose review falls on some days; `who` is the person. People
    under a restriction are left out."""
    due = safe_contacts.c.review_on
    source = _within(safe_contacts, scope).join(persons, persons.c.id == safe_contacts.c.person_id)
    query = select(
        safe_contacts.c.id, families.c.ref, families.c.name, due, safe_contacts.c.instruction,
        _CALLED, func.count().over(),
    )  # fmt: skip
    query = query.select_from(source).where(*_holds(scope), *_on(due, days))
    return _found(reading, query.where(persons.c.id.not_in(_restricted(today))), due, limit)


def consents_ending(reading: Reader, scope: Scope, today: date) -> list[EndingConsent]:
    """Consents given, in force and in their last days, by day; whether something newer has
    replaced one is for the caller. People under a restriction are left out."""
    mapper, columns = mapper_of(Consent), consents.c
    source = _within(consents, scope).join(persons, persons.c.id == columns.person_id)
    query = (
        mapper.select.add_columns(families.c.ref, families.c.name, _CALLED)
        .select_from(source)
        .where(
            *_holds(scope),
            columns.decision == "given",
            columns.in_error.is_(False),
            columns.decided_on <= today,
            or_(columns.withdrawn_on.is_(None), columns.withdrawn_on > today),
            columns.expires_on.between(today, today + timedelta(days=LAST_DAYS - 1)),
            persons.c.id.not_in(_restricted(today)),
        )
        .order_by(columns.expires_on, families.c.name, families.c.ref)
    )
    return [
        EndingConsent(mapper.record(row[:-3]), row[-3], row[-2], row[-1])
        for row in reading._connection.execute(query)
    ]


def consents_of(reading: Reader, people: Collection[str]) -> dict[str, list[Consent]]:
    """Every consent of some people, by person id, in the order recorded."""
    mapper = mapper_of(Consent)
    found: dict[str, list[Consent]] = {}
    for chunk in in_chunks(people):
        query = mapper.select.where(consents.c.person_id.in_(chunk)).order_by(*mapper.order)
        for row in reading._connection.execute(query):
            found.setdefault(row.person_id, []).append(mapper.record(row))
    return found


def criteria_to_look_at(
    reading: Reader, scope: Scope, packs: Mapping[str, str], first: str, today: date, limit: int
) -> tuple[list[CriterionRow], list[CriterionRow], int]:
    """Criteria whose records changed since they were decided; the first `limit` or more that
    are not known; and how many of these there are. Each by family and in the pack's order.

    `packs` are content hashes by programme, `first` the vault's own programme, which also
    stands for one that is not loaded. Only summaries that hold today are read.
    """
    columns = summaries.c
    source = _within(families, scope).join(summaries, columns.family_id == families.c.id)
    if scope.keyworker is None:
        source = source.outerjoin(involvements, _CURRENT)
    own = [
        and_(involvements.c.programme == name, columns.pack_hash == pack_hash)
        for name, pack_hash in packs.items()
    ]
    unnamed = or_(involvements.c.programme.is_(None), involvements.c.programme.not_in(packs))
    query = (
        select(
            families.c.id,
            families.c.ref,
            families.c.name,
            involvements.c.programme,
            columns.states,
            columns.changed,
        )
        .select_from(source)
        .where(
            *_holds(scope),
            columns.pack_hash.in_(packs.values()),
            or_(*own, and_(unnamed, columns.pack_hash == packs[first])),
            columns.as_at <= today,
            or_(columns.stale_on.is_(None), columns.stale_on > today),
        )
        .order_by(func.lower(families.c.name), families.c.ref)
    )
    changed: list[CriterionRow] = []
    unknown: list[CriterionRow] = []
    count = 0
    for family_id, ref, name, programme, states, told in reading._connection.execute(query):
        of = programme if programme in packs else None
        if told != "[]":
            changed += [CriterionRow(family_id, ref, name, of, one) for one in json.loads(told)]
        here = states.count(_NOT_KNOWN)
        count += here
        if here and len(unknown) < limit:
            unknown += [
                CriterionRow(family_id, ref, name, of, one)
                for one, state in json.loads(states).items()
                if state == "not_known"
            ]
    return changed, unknown, count


def newest_checks(
    reading: Reader, family_ids: Collection[str], today: date
) -> dict[tuple[str, str], date]:
    """The day of the newest check that found nothing, by family and criterion."""
    columns = facts.c
    query = (
        select(columns.family_id, columns.criterion, func.max(columns.on))
        .where(
            columns.family_id.in_(family_ids),
            columns.kind == NOTHING_FOUND,
            columns.in_error.is_(False),
            columns.on <= today,
        )
        .group_by(columns.family_id, columns.criterion)
    )
    return {(row[0], row[1]): row[2] for row in reading._connection.execute(query)}


def restricted_people(reading: Reader, people: Collection[str], today: date) -> frozenset[str]:
    """Those of some people whose record is under a restriction."""
    return frozenset(
        one
        for chunk in in_chunks(people)
        for one in reading._connection.scalars(
            _restricted(today).where(restrictions.c.person_id.in_(chunk))
        )
    )


_CALLED = func.coalesce(persons.c.known_as, persons.c.given_name)


def _restricted(today: date) -> Select[Any]:
    columns = restrictions.c
    return select(columns.person_id).where(
        columns.kind == "restriction",
        columns.from_on <= today,
        or_(columns.to_on.is_(None), columns.to_on >= today),
    )


def _within(table: Table, scope: Scope) -> FromClause:
    source: FromClause = table
    if table is not families:
        source = table.join(families, families.c.id == table.c.family_id)
    return source if scope.keyworker is None else source.join(involvements, _CURRENT)


def _holds(scope: Scope) -> Iterator[ColumnElement[bool]]:
    yield _OPEN
    if scope.keyworker is not None:
        yield involvements.c.keyworker == scope.keyworker


def _due(
    table: Table, scope: Scope, due: ColumnElement[Any], days: Days, what: ColumnElement[Any]
) -> Select[Any]:
    named = families.c.ref, families.c.name
    query = select(table.c.id, *named, due, what, literal(None), func.count().over())
    return query.select_from(_within(table, scope)).where(*_holds(scope), *_on(due, days))


def _on(due: ColumnElement[Any], days: Days) -> Iterator[ColumnElement[bool]]:
    yield due <= days.last
    if days.first is not None:
        yield due >= days.first


def _found(reading: Reader, query: Select[Any], due: ColumnElement[Any], limit: int) -> Found:
    ordered = query.order_by(due, func.lower(families.c.name), families.c.ref).limit(limit)
    rows = reading._connection.execute(ordered).all()
    return Found([DueRow(*row[:-1]) for row in rows], rows[0][-1] if rows else 0)
