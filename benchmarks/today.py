"""Today as a keyworker opens it in a vault of thousands of families: their own, and everybody's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time, timedelta
from functools import partial

from benchmarks.caseload import TODAY
from benchmarks.measuring import Row, median
from casedesk.demo.places import KEYWORKERS
from casedesk.domain.records import PlannedVisit
from casedesk.domain.views.today import EVERYBODY, MINE
from casedesk.services.diary import week_of
from casedesk.services.session import Session
from casedesk.services.today import EVERYTHING, families_of_today, today_page

SECONDS = 0.150
VISITED = 5
"""Every so many families have a visit planned, one after the other over the days to come."""
DAYS = 20


def today_rows(session: Session, size: str) -> Iterator[Row]:
    """The page with its visits and what needs attention, the families in it, and the week."""
    plan_visits(session)
    own = replace(session, worker=KEYWORKERS[0])
    for scope in (MINE, EVERYBODY):
        whose = "own families" if scope == MINE else "all families"
        yield _row(f"today: {whose}", size, partial(today_page, own, scope))
        yield _row(f"today: first of {whose}", size, partial(families_of_today, own, scope))
    every = partial(today_page, own, EVERYBODY, limit=EVERYTHING)
    yield _row("today: see all that needs attention", size, every)
    yield _row("week: everybody's visits", size, partial(week_of, own, TODAY, EVERYBODY))


def plan_visits(session: Session) -> None:
    """Plans visits, unless there are some."""
    with session.store.unit_of_work(session.worker) as uow:
        names = [one for one in uow.families() if one.status != "closed"][::VISITED]
        if uow.records_of(PlannedVisit, names[0].id):
            return
        uow.add_all(
            PlannedVisit(
                id=uow.new_id(),
                family_id=one.id,
                ref=uow.new_ref("PV"),
                on=TODAY + timedelta(days=number % DAYS),
                at_time=time(9 + number % 8, 30),
                minutes=60,
                kind="home visit",
                by=KEYWORKERS[number % len(KEYWORKERS)],
            )
            for number, one in enumerate(names)
        )


def _row(what: str, size: str, work: Callable[[], object]) -> Row:
    work()
    return Row(what, size, median(work), budget_seconds=SECONDS)
