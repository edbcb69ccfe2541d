"""Which day it is, and which instant.

`today` can be fixed for tests and demonstrations; instants are always the real clock's, so
that the journal and the logs say when things really happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time


@dataclass(frozen=True, slots=True)
class Clock:
    """The program's clock; `fixed_today` stands for today's date when it is set, `fixed_time`
    for the time of day (for pictures)."""

    fixed_today: date | None = None
    fixed_time: time | None = None

    def today(self) -> date:
        """Today's date where the laptop is."""
        return self.fixed_today or datetime.now().astimezone().date()

    def time_of_day(self) -> time:
        """What the clock on the wall says where the laptop is, without a zone."""
        return self.fixed_time or datetime.now().astimezone().time()

    def now(self) -> datetime:
        """The real instant, in UTC."""
        return datetime.now(UTC)
