"""The page of reports: which meetings come up, and what was shared lately over all families.

Nobody's file is read for it: it has the names of families as lists have them, and no name of
anybody in one. So it is not in the access log (docs/consent.md, Sharing log).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from casedesk.domain.dates import long_date
from casedesk.domain.views.reports_page import (
    ReviewsToReport,
    ReviewToReport,
    SharedLately,
    SharedLatelyPage,
)
from casedesk.domain.views.today import EVERYBODY, MINE
from casedesk.services.attention import SOON_DAYS
from casedesk.services.attention_words import REVIEWS, due_words
from casedesk.services.session import Session
from casedesk.services.sharing_log import recipient_in_log
from casedesk.storage.shared_lately import SharedRow, count_shared, shared_lately
from casedesk.storage.today_queries import Days, DueRow, Scope, has_families, reviews_due

SHOWN = 4
"""So many reviews stand beside the choice of a family."""
PAGE = 40
SEVERAL = "Several families"
GONE = "No longer in CaseDesk"


def reviews_to_report(session: Session, *, limit: int = SHOWN) -> ReviewsToReport:
    """The reviews of the worker's own open families that are late or due within 7 days."""
    today = session.today
    with session.store.read() as reading:
        days = Days(None, today + timedelta(days=SOON_DAYS))
        found = reviews_due(reading, Scope(session.worker), days, today, limit)
    return ReviewsToReport(tuple(_review(one, today) for one in found.rows), found.total)


def shared_lately_page(
    session: Session, scope: str = EVERYBODY, *, offset: int = 0, limit: int = PAGE
) -> SharedLatelyPage:
    """What left the vault, newest first, for one of `views.today.SCOPES`; whoever did it.

    `MINE` is about the families whose keyworker the worker is, and so leaves out what was about
    several families at once.
    """
    with session.store.read() as reading:
        own = Scope(session.worker)
        is_keyworker = has_families(reading, own)
        is_mine = scope == MINE and is_keyworker
        whose = own if is_mine else Scope()
        rows = shared_lately(reading, whose, offset, limit)
        total = count_shared(reading, whose)
    return SharedLatelyPage(
        lines=tuple(_line(session, one) for one in rows),
        total=total,
        scope=MINE if is_mine else EVERYBODY,
        can_choose=is_keyworker,
    )


def _review(row: DueRow, today: date) -> ReviewToReport:
    kind = REVIEWS.get(row.what) or (row.what or "").capitalize()
    day = long_date(row.on).removesuffix(f" {today.year}")
    return ReviewToReport(
        family_ref=row.ref,
        family=row.family,
        on=row.on,
        late=row.on < today,
        label=due_words("Review", row.on, today),
        title=f"{kind} on {day}",
    )


def _line(session: Session, row: SharedRow) -> SharedLately:
    purposes = session.catalogue.purposes
    purpose = purposes[row.purpose].title if row.purpose in purposes else row.purpose.capitalize()
    return SharedLately(
        id=row.id,
        at=datetime.fromtimestamp(row.at / 1_000_000, UTC),
        state=row.state,
        family_ref=row.ref,
        family=row.family or (GONE if row.family_id is not None else SEVERAL),
        recipient=recipient_in_log(session.catalogue, row.recipient, row.organisation),
        purpose=purpose,
        how=row.how.capitalize(),
        by=row.who,
    )
