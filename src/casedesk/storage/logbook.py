"""The journal and the access log of one unit of work, opened when something is written."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from casedesk.storage.chain import GENESIS, ChainWriter, Entry, Head, last_in
from casedesk.storage.clock import Clock
from casedesk.storage.tables import CHAINED, access_log, journal

_ENDS = select(
    *(
        last_in(log, name).scalar_subquery().label(f"{log.name}_{name}")
        for log in CHAINED
        for name in ("instant", "sequence", "link")
    )
)


class Logbook:
    """Who works, on which device, at what instant; everything done in a unit has one instant.

    The instant is the clock's, or just after the last one in the vault (`not_before` and this
    device's own): a laptop whose date is wrong records in the right order all the same.
    """

    def __init__(
        self, connection: Connection, device: str, who: str, clock: Clock, not_before: int
    ) -> None:
        self._connection = connection
        self._clock = clock
        self._not_before = not_before
        self.device = device
        self.who = who

    @cached_property
    def _ends(self) -> Row[Any]:
        return self._connection.execute(_ENDS, {"of_device": self.device}).one()

    @cached_property
    def instant(self) -> int:
        """Microseconds since 1970 UTC, after everything in the vault."""
        ends = (self._ends.journal_instant or 0, self._ends.access_log_instant or 0)
        return max(self._clock(), self._not_before + 1, *(end + 1 for end in ends))

    @cached_property
    def journal(self) -> ChainWriter:
        return self._go_on(journal, self._ends.journal_sequence, self._ends.journal_link)

    @cached_property
    def accesses(self) -> ChainWriter:
        return self._go_on(access_log, self._ends.access_log_sequence, self._ends.access_log_link)

    def _go_on(self, log: Table, sequence: int | None, link: bytes | None) -> ChainWriter:
        return ChainWriter(
            self._connection,
            log,
            self.device,
            self.who,
            self.instant,
            sequence or 0,
            link or GENESIS,
        )

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
