"""Which rows derived from items may go: criteria, strips, progress, counts and charts.

A row goes when everything behind it may go; it is never worked out again from what is
permitted. Source: docs/consent.md, What a report is made of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.gate.case_as_at import happened_on
from casedesk.domain.gate.state_evidence import MET, NOTHING_FOUND, also_behind, last_day_of
from casedesk.domain.programmes import facts_bearing_on
from casedesk.domain.programmes.pack import ANY_OF, Criterion, Measure
from casedesk.domain.records import CaseFile, Fact
from casedesk.domain.views.criteria import CriterionResult, MeasureResult
from casedesk.domain.views.gate import GateResult

NOT_KNOWN = "not_known"
UNPROVED = ("not_met", NOT_KNOWN)
"""States that rest on the absence of records as well: they are about every member."""

EMPLOYED_FOR = "employed-for"
READS_RECORDS = ("attendance-at-least", EMPLOYED_FOR, "judged")
"""Measures that hold because of records.

Every other measure holds where nothing was recorded, and so is about every member.
"""


@dataclass(frozen=True, slots=True)
class CriterionParts:
    """Which parts of one criterion may go; the later ones never without `now`.

    `now`: the state on the day and the decision. `reason`: the sentences about it, and the
    question that would settle it. `past`: since when, the state at the start, the strip of
    months. `progress`: the progress, its measures and dates, *improved* in the strip.
    """

    now: bool
    reason: bool
    past: bool
    progress: bool


def criterion_parts(
    case: CaseFile,
    result: GateResult,
    criterion: CriterionResult,
    definition: Criterion,
    programme: str,
    catalogue: Catalogue,
    past_states: Iterable[str] = UNPROVED,
    check_months: int | None = None,
) -> CriterionParts:
    """Which parts of a criterion may go, by what stands behind each.

    `definition` is the pack's criterion, `programme` the pack's id and `past_states` every
    state that the strip and the start would show. `check_months` is how long a check counts
    in the pack; without it every check is taken to count still, which withholds more. The
    past rests on every fact that could have made a state on some day, however old, and on
    every decision about the criterion; progress rests on the past and on all that its
    measures read.
    """
    bearing = facts_bearing_on(case, definition, result.as_at, catalogue)
    beside = result.may_all_go(
        also_behind(case, criterion, definition, bearing, result.as_at, check_months)
    )
    tells_records = criterion.decision is None or criterion.records_state == MET
    now = criterion_may_go(result, criterion) and (beside or not tells_records)
    past = (
        now
        and result.may_all_go(fact.id for fact in bearing)
        and result.may_all_go(_decisions(case, result, criterion.id, programme))
        and _proved(result, criterion.category, past_states)
    )
    return CriterionParts(
        now=now,
        reason=now and beside and (past or _reason_may_go(result, criterion, bearing)),
        past=past,
        progress=past
        and _progress_may_go(case, result, criterion, definition, programme, catalogue),
    )


def criterion_may_go(result: GateResult, criterion: CriterionResult) -> bool:
    """Whether a criterion's state on the day may go.

    Every fact, nomination and decision behind it may go; and where it, or what the records
    say, is *not met* or *not known*, its category is permitted for every member.
    """
    behind = [
        *criterion.behind,
        *(fact_id for indicator in criterion.indicators for fact_id in indicator.fact_ids),
    ]
    if criterion.decision is not None:
        behind.append(criterion.decision.id)
    states = criterion.state, criterion.records_state
    return result.may_all_go(behind) and _proved(result, criterion.category, states)


def facts_may_all_go(
    case: CaseFile,
    result: GateResult,
    kinds: Collection[str],
    catalogue: Catalogue,
    person_id: str | None = None,
) -> bool:
    """Whether every fact of some kinds, as at the day, may go: for a chart, total or count.

    `person_id` looks at one person's alone (an attendance chart). True where there is none.
    """
    return result.may_all_go(
        fact.id
        for fact in _facts_by(case, result.as_at, catalogue)
        if fact.kind in kinds and (person_id is None or fact.person_id == person_id)
    )


def kind_may_all_go(result: GateResult, kind: str) -> bool:
    """Whether every item of one kind may go: for a count of contacts, goals or actions."""
    return all(item.allowed for item in result.every if item.kind == kind)


def _reason_may_go(result: GateResult, criterion: CriterionResult, bearing: Sequence[Fact]) -> bool:
    """Whether the sentences name nothing that is withheld, although older facts may be.

    A state that is not met names the checks. One that is not known names the newest check
    and what was recorded since. That the records changed after a decision tells of the
    facts in between.
    """
    if criterion.records_changed:
        return False
    if criterion.records_state == MET:
        return True
    checks = [fact for fact in bearing if fact.kind == NOTHING_FOUND]
    named = {fact.id for fact in checks}
    if criterion.records_state == NOT_KNOWN and checks:
        newest = max(fact.on or date.min for fact in checks)
        named.update(fact.id for fact in bearing if last_day_of(fact) >= newest)
    return result.may_all_go(named)


def _progress_may_go(
    case: CaseFile,
    result: GateResult,
    criterion: CriterionResult,
    definition: Criterion,
    programme: str,
    catalogue: Catalogue,
) -> bool:
    measures = tuple(_single(definition.measures))
    kinds = {kind for measure in measures for kind in measure.facts}
    judgements = (
        one.id
        for one in case.judgements
        if (one.programme, one.criterion) == (programme, definition.id)
        and not one.in_error
        and one.on <= result.as_at
    )
    read_from_records = all(measure.kind in READS_RECORDS for measure in measures) and not any(
        map(_says_nothing_recorded, criterion.measures)
    )
    return (
        facts_may_all_go(case, result, kinds, catalogue)
        and result.may_all_go(judgements)
        and (read_from_records or definition.category in result.open_categories)
    )


def _says_nothing_recorded(measure: MeasureResult) -> bool:
    """Whether its sentence tells that nobody has a record: no job, or nothing to look at."""
    return not measure.fact_ids or (measure.kind in (EMPLOYED_FOR, ANY_OF) and not measure.holds)


def _decisions(case: CaseFile, result: GateResult, criterion: str, programme: str) -> Iterator[str]:
    return (
        one.id
        for one in case.decisions
        if (one.programme, one.criterion) == (programme, criterion)
        and not one.in_error
        and one.on <= result.as_at
    )


def _proved(result: GateResult, category: str, states: Iterable[str]) -> bool:
    """Nothing rests on the absence of records, or the category is open for every member."""
    return category in result.open_categories or not any(state in UNPROVED for state in states)


def _facts_by(case: CaseFile, day: date, catalogue: Catalogue) -> Iterator[Fact]:
    for fact in case.facts:
        on = happened_on(fact, catalogue)
        if not fact.in_error and on is not None and on <= day:
            yield fact


def _single(measures: Iterable[Measure]) -> Iterator[Measure]:
    """Measures with lists of alternatives taken apart."""
    for measure in measures:
        if measure.any_of:
            yield from _single(measure.any_of)
        else:
            yield measure
