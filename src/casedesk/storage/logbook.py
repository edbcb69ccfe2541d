"""The journal and the access log of one unit of work, opened when something is written."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from casedesk.storage.chain import ChainWriter, Entry, Head
from casedesk.storage.clock import Clock, next_instant
from casedesk.storage.tables import access_log, journal


class Logbook:
    """Who works, on which device, at what instant; everything done in a unit has one instant."""

    def __init__(self, connection: Connection, device: str, who: str, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self.device = device
        self.who = who

    @cached_property
    def instant(self) -> int:
        """Microseconds since 1970 UTC, after everything in the vault."""
        return next_instant(self._connection, self._clock)

    @cached_property
    def journal(self) -> ChainWriter:
        return ChainWriter(self._connection, journal, self.device, self.who, self.instant)

    @cached_property
    def accesses(self) -> ChainWriter:
        return ChainWriter(self._connection, access_log, self.device, self.who, self.instant)

    def log_access(self, action: str, family_id: str | None, detail: str) -> None:
        """Puts a reading, print or export into the access log."""
        self.accesses.append(
            Entry(action, "Family", family_id or "", family_id, {"detail": (None, detail)})
        )

    def heads(self) -> tuple[Head, Head]:
        """Where this device's chains stand: the journal's and the access log's."""
        self.flush()
        return self.journal.head(), self.accesses.head()

    def flush(self) -> None:
        """Writes what was appended to either chain."""
        for name in ("journal", "accesses"):
            if name in self.__dict__:
                self.__dict__[name].flush()
