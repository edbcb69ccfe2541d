"""The criteria and attendance of a progress report: rows of which everything behind may go.

A row is worked out from the whole case file and goes whole or not at all
(docs/consent.md, What a report is made of).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.gate import GateResult
from casedesk.domain.gate.report_rows import CriterionParts, criterion_parts, facts_may_all_go
from casedesk.domain.programmes import (
    Criterion,
    Pack,
    evaluate,
    facts_bearing_on,
    month_strip,
)
from casedesk.domain.programmes.attendance import ATTENDANCE, is_measured, rate, terms_by
from casedesk.domain.records import CaseFile
from casedesk.domain.views import progress
from casedesk.domain.views.criteria import CriteriaResult, CriterionResult, MonthCell

TERMS_SHOWN = 6
ATTENDANCE_TEST = "attendance-below"


@dataclass(frozen=True)
class Shown:
    """Rows to print, and the ids of the records behind them (for the sharing log)."""

    criteria: tuple[progress.CriterionRow, ...]
    attendance: tuple[progress.AttendanceSeries, ...]
    behind: frozenset[str]
    whole: bool
    """Whether every criterion of the pack is among the rows, so that they may be counted."""


def shown_criteria(
    case: CaseFile, gate: GateResult, pack: Pack, now: CriteriaResult, catalogue: Catalogue
) -> Shown:
    """The rows of one family that may go to the gate's recipient, as at the gate's day."""
    started = now.started_on if now.started_on and now.started_on <= now.as_at else None
    then = evaluate(case, pack, started, catalogue) if started else None
    strips = month_strip(case, pack, now.as_at, catalogue=catalogue)
    rows: list[progress.CriterionRow] = []
    behind: set[str] = set()
    for one in now.criteria:
        definition = pack.criterion_by_id[one.id]
        start_state = then.criterion(one.id).state if then else None
        past_states = {cell.state for cell in strips[one.id]} | (
            {start_state} if start_state else set()
        )
        parts = criterion_parts(
            case,
            gate,
            one,
            definition,
            pack.id,
            catalogue,
            past_states,
            check_months=pack.check_months,
        )
        if not parts.now:
            continue
        rows.append(_row(one, parts, started, start_state, strips[one.id]))
        behind |= _behind(case, one, definition, parts, pack, now.as_at, catalogue)
    series, terms = _attendance(case, gate, pack, catalogue)
    return Shown(tuple(rows), series, frozenset(behind | terms), len(rows) == len(now.criteria))


def shown_state(criterion: CriterionResult, *, with_progress: bool) -> str:
    """The state to print: a decision's, improved, or the records'."""
    if with_progress and criterion.progress == progress.IMPROVED:
        return progress.IMPROVED
    if criterion.decision is None:
        return criterion.state
    if criterion.state == progress.MET:
        return progress.CONFIRMED
    return progress.DISAGREED if criterion.records_state == progress.MET else progress.NOT_MET


def _row(
    one: CriterionResult,
    parts: CriterionParts,
    started: date | None,
    start_state: str | None,
    strip: Iterable[MonthCell],
) -> progress.CriterionRow:
    improved = one.progress == progress.IMPROVED
    return progress.CriterionRow(
        title=one.title,
        start_on=started if parts.past else None,
        start_state=start_state if parts.past else None,
        now_state=shown_state(one, with_progress=parts.progress),
        since=one.since if parts.past else None,
        reason=one.reason if parts.reason else "",
        question=one.question if parts.reason else None,
        progress=one.progress if parts.progress else None,
        missing=tuple(measure.sentence for measure in one.measures if not measure.holds)
        if parts.progress
        else (),
        earliest=one.progress_earliest if parts.progress and not improved else None,
        strip=tuple(_cell(cell, parts) for cell in strip) if parts.past else (),
    )


def _cell(cell: MonthCell, parts: CriterionParts) -> progress.MonthCell:
    improved = cell.improved and parts.progress
    return progress.MonthCell(month=cell.on, state=progress.IMPROVED if improved else cell.state)


def _behind(
    case: CaseFile,
    one: CriterionResult,
    definition: Criterion,
    parts: CriterionParts,
    pack: Pack,
    day: date,
    catalogue: Catalogue,
) -> set[str]:
    ids = set(one.behind)
    ids.update(fact for indicator in one.indicators for fact in indicator.fact_ids)
    if one.decision is not None:
        ids.add(one.decision.id)
    if parts.reason:
        # The sentence may rest on records that do not make the state, such as one that
        # overtook a check: those that may go went with it.
        bearing = facts_bearing_on(case, definition, day, catalogue)
        ids.update(fact.id for fact in bearing)
    if parts.past:
        ids.update(
            decision.id
            for decision in case.decisions
            if decision.programme == pack.id
            and decision.criterion == one.id
            and decision.on <= day
            and not decision.in_error
        )
    if parts.progress:
        for measure in one.measures:
            ids.update(measure.fact_ids)
            if measure.judgement_id is not None:
                ids.add(measure.judgement_id)
    return ids


def _attendance(
    case: CaseFile, gate: GateResult, pack: Pack, catalogue: Catalogue
) -> tuple[tuple[progress.AttendanceSeries, ...], set[str]]:
    """A line for each child of whom the name and every attendance figure may go."""
    test = _attendance_test(pack)
    percent, excluding = test
    series: list[progress.AttendanceSeries] = []
    behind: set[str] = set()
    for membership in case.memberships:
        person = case.person_by_id[membership.person_id]
        measures = [
            fact
            for fact in case.facts
            if fact.kind == ATTENDANCE
            and fact.person_id == person.id
            and not fact.in_error
            and is_measured(fact)
        ]
        terms = terms_by(measures, gate.as_at)[:TERMS_SHOWN]
        permitted = gate.may_go(person.id) and facts_may_all_go(
            case, gate, {ATTENDANCE}, catalogue, person_id=person.id
        )
        if not terms or not permitted:
            continue
        points = tuple(
            progress.AttendancePoint(
                label=term_name(term.first),
                from_on=term.first,
                to_on=term.last,
                percent=rate([term], excluding),
            )
            for term in reversed(terms)
        )
        series.append(
            progress.AttendanceSeries(name=person.called, points=points, threshold=percent)
        )
        behind.update(fact.id for term in terms for fact in term.facts)
    return tuple(series), behind


def _attendance_test(pack: Pack) -> tuple[Fraction | None, bool]:
    """The pack's attendance threshold, and whether it leaves out authorised absence."""
    for criterion in pack.criteria:
        for indicator in criterion.indicators:
            if indicator.test == ATTENDANCE_TEST:
                return Fraction(indicator.percent), indicator.exclude_authorised
    return None, False


def term_name(first_day: date) -> str:
    """The English school term that begins on a day: `Autumn 2026`."""
    if first_day.month >= 8:
        season = "Autumn"
    elif first_day.month <= 3:
        season = "Spring"
    else:
        season = "Summer"
    return f"{season} {first_day.year}"
