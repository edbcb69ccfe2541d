"""The words to search by, kept as the records are (SQLite's FTS5, in the encrypted file).

Two indexes: one of names, identifiers, references and addresses, and one of notes. They hold
words only; what is shown is read from the records. People stand in the index once for each
of their families. Everything that only SQLite has about search is here and in `search`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, text

from casedesk.domain.records import (
    Action,
    Address,
    Assessment,
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
    Restriction,
    Review,
    SharingDecision,
)
from casedesk.storage.mapping import BY_NAME, MAPPERS
from casedesk.storage.recorder import Change
from casedesk.storage.search_text import name_text, note_text, phone_text
from casedesk.storage.tables import memberships, persons, search_entries

ENTRIES_AT_ONCE = 2_000

PERSON_FIELDS = (
    "given_name", "family_name", "known_as",
    "nhs_number", "upn", "nino", "la_child_id", "phone", "email", "school",
)  # fmt: skip
SEARCHED: Mapping[type[Record], tuple[str, ...]] = {
    Family: ("name", "ref", "alert", "alert_reason"),
    Membership: ("ref",),
    Address: ("address", "postcode", "uprn"),
    Contact: ("text", "child_voice", "also_present", "ref"),
    Fact: ("detail", "source", "source_ref", "ref"),
    Goal: ("title", "family_words", "ref"),
    Action: ("title", "owner", "ref"),
    Review: ("text", "also_present"),
    Assessment: ("summary",),
    Document: ("name", "note", "ref"),
    Decision: ("reason",),
    Judgement: ("evidence",),
    Consent: ("note", "competence", "withdrawn_reason", "ref"),
    SharingDecision: ("reason", "not_told_why", "ref"),
    Restriction: ("reason",),
    Involvement: ("closure_reason",),
}
"""The fields that are searched, by kind of record; a membership's are its person's too."""

TITLES = frozenset({"name", "given_name", "family_name", "known_as"})
"""The fields in the first column of the index of names: found before all others."""

NAMES_INDEX = "search_names"
NOTES_INDEX = "search_notes"
SCHEMA = (
    f"CREATE VIRTUAL TABLE {NAMES_INDEX} USING fts5(title, other, content='', "
    "contentless_delete=1, tokenize='ascii', prefix='1 2 3 4 5 6 7')",
    f"CREATE VIRTUAL TABLE {NOTES_INDEX} USING fts5(words, content='', "
    "contentless_delete=1, tokenize='ascii', prefix='2 3')",
)
"""Makes the indexes. Their words come folded (`search_text`), so the plainest tokeniser does."""

_PEOPLE = (
    select(
        memberships.c.id,
        memberships.c.family_id,
        memberships.c.ref,
        *(persons.c[name] for name in PERSON_FIELDS),
    )
    .join(persons, persons.c.id == memberships.c.person_id)
    .where(
        or_(
            memberships.c.id.in_(bindparam("members", expanding=True)),
            memberships.c.person_id.in_(bindparam("people", expanding=True)),
        )
    )
)
_PLACES = select(
    search_entries.c.record_id, search_entries.c.id, search_entries.c.record_type
).where(search_entries.c.record_id.in_(bindparam("records", expanding=True)))
_LAST_PLACE = select(func.max(search_entries.c.id))
_ADD_ENTRY = insert(search_entries)
_ADD_WORDS = {
    NAMES_INDEX: text(
        f"INSERT INTO {NAMES_INDEX}(rowid, title, other) VALUES (:id, :title, :other)"  # noqa: S608
    ),
    NOTES_INDEX: text(f"INSERT INTO {NOTES_INDEX}(rowid, words) VALUES (:id, :other)"),  # noqa: S608
}
_DROP_WORDS = {
    index: text(f"DELETE FROM {index} WHERE rowid = :id")  # noqa: S608
    for index in (NAMES_INDEX, NOTES_INDEX)
}


class _Words(NamedTuple):
    """What is searched in one record: the words of its title, and the others."""

    record_id: str
    kind: type[Record]
    family_id: str
    title: str
    other: str


class SearchWriter:
    """Keeps the indexes as the records are, in the transaction that changes them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        # What each record is now (None: removed), and whether it may be in an index already.
        self._pending: dict[str, tuple[Record | None, bool]] = {}
        self._people: set[str] = set()

    def watch(self, change: Change) -> None:
        """Takes note of a change to a record."""
        record = change.new or change.old
        fields = PERSON_FIELDS if isinstance(record, Person) else SEARCHED.get(change.mapper.kind)
        if record is None or fields is None or _same(change, fields):
            return
        if isinstance(record, Person):
            self._people.add(record.id)
        else:
            indexed = change.old is not None
            if record.id in self._pending:
                indexed = self._pending[record.id][1]
            self._pending[record.id] = (change.new, indexed)
        if len(self._pending) + len(self._people) >= ENTRIES_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Brings the indexes up to date; before searching and before the commit."""
        new = {id_ for id_, (_, indexed) in self._pending.items() if not indexed}
        words = {one.record_id: one for one in self._words()}
        places = self._forget((self._pending.keys() | words.keys()) - new)
        self._pending, self._people = {}, set()
        entries: list[dict[str, Any]] = []
        rows: dict[str, list[dict[str, Any]]] = {NAMES_INDEX: [], NOTES_INDEX: []}
        for record_id, kind, family_id, title, other in words.values():
            if title or other:
                place = places.get(record_id) or next(self._places)
                entries.append(
                    {
                        "id": place,
                        "record_id": record_id,
                        "record_type": kind.__name__,
                        "family_id": family_id,
                    }
                )
                rows[_index_of(kind)].append({"id": place, "title": title, "other": other})
        if entries:
            self._connection.execute(_ADD_ENTRY, entries)
        for index, of_index in rows.items():
            if of_index:
                self._connection.execute(_ADD_WORDS[index], of_index)

    def _words(self) -> Iterator[_Words]:
        members: list[str] = []
        for record, _ in self._pending.values():
            if isinstance(record, Membership):
                members.append(record.id)
            elif record is not None:
                kind = type(record)
                family_id = MAPPERS[kind].family_of(record) or ""
                fields = SEARCHED[kind]
                if kind in (Family, Address):
                    yield _Words(record.id, kind, family_id, *_name_words(record, fields))
                else:
                    yield _Words(record.id, kind, family_id, "", note_text(texts(record, fields)))
        if members or self._people:
            given = {"members": members, "people": list(self._people)}
            for row in self._connection.execute(_PEOPLE, given):
                said = _name_words(row, (*PERSON_FIELDS, "ref"))
                yield _Words(row.id, Membership, row.family_id, *said)

    def _forget(self, record_ids: set[str]) -> dict[str, int]:
        """Takes records out of the indexes; gives where they were, by record id."""
        if not record_ids:
            return {}
        rows = self._connection.execute(_PLACES, {"records": list(record_ids)}).all()
        for _, place, type_name in rows:
            index = _index_of(BY_NAME[type_name].kind)
            self._connection.execute(_DROP_WORDS[index], {"id": place})
            self._connection.execute(delete(search_entries).where(search_entries.c.id == place))
        return {record_id: place for record_id, place, _ in rows}

    @cached_property
    def _places(self) -> Iterator[int]:
        return itertools.count((self._connection.scalar(_LAST_PLACE) or 0) + 1)


def rebuild(connection: Connection) -> None:
    """Makes the indexes anew from the records (when the rules of search have changed)."""
    for index in (NAMES_INDEX, NOTES_INDEX):
        connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('delete-all')")  # noqa: S608
    connection.execute(delete(search_entries))
    writer = SearchWriter(connection)
    for kind in SEARCHED:
        mapper = MAPPERS[kind]
        query = mapper.select.order_by(*mapper.order).execution_options(yield_per=ENTRIES_AT_ONCE)
        for row in connection.execute(query):
            writer.watch(Change(mapper, None, mapper.record(row)))
    writer.flush()


def texts(record: Any, fields: Sequence[str]) -> Iterator[str]:
    """The texts in fields of a record, or of a row that has them."""
    for name in fields:
        value = getattr(record, name)
        if isinstance(value, tuple):  # the children's words, each with who said them
            yield from (words for _, words in value)
        elif value:
            yield value


def _same(change: Change, fields: Sequence[str]) -> bool:
    return (
        change.old is not None
        and change.new is not None
        and all(getattr(change.old, name) == getattr(change.new, name) for name in fields)
    )


def _index_of(kind: type[Record]) -> str:
    return NAMES_INDEX if kind in (Family, Membership, Address) else NOTES_INDEX


def _name_words(record: Any, fields: Sequence[str]) -> tuple[str, str]:
    titles = [name for name in fields if name in TITLES]
    others = list(texts(record, [name for name in fields if name not in TITLES]))
    if "phone" in fields and record.phone:
        others.append(phone_text(record.phone))
    return name_text(texts(record, titles)), name_text(others)
