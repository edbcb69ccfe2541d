"""The diary: a week, a day with its clashes, and what the form for planning a visit offers."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, time, timedelta

from casedesk.domain.dates import long_date
from casedesk.domain.people import members_on
from casedesk.domain.records import (
    Address,
    CaseFile,
    Involvement,
    Membership,
    Person,
    PlannedVisit,
    Restriction,
)
from casedesk.domain.views.diary import (
    DayOfWeek,
    DayPlan,
    PersonToSee,
    Place,
    VisitChoices,
    VisitLine,
    Week,
)
from casedesk.domain.views.today import EVERYBODY
from casedesk.services.diary_lines import (
    GROWN_UP,
    address_words,
    minute_of,
    person_words,
    visit_lines,
)
from casedesk.services.family_page import family_title
from casedesk.services.session import Session
from casedesk.storage.diary_queries import (
    names_of_workers,
    planned_between,
    planned_of_family,
    planned_visit,
)
from casedesk.storage.reader import Reader
from casedesk.storage.today_queries import restricted_people

DAYS = 7
USUAL_MINUTES = 60
"""How long a visit is taken to last where that is not said."""
_OFFERED = (Membership, Person, Address, Involvement, Restriction)


def week_of(session: Session, day: date, scope: str) -> Week:
    """The week, Monday to Sunday, that a day is in; `scope` is one of `SCOPES`.

    The days end where the calendar does.
    """
    first = day - timedelta(days=min(day.weekday(), (day - date.min).days))
    last = first + timedelta(days=min(DAYS - 1, (date.max - first).days))
    with session.store.read() as reading:
        lines = _between(session, reading, first, last, scope)
    days = [first + timedelta(days=one) for one in range((last - first).days + 1)]
    return Week(
        first,
        _title(first, last),
        tuple(
            DayOfWeek(
                one,
                day_words(one),
                one == session.today,
                tuple(line for line in lines if line.record.on == one),
            )
            for one in days
        ),
    )


def day_plan(
    session: Session,
    day: date,
    *,
    at_time: time | None = None,
    minutes: int | None = None,
    by: str | None = None,
    but: str | None = None,
) -> DayPlan:
    """What `by` (the worker) has on a day besides the visit `but`, and what overlaps."""
    who = by or session.worker
    with session.store.read() as reading:
        return day_plan_in(
            session, reading, day, at_time=at_time, minutes=minutes, who=who, but=but
        )


def day_plan_in(
    session: Session,
    reading: Reader,
    day: date,
    *,
    at_time: time | None,
    minutes: int | None,
    who: str,
    but: str | None,
) -> DayPlan:
    """As `day_plan`, in a reading that is open."""
    rows = [row for row in planned_between(reading, day, day, worker=who) if row.record.id != but]
    lines = visit_lines(session, reading, rows)
    said = "You have" if who == session.worker else f"{who} has"
    clashes = tuple(
        f"{said} {line.family} at {line.time_words} that day."
        for line in lines
        if at_time is not None and _overlap(line.record, at_time, minutes)
    )
    return DayPlan(day, lines, clashes)


def visits_to_come(session: Session, ref: str) -> tuple[VisitLine, ...]:
    """A family's planned visits from today on. Raises `NotFound`."""
    with session.store.read() as reading:
        family = reading.family_by_ref(ref)
        return visit_lines(session, reading, planned_of_family(reading, family.id, session.today))


def one_visit(session: Session, visit_id: str) -> VisitLine | None:
    """One planned visit, None where it is gone."""
    with session.store.read() as reading:
        row = planned_visit(reading, visit_id)
        return visit_lines(session, reading, [row])[0] if row is not None else None


def visit_choices(session: Session, ref: str) -> VisitChoices:
    """What the form for planning a visit of a family offers. Raises `NotFound`."""
    with session.store.read() as reading:
        family = reading.family_by_ref(ref)
        (case,) = reading.case_files([family.id], wanted=_OFFERED)
        restricted = restricted_people(reading, case.person_by_id.keys(), session.today)
        workers = names_of_workers(reading)
    members = members_on(case, session.today)
    people = tuple(
        PersonToSee(
            one.id,
            person_words(one.person, session.today),
            one.fits_ages(None, GROWN_UP - 1, session.today),
            one.id in restricted,
        )
        for one in members
    )
    homes = tuple(_homes(case, session.today))
    schools = tuple(
        Place(one.person.school, f"{one.called}’s school")
        for one in members
        if one.person.school and one.fits_ages(None, GROWN_UP - 1, session.today)
    )
    return VisitChoices(
        family_ref=family.ref,
        family=family.name,
        title=family_title(family.name),
        people=people,
        places=tuple({one.words: one for one in (*homes, *schools)}.values()),
        home=homes[0] if homes else None,
        school=schools[0] if schools else None,
        workers=tuple(dict.fromkeys([session.worker, *workers])),
        worker=session.worker,
        alert=(family.alert or "").strip() or None,
    )


def day_words(day: date) -> str:
    """ "Tuesday 24 November"."""
    return f"{calendar.day_name[day.weekday()]} {day.day} {calendar.month_name[day.month]}"


def _between(
    session: Session, reading: Reader, first: date, last: date, scope: str
) -> tuple[VisitLine, ...]:
    worker = None if scope == EVERYBODY else session.worker
    return visit_lines(session, reading, planned_between(reading, first, last, worker=worker))


def _title(first: date, last: date) -> str:
    """ "23 to 29 November 2026", with months and years where they differ."""
    if first.year != last.year:
        return f"{long_date(first)} to {long_date(last)}"
    if first.month != last.month:
        return f"{first.day} {calendar.month_name[first.month]} to {long_date(last)}"
    return f"{first.day} to {long_date(last)}"


def _overlap(other: PlannedVisit, at_time: time, minutes: int | None) -> bool:
    if other.at_time is None:
        return False
    begins, there = minute_of(at_time), minute_of(other.at_time)
    ends = begins + (minutes or USUAL_MINUTES)
    return begins < there + (other.minutes or USUAL_MINUTES) and there < ends


def _homes(case: CaseFile, today: date) -> Iterator[Place]:
    """The family's address first, then those of people who live elsewhere."""
    held = [
        one
        for one in case.addresses
        if (one.to_on is None or one.to_on >= today)
        and (one.from_on is None or one.from_on <= today)
    ]
    for one in sorted(held, key=lambda one: (one.person_id is not None, not one.current)):
        person = case.person_by_id.get(one.person_id or "")
        why = "Home" if person is None else f"{person.called}’s address"
        yield Place(address_words(one), why, one.protected)
