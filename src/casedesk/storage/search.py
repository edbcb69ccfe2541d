"""What is found for the words somebody types."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import (
    Connection,
    Select,
    TextClause,
    TextualSelect,
    bindparam,
    column,
    select,
    text,
)

from casedesk.domain.dates import long_date
from casedesk.domain.records import Membership
from casedesk.storage.mapping import BY_NAME, MAPPERS
from casedesk.storage.search_index import NAMES_INDEX, NOTES_INDEX, PERSON_FIELDS, SEARCHED, texts
from casedesk.storage.search_text import NO_WORDS, Terms, parse, snippets
from casedesk.storage.tables import memberships, persons


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One thing found: `kind` is the record's, in lower case; `snippet` shows the place."""

    kind: str
    record_id: str
    family_id: str
    family_ref: str
    family_name: str
    person_id: str | None
    title: str
    snippet: str


class _Found(NamedTuple):
    record_type: str
    record_id: str
    family_id: str
    family_ref: str
    family_name: str


def _in(index: str, order: str) -> TextClause:
    # The limit is inside, so that reading the index stops as soon as enough are found.
    return text(
        "SELECT e.record_type, e.record_id, f.id, f.ref, f.name "  # noqa: S608
        f"FROM (SELECT rowid AS place FROM {index} WHERE {index} MATCH :words "
        f"ORDER BY rowid {order} LIMIT :limit) AS hit "
        "JOIN search_entries AS e ON e.place = hit.place "
        "JOIN families AS f ON f.id = e.family_id "
        f"ORDER BY hit.place {order}"
    )


_IN_NAMES = _in(NAMES_INDEX, "ASC")
_IN_NOTES = _in(NOTES_INDEX, "DESC")
_FAMILIES = text(
    f"SELECT e.family_id FROM {NAMES_INDEX} AS hit "  # noqa: S608
    f"JOIN search_entries AS e ON e.place = hit.rowid WHERE {NAMES_INDEX} MATCH :words"
).columns(column("family_id"))


def search(connection: Connection, typed: str, limit: int) -> list[SearchHit]:
    """What is found for the words typed, best first; any text is safe.

    Every word must be found, and each may be half typed. Whole names come first, then
    half-typed ones, then identifiers, references and addresses, then notes with the whole
    words, then other notes; names from the oldest, notes from the newest.
    """
    terms = parse(typed)
    if terms is None:
        return []
    found: dict[_Found, None] = {}
    for query, words in _steps(terms):
        rows = connection.execute(query, {"words": words, "limit": limit}).all()
        found |= dict.fromkeys(_Found(*row) for row in rows)
        if len(found) >= limit:
            break
    return list(_hits(connection, list(found)[:limit], typed))


def _steps(terms: Terms) -> Iterator[tuple[TextClause, str]]:
    yield _IN_NAMES, f"title : ({terms.whole})"
    yield _IN_NAMES, f"title : ({terms.half_typed})"
    yield _IN_NAMES, terms.half_typed
    yield _IN_NOTES, terms.whole
    yield _IN_NOTES, terms.half_typed_words


def families_named(typed: str) -> TextualSelect:
    """A query of the ids of families with these words in the index of names."""
    terms = parse(typed)
    return _FAMILIES.bindparams(words=terms.half_typed if terms else NO_WORDS)


def _hits(connection: Connection, found: Sequence[_Found], typed: str) -> Iterator[SearchHit]:
    ids: dict[str, list[str]] = defaultdict(list)
    for one in found:
        ids[one.record_type].append(one.record_id)
    rows = {
        row.id: row
        for type_name, of_type in ids.items()
        for row in connection.execute(_SHOWN[type_name], {"ids": of_type}).all()
    }
    snippet = snippets(typed)
    for one in found:
        row = rows[one.record_id]
        is_person = one.record_type == "Membership"
        yield SearchHit(
            kind=_KINDS.get(one.record_type, one.record_type.lower()),
            record_id=row.person_id if is_person else row.id,
            family_id=one.family_id,
            family_ref=one.family_ref,
            family_name=one.family_name,
            person_id=row.person_id if one.record_type in _OF_A_PERSON else None,
            title=_TITLES[one.record_type](row),
            snippet=snippet("; ".join(texts(row, _SAID[one.record_type]))),
        )


def _dated(what: str, on: Any) -> str:
    return f"{what}, {long_date(on)}" if on else what


_TITLES: Mapping[str, Callable[[Any], str]] = {
    "Family": lambda family: family.name,
    "Membership": lambda person: f"{person.given_name} {person.family_name}".strip(),
    "Address": lambda address: address.address.partition("\n")[0],
    "Contact": lambda contact: _dated(contact.kind or "contact", contact.on),
    "Fact": lambda fact: _dated(fact.kind, fact.on or fact.from_on),
    "Goal": lambda goal: goal.title,
    "Action": lambda action: action.title,
    "Review": lambda review: _dated(review.kind or "review", review.held_on or review.due_on),
    "Assessment": lambda assessment: _dated("assessment", assessment.on),
    "Document": lambda document: document.name,
    "Decision": lambda decision: _dated("decision", decision.on),
    "Judgement": lambda judgement: _dated("judgement", judgement.on),
    "Consent": lambda consent: _dated("consent", consent.decided_on),
    "SharingDecision": lambda decision: _dated("sharing decision", decision.decided_on),
    "Restriction": lambda restriction: _dated(restriction.kind, restriction.from_on),
    "Involvement": lambda involvement: _dated("closed", involvement.closed_on),
    "Professional": lambda one: one.name or one.organisation or one.role or "professional",
    "PlannedVisit": lambda visit: _dated(f"planned {visit.kind}", visit.on),
    "SafeContact": lambda _: "safe contact",
}
_KINDS = {
    "Membership": "person",
    "PlannedVisit": "planned visit",
    "SafeContact": "safe contact",
}
_TITLE_FIELDS = (
    "kind", "on", "from_on", "held_on", "due_on", "decided_on", "closed_on",
    "name", "title", "address", "person_id",
)  # fmt: skip
_SAID = {kind.__name__: fields for kind, fields in SEARCHED.items()} | {
    "Membership": (*PERSON_FIELDS, "ref")
}


def _shown(type_name: str) -> Select[Any]:
    """The few columns that a hit of this type is shown from."""
    table = BY_NAME[type_name].table
    names = dict.fromkeys(("id", *_TITLE_FIELDS, *_SAID[type_name]))
    query = select(*(table.c[name] for name in names if name in table.c))
    if table is MAPPERS[Membership].table:
        query = query.add_columns(*(persons.c[name] for name in PERSON_FIELDS)).join(
            persons, persons.c.id == memberships.c.person_id
        )
    return query.where(table.c.id.in_(bindparam("ids", expanding=True)))


_SHOWN = {type_name: _shown(type_name) for type_name in _TITLES}
_OF_A_PERSON = {name for name, query in _SHOWN.items() if "person_id" in query.selected_columns}
