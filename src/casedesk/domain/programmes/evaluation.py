"""One family's criteria on one day, with reasons, people and facts (docs/criteria.md)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.dates import long_date
from casedesk.domain.programmes import explain
from casedesk.domain.programmes.decisions import records_have_changed, standing
from casedesk.domain.programmes.explain_measures import measure_sentence
from casedesk.domain.programmes.measures import MeasureState, Measuring
from casedesk.domain.programmes.pack import Indicator, Pack, Threshold
from casedesk.domain.programmes.progress import NOTHING_TO_MEASURE, Progress
from casedesk.domain.programmes.spans import contains
from casedesk.domain.programmes.states import (
    MET,
    NOT_KNOWN,
    NOT_MET,
    CriterionDays,
    IndicatorDays,
    standing_checks,
)
from casedesk.domain.programmes.tests import facts_met
from casedesk.domain.programmes.timeline import FamilyTimeline
from casedesk.domain.records import CaseFile, Decision
from casedesk.domain.views.criteria import (
    CriteriaResult,
    CriterionResult,
    DecisionResult,
    IndicatorResult,
    MeasureResult,
)


def evaluate(case: CaseFile, pack: Pack, as_at: date, catalogue: Catalogue) -> CriteriaResult:
    """A family's criteria under a pack, as at a day.

    Facts that had not happened by the day, and records in error, are not looked at.
    """
    return result_on(FamilyTimeline(case, pack, catalogue), as_at)


def result_on(timeline: FamilyTimeline, day: date) -> CriteriaResult:
    """The whole result for one day of a timeline."""
    pack = timeline.pack
    criteria = tuple(_criterion(timeline, days, day) for days in timeline.criteria)
    met_in_programme = sum(1 for one in criteria if one.met_in_programme)
    needs = timeline.needs(day)
    return CriteriaResult(
        family=timeline.case.family.ref,
        programme=pack.id,
        programme_title=pack.title,
        version=pack.version,
        as_at=day,
        started_on=timeline.started_on,
        eligible=timeline.is_eligible(met_in_programme, needs, day),
        has_child=timeline.has_child(day),
        met_now=sum(1 for one in criteria if one.state == MET),
        met_in_programme=met_in_programme,
        needs_met_in_programme=needs,
        min_criteria=pack.min_criteria,
        min_needs=pack.min_needs,
        criteria=criteria,
        notes=_notes(pack, day),
    )


def _notes(pack: Pack, day: date) -> tuple[str, ...]:
    notes = []
    if not pack.covers(day):
        until = "with no end" if pack.valid_to is None else f"to {long_date(pack.valid_to)}"
        notes.append(
            f"“{pack.title}” is valid from {long_date(pack.valid_from)} {until}; "
            f"{long_date(day)} is outside that, and its rules are applied all the same."
        )
    if pack.unchecked:
        notes.append(
            f"{len(pack.unchecked)} of {len(pack.thresholds)} figures in this programme have not "
            "been checked: check against your council's outcome plan."
        )
    return tuple(notes)


def _criterion(timeline: FamilyTimeline, days: CriterionDays, day: date) -> CriterionResult:
    criterion, number = days.criterion, day.toordinal()
    records_state = days.state_on(number)
    decision = standing(timeline.decisions(criterion), day)
    state = records_state if decision is None else decision.state
    changed = decision is not None and records_have_changed(days, decision, day)
    indicators = tuple(_indicator(timeline, days, one, day) for one in days.indicators)
    met_in_programme = timeline.met_in_programme(days, day)
    progress = timeline.progress(days, day) if met_in_programme else NOTHING_TO_MEASURE
    since = days.since(number)
    return CriterionResult(
        id=criterion.id,
        title=criterion.title,
        short=criterion.short,
        category=criterion.category,
        state=state,
        records_state=records_state,
        since=None if since is None else date.fromordinal(since),
        decision=_decision(decision),
        records_changed=changed,
        met_in_programme=met_in_programme,
        progress=progress.state,
        progress_earliest=progress.earliest,
        indicators=indicators,
        measures=_measures(progress),
        reason=_reason(timeline, days, records_state, indicators, decision, changed, day),
        question=(
            explain.question(criterion, timeline.pack, timeline.evidence, day)
            if state == NOT_KNOWN
            else None
        ),
        behind=_behind(timeline, days, records_state, indicators, day),
    )


def _reason(
    timeline: FamilyTimeline,
    days: CriterionDays,
    records_state: str,
    indicators: tuple[IndicatorResult, ...],
    decision: Decision | None,
    changed: bool,
    day: date,
) -> str:
    records = explain.records_reason(
        days.criterion,
        timeline.pack,
        timeline.evidence,
        records_state,
        [one.reason for one in indicators if one.met],
        day,
    )
    if decision is None:
        return records
    return explain.with_decision(decision, records, changed, timeline.pack.version)


def _indicator(
    timeline: FamilyTimeline, days: CriterionDays, met: IndicatorDays, day: date
) -> IndicatorResult:
    indicator = met.indicator
    if not met.people and not met.family:
        return _unmet(indicator)
    evidence, number = timeline.evidence, day.toordinal()
    owners = list(met.owners_on(number))
    people = tuple(owner.member for owner in owners if owner.member is not None)
    if contains(met.family, number):
        owners.append(evidence.family)
    if not owners:
        return _unmet(indicator)
    threshold = indicator.threshold
    met_by = [
        explain.Met(owner, evidence.in_order(facts_met(indicator, owner, days.criterion.id, day)))
        for owner in owners
    ]
    facts = evidence.in_order(fact for one in met_by for fact in one.facts)
    return IndicatorResult(
        id=indicator.id,
        title=indicator.title,
        met=True,
        people=tuple(member.ref for member in people),
        facts=tuple(fact.ref for fact in facts),
        person_ids=tuple(member.id for member in people),
        fact_ids=tuple(fact.id for fact in facts),
        reason=explain.indicator_reason(indicator, met_by, day, evidence.catalogue.facts),
        source=threshold.source,
        checked=threshold.checked,
    )


@lru_cache(maxsize=1024)
def _unmet(indicator: Indicator) -> IndicatorResult:
    """An indicator that nobody meets; made once for each."""
    return IndicatorResult(
        id=indicator.id,
        title=indicator.title,
        met=False,
        source=indicator.threshold.source,
        checked=indicator.threshold.checked,
    )


def _decision(decision: Decision | None) -> DecisionResult | None:
    if decision is None:
        return None
    return DecisionResult(
        id=decision.id,
        state=decision.state,
        on=decision.on,
        by=decision.by,
        reason=decision.reason,
        programme_version=decision.pack_version,
    )


def _behind(
    timeline: FamilyTimeline,
    days: CriterionDays,
    records_state: str,
    indicators: tuple[IndicatorResult, ...],
    day: date,
) -> tuple[str, ...]:
    if records_state == MET:
        return tuple(dict.fromkeys(fact for one in indicators for fact in one.fact_ids))
    if records_state == NOT_MET:
        found = standing_checks(days.criterion, timeline.pack, timeline.evidence, day)
        return tuple(fact.id for fact in found)
    return ()


def _measures(progress: Progress) -> tuple[MeasureResult, ...]:
    measuring = progress.measuring
    if measuring is None:
        return ()
    return tuple(_measure(state, measuring) for state in progress.measures)


def _measure(state: MeasureState, measuring: Measuring) -> MeasureResult:
    thresholds = list(_thresholds(state))
    judgement = (
        measuring.newest_judgement(state.measure) if state.measure.kind == "judged" else None
    )
    kinds = tuple(kind for one in (state, *state.alternatives) for kind in one.measure.facts)
    return MeasureResult(
        kind=state.measure.kind,
        holds=state.holds,
        earliest=state.earliest,
        sentence=measure_sentence(state, measuring),
        fact_ids=tuple(dict.fromkeys(fact.id for fact in measuring.facts(kinds))),
        judgement_id=judgement.id if judgement is not None else None,
        checked=all(threshold.checked for threshold in thresholds),
    )


def _thresholds(state: MeasureState) -> list[Threshold]:
    measures = (state.measure, *(one.measure for one in state.alternatives))
    return [measure.threshold for measure in measures if measure.threshold is not None]
