"""What makes one made-up family different from another."""

from __future__ import annotations

from dataclasses import dataclass

T15 = "troubled-families-2015"
BNES = "bnes-connecting-families"
SF22 = "supporting-families-2022"
FF25 = "families-first-2025"


@dataclass(frozen=True, slots=True)
class Story:
    """A family's outline.

    `troubles` are words `name:phase`. `started` and `closed` are days ago (None = not; a
    negative start is planned). `checks` says how quiet criteria were asked about (fresh,
    stale, or "" for not). `nominated` is a criterion somebody put the family forward for.
    `marks` are any of: protected, alert, no-keyworker, untied-goal, overdue-review, quiet
    (no visit lately), not-told (of the study), shares-parent (with an earlier family).
    """

    household: str
    programme: str
    status: str
    started: int | None
    troubles: tuple[str, ...]
    consent: str
    decisions: tuple[str, ...] = ()
    sharing: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()
    checks: str = "fresh"
    nominated: str = ""
    closed: int | None = None
    reason: str | None = None
    marks: tuple[str, ...] = ()


def words(text: str) -> tuple[str, ...]:
    """Words separated by blanks."""
    return tuple(text.split())
