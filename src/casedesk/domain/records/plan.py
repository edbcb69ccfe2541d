"""The plan: goals, actions and reviews."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casedesk.domain.records.base import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Record):
    """A goal in the family's words, tied to a criterion. Scores are steps from 0 to 10."""

    family_id: str
    ref: str
    criterion: str | None = None
    people: tuple[str, ...] = ()
    title: str
    family_words: str | None = None
    start_score: int | None = None
    now_score: int | None = None
    set_on: date | None = None
    achieved_on: date | None = None
    categories: tuple[str, ...] = ()
    confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalScore(Record):
    """Where a goal stood on a day, on the steps from 0 to 10, and who said so (`by`)."""

    family_id: str
    goal_id: str
    on: date
    score: int
    by: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """Something somebody agreed to do, under a goal (`goal_id`) or on its own."""

    family_id: str
    goal_id: str | None = None
    ref: str
    title: str
    owner: str | None = None
    due: date | None = None
    done_on: date | None = None
    people: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Record):
    """A review of the plan, or a team-around-the-family meeting (`kind`).

    `professionals` are the ids of those around the family who were there; `apologies` names
    who could not come. `views` are pairs of (person id or None, words): what each said.
    """

    family_id: str
    due_on: date
    held_on: date | None = None
    kind: str | None = None
    people: tuple[str, ...] = ()
    also_present: str | None = None
    professionals: tuple[str, ...] = ()
    apologies: str | None = None
    views: tuple[tuple[str | None, str], ...] = ()
    text: str | None = None
    categories: tuple[str, ...] = ()
