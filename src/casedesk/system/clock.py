"""Which day it is, and which instant.

`today` can be fixed for tests and demonstrations; instants are always the real clock's, so
that the journal and the logs say when things really happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """The program's clock; `fixed_today` stands for today's date when it is set."""

    fixed_today: date | None = None

    def today(self) -> date:
        """Today's date where the laptop is."""
        return self.fixed_today or datetime.now().astimezone().date()

    def now(self) -> datetime:
        """The real instant, in UTC."""
        return datetime.now(UTC)
