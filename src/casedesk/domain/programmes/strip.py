"""The strip of months that shows when each criterion was met."""

from __future__ import annotations

import calendar
from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.dates import add_months
from casedesk.domain.programmes.pack import Pack
from casedesk.domain.programmes.progress import IMPROVED
from casedesk.domain.programmes.timeline import FamilyTimeline
from casedesk.domain.records import CaseFile
from casedesk.domain.views.criteria import MonthCell

MONTHS = 24


def month_strip(
    case: CaseFile, pack: Pack, as_at: date, months: int = MONTHS, *, catalogue: Catalogue
) -> dict[str, tuple[MonthCell, ...]]:
    """The effective state in each of the last `months` months, oldest first, by criterion id.

    A month shows the state on its last day, the month of `as_at` the state on `as_at`.
    """
    timeline = FamilyTimeline(case, pack, catalogue)
    days = [_last_day(add_months(as_at.replace(day=1), -back)) for back in range(months - 1, 0, -1)]
    days.append(as_at)
    return {
        criterion.criterion.id: tuple(
            MonthCell(
                on=day,
                state=timeline.effective_state(criterion, day),
                improved=timeline.progress(criterion, day).state == IMPROVED,
            )
            for day in days
        )
        for criterion in timeline.criteria
    }


def _last_day(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
