"""A children in need census file as it was read, before anything is matched or judged.

Every date keeps its text beside the day it was read as: whether a wrong date matters
depends on what would be made of it, and that is decided later.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Written:
    """A date as the file has it: the element, its text, and the day, None if unreadable.

    An element that is missing or empty has an empty `text`.
    """

    element: str
    text: str = ""
    day: date | None = None

    @property
    def missing(self) -> bool:
        return not self.text

    @property
    def unreadable(self) -> bool:
        return bool(self.text) and self.day is None


@dataclass(frozen=True, slots=True)
class Period:
    """A plan: the element it stands in, its first and its last day."""

    element: str
    start: Written
    end: Written


@dataclass(frozen=True, slots=True)
class CensusAssessment:
    """One assessment: when it started, when it was authorised, and its factor codes."""

    start: Written
    authorised: Written
    factors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CinDetails:
    """One time the child was in need: from a referral to its closure."""

    referral: Written
    closure: Written
    assessments: tuple[CensusAssessment, ...] = ()
    plans: tuple[Period, ...] = ()
    enquiries: tuple[Written, ...] = ()
    protection_plans: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class CensusChild:
    """One `Child` of the file.

    `position` counts the children of the file from 1. `remarks` are pairs of (element,
    what is wrong) that were seen while reading.
    """

    position: int
    child_id: str
    upn: str
    former_upns: tuple[str, ...]
    born: Written
    details: tuple[CinDetails, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()

    @property
    def label(self) -> str:
        """How lists and warnings name the child: its id, else its UPN, else its place."""
        return self.child_id or self.upn or f"number {self.position} in the file"


@dataclass(frozen=True, slots=True)
class Census:
    """A census: the day it describes, its children, and warnings about the file itself."""

    reference_date: date
    children: tuple[CensusChild, ...]
    warnings: tuple[str, ...] = ()


def shown(text: str, longest: int = 60) -> str:
    """A piece of the file fit for a sentence: one line, no control characters, cut short."""
    line = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return line if len(line) <= longest else f"{line[:longest]}…"
