"""One family: its header and its overview."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casedesk.domain.genogram import HouseholdDrawing


@dataclass(frozen=True, slots=True)
class Alert:
    """A warning about visits. `text` says who agreed it and when it is looked at again."""

    title: str
    text: str
    reason: str | None
    review_on: date | None
    review_late: bool


@dataclass(frozen=True, slots=True)
class RestrictedPerson:
    """Somebody whose record is kept and not used; `sentence` is the banner's."""

    person_id: str
    name: str
    since: date
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyHeader:
    """What stands above every tab. `days_words` reads "Open 187 days"; empty = not started.

    `title` is the name as a heading ("Ashworth family"). `notes` and `documents` count them.
    """

    id: str
    ref: str
    name: str
    title: str
    status: str | None
    status_words: str
    days_open: int | None
    days_words: str
    keyworker: str | None
    team: str | None
    programme: str
    programme_title: str
    programme_version: str
    alert: Alert | None
    restricted: tuple[RestrictedPerson, ...]
    notes: int
    documents: int
    version: int


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """A criterion in the summary: its pip state, its word, and one line why."""

    id: str
    title: str
    short: str
    state: str
    word: str
    line: str


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action to do. `due_words` reads "Overdue 3 days" or "Due 27 November 2026"."""

    id: str
    title: str
    owner: str | None
    due: date | None
    due_words: str
    late: bool
    version: int


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One of the latest notes; `kind` in words ("Home visit")."""

    id: str
    kind: str
    on: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The first tab.

    `meets` reads "Meets 4 of 6 – eligible (2 needed)"; `meets_note` says when more were met in
    the programme than today. `actions` are all that are not done, the latest first to be due
    first. `household_words` is the drawing in sentences.
    """

    household: HouseholdDrawing | None
    household_words: str
    criteria: tuple[CriterionLine, ...]
    meets: str
    meets_note: str
    eligible: bool
    actions: tuple[ActionLine, ...]
    notes: tuple[NoteLine, ...]
    next_review: date | None
    review_words: str
    review_late: bool
