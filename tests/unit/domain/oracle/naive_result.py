"""The whole answer for a family, a pack and a day, without its sentences."""

from __future__ import annotations

from datetime import date
from typing import Any

from casedesk.domain.records import CaseFile
from oracle.naive_dates import days_between
from oracle.naive_household import Household
from oracle.naive_indicators import look
from oracle.naive_progress import Progress, owners_of
from oracle.naive_states import (
    effective_state,
    met_since,
    records_changed,
    records_state,
    standing_decision,
)
from oracle.pack_words import Table

Answer = dict[str, Any]


def started_on(case: CaseFile, programme: str) -> date | None:
    """When the family's time in a programme began."""
    current = [one for one in case.involvements if one.current]
    inside = [one for one in case.involvements if one.programme == programme]
    chosen = [one for one in current if one in inside]
    if not chosen:
        early = date(1, 1, 1)
        chosen = sorted(
            inside, key=lambda one: (one.started_on or early, one.referred_on or early, one.order)
        )[-1:]
    chosen = chosen or current
    return chosen[0].started_on if chosen else None


def answer(house: Household, pack: Table, as_at: date) -> Answer:
    """What the command prints, without titles and sentences; lists are sorted."""
    started = started_on(house.case, pack["id"])
    running = started is not None and started <= as_at
    days = days_between(started, as_at) if started is not None and running else (as_at,)
    met_now = met_in_programme = needs = 0
    rows = []
    for criterion in pack["criteria"]:
        state = effective_state(house, pack, criterion, as_at)
        was_met = any(effective_state(house, pack, criterion, day) == "met" for day in days)
        met_now += state == "met"
        met_in_programme += was_met
        needs += _needs(house, criterion, days)
        progress, earliest = None, None
        if started is not None and running and was_met:
            progress, earliest = Progress(house, pack, criterion, started, as_at).outcome()
        rows.append(
            {
                "id": criterion["id"],
                "state": state,
                "records_state": records_state(house, pack, criterion, as_at),
                "since": _text(met_since(house, pack, criterion, as_at)),
                "decision": _decision(house, pack, criterion["id"], as_at),
                "records_changed": records_changed(house, pack, criterion, as_at),
                "progress": progress,
                "progress_earliest": _text(earliest),
                "indicators": [
                    _indicator(house, criterion["id"], one, as_at)
                    for one in criterion["indicators"]
                ],
                "question": state == "not_known",
            }
        )
    return {
        "family": house.case.family.ref,
        "programme": pack["id"],
        "version": pack["version"],
        "as_at": as_at.isoformat(),
        "eligible": met_in_programme >= pack["min_criteria"]
        and needs >= pack["min_needs"]
        and (not pack["dependent_child"] or _child_rule(house, as_at)),
        "met_now": met_now,
        "met_in_programme": met_in_programme,
        "needs_met_in_programme": needs,
        "min_criteria": pack["min_criteria"],
        "min_needs": pack["min_needs"],
        "of": len(pack["criteria"]),
        "criteria": rows,
    }


def _needs(house: Household, criterion: Table, days: tuple[date, ...]) -> int:
    by_person = by_family = 0
    for indicator in criterion["indicators"]:
        if house.kinds.isdisjoint(indicator["facts"] or ("nomination",)):
            continue
        found = [look(house, criterion["id"], indicator, day) for day in days]
        by_person += any(one.people for one in found)
        by_family += any(one.by_family for one in found)
    return by_person or min(by_family, 1)


def _child_rule(house: Household, as_at: date) -> bool:
    for person in house.members(as_at):
        if house.people[person].expectant:
            return True
        if house.is_child_without_birthday(person) or house.age(person, as_at) < 16:
            return True
        if house.people[person].date_of_birth is None:
            continue
        if house.age(person, as_at) <= 18 and house.memberships[person].dependent:
            return True
    return False


def _decision(house: Household, pack: Table, criterion: str, as_at: date) -> Answer | None:
    decision = standing_decision(house, pack, criterion, as_at)
    if decision is None:
        return None
    return {
        "state": decision.state,
        "on": decision.on.isoformat(),
        "by": decision.by,
        "reason": decision.reason,
        "programme_version": decision.pack_version,
    }


def _indicator(house: Household, criterion: str, indicator: Table, as_at: date) -> Answer:
    found = look(house, criterion, indicator, as_at)
    return {
        "id": indicator["id"],
        "met": found.met,
        "people": owners_of(found.people, house),
        "facts": sorted(found.facts),
    }


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
