"""A visit while it lasts: what stands around it, and what is saved at its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from casedesk.domain.action_lines import Known, Owner
from casedesk.domain.records import PlannedVisit
from casedesk.domain.views.diary import PlanEntry


@dataclass(frozen=True, slots=True)
class VisitPerson:
    """A member of the family who may be seen.

    `about` reads "34, mother", "9"; `age` is the first part alone. `at_home` is False for
    those who live elsewhere. `expected`: the plan says that they are to be seen.
    """

    id: str
    name: str
    age: str
    about: str
    is_child: bool
    at_home: bool
    expected: bool


@dataclass(frozen=True, slots=True)
class VisitAction:
    """An action that is open. `due_words` reads "Overdue by 3 days", "Due 27 November 2026"."""

    id: str
    title: str
    owner: str | None
    due_words: str
    late: bool


@dataclass(frozen=True, slots=True)
class ConsentAtHand:
    """How one or several recipients stand, for the whole family.

    `state` is given, expires_soon, expired, refused, withdrawn or not_asked; `words` reads "NHS
    ends 3 December 2026", `whose` "Kerry". `offer` is "Renew now", "Ask today" or "", for
    `person_id` and `recipient`.
    """

    state: str
    words: str
    whose: str = ""
    offer: str = ""
    person_id: str = ""
    recipient: str = ""


@dataclass(frozen=True, slots=True)
class LastVisit:
    """The visit before. `about` reads "10 November 2026, home visit, 50 minutes"."""

    contact_id: str
    about: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPage:
    """What visit mode shows of a family.

    `kind` is one of `CONTACT_KINDS`, `title` reads "Home visit: Ashworth". `alert` is the
    warning about visits with who comes along. `safe` are (first name, how to reach them).
    `planned_next` says what is planned already ("Tuesday 1 December, 10:30"). `known` are those
    whom a line about an action may name, `owners` those to choose from. `categories` are (id,
    words) of every kind of information.
    """

    ref: str
    family: str
    title: str
    kind: str
    on: date
    at_time: time | None
    planned: PlannedVisit | None
    alert: str
    alert_reason: str
    people: tuple[VisitPerson, ...]
    also_present: str
    actions: tuple[VisitAction, ...]
    consents: tuple[ConsentAtHand, ...]
    last: LastVisit | None
    safe: tuple[tuple[str, str], ...]
    planned_next: str
    known: tuple[Known, ...]
    owners: tuple[Owner, ...]
    categories: tuple[tuple[str, str], ...]
    worker: str


@dataclass(frozen=True, slots=True)
class AgreedAction:
    """An action agreed during the visit; `owner` None is the worker."""

    title: str
    owner: Owner | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitEntry:
    """A visit as it is at its end. Lists are ids; `on` None is today, `by` None the worker.

    `seen` are all who were seen, `alone` the children among them who were seen alone.
    `child_voice` are (person id, words). `categories` are the kinds of information in it: a report
    shares a kind only where consent covers it. `done` are ids of actions that were ticked.
    """

    text: str
    planned_id: str | None = None
    kind: str | None = "home visit"
    on: date | None = None
    started: time | None = None
    minutes: int | None = None
    seen: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    also_present: str | None = None
    child_voice: tuple[tuple[str, str], ...] = ()
    categories: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    agreed: tuple[AgreedAction, ...] = ()
    next_visit: PlanEntry | None = None
