"""What was done: the journal, the access log and the sharing log."""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, LargeBinary, String, Table, Text

from casedesk.storage.tables.base import ID, metadata


def _chained(name: str, *looked_up_by: str) -> Table:
    """A log whose entries are chained, one chain a device (docs/architecture.md, Journal).

    `instant` is microseconds since 1970 UTC. `digest` is SHA-256 of `salt` and `contents`,
    which can both be erased; `link` is SHA-256 of the device's link before and everything
    else in the row.
    """
    return Table(
        name,
        metadata,
        Column("device", String(16), primary_key=True),
        Column("sequence", BigInteger, primary_key=True),
        Column("instant", BigInteger, nullable=False),
        Column("who", Text, nullable=False),
        Column("action", String(16), nullable=False),
        Column("record_type", String(32), nullable=False),
        Column("record_id", Text, nullable=False),
        Column("family_id", ID),
        Column("contents", Text),
        Column("salt", LargeBinary),
        Column("digest", LargeBinary, nullable=False),
        Column("link", LargeBinary, nullable=False),
        # No more than are needed: every save pays for them.
        *(Index(None, column) for column in looked_up_by),
    )


journal = _chained("journal", "record_id", "family_id")
access_log = _chained("access_log", "family_id")

# No foreign key to the family: what left, and to whom, outlives the family's records.
disclosures = Table(
    "disclosures",
    metadata,
    Column("id", ID, primary_key=True),
    Column("state", String(8), nullable=False, index=True),
    Column("at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Column("who", Text, nullable=False),
    Column("family_id", ID, index=True),
    Column("recipient", Text, nullable=False),
    Column("organisation", Text),
    Column("person", Text),
    Column("purpose", Text, nullable=False),
    Column("items", Text, nullable=False),
    Column("how", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("target_name", Text),
    Column("heads", Text, nullable=False),
    CheckConstraint("state IN ('pending', 'done', 'failed')", name="state"),
)
