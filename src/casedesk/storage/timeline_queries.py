"""A family's contacts a page at a time, newest first, without reading the others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Text, func, or_, select, type_coerce

from casedesk.domain.records import Contact
from casedesk.domain.views.timeline import Narrowing
from casedesk.storage.mapping import mapper_of
from casedesk.storage.reader import Reader
from casedesk.storage.search_in_family import contacts_with_words
from casedesk.storage.tables import contacts, documents

_PEOPLE = ("people", "children_seen", "seen_alone", "child_voice")


class ListedOn(NamedTuple):
    """What one contact can be found by."""

    kind: str | None
    by: str | None
    people: tuple[str, ...]
    categories: tuple[str, ...]


class FoundContacts:
    """The contacts of one family that are asked for; the words are looked for once.

    A contact is found by the words in it, or because it lists one of `named`: the people (ids)
    whose names the words are.
    """

    def __init__(
        self, reading: Reader, family_id: str, wanted: Narrowing, named: Collection[str] = ()
    ) -> None:
        self._connection = reading._connection
        rules: list[ColumnElement[bool]] = [contacts.c.family_id == family_id, *_rules(wanted)]
        if wanted.text.strip():
            ids = contacts_with_words(reading._connection, family_id, wanted.text)
            rules.append(or_(contacts.c.id.in_(ids), *map(_lists, sorted(named))))
        self._rules = rules

    def page(self, offset: int, limit: int) -> list[Contact]:
        """Some of them, newest first."""
        mapper = mapper_of(Contact)
        columns = contacts.c
        query: Select[Any] = mapper.select.where(*self._rules).order_by(
            columns.on.desc(),
            columns.at_time.desc().nulls_last(),
            *(one.desc() for one in mapper.order),
        )
        rows = self._connection.execute(query.offset(offset).limit(limit))
        return [mapper.record(row) for row in rows]

    def count(self) -> int:
        """How many there are in all pages."""
        query = select(func.count()).select_from(contacts).where(*self._rules)
        return self._connection.scalar(query) or 0


def listed_on_contacts(reading: Reader, family_id: str) -> Sequence[ListedOn]:
    """What each contact of a family can be found by."""
    columns = contacts.c
    query = select(
        columns.kind, columns.by, columns.people, columns.children_seen, columns.categories
    ).where(columns.family_id == family_id)
    return [
        ListedOn(row.kind, row.by, (*row.people, *row.children_seen), row.categories)
        for row in reading._connection.execute(query)
    ]


def count_of_contacts(reading: Reader, family_id: str) -> int:
    """How many contacts a family has."""
    query = select(func.count()).where(contacts.c.family_id == family_id)
    return reading._connection.scalar(query.select_from(contacts)) or 0


def count_of_documents(reading: Reader, family_id: str) -> int:
    """How many documents a family has."""
    query = select(func.count()).where(documents.c.family_id == family_id)
    return reading._connection.scalar(query.select_from(documents)) or 0


def _rules(wanted: Narrowing) -> list[ColumnElement[bool]]:
    columns = contacts.c
    rules: list[ColumnElement[bool]] = []
    if wanted.kind is not None:
        rules.append(columns.kind == wanted.kind)
    if wanted.person is not None:
        rules.append(_lists(wanted.person))
    if wanted.category is not None:
        rules.append(_holds("categories", wanted.category))
    if wanted.significant:
        rules.append(columns.significant.is_(True))
    if wanted.from_on is not None:
        rules.append(columns.on >= wanted.from_on)
    if wanted.to_on is not None:
        rules.append(columns.on <= wanted.to_on)
    if wanted.by is not None:
        rules.append(columns.by == wanted.by)
    return rules


def _lists(person_id: str) -> ColumnElement[bool]:
    return or_(*(_holds(name, person_id) for name in _PEOPLE))


def _holds(column: str, code: str) -> ColumnElement[bool]:
    """Whether a JSON list of ids holds one: the quotes around it make it whole."""
    return type_coerce(contacts.c[column], Text).contains(f'"{code}"', autoescape=True)
