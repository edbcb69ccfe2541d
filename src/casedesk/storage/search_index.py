"""The words to search by, kept as the records are (SQLite's FTS5, in the encrypted file).

Two indexes: one of names, identifiers, references and addresses, and one of notes. They hold
words only; what is shown is read from the records. People stand in the index once for each
of their families. Everything that only SQLite has about search is here and in `search`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, or_, select

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
    Order,
    Person,
    PlannedVisit,
    Professional,
    Record,
    Restriction,
    Review,
    SafeContact,
    SharingDecision,
)
from casedesk.storage.ids import place_of
from casedesk.storage.mapping import MAPPERS
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
    Review: ("text", "also_present", "apologies", "views"),
    Assessment: ("summary",),
    Document: ("name", "note", "ref"),
    Decision: ("reason",),
    Judgement: ("evidence",),
    Consent: ("note", "competence", "withdrawn_reason", "ref"),
    SharingDecision: ("reason", "not_told_why", "ref"),
    Restriction: ("reason",),
    Involvement: ("closure_reason",),
    Professional: ("name", "organisation", "role", "phone", "email", "note", "ref"),
    PlannedVisit: ("place", "purpose", "also_present", "ref"),
    SafeContact: ("instruction",),
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
        *MAPPERS[Membership].order,
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
# Given to the driver as they are: they are run for every save, and by the hundred thousand.
_ADD_ENTRY = (
    f"INSERT INTO {search_entries.name}(place, record_id, record_type, family_id) "  # noqa: S608
    "VALUES (?, ?, ?, ?)"
)
_DROP_ENTRY = f"DELETE FROM {search_entries.name} WHERE place = ?"  # noqa: S608
_ADD_NAMES = f"INSERT INTO {NAMES_INDEX}(rowid, title, other) VALUES (?, ?, ?)"  # noqa: S608
_ADD_NOTES = f"INSERT INTO {NOTES_INDEX}(rowid, words) VALUES (?, ?)"  # noqa: S608
_DROP_WORDS = {
    index: f"DELETE FROM {index} WHERE rowid = ?"  # noqa: S608
    for index in (NAMES_INDEX, NOTES_INDEX)
}


class _Entry(NamedTuple):
    """What is searched in one record: the words of its title, and the others."""

    place: int
    record_id: str
    kind: type[Record]
    family_id: str
    title: str
    other: str


class SearchWriter:
    """Keeps the indexes as the records are, in the transaction that changes them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        # By place: what the record is now (None: removed). `_indexed`: may be in already.
        self._pending: dict[int, tuple[type[Record], Record | None]] = {}
        self._indexed: set[int] = set()
        self._people: set[str] = set()

    def watch(self, change: Change) -> None:
        """Takes note of a change to a record."""
        record = change.new or change.old
        kind = change.mapper.kind
        fields = PERSON_FIELDS if kind is Person else SEARCHED.get(kind)
        if record is None or fields is None or _same(change, fields):
            return
        if kind is Person:
            self._people.add(record.id)
        else:
            place = place_of(record.order)
            # A membership may have come in with its person before.
            if kind is Membership or (change.old is not None and place not in self._pending):
                self._indexed.add(place)
            self._pending[place] = (kind, change.new)
        if len(self._pending) + len(self._people) >= ENTRIES_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Brings the indexes up to date; before searching and before the commit."""
        entries = {entry.place: entry for entry in self._entries()}
        by_person = entries.keys() - self._pending.keys()
        self._drop(NAMES_INDEX, by_person)
        for index in (NAMES_INDEX, NOTES_INDEX):
            self._drop(
                index, {at for at in self._indexed if _index_of(self._pending[at][0]) == index}
            )
        self._pending, self._indexed, self._people = {}, set(), set()
        self._add([entry for entry in entries.values() if entry.title or entry.other])

    def _entries(self) -> Iterator[_Entry]:
        members: list[str] = []
        for place, (kind, record) in self._pending.items():
            if record is None:
                continue
            if kind is Membership:
                members.append(record.id)
                continue
            fields = SEARCHED[kind]
            words = (
                _name_words(record, fields)
                if _index_of(kind) == NAMES_INDEX
                else ("", note_text(texts(record, fields)))
            )
            family_id = MAPPERS[kind].family_of(record) or ""
            yield _Entry(place, record.id, kind, family_id, *words)
        if members or self._people:
            given = {"members": members, "people": list(self._people)}
            for row in self._connection.execute(_PEOPLE, given):
                order = Order(row.order_instant, row.order_device, row.order_sequence)
                words = _name_words(row, (*PERSON_FIELDS, "ref"))
                yield _Entry(place_of(order), row.id, Membership, row.family_id, *words)

    def _drop(self, index: str, places: Set[int]) -> None:
        rows = [(place,) for place in places]
        self._run(_DROP_WORDS[index], rows)
        self._run(_DROP_ENTRY, rows)

    def _add(self, entries: Sequence[_Entry]) -> None:
        self._run(
            _ADD_ENTRY, [(e.place, e.record_id, e.kind.__name__, e.family_id) for e in entries]
        )
        names = [entry for entry in entries if _index_of(entry.kind) == NAMES_INDEX]
        notes = [entry for entry in entries if _index_of(entry.kind) == NOTES_INDEX]
        self._run(_ADD_NAMES, [(entry.place, entry.title, entry.other) for entry in names])
        self._run(_ADD_NOTES, [(entry.place, entry.other) for entry in notes])

    def _run(self, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
        if rows:
            self._connection.exec_driver_sql(statement, list(rows))


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
