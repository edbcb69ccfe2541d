"""Which facts could bear on a criterion: what a strip or a history of it rests on."""

from __future__ import annotations

from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.facts import happened_by
from casedesk.domain.people import members_of
from casedesk.domain.programmes.attendance import ATTENDANCE
from casedesk.domain.programmes.evidence import ABOUT_A_CRITERION
from casedesk.domain.programmes.pack import Criterion
from casedesk.domain.records import CaseFile, Fact

_TESTS_ON_TERMS = ("attendance-below", "count-terms", "days")


def facts_bearing_on(
    case: CaseFile, criterion: Criterion, as_at: date, catalogue: Catalogue
) -> tuple[Fact, ...]:
    """Every fact by `as_at` that could have made the criterion's state on some day.

    Facts of the kinds its indicators name, its nominations and checks, and attendance where
    a test uses terms; about the family or anyone who is or was a member. In the order
    recorded.
    """
    people = {member.id for member in members_of(case)}
    kinds = {*criterion.kinds, *(kind for one in criterion.indicators for kind in one.facts)}
    if any(indicator.test in _TESTS_ON_TERMS for indicator in criterion.indicators):
        kinds.add(ATTENDANCE)
    return tuple(
        fact
        for fact in case.facts
        if not fact.in_error
        and (fact.person_id is None or fact.person_id in people)
        and (
            fact.criterion == criterion.id
            if fact.kind in ABOUT_A_CRITERION
            else fact.kind in kinds and fact.kind in catalogue.facts
        )
        and happened_by(fact, catalogue.facts[fact.kind].shape, as_at)
    )
