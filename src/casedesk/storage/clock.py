"""The vault's hybrid clock: it never runs backwards, whatever the laptop's clock does."""

from __future__ import annotations

import time
from collections.abc import Callable

from sqlalchemy import Connection, func, select

from casedesk.storage.tables import CHAINED

Clock = Callable[[], int]
"""Gives microseconds since 1970 UTC."""


_LATEST = select(*(select(func.max(table.c.instant)).scalar_subquery() for table in CHAINED))


def wall_clock() -> int:
    """The laptop's own clock."""
    return time.time_ns() // 1_000


def next_instant(connection: Connection, clock: Clock) -> int:
    """The instant of a new unit of work: the clock's, or just after the last one in the vault.

    So a laptop whose date is wrong records in the right order all the same.
    """
    last = max(instant or 0 for instant in connection.execute(_LATEST).one())
    return max(clock(), last + 1)
