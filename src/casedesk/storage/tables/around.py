"""People around the family."""

from __future__ import annotations

from sqlalchemy import Column, Date, Text, UniqueConstraint

from casedesk.domain.records import Professional, SafeContact
from casedesk.storage.tables.base import (
    Codes,
    family_column,
    mark,
    person_column,
    record_table,
    required,
)

professionals = record_table(
    "professionals",
    Professional,
    family_column(),
    required("ref"),
    Column("name", Text),
    Column("role", Text),
    Column("organisation", Text),
    Column("recipient", Text),
    Column("phone", Text),
    Column("email", Text),
    Column("people", Codes, nullable=False),
    Column("from_on", Date),
    Column("to_on", Date),
    mark("lead"),
    Column("note", Text),
    UniqueConstraint("family_id", "ref"),
)

safe_contacts = record_table(
    "safe_contacts",
    SafeContact,
    family_column(),
    person_column(),
    required("instruction"),
    Column("ways", Codes, nullable=False),
    Column("agreed_on", Date),
    Column("agreed_by", Text),
    Column("review_on", Date),
    UniqueConstraint("family_id", "person_id"),
)
