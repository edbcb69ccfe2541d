"""The criteria of a family as cards: the reason, the evidence, the months, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casedesk.domain.views.families_list import Pip


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One fact behind a criterion, or one that could bear on it.

    `what` is the fact in words with its detail. `counts`: it makes the state as it is today.
    """

    fact_id: str
    who: str
    what: str
    on: date | None
    on_words: str
    source: str
    counts: bool
    confidential: bool


@dataclass(frozen=True, slots=True)
class StripCell:
    """One of 24 months. `state` is met, improved, not_met or not_known; `words` for the tip."""

    month: date
    state: str
    words: str


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """The decision that stands. `sentence` reads "You confirmed this on 12 September 2026: …"."""

    id: str
    state: str
    on: date
    by: str | None
    reason: str
    pack_version: str
    sentence: str


@dataclass(frozen=True, slots=True)
class WhatCounts:
    """One indicator: what would meet it, in the pack's words, and where the figure is from."""

    id: str
    title: str
    met: bool
    reason: str
    source: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Settle:
    """What would settle a state that is not known.

    `question` is the sentence. `kinds` are fact kinds (id, title) to record. `category` is what
    a consent would need to cover, `ask` who would know.
    """

    question: str
    kinds: tuple[tuple[str, str], ...]
    category: str
    category_title: str
    ask: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionCard:
    """One criterion as at a day.

    `state` is the pip's, `records_state` what the records say. `another_look` is a sentence
    when the records have changed since the decision. `progress_words` and `missing` say how
    far it is from improved and sustained. `evidence` is newest first, what counts before the
    rest. `can_confirm` and `can_disagree` say which buttons stand there.
    """

    id: str
    title: str
    short: str
    state: str
    word: str
    effective: str
    records_state: str
    since: date | None
    reason: str
    decision: DecisionLine | None
    another_look: str | None
    progress_words: str
    missing: tuple[str, ...]
    earliest: date | None
    evidence: tuple[EvidenceRow, ...]
    strip: tuple[StripCell, ...]
    settle: Settle | None
    counts: tuple[WhatCounts, ...]
    can_confirm: bool
    can_disagree: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaPage:
    """All criteria of a family under one programme as at a day. `notes` stand below them."""

    family_ref: str
    programme: str
    programme_title: str
    version: str
    as_at: date
    meets: str
    meets_note: str
    eligible: bool
    pips: tuple[Pip, ...]
    cards: tuple[CriterionCard, ...]
    notes: tuple[str, ...]
    programmes: tuple[tuple[str, str], ...]
    """Every programme at hand (id, title), to look at side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackColumn:
    """One programme in the view side by side."""

    programme: str
    title: str
    version: str
    meets: str
    eligible: bool
    criteria: tuple[tuple[str, Pip], ...]
    """Each criterion's title and pip."""
