"""Planned visits."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Text,
    Time,
    UniqueConstraint,
)

from casedesk.domain.records import PlannedVisit
from casedesk.storage.tables.base import ID, Codes, family_column, record_table, required

planned_visits = record_table(
    "planned_visits",
    PlannedVisit,
    family_column(),
    required("ref"),
    Column("on", Date, nullable=False),
    Column("at_time", Time),
    Column("minutes", Integer),
    required("kind"),
    Column("people", Codes, nullable=False),
    Column("also_present", Text),
    Column("place", Text),
    Column("purpose", Text),
    Column("by", Text),
    Column("contact_id", ID, ForeignKey("contacts.id"), index=True),
    Column("cancelled_on", Date),
    UniqueConstraint("family_id", "ref"),
    CheckConstraint("minutes > 0", name="minutes"),
    # A day or a week of the diary, over all families.
    Index("ix_planned_visits_diary", "on", "at_time"),
)
