"""The pips of a family: every criterion of a programme in one glyph and one word."""

from __future__ import annotations

from datetime import date

from casedesk.domain.programmes import FamilyTimeline
from casedesk.domain.programmes.decisions import standing
from casedesk.domain.programmes.progress import IMPROVED
from casedesk.domain.programmes.states import MET, CriterionDays
from casedesk.domain.views import progress
from casedesk.domain.views.criteria import CriteriaResult
from casedesk.domain.views.families_list import Pip
from casedesk.services.progress_criteria import shown_state

WORDS = {
    progress.MET: "Met – from records",
    progress.CONFIRMED: "Confirmed by keyworker",
    progress.DISAGREED: "Keyworker disagrees",
    progress.NOT_MET: "Not met",
    progress.NOT_KNOWN: "Not known",
    progress.IMPROVED: "Improved and sustained",
}
"""What every state is called on the screen."""


def pips_on(timeline: FamilyTimeline, day: date) -> tuple[Pip, ...]:
    """The pips of a timeline, without working out any reasons."""
    return tuple(
        Pip(days.criterion.id, days.criterion.short, state, WORDS[state])
        for days in timeline.criteria
        for state in (_state(timeline, days, day),)
    )


def pips_of(result: CriteriaResult) -> tuple[Pip, ...]:
    """The same from a whole result."""
    return tuple(
        Pip(one.id, one.short, state, WORDS[state])
        for one in result.criteria
        for state in (shown_state(one, with_progress=True),)
    )


def meets_words(met_now: int, of: int, min_criteria: int, *, eligible: bool) -> str:
    """ "Meets 4 of 6 – eligible (2 needed)"; what is met today is counted."""
    so = "eligible" if eligible else "not yet eligible"
    return f"Meets {met_now} of {of} – {so} ({min_criteria} needed)"


def eligible_words(met_in_programme: int, of: int, *, eligible: bool) -> str:
    """ "Eligible 5 of 6": what was met in the programme is counted, as eligibility does."""
    return f"{'Eligible' if eligible else 'Not yet'} {met_in_programme} of {of}"


def _state(timeline: FamilyTimeline, days: CriterionDays, day: date) -> str:
    if timeline.progress(days, day).state == IMPROVED:
        return progress.IMPROVED
    records = days.state_on(day.toordinal())
    decision = standing(timeline.decisions(days.criterion), day)
    if decision is None:
        return records
    if decision.state == MET:
        return progress.CONFIRMED
    return progress.DISAGREED if records == MET else progress.NOT_MET
