"""School terms, as the attendance figures of the made-up caseload count them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_TERMS = (
    ("autumn", (9, 3), (12, 18), 140),
    ("spring", (1, 6), (3, 27), 114),
    ("summer", (4, 14), (7, 22), 126),
)


@dataclass(frozen=True, slots=True)
class Term:
    """A school term: its name, first and last day, and its sessions (half days)."""

    name: str
    first: date
    last: date
    sessions: int


def terms_ended_by(day: date, count: int) -> list[Term]:
    """The last so many terms that had ended by a day, the newest first."""
    terms = [
        Term(f"{name} {year}", date(year, *first), date(year, *last), sessions)
        for year in range(day.year - count // 3 - 1, day.year + 1)
        for name, first, last, sessions in _TERMS
    ]
    ended = sorted((term for term in terms if term.last <= day), key=lambda term: term.last)
    return ended[: -count - 1 : -1]
