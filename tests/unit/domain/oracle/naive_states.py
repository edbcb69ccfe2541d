"""The state of a criterion on a day: the records', and the keyworker's."""

from __future__ import annotations

from datetime import date

from casedesk.domain.records import Decision, Fact
from oracle.naive_dates import ONE_DAY, days_between, in_the_last
from oracle.naive_household import Household, day_of
from oracle.naive_indicators import contradicts, kinds_named, look
from oracle.pack_words import Table

LONG_AGO = date(1900, 1, 1)


def records_state(house: Household, pack: Table, criterion: Table, day: date) -> str:
    key = ("state", pack["check_months"], id(criterion), day)
    if key not in house.remembered:
        house.remembered[key] = _records_state(house, pack, criterion, day)
    state: str = house.remembered[key]
    return state


def _records_state(house: Household, pack: Table, criterion: Table, day: date) -> str:
    name = criterion["id"]
    if any(look(house, name, one, day).met for one in criterion["indicators"]):
        return "met"
    return "not_met" if _standing_checks(house, pack, criterion, day) else "not_known"


def _standing_checks(house: Household, pack: Table, criterion: Table, day: date) -> list[Fact]:
    """The checks that found nothing and that no later record speaks against."""
    name = criterion["id"]
    owners = house.owners(day)
    checks = [
        check
        for owner in owners
        for check in house.facts_of.get((owner, "nothing-found"), [])
        if check.criterion == name and in_the_last(pack["check_months"], day_of(check), day)
    ]
    if not checks:
        return []
    kinds = kinds_named(criterion)
    shown = [
        fact for owner in owners for kind in kinds for fact in house.facts_of.get((owner, kind), [])
    ]
    shown += [
        fact
        for owner in owners
        for fact in house.facts_of.get((owner, "nomination"), [])
        if fact.criterion == name
    ]
    return [
        check
        for check in checks
        if not any(contradicts(fact, day_of(check), day) for fact in shown)
    ]


def facts_behind(house: Household, pack: Table, criterion: Table, day: date) -> list[Fact]:
    """The facts that make the records' state what it is: none where it is not known."""
    state = records_state(house, pack, criterion, day)
    if state == "not_met":
        return _standing_checks(house, pack, criterion, day)
    met: set[str] = set()
    for indicator in criterion["indicators"]:
        met |= look(house, criterion["id"], indicator, day).facts
    return [fact for fact in house.case.facts if fact.ref in met]


def met_since(house: Household, pack: Table, criterion: Table, as_at: date) -> date | None:
    """The first day of the unbroken run of met days up to a day."""
    if records_state(house, pack, criterion, as_at) != "met":
        return None
    day = as_at
    while day > LONG_AGO and records_state(house, pack, criterion, day - ONE_DAY) == "met":
        day -= ONE_DAY
    return day


def standing_decision(house: Household, pack: Table, criterion: str, day: date) -> Decision | None:
    """The newest decision by a day, whatever version of the pack it was made under."""
    newest: Decision | None = None
    for one in house.case.decisions:
        if one.in_error or one.programme != pack["id"] or one.criterion != criterion:
            continue
        if one.on > day:
            continue
        if newest is None or (one.on, one.order) > (newest.on, newest.order):
            newest = one
    return newest


def effective_state(house: Household, pack: Table, criterion: Table, day: date) -> str:
    decision = standing_decision(house, pack, criterion["id"], day)
    return decision.state if decision else records_state(house, pack, criterion, day)


def records_changed(house: Household, pack: Table, criterion: Table, as_at: date) -> bool:
    """Whether the records differ from the decision's on any day since."""
    decision = standing_decision(house, pack, criterion["id"], as_at)
    if decision is None:
        return False
    then = decision.records_state or records_state(house, pack, criterion, decision.on)
    return any(
        records_state(house, pack, criterion, day) != then
        for day in days_between(decision.on, as_at)
    )
