"""Facts, and what the keyworker concluded from them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, Text, UniqueConstraint

from casedesk.domain.records import Decision, Fact, Judgement
from casedesk.storage.tables.base import (
    ExactDecimal,
    family_column,
    mark,
    person_column,
    record_table,
    required,
)

facts = record_table(
    "facts",
    Fact,
    family_column(),
    person_column(nullable=True),
    required("ref"),
    required("kind"),
    Column("on", Date),
    Column("from_on", Date),
    Column("to_on", Date),
    Column("possible", Integer),
    Column("attended", Integer),
    Column("authorised", Integer),
    Column("days", ExactDecimal),
    Column("release_due", Date),
    Column("benefit", Text),
    Column("criterion", Text),
    Column("detail", Text),
    Column("source", Text),
    Column("source_ref", Text),
    mark("confidential"),
    mark("in_error"),
    UniqueConstraint("family_id", "ref"),
    # Finds what was recorded about a person in other families without reading the rows.
    Index("ix_facts_person", "person_id", "family_id"),
)

decisions = record_table(
    "decisions",
    Decision,
    family_column(index=True),
    required("programme"),
    required("pack_version"),
    required("criterion"),
    required("state"),
    Column("on", Date, nullable=False),
    Column("by", Text),
    required("reason"),
    Column("records_state", Text),
    mark("in_error"),
    CheckConstraint("state IN ('met', 'not_met')", name="state"),
)

judgements = record_table(
    "judgements",
    Judgement,
    family_column(index=True),
    required("programme"),
    required("criterion"),
    Column("on", Date, nullable=False),
    required("outcome"),
    required("evidence"),
    Column("by", Text),
    mark("in_error"),
    CheckConstraint("outcome IN ('improved', 'same', 'worse')", name="outcome"),
)
