"""The tables of the vault, one family of tables a module."""

from sqlalchemy import Table

from casedesk.domain.records import Record
from casedesk.storage.tables.around import professionals, safe_contacts
from casedesk.storage.tables.base import ORDER_COLUMNS, metadata
from casedesk.storage.tables.derived import search_entries, sharing_decision_people, summaries
from casedesk.storage.tables.diary import planned_visits
from casedesk.storage.tables.evidence import decisions, facts, judgements
from casedesk.storage.tables.family import addresses, families, involvements
from casedesk.storage.tables.keeping import drafts, packs, ref_counters, settings
from casedesk.storage.tables.logs import access_log, disclosures, journal
from casedesk.storage.tables.people import memberships, persons, relationships
from casedesk.storage.tables.plan import actions, goal_scores, goals, reviews
from casedesk.storage.tables.sharing import consents, restrictions, sharing_decisions
from casedesk.storage.tables.work import assessments, blob_parts, blobs, contacts, documents

RECORD_TABLES: dict[type[Record], Table] = {
    table.info["record"]: table for table in metadata.sorted_tables if "record" in table.info
}
"""The table of every kind of record, each after those it refers to."""

CHAINED = (journal, access_log)

NOT_JOURNALLED = {
    "journal": "it is the journal; its own chain shows an edit",
    "access_log": "its own chain shows an edit",
    "blobs": "a blob is journalled by its hash, in the document that names it",
    "blob_parts": "a blob is journalled by its hash, in the document that names it",
    "drafts": "half-typed words are not yet a record; they go when it is saved",
    "ref_counters": "the references given out are in the records that carry them",
    "search_entries": "worked out from the records",
    "summaries": "worked out from the records",
    "sharing_decision_people": "worked out from the sharing decision",
}
"""Tables whose writes have no journal entry, and why. Every other table's writes have one."""

__all__ = [
    "CHAINED",
    "NOT_JOURNALLED",
    "ORDER_COLUMNS",
    "RECORD_TABLES",
    "access_log",
    "actions",
    "addresses",
    "assessments",
    "blob_parts",
    "blobs",
    "consents",
    "contacts",
    "decisions",
    "disclosures",
    "documents",
    "drafts",
    "facts",
    "families",
    "goal_scores",
    "goals",
    "involvements",
    "journal",
    "judgements",
    "memberships",
    "metadata",
    "packs",
    "persons",
    "planned_visits",
    "professionals",
    "ref_counters",
    "relationships",
    "restrictions",
    "reviews",
    "safe_contacts",
    "search_entries",
    "settings",
    "sharing_decision_people",
    "sharing_decisions",
    "summaries",
]
