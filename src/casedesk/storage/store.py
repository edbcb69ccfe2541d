"""The case file's store: the only way in is a unit of work, the only way to look a reading."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from sqlalchemy import Engine

from casedesk.storage.clock import Clock, latest_instant, wall_clock
from casedesk.storage.engine import READ_ONLY
from casedesk.storage.guard import guard
from casedesk.storage.ids import require_device
from casedesk.storage.reader import Reader
from casedesk.storage.summaries import Summarise, drop_other_packs, renew, stale_families
from casedesk.storage.unit_of_work import UnitOfWork

__all__ = ["CaseStore", "UnitOfWork"]


def this_day() -> date:
    """Today by the laptop's calendar."""
    return datetime.now().astimezone().date()


class CaseStore:
    """The case file behind an engine whose schema is up to date.

    `device` is the laptop's short name (up to six letters and digits), which stands in the
    references it gives out.
    `summarise` evaluates a family under the loaded packs whenever something it rests on
    changed, as at `today()`; None keeps no summaries.
    """

    def __init__(
        self,
        engine: Engine,
        device: str,
        clock: Clock = wall_clock,
        *,
        summarise: Summarise | None = None,
        today: Callable[[], date] = this_day,
    ) -> None:
        require_device(device)
        guard(engine)
        self._engine = engine
        self._device = device
        self._clock = clock
        self._summarise = summarise
        self._today = today
        # What other laptops recorded in this vault is read once: they write no more into it.
        self._latest: int | None = None
        self._here = threading.local()

    @contextmanager
    def ending_with(self, last: Callable[[UnitOfWork], None]) -> Iterator[None]:
        """Units of work of this thread within the block do `last` before they are saved."""
        before: tuple[Callable[[UnitOfWork], None], ...] = getattr(self._here, "last", ())
        self._here.last = (*before, last)
        try:
            yield
        finally:
            self._here.last = before

    @contextmanager
    def unit_of_work(self, actor: str) -> Iterator[UnitOfWork]:
        """A unit of work: saved on disk when the block ends, forgotten when it raises."""
        with self._engine.begin() as connection:
            if self._latest is None:
                self._latest = latest_instant(connection)
            unit = UnitOfWork(connection, self._device, actor, self._clock, self._latest)
            yield unit
            for last in getattr(self._here, "last", ()):
                last(unit)
            unit.close(self._summarise, self._today)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A reading: everything as it was when it began, whatever is saved meanwhile."""
        with self._engine.connect().execution_options(**{READ_ONLY: True}) as connection:
            yield Reader(connection)

    def refresh_summaries(self, pack_hashes: Collection[str], limit: int = 500) -> int:
        """Renews up to `limit` summaries that hold no longer; gives how many families.

        Call it until it gives 0. `pack_hashes` are those of all loaded packs, which
        `summarise` evaluates; the summaries of others are dropped.
        """
        if self._summarise is None:
            return 0
        with self._engine.begin() as connection:
            today = self._today()
            drop_other_packs(connection, pack_hashes)
            stale = stale_families(connection, pack_hashes, today, limit)
            renew(connection, stale, self._summarise, today)
        return len(stale)
