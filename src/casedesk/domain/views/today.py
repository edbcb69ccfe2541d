"""Today: the day's visits and what needs looking at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from casedesk.domain.views.diary import VisitLine

OVERDUE, SOON, LATER = "overdue", "soon", "later"
GROUPS: Mapping[str, str] = {OVERDUE: "Overdue", SOON: "Due soon", LATER: "Later"}
"""The groups of what needs attention, in their order: id -> words."""

MINE, EVERYBODY = "mine", "all"
SCOPES: Mapping[str, str] = {MINE: "My families", EVERYBODY: "All families"}
"""Whose families Today is about: id -> words."""

KINDS = (
    "action", "review", "consent", "alert", "safe_contact", "draft", "changed", "not_known",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionItem:
    """One thing to look at.

    `kind` is one of `KINDS`. `label` says what it is ("Action overdue by 3 days"), `title` the
    thing itself, `detail` the family and the day in words. `do` is what its button says;
    `page` and `args` are where that leads. `on` is the day it is due, None where it has none.
    """

    kind: str
    group: str
    label: str
    title: str
    detail: str
    family_ref: str
    do: str
    page: str
    args: Mapping[str, Any] = field(default_factory=dict)
    on: date | None = None

    @property
    def late(self) -> bool:
        """Whether its day has passed."""
        return self.group == OVERDUE

    @property
    def spoken(self) -> str:
        """The whole of it, for screen readers."""
        return f"{self.label}: {self.title}. {self.detail}"


@dataclass(frozen=True, slots=True)
class Attention:
    """What needs attention, grouped and then by day and family name; never by risk.

    `items` are the first ones, `total` counts all of them, `by_group` those of each group.
    """

    items: tuple[AttentionItem, ...]
    total: int
    by_group: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """The first page of the day.

    `heading` reads "Tuesday 24 November 2026", `sentence` "3 visits today. 7 things need your
    attention." `scope` is whose families it is about: those of everybody where the worker is
    the keyworker of none (`can_choose` is then False). `next_visit` is the id of the visit
    that comes next, None when the day's are over.
    """

    on: date
    heading: str
    sentence: str
    scope: str
    can_choose: bool
    visits: tuple[VisitLine, ...]
    next_visit: str | None
    attention: Attention
