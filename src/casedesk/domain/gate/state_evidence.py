"""What a criterion's state rests on beside the facts that meet it and the checks that stand.

A record can keep a state from being another one: it overtakes a check that found nothing,
or it is one of the term figures that a test over terms was read from. Such a record made the
state what it is, so the state goes only where the record may. Source: docs/consent.md, What
a report is made of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from casedesk.domain.dates import in_last_months
from casedesk.domain.people import members_on
from casedesk.domain.programmes.attendance import (
    ATTENDANCE,
    answering_terms,
    is_measured,
    terms_by,
)
from casedesk.domain.programmes.pack import Criterion, Indicator
from casedesk.domain.records import CaseFile, Fact
from casedesk.domain.views.criteria import CriterionResult

MET = "met"
NOTHING_FOUND = "nothing-found"
READS_TERMS = "attendance-below"
TERMS_AS_WINDOW = ("count-terms", "days")
"""Tests whose window begins with a term, so that term dates decide what is counted."""


def also_behind(
    case: CaseFile,
    criterion: CriterionResult,
    definition: Criterion,
    bearing: Sequence[Fact],
    day: date,
    check_months: int | None,
) -> frozenset[str]:
    """Ids of the facts that made the records' state beside those the result names.

    `bearing` are the facts that bear on the criterion by `day`. `check_months` is how long
    a check counts in the pack; None takes every check to count still.
    """
    members = {member.id for member in members_on(case, day)}
    counting = [fact for fact in bearing if fact.person_id is None or fact.person_id in members]
    if criterion.records_state == MET:
        met = {one.id: one.person_ids for one in criterion.indicators if one.met}
        found = [
            fact
            for indicator in definition.indicators
            if indicator.test in TERMS_AS_WINDOW and indicator.id in met
            for fact in _answering(counting, indicator, met[indicator.id], day)
        ]
    else:
        found = [
            fact
            for indicator in definition.indicators
            if indicator.test in (READS_TERMS, *TERMS_AS_WINDOW)
            for fact in _answering(counting, indicator, members, day)
        ]
        found.extend(_overtaking(counting, definition, day, check_months))
    return frozenset(fact.id for fact in found)


def last_day_of(fact: Fact) -> date:
    """The last day a fact held: an event's day, a spell's or measure's end."""
    return fact.on or fact.to_on or date.max


def _answering(
    facts: Sequence[Fact], indicator: Indicator, people: Collection[str], day: date
) -> Iterator[Fact]:
    """The attendance figures of the terms that an indicator reads, for each of some people."""
    for person_id in people:
        measures = [
            fact
            for fact in facts
            if fact.kind == ATTENDANCE and fact.person_id == person_id and is_measured(fact)
        ]
        for term in answering_terms(terms_by(measures, day), indicator.terms, day):
            yield from term.facts


def _overtaking(
    facts: Sequence[Fact], definition: Criterion, day: date, check_months: int | None
) -> Iterator[Fact]:
    """The records that overtake a check which would otherwise count on the day."""
    checked = [
        fact.on
        for fact in facts
        if fact.kind == NOTHING_FOUND
        and fact.on is not None
        and (check_months is None or in_last_months(fact.on, check_months, day))
    ]
    if checked:
        for fact in facts:
            if fact.kind in definition.kinds and last_day_of(fact) >= min(checked):
                yield fact
