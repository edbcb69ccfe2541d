"""Why a criterion has its state, and what would settle one that is not known.

Plain sentences with the figure and the threshold together; people by the name they go by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from casedesk.domain.catalogue import FactKind
from casedesk.domain.dates import long_date
from casedesk.domain.programmes.attendance import answering_terms, rate, shown_rate
from casedesk.domain.programmes.evidence import Evidence, Owner
from casedesk.domain.programmes.pack import Criterion, Indicator, Pack
from casedesk.domain.programmes.states import MET, NOT_MET, checks, overtaking
from casedesk.domain.programmes.tests import MONTHS_WITHOUT_TERMS, term_window_start
from casedesk.domain.programmes.windows import months_back
from casedesk.domain.programmes.wording import (
    counted,
    figure,
    last,
    listed,
    on_days,
    period,
    sentence,
)
from casedesk.domain.records import Decision, Fact

Kinds = Mapping[str, FactKind]


@dataclass(frozen=True, slots=True)
class Met:
    """One owner who meets an indicator, with the facts that count towards it."""

    owner: Owner
    facts: Sequence[Fact]


def name_of(owner: Owner) -> str:
    """How a sentence calls the owner."""
    return "the family" if owner.member is None else owner.member.called


def indicator_reason(indicator: Indicator, met_by: Sequence[Met], day: date, kinds: Kinds) -> str:
    """Who meets an indicator, with the figures, and its threshold; no full stop."""
    clauses = [_clause(indicator, met, day, kinds) for met in met_by]
    return f"{listed(clauses)}; the threshold is {_threshold(indicator)}"


def _clause(indicator: Indicator, met: Met, day: date, kinds: Kinds) -> str:
    who, facts, test = name_of(met.owner), met.facts, indicator.test
    if test == "attendance-below":
        terms = answering_terms(met.owner.terms_on(day.toordinal()), indicator.terms, day)
        percent = rate(terms, indicator.exclude_authorised)
        left_out = ", authorised absence left out," if indicator.exclude_authorised else ""
        return (
            f"{who} attended {shown_rate(percent, Fraction(indicator.percent))}{left_out} "
            f"over {last(indicator.terms, 'term')}"
        )
    if test == "nominated":
        days = [fact.on for fact in facts if fact.on is not None]
        return f"a professional nominated {who} {on_days(days)}"
    if test == "release-due":
        due = [fact.release_due for fact in facts if fact.release_due is not None]
        return f"{who} is in custody and due for release {on_days(due)}"
    if test in ("current", "recent"):
        return f"{who} has {_spells(facts, kinds, still=test == 'current')}" + (
            f" in {last(indicator.months, 'month')}" if test == "recent" else ""
        )
    if test == "days":
        days_out = sum((fact.days or Decimal(0) for fact in facts), Decimal(0))
        phrases = listed(kinds[kind].phrase for kind in indicator.facts)
        amount = f"{figure(days_out)} {'day' if days_out == 1 else 'days'} of {phrases}"
    else:
        amount = listed(
            counted(number, kinds[kind].phrase)
            for kind in indicator.facts
            if (number := sum(1 for fact in facts if fact.kind == kind))
        )
    return f"{who} has {amount} {_window(indicator, met.owner, day)}"


def _window(indicator: Indicator, owner: Owner, day: date) -> str:
    if indicator.test == "count":
        return f"in {last(indicator.months, 'month')}"
    if term_window_start(indicator, owner, day) is None:
        return f"in {last(MONTHS_WITHOUT_TERMS, 'month')}"
    return f"over {last(indicator.terms, 'term')}"


def _spells(facts: Sequence[Fact], kinds: Kinds, still: bool) -> str:
    parts = []
    for fact in facts:
        begins = long_date(fact.from_on) if fact.from_on is not None else ""
        ends = "" if still or fact.to_on is None else f" to {long_date(fact.to_on)}"
        parts.append(f"{kinds[fact.kind].phrase} (from {begins}{ends})")
    record = "record" if len(facts) == 1 else "records"
    article = "a " if len(facts) == 1 else ""
    return f"{article}{'current ' if still else ''}{record} of {listed(parts)}"


def _threshold(indicator: Indicator) -> str:
    test = indicator.test
    if test == "attendance-below":
        return f"below {figure(indicator.percent)}%"
    if test == "release-due":
        return f"a release due within {period(indicator.months, 'month')}"
    if test == "current":
        return "1 current record"
    if test == "recent":
        return f"1 day of it in {last(indicator.months, 'month')}"
    if test == "nominated":
        return f"1 nomination in {last(indicator.months, 'month')}"
    if test == "days":
        return f"{figure(indicator.at_least)} days or more"
    return f"{figure(indicator.at_least)} or more"


def records_reason(
    criterion: Criterion,
    pack: Pack,
    evidence: Evidence,
    state: str,
    indicator_reasons: Sequence[str],
    day: date,
) -> str:
    """Why the records have the criterion in that state on the day."""
    if state == MET:
        first, *others = indicator_reasons
        return " ".join([sentence(f"Met because {first}"), *(sentence(one) for one in others)])
    newest = _newest_check(criterion, evidence, day)
    months = last(pack.check_months, "month")
    if state == NOT_MET and newest is not None and newest.on is not None:
        return (
            f"Not met: no record meets it, and a check on {long_date(newest.on)} found nothing; "
            f"the threshold is 1 check in {months}."
        )
    start = "Not known: no record meets it"
    if newest is None or newest.on is None or newest.on <= months_back(day, pack.check_months):
        return f"{start}, and no check in {months} says that nothing was found."
    against = _newest_against(criterion, newest.on, evidence, day)
    if against is None:
        return f"{start}, and the check on {long_date(newest.on)} was about nobody in the family."
    phrase = evidence.catalogue.facts[against.kind].phrase
    begins = against.on if against.on is not None else against.from_on
    recorded = "" if begins is None else f" ({long_date(begins)})"
    return (
        f"{start}, and the check on {long_date(newest.on)} no longer settles it: there is a "
        f"record of {phrase}{recorded} from that day or later."
    )


def _newest_check(criterion: Criterion, evidence: Evidence, day: date) -> Fact | None:
    made = [
        fact for _, fact in checks(criterion, evidence) if fact.on is not None and fact.on <= day
    ]
    return max(made, key=lambda fact: fact.on or date.min, default=None)


def _newest_against(
    criterion: Criterion, checked_on: date, evidence: Evidence, day: date
) -> Fact | None:
    number = day.toordinal()
    found = [
        (first, fact)
        for owner, fact, first in overtaking(criterion, checked_on, evidence)
        if first <= number
        and owner.present is not None
        and owner.present[0] <= number <= owner.present[1]
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def with_decision(decision: Decision, records: str, records_changed: bool, version: str) -> str:
    """What the keyworker decided and why, and beside it what the records say."""
    who = decision.by or "the keyworker"
    word = "met" if decision.state == MET else "not met"
    parts = [
        sentence(
            f"{who} decided on {long_date(decision.on)} that this is {word}: "
            f"{decision.reason.strip()}"
        ),
        f"From the records: {records}",
    ]
    if records_changed:
        parts.append("The records have changed since the decision, so look at it again.")
    if decision.pack_version != version:
        parts.append(
            f"The decision was made under version {decision.pack_version} of the programme."
        )
    return " ".join(parts)


def question(criterion: Criterion, pack: Pack, evidence: Evidence, day: date) -> str:
    """What to ask, and since when: the longest window, or the last check where it is later."""
    months = criterion.longest_months or pack.check_months
    opens = months_back(day, months) + timedelta(days=1)
    newest = _newest_check(criterion, evidence, day)
    if newest is not None and newest.on is not None:
        opens = max(opens, newest.on)
    return sentence(criterion.question.replace("{since}", long_date(opens)))
