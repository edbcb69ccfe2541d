"""The chronology of one family: what mattered, by date, with where it is known from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casedesk.domain.records import Contact

NOTE, FACT, STATUS, DECISION, PLAN, PERSON = (
    "note", "fact", "status", "decision", "plan", "person",
)  # fmt: skip
SIGNS = {
    NOTE: "Visits and notes",
    FACT: "Facts",
    STATUS: "Work with the family",
    DECISION: "Decisions",
    PLAN: "Plan and reviews",
    PERSON: "The family itself",
}
"""Where a line comes from: code -> words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyLine:
    """One dated event.

    `sign` is a code of `SIGNS`. `title` says what it was, `text` what happened, `impact` what it
    meant for the children, in their words where they said it. `people` are first names.
    `source` is who or what it is known from. `record_id` is the record it was read from;
    `contact` is there for a note, to take it out again.
    """

    on: date
    sign: str
    title: str
    text: str = ""
    impact: str = ""
    people: tuple[str, ...] = ()
    source: str = ""
    record_id: str
    contact: Contact | None = None
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Chronology:
    """All of a family's lines, the oldest first."""

    family_ref: str
    family_name: str
    lines: tuple[ChronologyLine, ...]
