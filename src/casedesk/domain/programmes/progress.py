"""Significant and sustained progress on one criterion (docs/criteria.md, Progress)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casedesk.domain.programmes.measures import MeasureState, Measuring
from casedesk.domain.programmes.pack import Criterion, Measure
from casedesk.domain.records import CaseFile, Judgement

IMPROVED, IMPROVING, NOT_YET = "improved", "improving", "not_yet"

# What is asked where none of a criterion's own measures applies: an outcome judgement.
FALLBACK = Measure(kind="judged", months=6)


@dataclass(frozen=True, slots=True)
class Progress:
    """Progress on a criterion: its state, the earliest date of it all, and its measures.

    `state` is improved, improving, not_yet, or None where there is nothing to measure.
    `earliest` is None when improved, or when one measure never holds within five years.
    `measuring` is what the measures looked at.
    """

    state: str | None = None
    earliest: date | None = None
    measures: tuple[MeasureState, ...] = ()
    measuring: Measuring | None = None


NOTHING_TO_MEASURE = Progress()


def progress_of(criterion: Criterion, measuring: Measuring) -> Progress:
    """Progress on a criterion that was effectively met on some day in the programme."""
    states = tuple(
        state for state in map(measuring.state_of, criterion.measures) if state.applies
    ) or (measuring.state_of(FALLBACK),)
    holding = sum(1 for state in states if state.holds)
    if holding == len(states):
        return Progress(IMPROVED, None, states, measuring)
    days = [state.earliest for state in states]
    known = [day for day in days if day is not None]
    earliest = max(known) if len(known) == len(days) else None
    return Progress(IMPROVING if holding else NOT_YET, earliest, states, measuring)


def judgements_under(case: CaseFile, programme: str) -> dict[str, Sequence[Judgement]]:
    """The outcome judgements under a programme by criterion, oldest first.

    Oldest by date, then by order recorded. Those marked in error never count.
    """
    found: dict[str, list[Judgement]] = {}
    for judgement in case.judgements:
        if judgement.programme == programme and not judgement.in_error:
            found.setdefault(judgement.criterion, []).append(judgement)
    for judgements in found.values():
        # The sort is stable, so equal orders stay in the order of the case file.
        judgements.sort(key=lambda one: (one.on, one.order))
    return dict(found)
