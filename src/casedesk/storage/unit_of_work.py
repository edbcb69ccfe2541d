"""One unit of work on the case file: all of it is saved, or none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Any, TypeVar, cast

from sqlalchemy import Connection

from casedesk.domain.records import CaseFile, Record
from casedesk.storage import blobs, journal, packs, settings, sharing_log
from casedesk.storage.chain import Head
from casedesk.storage.clock import Clock
from casedesk.storage.decision_people import DecisionPeople
from casedesk.storage.ids import References, new_id
from casedesk.storage.logbook import Logbook
from casedesk.storage.packs import KeptPack
from casedesk.storage.reader import Reader
from casedesk.storage.recorder import Recorder
from casedesk.storage.search_index import SearchWriter
from casedesk.storage.sharing_log import Disclosure
from casedesk.storage.summaries import Summarise, SummaryKeeper

R = TypeVar("R", bound=Record)

READ = "read"
"""What the access log says of a reading whose caller does not say more."""


class UnitOfWork(Reader):
    """Reads, and writes on behalf of one actor.

    Every write has its journal entry and is searchable at once. A write that was refused
    spoils the whole unit: it can only be rolled back.
    """

    def __init__(
        self, connection: Connection, device: str, actor: str, clock: Clock, not_before: int
    ) -> None:
        super().__init__(connection)
        self._logbook = Logbook(connection, device, actor, clock, not_before)
        self._references = References(connection, device)
        self._search = SearchWriter(connection)
        self._summaries = SummaryKeeper(connection)
        keepers = (
            self._references,
            DecisionPeople(connection),
            self._search,
            self._summaries,
        )
        watchers = [keeper.watch for keeper in keepers]
        self._recorder = Recorder(connection, self._logbook, watchers)
        self._summaries_later = False
        self._read: set[str] = set()
        self._accesses_logged: set[str] = set()

    def case_file(self, family_id: str) -> CaseFile:
        """One family's case file. The reading stands in the access log whether or not the
        caller says what for with `log_access`. Raises `NotFound`.
        """
        self._read.add(family_id)
        return super().case_file(family_id)

    def new_id(self) -> str:
        """An id for a new record."""
        return new_id()

    def new_ref(self, prefix: str) -> str:
        """The next reference of this device, such as `F-7K-0041`."""
        return self._references.new(prefix)

    def add(self, record: R) -> R:
        """Adds a record; gives it as stored, with its version, order and who recorded it.

        Raises `InvalidRecord` for a reference or id that is taken, a blank where something
        must be, or a name of something that is not there.
        """
        return cast(R, self._recorder.add((record,))[0])

    def add_all(self, records: Iterable[Record]) -> list[Record]:
        """Adds many records, in this order recorded; they may name each other."""
        return self._recorder.add(records)

    def change(self, record: R) -> R:
        """Saves a record over the version it was made from; gives it as stored.

        Raises `InvalidRecord` when somebody saved it in between.
        """
        return self._recorder.change(record)

    def remove(self, record: Record) -> None:
        """Removes a record. Raises `InvalidRecord` while others refer to it."""
        self._recorder.remove(record)

    def set_setting(self, key: str, value: Any) -> None:
        """Sets a setting to anything that JSON can hold."""
        settings.set_setting(self._connection, self._recorder, key, value)

    def keep_pack(self, pack_id: str, version: str, content_hash: str, text: str) -> None:
        """Keeps the text of a programme pack in use, by its content hash."""
        pack = KeptPack(pack_id, version, content_hash, text)
        packs.keep_pack(self._connection, self._recorder, pack)

    def put_blob(self, content: bytes) -> str:
        """Keeps a document's bytes; gives their SHA-256 (hex)."""
        with self._recorder.all_or_nothing():
            return blobs.put_blob(self._connection, content)

    def log_access(self, action: str, family_id: str | None, detail: str = "") -> None:
        """Logs a reading of a family, a print or an export (`family_id` None = several)."""
        if family_id is not None:
            self._accesses_logged.add(family_id)
        with self._recorder.all_or_nothing():
            self._logbook.log_access(action, family_id, detail)

    def begin_disclosure(self, disclosure: Disclosure) -> str:
        """Logs what is about to leave, as pending; gives the entry's id."""
        return sharing_log.begin_disclosure(self._recorder, self._logbook, disclosure)

    def finish_disclosure(self, disclosure_id: str) -> None:
        """Marks a pending entry done. Raises `NotFound`."""
        self._end_disclosure(disclosure_id, sharing_log.DONE)

    def fail_disclosure(self, disclosure_id: str) -> None:
        """Marks a pending entry failed. Raises `NotFound`."""
        self._end_disclosure(disclosure_id, sharing_log.FAILED)

    def head(self) -> Head:
        """Where this device's journal stands, with this unit's writes so far."""
        return self._logbook.heads()[0]

    def erase_contents(
        self, *, family_id: str | None = None, record_ids: Collection[str] = ()
    ) -> None:
        """Erases what the logs say about a family or about records; the chains still verify."""
        with self._recorder.all_or_nothing():
            journal.erase_contents(
                self._connection, self._logbook, family_id=family_id, record_ids=record_ids
            )

    def defer_summaries(self) -> None:
        """Only marks the summaries of the families touched as stale (`refresh_summaries`)."""
        self._summaries_later = True

    def close(self, summarise: Summarise | None, today: Callable[[], date]) -> None:
        """Writes what waits for the end of the unit; the store calls it before the commit.

        Raises what a write failed with, if somebody went on after it.
        """
        for family_id in sorted(self._read - self._accesses_logged):
            self.log_access(READ, family_id)
        self._settle()
        with self._recorder.all_or_nothing():
            self._references.flush()
            self._summaries.settle(summarise, today, later=self._summaries_later)

    def _settle(self) -> None:
        with self._recorder.all_or_nothing():
            self._logbook.flush()
            self._search.flush()

    def _end_disclosure(self, disclosure_id: str, state: str) -> None:
        sharing_log.end_disclosure(
            self._connection, self._recorder, self._logbook, disclosure_id, state
        )
