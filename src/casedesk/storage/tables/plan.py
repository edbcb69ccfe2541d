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

from casedesk.domain.records import Action, Goal, GoalScore, Review
from casedesk.storage.tables.base import (
    ID,
    Codes,
    Voices,
    family_column,
    mark,
    record_table,
    required,
)

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

goal_scores = record_table(
    "goal_scores",
    GoalScore,
    family_column(index=True),
    Column("goal_id", ID, ForeignKey("goals.id"), nullable=False, index=True),
    Column("on", Date, nullable=False),
    Column("score", Integer, nullable=False),
    Column("by", Text),
    Column("note", Text),
    CheckConstraint("score BETWEEN 0 AND 10", name="score"),
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
    # What is still to be done, by day, over all families.
    Index("ix_actions_due", "done_on", "due"),
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
    # Empty in vaults from before there were such columns.
    Column("professionals", Codes, nullable=False, server_default="[]"),
    Column("apologies", Text),
    Column("views", Voices, nullable=False, server_default="[]"),
    # The next review of every family in the list.
    Index("ix_reviews_listing", "family_id", "held_on", "due_on"),
    Index("ix_reviews_due", "held_on", "due_on"),
)
