"""Whether a result could be claimed for a family (docs/criteria.md, Claim readiness)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.dates import long_date
from casedesk.domain.people import Member
from casedesk.domain.programmes.eligibility import days_in_programme
from casedesk.domain.programmes.pack import Pack
from casedesk.domain.programmes.progress import IMPROVED
from casedesk.domain.programmes.spans import meets
from casedesk.domain.programmes.timeline import FamilyTimeline
from casedesk.domain.programmes.wording import listed
from casedesk.domain.records import CaseFile, Goal
from casedesk.domain.views.criteria import ClaimReadiness, ClaimTest

PROGRESS_ROUTE, EMPLOYMENT_ROUTE = "progress", "employment"


def claim_readiness(
    case: CaseFile,
    pack: Pack,
    as_at: date,
    catalogue: Catalogue,
    claimed: Iterable[str] = (),
) -> ClaimReadiness:
    """Whether the result and the four whole-family tests are there on the day.

    `claimed` are the programmes that the family has been claimed in already: a family can
    be claimed once in each.
    """
    if not pack.claims:
        return _no_claim(f"“{pack.title}” pays nothing by results, so there is nothing to claim.")
    if pack.id in claimed:
        return _no_claim("A claim was made in this programme already; a family has one claim.")
    timeline = FamilyTimeline(case, pack, catalogue)
    route, result = _result(timeline, as_at)
    tests = (
        result,
        _assessment(timeline, as_at),
        _plan(timeline, as_at),
        _keyworker(timeline),
        _goals(timeline, as_at),
    )
    return ClaimReadiness(ready=all(test.passed for test in tests), route=route, tests=tests)


def _no_claim(sentence: str) -> ClaimReadiness:
    return ClaimReadiness(ready=False, route=None, tests=(_failed("claims", sentence),))


def _result(timeline: FamilyTimeline, day: date) -> tuple[str | None, ClaimTest]:
    started_on = timeline.started_on
    if started_on is None or day < started_on:
        return None, _failed("result", "Support has not started, so there is no result yet.")
    met = [days for days in timeline.criteria if timeline.met_in_programme(days, day)]
    behind = [days for days in met if timeline.progress(days, day).state != IMPROVED]
    if met and not behind:
        names = listed(days.criterion.short for days in met)
        return PROGRESS_ROUTE, _passed("result", f"Improved and sustained: {names}.")
    route = timeline.pack.employment_route
    if route is not None and timeline.measuring(None, started_on, day).state_of(route).holds:
        weeks = f"{route.weeks} of the last {route.of_weeks} weeks"
        return EMPLOYMENT_ROUTE, _passed("result", f"An adult worked {weeks}.")
    if not met:
        return None, _failed("result", "No criterion was met in the programme.")
    names = listed(days.criterion.short for days in behind)
    return None, _failed("result", f"Not yet improved and sustained: {names}.")


def _assessment(timeline: FamilyTimeline, day: date) -> ClaimTest:
    members = _members(timeline, day)
    made = [one for one in timeline.case.assessments if one.on <= day]
    if not made:
        return _failed("assessment", "There is no whole-family assessment.")
    best = min(made, key=lambda one: len(_missing(members, one.people)))
    missing = _missing(members, best.people)
    if missing:
        names = listed(member.called for member in missing)
        return _failed("assessment", f"No single assessment covers everybody; {names} left out.")
    return _passed("assessment", f"The assessment of {long_date(best.on)} covers every member.")


def _plan(timeline: FamilyTimeline, day: date) -> ClaimTest:
    goals = _goals_by(timeline, day)
    if not goals:
        return _failed("plan", "There is no plan.")
    within = days_in_programme(timeline.started_on, day)
    in_need = {
        owner.member.id
        for days in timeline.criteria
        for indicator in days.indicators
        for owner, spans in indicator.people
        if owner.member is not None and meets(spans, within)
    }
    # A goal that names nobody is the whole family's.
    whole_family = any(not goal.people for goal in goals)
    planned = {person for goal in goals for person in goal.people}
    missing = [
        member
        for member in _members(timeline, day)
        if member.id in in_need and not whole_family and member.id not in planned
    ]
    if missing:
        names = listed(member.called for member in missing)
        return _failed("plan", f"The plan has no goal for {names}.")
    return _passed("plan", "The plan covers every member with a need.")


def _keyworker(timeline: FamilyTimeline) -> ClaimTest:
    involvement = timeline.case.involvement_in(timeline.pack.id)
    name = (involvement.keyworker or "").strip() if involvement is not None else ""
    if not name:
        return _failed("keyworker", "No keyworker is named.")
    return _passed("keyworker", f"The keyworker is {name}.")


def _goals(timeline: FamilyTimeline, day: date) -> ClaimTest:
    goals = _goals_by(timeline, day)
    if not goals:
        return _failed("goals", "There is no goal to tie to a criterion.")
    loose = [goal for goal in goals if goal.criterion not in timeline.pack.criterion_by_id]
    if loose:
        names = listed(f"“{goal.title}”" for goal in loose)
        return _failed("goals", f"Not tied to a criterion of this programme: {names}.")
    return _passed("goals", "Every goal is tied to a criterion.")


def _goals_by(timeline: FamilyTimeline, day: date) -> list[Goal]:
    return [goal for goal in timeline.case.goals if goal.set_on is None or goal.set_on <= day]


def _members(timeline: FamilyTimeline, day: date) -> list[Member]:
    return [member for member in timeline.members if member.counts_on(day)]


def _missing(members: Iterable[Member], covered: Iterable[str]) -> list[Member]:
    named = set(covered)
    return [member for member in members if member.id not in named]


def _passed(ident: str, sentence: str) -> ClaimTest:
    return ClaimTest(id=ident, passed=True, sentence=sentence)


def _failed(ident: str, sentence: str) -> ClaimTest:
    return ClaimTest(id=ident, passed=False, sentence=sentence)
