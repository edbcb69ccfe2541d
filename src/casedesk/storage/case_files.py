"""Whole case files from the tables, many families in a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, Select, bindparam, or_, select

from casedesk.domain.records import (
    Action,
    Address,
    Assessment,
    CaseFile,
    Consent,
    Contact,
    Decision,
    Document,
    Fact,
    Family,
    Goal,
    Involvement,
    Judgement,
    Membership,
    Person,
    Record,
    Relationship,
    Restriction,
    Review,
    SharingDecision,
)
from casedesk.storage.mapping import mapper_of
from casedesk.storage.tables import sharing_decision_people

R = TypeVar("R", bound=Record)

FAMILIES_AT_ONCE = 200

Wanted = Collection[type[Record]]
FamiliesOf = Mapping[str, Sequence[str]]
"""The families of every person of a batch, by person id."""

FIELDS: Mapping[type[Record], str] = {
    Person: "people",
    Involvement: "involvements",
    Address: "addresses",
    Membership: "memberships",
    Relationship: "relationships",
    Fact: "facts",
    Decision: "decisions",
    Judgement: "judgements",
    Consent: "consents",
    SharingDecision: "sharing_decisions",
    Restriction: "restrictions",
    Contact: "contacts",
    Goal: "goals",
    Action: "actions",
    Review: "reviews",
    Assessment: "assessments",
    Document: "documents",
}
"""The field of a case file for every kind of record in it."""

EVERYTHING: Wanted = tuple(FIELDS)
FOR_CRITERIA: Wanted = (Person, Involvement, Fact, Decision, Judgement)
"""What the criteria of a programme read, besides the family and its memberships."""

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_PEOPLE: BindParameter[Any] = bindparam("people", expanding=True)


def read_case_files(
    connection: Connection, family_ids: Iterable[str], wanted: Wanted = EVERYTHING
) -> Iterator[CaseFile]:
    """The case files of these families, in the order given; unknown ids are left out.

    Kinds that are not `wanted` are left empty; memberships are always read.
    """
    remaining = iter(family_ids)
    while batch := list(islice(remaining, FAMILIES_AT_ONCE)):
        yield from _read_batch(connection, batch, wanted)


def _read_batch(connection: Connection, ids: Sequence[str], wanted: Wanted) -> Iterator[CaseFile]:
    given: dict[str, Any] = {"ids": ids}
    parts: dict[str, dict[str, list[Any]]] = {id_: {} for id_ in ids}
    families_of: dict[str, list[str]] = defaultdict(list)

    for membership in _records(connection, Membership, given):
        families_of[membership.person_id].append(membership.family_id)
        parts[membership.family_id].setdefault("memberships", []).append(membership)
    given["people"] = list(families_of)

    for kind in wanted:
        if kind is Membership:
            continue
        of = _FAMILIES[kind]
        field = FIELDS[kind]
        for record in _records(connection, kind, given):
            for family_id in of(record, families_of):
                if family_id in parts:
                    parts[family_id].setdefault(field, []).append(record)

    found = {family.id: family for family in _records(connection, Family, given)}
    for id_ in ids:
        if id_ in found:
            yield CaseFile(found[id_], **{field: tuple(of) for field, of in parts[id_].items()})


def _records(connection: Connection, kind: type[R], given: Mapping[str, Any]) -> list[R]:
    """The records of a kind in a batch, in the order recorded."""
    rows = connection.execute(_READS[kind], given).all()
    in_order = sorted(rows, key=itemgetter(slice(-3, None)))
    return list(map(mapper_of(kind).record, in_order))


def _own(record: Any, families_of: FamiliesOf) -> Iterable[str]:
    return (record.family_id,)


def _of_person(record: Any, families_of: FamiliesOf) -> Iterable[str]:
    elsewhere = families_of.get(record.person_id, ())
    return elsewhere if record.family_id in elsewhere else (record.family_id, *elsewhere)


def _of_people(record: Any, families_of: FamiliesOf) -> Iterable[str]:
    elsewhere = (family for one in record.people for family in families_of.get(one, ()))
    return dict.fromkeys((record.family_id, *elsewhere))


def _of_members(record: Any, families_of: FamiliesOf) -> Iterable[str]:
    return families_of[record.id]


def _reading(kind: type[Record]) -> tuple[Select[Any], Callable[[Any, FamiliesOf], Iterable[str]]]:
    """How a kind is read for a batch, and which families a record belongs to.

    What was recorded about a person counts in each of their families.
    """
    mapper = mapper_of(kind)
    table = mapper.table
    if kind is Family:
        return mapper.select.where(table.c.id.in_(_IDS)), _own
    if kind is Person:
        return mapper.select.where(table.c.id.in_(_PEOPLE)), _of_members
    here = table.c.family_id.in_(_IDS)
    if kind in (Fact, Consent, Restriction):
        return mapper.select.where(or_(here, table.c.person_id.in_(_PEOPLE))), _of_person
    if kind is SharingDecision:
        link = sharing_decision_people.c
        about = select(link.decision_id).where(link.person_id.in_(_PEOPLE))
        return mapper.select.where(or_(here, table.c.id.in_(about))), _of_people
    return mapper.select.where(here), _own


_KINDS: Sequence[type[Record]] = (Family, *FIELDS)
_READS = {kind: _reading(kind)[0] for kind in _KINDS}
_FAMILIES = {kind: _reading(kind)[1] for kind in FIELDS}
