"""A note and a chronology as they will be printed: plain values, already filtered by the gate.

As with the progress report, nothing is looked up or filtered later: whoever fills these in
answers for docs/consent.md, "What a report is made of".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casedesk.domain.views.progress import ChildWords, Cover


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePaper:
    """One note. `when` and `kind` are in words; people are first names; `notes` close it."""

    cover: Cover
    preview: bool
    kind: str
    when: str
    by: str | None
    people: tuple[str, ...]
    seen: tuple[str, ...]
    seen_alone: tuple[str, ...]
    also_present: str | None
    text: str
    said: tuple[ChildWords, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One event of a chronology that may go."""

    on: date
    title: str
    text: str
    impact: str
    people: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyPaper:
    """The events that may go, the oldest first; `notes` close it."""

    cover: Cover
    preview: bool
    lines: tuple[PaperLine, ...]
    notes: tuple[str, ...] = ()
