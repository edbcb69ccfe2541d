"""Whether a family may be in a programme (docs/criteria.md, Eligibility)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from casedesk.domain.dates import birthday
from casedesk.domain.people import Member
from casedesk.domain.programmes.spans import Span


def days_in_programme(started_on: date | None, day: date) -> Span:
    """The days that count for "in the programme" up to `day`.

    From the start of support to `day`; with no start, or before it, `day` alone.
    """
    number = day.toordinal()
    if started_on is None or day < started_on:
        return number, number
    return started_on.toordinal(), number


def child_rule_holds(members: Iterable[Member], day: date) -> bool:
    """Whether somebody who is a member on `day` is a dependent child, or is expectant.

    A dependent child is under 16, or 16 to 18 inclusive and marked dependent; somebody
    expectant may be of any age.
    """
    return any(
        member.counts_on(day)
        and (member.person.expectant is True or member.is_dependent_child_on(day))
        for member in members
    )


def child_rule_changes(members: Iterable[Member], after: date) -> date | None:
    """The first day later than `after` on which the child rule may come out differently."""
    days = []
    for member in members:
        days.append(member.first_day)
        if member.last_day < date.max:
            days.append(date.fromordinal(member.last_day.toordinal() + 1))
        born = member.person.date_of_birth
        if born is not None:
            days.extend((birthday(born, 16), birthday(born, 19)))
    return min((day for day in days if day > after), default=None)
