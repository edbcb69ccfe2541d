"""What can be worked out again from the records, and is kept because that is faster."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from casedesk.storage.tables.base import ID, metadata

summaries = Table(
    "summaries",
    metadata,
    Column("family_id", ID, ForeignKey("families.id", ondelete="CASCADE"), primary_key=True),
    Column("pack_hash", String(64), primary_key=True),
    Column("as_at", Date, nullable=False),
    Column("states", Text, nullable=False),
    Column("met_now", Integer, nullable=False),
    Column("met_in_programme", Integer, nullable=False),
    Column("eligible", Boolean, nullable=False),
    Column("stale_on", Date),
    # Empty in summaries from before there was such a column, all of which are worked out anew.
    Column("changed", Text, nullable=False, server_default="[]"),
    Index("ix_summaries_listing", "pack_hash", "eligible", "met_in_programme", "family_id"),
)

sharing_decision_people = Table(
    "sharing_decision_people",
    metadata,
    Column(
        "decision_id",
        ID,
        ForeignKey("sharing_decisions.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("person_id", ID, ForeignKey("persons.id"), primary_key=True, index=True),
)

# One row a searchable record; `place`, its row in one of the full-text indexes, follows from
# its order recorded. (Only an INTEGER key is SQLite's own row number.)
search_entries = Table(
    "search_entries",
    metadata,
    Column("place", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("record_id", ID, nullable=False),
    Column("record_type", String(32), nullable=False),
    Column("family_id", ID, nullable=False),
)
