"""The plan: goals, actions and reviews."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
)

from casedesk.domain.records import Action, Goal, Review
from casedesk.storage.tables.base import ID, Codes, family_column, mark, record_table, required

goals = record_table(
    "goals",
    Goal,
    family_column(),
    required("ref"),
    Column("criterion", Text),
    Column("people", Codes, nullable=False),
    required("title"),
    Column("family_words", Text),
    Column("start_score", Integer),
    Column("now_score", Integer),
    Column("set_on", Date),
    Column("achieved_on", Date),
    Column("categories", Codes, nullable=False),
    mark("confidential"),
    UniqueConstraint("family_id", "ref"),
    CheckConstraint("start_score BETWEEN 0 AND 10 AND now_score BETWEEN 0 AND 10", name="scores"),
)

actions = record_table(
    "actions",
    Action,
    family_column(),
    Column("goal_id", ID, ForeignKey("goals.id"), index=True),
    required("ref"),
    required("title"),
    Column("owner", Text),
    Column("due", Date),
    Column("done_on", Date),
    Column("people", Codes, nullable=False),
    Column("categories", Codes, nullable=False),
    mark("confidential"),
    UniqueConstraint("family_id", "ref"),
)

reviews = record_table(
    "reviews",
    Review,
    family_column(index=True),
    Column("due_on", Date, nullable=False),
    Column("held_on", Date),
    Column("kind", Text),
    Column("people", Codes, nullable=False),
    Column("also_present", Text),
    Column("text", Text),
    Column("categories", Codes, nullable=False),
    # The next review of every family in the list.
    Index("ix_reviews_listing", "family_id", "held_on", "due_on"),
)
