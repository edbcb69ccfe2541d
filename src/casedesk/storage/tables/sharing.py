"""What may be shared: agreement, reasoned decisions and restrictions."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Date, Index, Text, UniqueConstraint

from casedesk.domain.records import Consent, Restriction, SharingDecision
from casedesk.storage.tables.base import (
    Codes,
    family_column,
    mark,
    person_column,
    record_table,
    required,
)

consents = record_table(
    "consents",
    Consent,
    family_column(),
    person_column(),
    required("ref"),
    Column("recipients", Codes, nullable=False),
    Column("categories", Codes, nullable=False),
    Column("purposes", Codes, nullable=False),
    required("decision"),
    Column("decided_on", Date, nullable=False),
    Column("expires_on", Date),
    Column("withdrawn_on", Date),
    Column("withdrawn_reason", Text),
    Column("given_by", Text),
    Column("method", Text),
    Column("explained_by", Text),
    Column("notice_version", Text),
    Column("competence", Text),
    Column("note", Text),
    mark("in_error"),
    UniqueConstraint("family_id", "ref"),
    CheckConstraint("decision IN ('given', 'refused')", name="decision"),
    Index("ix_consents_person", "person_id", "family_id"),
    Index("ix_consents_ending", "expires_on", "family_id"),
)

sharing_decisions = record_table(
    "sharing_decisions",
    SharingDecision,
    family_column(),
    required("ref"),
    Column("people", Codes, nullable=False),
    Column("recipients", Codes, nullable=False),
    Column("categories", Codes, nullable=False),
    required("decision"),
    Column("basis", Text),
    required("reason"),
    mark("told_family"),
    Column("not_told_why", Text),
    required("decided_by"),
    Column("decided_on", Date, nullable=False),
    Column("authorised_by", Text),
    Column("condition", Text),
    mark("protected_address"),
    Column("from_on", Date, nullable=False),
    Column("to_on", Date),
    mark("in_error"),
    UniqueConstraint("family_id", "ref"),
    CheckConstraint("decision IN ('share', 'do not share')", name="decision"),
)

restrictions = record_table(
    "restrictions",
    Restriction,
    family_column(index=True),
    person_column(),
    required("kind"),
    Column("purposes", Codes, nullable=False),
    Column("from_on", Date, nullable=False),
    Column("to_on", Date),
    Column("reason", Text),
    CheckConstraint("kind IN ('restriction', 'objection')", name="kind"),
    Index("ix_restrictions_person", "person_id", "family_id"),
)
