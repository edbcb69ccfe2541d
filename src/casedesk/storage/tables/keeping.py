"""Settings, the counters of references, the texts of programme packs, and drafts."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, String, Table, Text

from casedesk.storage.tables.base import metadata

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

ref_counters = Table(
    "ref_counters",
    metadata,
    Column("device", String(16), primary_key=True),
    Column("prefix", String(16), primary_key=True),
    Column("last", BigInteger, nullable=False),
)

packs = Table(
    "packs",
    metadata,
    Column("content_hash", String(64), primary_key=True),
    Column("pack_id", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("text", Text, nullable=False),
)

# What is being typed, by the form it is typed into: `family` (a reference) and `record` (an id)
# are empty where the form belongs to none. `args` and `contents` are JSON.
drafts = Table(
    "drafts",
    metadata,
    Column("form", Text, primary_key=True),
    Column("family", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("page", Text, nullable=False),
    Column("args", Text, nullable=False),
    Column("contents", Text, nullable=False),
    Column("written_at", BigInteger, nullable=False),
)
