"""The list of families as the screen shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Span = tuple[int, int]
"""The place of a match in a text: its first character, and the one after its last."""

MINE = "mine"
MY_TEAM = "my_team"
OPEN = "open"
ELIGIBLE = "eligible"
REVIEW_OVERDUE = "review_overdue"
CONSENT_ENDING = "consent_ending"
FILTERS: Mapping[str, str] = {
    MINE: "My families",
    MY_TEAM: "My team",
    OPEN: "Open",
    ELIGIBLE: "Eligible",
    REVIEW_OVERDUE: "Review overdue",
    CONSENT_ENDING: "Consent ending",
}
"""The chips above the list, in their order: id -> words."""

SORTS = ("name", "ref", "status", "keyworker", "programme", "last_visit", "next_review")


@dataclass(frozen=True, slots=True)
class FamilyListQuestion:
    """What the list shows.

    `filters` are ids of `FILTERS`, all of which must hold. `sort` is one of `SORTS`; equal
    families come by name and reference, those without a value last.
    """

    text: str = ""
    filters: frozenset[str] = frozenset()
    sort: str = "name"
    descending: bool = False
    offset: int = 0
    limit: int = 40


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter chip: how many families it leaves of those the chosen chips before it leave."""

    id: str
    title: str
    chosen: bool
    count: int


@dataclass(frozen=True, slots=True)
class Pip:
    """One criterion of one family.

    `state` is one of `domain.views.progress.STATES` (met, confirmed, disagreed, not_met,
    not_known, improved); `word` says it.
    """

    criterion: str
    short: str
    state: str
    word: str


@dataclass(frozen=True, slots=True)
class ConsentWords:
    """How the family's consents stand, in the cell of a list.

    `state` names the glyph: given, some_given, expires_soon, refused, withdrawn, expired or
    not_asked.
    """

    state: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyListRow:
    """One family. `second` is the line under its name; spans mark what was searched for.

    `eligible_words` reads "Eligible 4 of 6" (criteria met in the programme). `last_visit` is
    the newest contact in which somebody was met or spoken to, `next_review` the first review
    that was not held; `visit_words` and `review_words` say them as the cell does, `visit_late`
    and `review_late` whether the cell warns. `restricted`: somebody in it is under a
    restriction.
    """

    id: str
    ref: str
    name: str
    name_marks: tuple[Span, ...]
    second: str
    second_marks: tuple[Span, ...]
    keyworker: str | None
    status: str | None
    status_words: str
    pips: tuple[Pip, ...]
    met_now: int
    met_in_programme: int
    of: int
    eligible: bool
    eligible_words: str
    last_visit: date | None
    visit_words: str
    visit_late: bool
    next_review: date | None
    review_words: str
    review_late: bool
    consent: ConsentWords
    restricted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyListPage:
    """One page of the list.

    `matching` counts what text and filters leave, `filtered` what the filters alone leave.
    `headings` are (criterion id, short word) of the programme the pips are of.
    """

    rows: tuple[FamilyListRow, ...]
    matching: int
    filtered: int
    headings: tuple[tuple[str, str], ...]
    min_criteria: int
    titles: Mapping[str, str] = field(default_factory=dict)
    """The whole title of every criterion in `headings`, for its tooltip."""
    more: bool = False
    """Too much matches to look through: only names were searched, type more to narrow it."""
