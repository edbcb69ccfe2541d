"""The page of reports: the meetings to make one for, and what was shared lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

DONE, PENDING, FAILED = "done", "pending", "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewToReport:
    """A review a report is needed for soon. `label` reads "Review due in 7 days", `title`
    "Six-week review on 1 December"; `late` says whether its day has passed."""

    family_ref: str
    family: str
    on: date
    late: bool
    label: str
    title: str

    @property
    def spoken(self) -> str:
        """The whole of it, for screen readers."""
        return f"{self.family}. {self.title}. {self.label}"


@dataclass(frozen=True, slots=True)
class ReviewsToReport:
    """The first ones by day, and how many there are."""

    lines: tuple[ReviewToReport, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLately:
    """One entry of the sharing log with no name in it but the family's.

    `at` is an instant in UTC; `state` is done, pending or failed. `family_ref` is None for
    what was about several families, or about one whose records are gone: `family` then says so.
    `recipient`, `purpose` and `how` are in words, `by` is who did it.
    """

    id: str
    at: datetime
    state: str
    family_ref: str | None
    family: str
    recipient: str
    purpose: str
    how: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLatelyPage:
    """Some of the log, newest first; `total` counts all of it.

    `scope` is whose families it is about, one of `views.today.SCOPES`: those of everybody
    where the worker is the keyworker of none (`can_choose` is then False).
    """

    lines: tuple[SharedLately, ...]
    total: int
    scope: str
    can_choose: bool
