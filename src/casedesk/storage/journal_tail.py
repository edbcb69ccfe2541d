"""Where the journal stands: its newest instant, and what was written after some entry."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import func, select

from casedesk.storage.clock import latest_instant
from casedesk.storage.open_vault import OpenVault
from casedesk.storage.tables import access_log, journal

_MICROSECONDS = 1_000_000


def newest_instant(vault: OpenVault) -> datetime | None:
    """The instant of the newest entry on any laptop (aware, UTC), None before the first."""
    with vault.reading() as connection:
        latest = latest_instant(connection)
    return datetime.fromtimestamp(latest / _MICROSECONDS, UTC) if latest else None


def journal_length(vault: OpenVault) -> int:
    """The sequence of this laptop's newest entry in the journal, 0 before the first."""
    query = select(func.max(journal.c.sequence)).where(journal.c.device == vault.device_id)
    with vault.reading() as connection:
        return int(connection.scalar(query) or 0)


def changes_after(vault: OpenVault, sequence: int, *, but_settings: Collection[str] = ()) -> int:
    """How many entries this laptop wrote after `sequence`, leaving out some settings' own."""
    own = (journal.c.record_type == "Setting") & journal.c.record_id.in_(tuple(but_settings))
    query = (
        select(func.count())
        .select_from(journal)
        .where(journal.c.device == vault.device_id, journal.c.sequence > sequence, ~own)
    )
    with vault.reading() as connection:
        return int(connection.scalar(query) or 0)


def last_access(vault: OpenVault, action: str) -> datetime | None:
    """When the access log last noted an action (aware, UTC), or None."""
    query = select(func.max(access_log.c.instant)).where(access_log.c.action == action)
    with vault.reading() as connection:
        instant = connection.scalar(query)
    return datetime.fromtimestamp(instant / _MICROSECONDS, UTC) if instant else None
