"""The keyworker's decisions, and the effective state they make (docs/criteria.md, Decisions)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from casedesk.domain.programmes.spans import Span, meets
from casedesk.domain.programmes.states import MET, CriterionDays
from casedesk.domain.records import CaseFile, Decision


def decisions_under(case: CaseFile, programme: str) -> dict[str, list[Decision]]:
    """The decisions under any version of a programme by criterion, oldest first.

    Oldest by date, then by order recorded. Those marked in error never count.
    """
    found: dict[str, list[Decision]] = {}
    for decision in case.decisions:
        if decision.programme == programme and not decision.in_error:
            found.setdefault(decision.criterion, []).append(decision)
    for decisions in found.values():
        # The sort is stable, so equal orders stay in the order of the case file.
        decisions.sort(key=lambda one: (one.on, one.order))
    return found


def standing(decisions: Sequence[Decision], day: date) -> Decision | None:
    """The newest decision with a date on or before `day`; `decisions` oldest first."""
    return next((one for one in reversed(decisions) if one.on <= day), None)


def effective_state(days: CriterionDays, decisions: Sequence[Decision], day: date) -> str:
    """The standing decision's state, or with none the records' state."""
    decision = standing(decisions, day)
    return days.state_on(day.toordinal()) if decision is None else decision.state


def effectively_met_in(days: CriterionDays, decisions: Sequence[Decision], within: Span) -> bool:
    """Whether the criterion is effectively met on any of those days."""
    for span, decision in _reigns(decisions, within):
        if decision.state == MET if decision is not None else meets(days.met, span):
            return True
    return False


def _reigns(decisions: Sequence[Decision], within: Span) -> Iterator[tuple[Span, Decision | None]]:
    """`within` cut into the days on which each decision stands; None = no decision yet."""
    first, last = within
    standing_one: Decision | None = None
    for decision in decisions:
        begins = decision.on.toordinal()
        if begins > last:
            break
        if begins > first:
            yield (first, begins - 1), standing_one
            first = begins
        standing_one = decision
    yield (first, last), standing_one


def records_have_changed(days: CriterionDays, decision: Decision, day: date) -> bool:
    """Whether the records differ, on any day from the decision's to `day`, from its own state.

    A decision that kept no state of the records is held against the state on its own day,
    as known now.
    """
    within = decision.on.toordinal(), day.toordinal()
    kept = decision.records_state or days.state_on(within[0])
    return not days.is_always(kept, within)
