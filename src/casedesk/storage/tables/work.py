"""Contacts, assessments and documents."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
)

from casedesk.domain.records import Assessment, Contact, Document
from casedesk.storage.tables.base import (
    Codes,
    Voices,
    family_column,
    mark,
    metadata,
    record_table,
    required,
)

contacts = record_table(
    "contacts",
    Contact,
    family_column(),
    required("ref"),
    Column("on", Date, nullable=False),
    Column("at_time", Time),
    Column("kind", Text),
    Column("people", Codes, nullable=False),
    Column("also_present", Text),
    Column("children_seen", Codes, nullable=False),
    Column("seen_alone", Codes, nullable=False),
    Column("child_voice", Voices, nullable=False),
    required("text"),
    Column("categories", Codes, nullable=False),
    Column("by", Text),
    mark("significant"),
    mark("confidential"),
    Column("minutes", Integer),
    UniqueConstraint("family_id", "ref"),
    # The last visit of every family in the list.
    Index("ix_contacts_listing", "family_id", "on", "kind"),
)

assessments = record_table(
    "assessments",
    Assessment,
    family_column(index=True),
    Column("on", Date, nullable=False),
    Column("people", Codes, nullable=False),
    Column("summary", Text),
    Column("by", Text),
)

documents = record_table(
    "documents",
    Document,
    family_column(),
    required("ref"),
    required("name"),
    required("media_type"),
    Column("size", Integer, nullable=False),
    Column("sha256", String(64), ForeignKey("blobs.sha256"), nullable=False, index=True),
    Column("added_on", Date, nullable=False),
    Column("people", Codes, nullable=False),
    Column("categories", Codes, nullable=False),
    Column("note", Text),
    mark("confidential"),
    UniqueConstraint("family_id", "ref"),
    CheckConstraint("size >= 0", name="size"),
)

blobs = Table(
    "blobs",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
)

blob_parts = Table(
    "blob_parts",
    metadata,
    Column("sha256", String(64), ForeignKey("blobs.sha256", ondelete="CASCADE"), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)
