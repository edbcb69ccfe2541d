"""Words looked for in one family's contacts, through the full-text index."""

from __future__ import annotations

from sqlalchemy import Connection, select

from casedesk.domain.records import Contact, Order
from casedesk.storage.ids import place_of
from casedesk.storage.mapping import mapper_of
from casedesk.storage.search_index import NOTES_INDEX
from casedesk.storage.search_text import parse
from casedesk.storage.tables import contacts

_AT_ONCE = 900


def contacts_with_words(connection: Connection, family_id: str, typed: str) -> list[str]:
    """The ids of a family's contacts in which every word typed is found, each maybe half typed
    (a single letter stands for itself).

    Any text is safe; text without a word finds nothing. The index is asked about these
    contacts' own rows only, so a word that half the vault holds costs no more.
    """
    terms = parse(typed)
    if terms is None:
        return []
    query = select(contacts.c.id, *mapper_of(Contact).order).where(
        contacts.c.family_id == family_id
    )
    ids = {
        place_of(Order(row.order_instant, row.order_device, row.order_sequence)): str(row.id)
        for row in connection.execute(query)
    }
    places = list(ids)
    found: list[str] = []
    for at in range(0, len(places), _AT_ONCE):
        some = places[at : at + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        rows = connection.exec_driver_sql(
            f"SELECT rowid FROM {NOTES_INDEX} "  # noqa: S608
            f"WHERE {NOTES_INDEX} MATCH ? AND rowid IN ({marks})",
            (terms.half_typed_words, *some),
        )
        found += [ids[row[0]] for row in rows]
    return found
