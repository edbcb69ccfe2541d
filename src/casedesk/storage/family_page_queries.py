"""The list of families with everything its screen filters and sorts by, paged in SQL."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    ScalarSelect,
    Select,
    and_,
    column,
    exists,
    func,
    or_,
    select,
    text,
)

from casedesk.domain.consent import LAST_DAYS
from casedesk.storage.reader import Reader
from casedesk.storage.search_index import NAMES_INDEX
from casedesk.storage.search_text import NO_WORDS, parse
from casedesk.storage.tables import (
    consents,
    contacts,
    families,
    involvements,
    memberships,
    persons,
    restrictions,
    reviews,
    summaries,
)

VISITS = ("home visit", "office", "school", "video", "meeting")
"""The kinds of contact in which the worker met somebody."""
CLOSED = "closed"
MOST = 4_000
"""So many entries of the index are followed to their families in one search."""

_CURRENT = and_(involvements.c.family_id == families.c.id, involvements.c.current)


@dataclass(frozen=True, slots=True, kw_only=True)
class FamiliesWanted:
    """Which families, in which order. `teams` and `keyworker` None = of any.

    `words` are those of `words_to_find`, None = whatever they are called.
    `sort` is name, ref, status, keyworker, programme, last_visit or next_review.
    """

    pack_hash: str
    today: date
    words: str | None = None
    teams: Collection[str] | None = None
    keyworker: str | None = None
    open_only: bool = False
    eligible: bool = False
    review_overdue: bool = False
    consent_ending: bool = False
    sort: str = "name"
    descending: bool = False
    offset: int = 0
    limit: int = 40


def words_to_find(reading: Reader, typed: str, most: int = MOST) -> tuple[str | None, bool]:
    """What to look for in the names, references, identifiers and addresses of families and
    their people, and whether it is less than was asked for.

    People under a restriction are not looked at (docs/consent.md, Rights). Where more than
    `most` entries match (a letter or two, in a very large vault) only names are looked at,
    and at most `MOST` of them.
    """
    if not typed.strip():
        return None, False
    terms = parse(typed)
    if terms is None:
        return NO_WORDS, False
    reading._settle()
    given = {"words": terms.half_typed, "most": most + 1}
    if (reading._connection.scalar(_HITS, given) or 0) <= most:
        return terms.half_typed, False
    return f"title : ({terms.half_typed})", True


def page_of_families(reading: Reader, wanted: FamiliesWanted) -> list[str]:
    """The ids of one page of families, in order."""
    query = _chosen(select(families.c.id), wanted, sorting=True)
    ways = [way.desc() if wanted.descending else way for way in _order(wanted)]
    query = query.order_by(*(way.nulls_last() for way in ways))
    reading._settle()
    return list(reading._connection.scalars(query.limit(wanted.limit).offset(wanted.offset)))


def count_of_families(reading: Reader, wanted: FamiliesWanted) -> int:
    """How many families there are in all pages."""
    reading._settle()
    return reading._connection.scalar(_chosen(select(func.count()), wanted)) or 0


def last_visits(reading: Reader, family_ids: Collection[str], today: date) -> dict[str, date]:
    """The newest visit by `today` of each family that had one."""
    query = (
        select(contacts.c.family_id, func.max(contacts.c.on))
        .where(
            contacts.c.family_id.in_(family_ids),
            contacts.c.on <= today,
            contacts.c.kind.in_(VISITS),
        )
        .group_by(contacts.c.family_id)
    )
    return {row[0]: row[1] for row in reading._connection.execute(query)}


def next_reviews(reading: Reader, family_ids: Collection[str]) -> dict[str, date]:
    """The first review that was not held, of each family that has one."""
    query = (
        select(reviews.c.family_id, func.min(reviews.c.due_on))
        .where(reviews.c.family_id.in_(family_ids), reviews.c.held_on.is_(None))
        .group_by(reviews.c.family_id)
    )
    return {row[0]: row[1] for row in reading._connection.execute(query)}


def teams_of(reading: Reader, keyworker: str) -> frozenset[str]:
    """The teams in which somebody is a keyworker now."""
    query = (
        select(involvements.c.team)
        .distinct()
        .where(
            involvements.c.keyworker == keyworker,
            involvements.c.current,
            involvements.c.team.is_not(None),
        )
    )
    return frozenset(reading._connection.scalars(query))


def names_to_compare(reading: Reader, today: date) -> list[str]:
    """Every name a family or person goes by, each once, to find near ones.

    People under a restriction are left out.
    """
    columns = restrictions.c
    restricted = select(columns.person_id).where(
        columns.kind == "restriction",
        columns.from_on <= today,
        or_(columns.to_on.is_(None), columns.to_on >= today),
    )
    names = dict.fromkeys(reading._connection.scalars(select(families.c.name).distinct()))
    for one in (persons.c.family_name, persons.c.given_name, persons.c.known_as):
        query = select(one).distinct().where(persons.c.id.not_in(restricted))
        names |= dict.fromkeys(reading._connection.scalars(query))
    return [name for name in names if name]


def _chosen(query: Select[Any], wanted: FamiliesWanted, *, sorting: bool = False) -> Select[Any]:
    """Joins what is filtered or sorted by, and nothing else."""
    source: FromClause = families
    by_programme = sorting and wanted.sort == "programme"
    worked_by = wanted.teams is not None or wanted.keyworker is not None
    if worked_by or (sorting and wanted.sort == "keyworker"):
        source = source.outerjoin(involvements, _CURRENT)
    if by_programme:
        of_pack = and_(
            summaries.c.family_id == families.c.id, summaries.c.pack_hash == wanted.pack_hash
        )
        source = source.outerjoin(summaries, of_pack)
    return query.select_from(source).where(*_conditions(wanted))


def _conditions(wanted: FamiliesWanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    is_open = or_(families.c.status.is_(None), families.c.status != CLOSED)
    if wanted.teams is not None:
        found.append(involvements.c.team.in_(wanted.teams))
    if wanted.keyworker is not None:
        found.append(involvements.c.keyworker == wanted.keyworker)
    if wanted.open_only or wanted.review_overdue:
        found.append(is_open)
    if wanted.eligible:
        so = select(summaries.c.family_id).where(
            summaries.c.pack_hash == wanted.pack_hash, summaries.c.eligible
        )
        found.append(families.c.id.in_(so))
    if wanted.review_overdue:
        late = select(reviews.c.family_id).where(
            reviews.c.held_on.is_(None), reviews.c.due_on < wanted.today
        )
        found.append(families.c.id.in_(late))
    if wanted.consent_ending:
        found.append(families.c.id.in_(_consents_ending(wanted.today)))
    if wanted.words is not None:
        named = _NAMED.bindparams(words=wanted.words, today=wanted.today.isoformat(), most=MOST)
        found.append(families.c.id.in_(named))
    return found


def _consents_ending(today: date) -> Select[Any]:
    """Families with a member whose consent holds now and ends within the last days.

    One that was renewed in the same words does not count.
    """
    newer = consents.alias("newer")
    renewed = exists().where(
        newer.c.person_id == consents.c.person_id,
        newer.c.recipients == consents.c.recipients,
        newer.c.categories == consents.c.categories,
        newer.c.purposes == consents.c.purposes,
        newer.c.in_error.is_(False),
        newer.c.id != consents.c.id,
        or_(
            newer.c.decided_on > consents.c.decided_on,
            and_(
                newer.c.decided_on == consents.c.decided_on,
                newer.c.order_instant > consents.c.order_instant,
            ),
        ),
    )
    return (
        select(memberships.c.family_id)
        .join(consents, consents.c.person_id == memberships.c.person_id)
        .where(
            consents.c.decision == "given",
            consents.c.in_error.is_(False),
            consents.c.decided_on <= today,
            or_(consents.c.withdrawn_on.is_(None), consents.c.withdrawn_on > today),
            consents.c.expires_on.between(today, today + timedelta(days=LAST_DAYS - 1)),
            or_(memberships.c.left_on.is_(None), memberships.c.left_on >= today),
            ~renewed,
        )
    )


# The limit is inside: each hit costs a look at its entry, wherever in the file that is.
_NAMED = text(
    "SELECT e.family_id "  # noqa: S608
    f"FROM (SELECT rowid AS place FROM {NAMES_INDEX} WHERE {NAMES_INDEX} MATCH :words "
    "LIMIT :most) AS hit JOIN search_entries AS e ON e.place = hit.place "
    "WHERE e.record_id NOT IN (SELECT m.id FROM memberships AS m "
    "JOIN restrictions AS r ON r.person_id = m.person_id WHERE r.kind = 'restriction' "
    "AND r.from_on <= :today AND (r.to_on IS NULL OR r.to_on >= :today))"
).columns(column("family_id"))
_HITS = text(
    f"SELECT count(*) FROM (SELECT 1 FROM {NAMES_INDEX} WHERE {NAMES_INDEX} MATCH :words "  # noqa: S608
    "LIMIT :most)"
)


def _last_visit(today: date) -> ScalarSelect[Any]:
    return (
        select(func.max(contacts.c.on))
        .where(
            contacts.c.family_id == families.c.id,
            contacts.c.on <= today,
            contacts.c.kind.in_(VISITS),
        )
        .scalar_subquery()
    )


_NEXT_REVIEW = (
    select(func.min(reviews.c.due_on))
    .where(reviews.c.family_id == families.c.id, reviews.c.held_on.is_(None))
    .scalar_subquery()
)
_NAME: Sequence[ColumnElement[Any]] = (func.lower(families.c.name), families.c.ref)
_ORDERS: Mapping[str, Sequence[ColumnElement[Any]]] = {
    "name": _NAME,
    "ref": (families.c.ref,),
    "status": (families.c.status, *_NAME),
    "keyworker": (involvements.c.keyworker, *_NAME),
    "programme": (summaries.c.met_in_programme, *_NAME),
    "next_review": (_NEXT_REVIEW, *_NAME),
}


def _order(wanted: FamiliesWanted) -> Sequence[ColumnElement[Any]]:
    if wanted.sort == "last_visit":
        return (_last_visit(wanted.today), *_NAME)
    return _ORDERS[wanted.sort]
