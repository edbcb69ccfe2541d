"""The vault's hybrid clock: it never runs backwards, whatever the laptop's clock does."""

from __future__ import annotations

import time
from collections.abc import Callable

from sqlalchemy import Connection

from casedesk.storage.chain import devices_in, last_in
from casedesk.storage.tables import CHAINED

Clock = Callable[[], int]
"""Gives microseconds since 1970 UTC."""


def wall_clock() -> int:
    """The laptop's own clock."""
    return time.time_ns() // 1_000


def latest_instant(connection: Connection) -> int:
    """The last instant in the vault, on whichever laptop; 0 before the first."""
    return max(
        (
            connection.scalar(last_in(log, "instant"), {"of_device": device}) or 0
            for log in CHAINED
            for device in devices_in(connection, log)
        ),
        default=0,
    )
