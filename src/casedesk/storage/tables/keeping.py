"""Settings, the counters of references, and the texts of programme packs."""

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
