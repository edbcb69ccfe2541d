"""When a draft was written, in words."""

from __future__ import annotations

from datetime import datetime

from casedesk.domain.dates import long_date


def clock_words(at: datetime) -> str:
    """The time on this laptop's clock: 14:03."""
    return f"{at.astimezone():%H:%M}"


def time_words(at: datetime, now: datetime) -> str:
    """ "today at 14:03", "22 November 2026 at 14:03"."""
    day, today = at.astimezone().date(), now.astimezone().date()
    return f"{'today' if day == today else long_date(day)} at {clock_words(at)}"
