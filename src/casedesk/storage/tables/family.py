"""Families, their times in programmes, and where they live."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Date, Index, Text, UniqueConstraint, text

from casedesk.domain.records import Address, Family, Involvement
from casedesk.storage.tables.base import family_column, mark, person_column, record_table, required

# Only the current ones, in the words that each database compares with a query's own.
CURRENT: dict[str, Any] = {
    "sqlite_where": text("current = 1"),
    "postgresql_where": text("current"),
}

families = record_table(
    "families",
    Family,
    required("ref"),
    required("name"),
    Column("status", Text),
    Column("referral_source", Text),
    Column("alert", Text),
    Column("alert_reason", Text),
    Column("alert_agreed_by", Text),
    Column("alert_review_on", Date),
    UniqueConstraint("ref"),
    # For the list of families: what it filters and sorts by, without reading the rows.
    Index("ix_families_listing", "name", "ref", "status", "id"),
)

involvements = record_table(
    "involvements",
    Involvement,
    family_column(index=True),
    Column("programme", Text),
    mark("current"),
    Column("referred_on", Date),
    Column("started_on", Date),
    Column("closed_on", Date),
    Column("closure_reason", Text),
    Column("keyworker", Text),
    Column("team", Text),
)
Index(
    "uq_involvements_current",
    involvements.c.family_id,
    unique=True,
    **CURRENT,
)
# For the list of families: what it filters and sorts by, without reading the rows.
Index(
    "ix_involvements_listing",
    involvements.c.family_id,
    involvements.c.keyworker,
    involvements.c.started_on,
    **CURRENT,
)

addresses = record_table(
    "addresses",
    Address,
    family_column(index=True),
    person_column(nullable=True),
    required("address"),
    Column("postcode", Text),
    Column("uprn", Text),
    Column("from_on", Date),
    Column("to_on", Date),
    mark("protected"),
    mark("current"),
)
Index(
    "uq_addresses_current",
    addresses.c.family_id,
    unique=True,
    **CURRENT,
)
