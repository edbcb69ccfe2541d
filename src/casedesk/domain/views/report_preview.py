"""The report screen: what goes, what is left out and why, and what is still to be ticked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

SECTIONS = {
    "summary": "Summary",
    "criteria": "What has changed",
    "attendance": "School attendance",
    "voices": "What the children say",
    "goals": "Goals",
    "actions": "Next steps",
    "reviews": "Reviews",
    "visits": "Visits",
    "household": "Household",
}
"""The parts of the progress report that can be left out: id -> words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChoices:
    """What the worker chose.

    `recipient` is a kind or `kind/Organisation`; `reader` a person's reference, for the family.
    `sections` are ids of `SECTIONS`. `let_go` are the record ids of the items whose words name
    somebody unlisted and that may go all the same. `named_person` is who receives it.
    """

    recipient: str
    purpose: str = "support"
    as_at: date | None = None
    reader: str | None = None
    programme: str | None = None
    sections: frozenset[str] = frozenset(SECTIONS)
    let_go: frozenset[str] = frozenset()
    named_person: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOutItem:
    """One item that stays behind: what it is, about whom, and why, in words."""

    id: str
    kind: str
    what: str
    people: tuple[str, ...]
    categories: tuple[str, ...]
    on: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class LeftOutGroup:
    """Items left out for alike reasons: "Health", 4 items."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class NamesTick:
    """An item whose words name members who are not among its people, to let go or leave out.

    `id` is the record's, because a reference can stand for a contact and an action alike.
    """

    id: str
    what: str
    on: date | None
    names: tuple[str, ...]
    text: str
    let_go: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLook:
    """The gate's answer for the report screen.

    `refusal` is the sentence when there can be no report, else None. `sections` are those with
    something in them (id -> words). `unticked` counts the ticks still to be given or refused;
    those items stay behind until they are let go. `bases` are how what goes may go.
    """

    family_ref: str
    family_name: str
    recipient_title: str
    as_at: date
    refusal: str | None
    going: int
    groups: tuple[LeftOutGroup, ...]
    left_out: tuple[LeftOutItem, ...]
    ticks: tuple[NamesTick, ...]
    sections: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    bases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecipientChoice:
    """Somebody a report may be made for; `needs_reader`: name the person who reads it."""

    id: str
    title: str
    needs_reader: bool


@dataclass(frozen=True, slots=True)
class ReaderChoice:
    """A member who may read a copy for the family: their reference, and name."""

    ref: str
    name: str


@dataclass(frozen=True, slots=True)
class SentReport:
    """A report that left. `entry` is the sharing log's; `target` None for a printed one."""

    entry: str
    recipient: str
    how: str
    items: int
    sha256: str
    target: str | None
    sentence: str
