"""Today: the day's visits, what needs attention, and how the day is said."""

from __future__ import annotations

import calendar
from collections.abc import Sequence

from casedesk.domain.dates import long_date
from casedesk.domain.views.diary import VisitLine
from casedesk.domain.views.families_list import (
    MINE as MY_FAMILIES,
)
from casedesk.domain.views.families_list import (
    OPEN,
    FamilyListPage,
    FamilyListQuestion,
)
from casedesk.domain.views.today import EVERYBODY, MINE, Attention, TodayPage
from casedesk.services.attention import needs_attention
from casedesk.services.diary import USUAL_MINUTES
from casedesk.services.diary_lines import minute_of, visit_lines
from casedesk.services.family_list import find_families
from casedesk.services.session import Session
from casedesk.storage.diary_queries import planned_between
from casedesk.storage.today_queries import Scope, has_families

SHOWN = 7
"""Lists of the page show so many, then how many there are."""
EVERYTHING = 500
"""So many things are shown at most once all of them are asked for."""
AT_ONCE = 20


def today_page(session: Session, scope: str = MINE, *, limit: int = SHOWN) -> TodayPage:
    """The page for one of `SCOPES`, with the first `limit` things that need attention.

    A worker who is the keyworker of no open family is shown everybody's.
    """
    today = session.today
    with session.store.read() as reading:
        own = Scope(session.worker)
        is_keyworker = has_families(reading, own)
        is_mine = scope == MINE and is_keyworker
        whose = own if is_mine else Scope()
        rows = planned_between(reading, today, today, worker=session.worker if is_mine else None)
        visits = visit_lines(session, reading, rows)
        attention = needs_attention(session, reading, whose, limit)
    return TodayPage(
        on=today,
        heading=f"{calendar.day_name[today.weekday()]} {long_date(today)}",
        sentence=_sentence(visits, attention),
        scope=MINE if is_mine else EVERYBODY,
        can_choose=is_keyworker,
        visits=visits,
        next_visit=_next(visits, session.worker, minute_of(session.clock.time_of_day())),
        attention=attention,
    )


def families_of_today(session: Session, scope: str) -> FamilyListPage:
    """The first families of a scope by name, with their pips; `matching` counts them all."""
    return find_families(session, FamilyListQuestion(filters=families_filters(scope), limit=SHOWN))


def families_filters(scope: str) -> frozenset[str]:
    """The filters of the list of families that give the families of a scope."""
    return frozenset({OPEN, MY_FAMILIES} if scope == MINE else {OPEN})


def renew_some_summaries(session: Session) -> int:
    """Works out anew the criteria of some families that time has passed by; gives how many.

    In small steps, so that nothing that is being saved waits for long. Call it until it
    gives 0.
    """
    hashes = [pack.content_hash for pack in session.packs.packs.values()]
    return session.store.refresh_summaries(hashes, AT_ONCE)


def _next(visits: Sequence[VisitLine], worker: str, now: int) -> str | None:
    """The worker's visit under way or next to come: not written up, and not over."""
    for one in visits:
        at, lasts = one.record.at_time, one.record.minutes or 0
        is_over = at is not None and minute_of(at) + max(lasts, USUAL_MINUTES) <= now
        if one.by in (worker, None) and not one.done and not is_over:
            return one.record.id
    return None


def _sentence(visits: Sequence[VisitLine], attention: Attention) -> str:
    count = len(visits)
    first = f"{count} visit{'' if count == 1 else 's'} today." if count else "No visits today."
    things = attention.total
    if not things:
        return f"{first} Nothing needs your attention."
    return f"{first} {things:,} thing{' needs' if things == 1 else 's need'} your attention."
