"""The only way into the journalled tables: every row written has its journal entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Insert, Table, UpdateBase, delete, insert, update
from sqlalchemy.exc import IntegrityError

from casedesk.domain.errors import InvalidRecord, NotFound
from casedesk.domain.records import Order, Record
from casedesk.storage.chain import Entry
from casedesk.storage.guard import OPEN
from casedesk.storage.integrity import refusal
from casedesk.storage.logbook import Logbook
from casedesk.storage.mapping import MAPPERS, Changes, Mapper, mapper_of

R = TypeVar("R", bound=Record)

ROWS_AT_ONCE = 2_000
_GONE = "The record is no longer in the vault: go back to the list and look for it again."
_STALE = "The record was changed since it was opened: open it again and repeat your change."


class Change(NamedTuple):
    """A record added (`old` None), changed, or removed (`new` None)."""

    mapper: Mapper[Any]
    old: Record | None
    new: Record | None


class Recorder:
    """Writes records and other journalled rows, each together with its journal entry.

    `watchers` are told of every change to a record (to keep search and summaries true).
    Rows of a failed call may have gone in before the one at fault, so afterwards the unit can
    only be rolled back: `refused` is what it failed with.
    """

    def __init__(
        self,
        connection: Connection,
        logbook: Logbook,
        watchers: Sequence[Callable[[Change], None]] = (),
    ) -> None:
        self._connection = connection
        self._logbook = logbook
        self._watchers = watchers
        self.refused: BaseException | None = None

    def add(self, records: Iterable[Record]) -> list[Record]:
        """Adds records, in this order recorded; gives them as stored."""
        stored: list[Record] = []
        rows: dict[type[Record], list[Record]] = {}
        with self.all_or_nothing():
            for record in records:
                mapper = MAPPERS[type(record)]
                fields = mapper.added(record)
                sequence = self._note("add", mapper, record, fields)
                order = Order(self._logbook.instant, self._logbook.device, sequence)
                new = mapper.stored(record, 1, order, self._logbook.who)
                stored.append(new)
                rows.setdefault(type(record), []).append(new)
            for kind, mapper in MAPPERS.items():  # each after those it refers to
                of_kind = rows.get(kind, ())
                for start in range(0, len(of_kind), ROWS_AT_ONCE):
                    chunk = of_kind[start : start + ROWS_AT_ONCE]
                    self._run(mapper.insert, [mapper.row(record) for record in chunk])
            for new in stored:
                self._tell(Change(MAPPERS[type(new)], None, new))
        return stored

    def change(self, record: R) -> R:
        """Saves a record over the version it was made from; gives it as stored.

        Raises `InvalidRecord` when that is no longer the newest, `NotFound` when it is gone.
        """
        mapper = mapper_of(type(record))
        old = self._current(mapper, record)
        fields = mapper.changed(old, record)
        if not fields:
            return old
        new = mapper.stored(record, old.version + 1, old.order, old.recorded_by)
        values = {name: after for name, (_, after) in fields.items()}
        with self.all_or_nothing():
            self._note("change", mapper, new, fields)
            self._run(
                update(mapper.table)
                .where(mapper.table.c.id == new.id)
                .values(version=new.version, **values)
            )
            self._tell(Change(mapper, old, new))
        return new

    def remove(self, record: Record) -> None:
        """Removes a record. Raises as `change` does, and while others still refer to it."""
        mapper = MAPPERS[type(record)]
        old = self._current(mapper, record)
        fields = mapper.removed(old)
        with self.all_or_nothing():
            self._note("remove", mapper, old, fields)
            self._run(delete(mapper.table).where(mapper.table.c.id == old.id))
            self._tell(Change(mapper, old, None))

    def add_row(self, table: Table, row: Mapping[str, Any], entry: Entry) -> None:
        """Adds a row of a journalled table that holds no records."""
        with self.all_or_nothing():
            self._logbook.journal.append(entry)
            self._run(insert(table), dict(row))

    def change_row(
        self, table: Table, key: Mapping[str, Any], values: Mapping[str, Any], entry: Entry
    ) -> None:
        """Changes a row, named by its key, of a journalled table that holds no records."""
        at = (table.c[name] == value for name, value in key.items())
        with self.all_or_nothing():
            self._logbook.journal.append(entry)
            self._run(update(table).where(*at).values(**values))

    def _current(self, mapper: Mapper[R], record: R) -> R:
        row = self._connection.execute(
            mapper.select.where(mapper.table.c.id == record.id)
        ).one_or_none()
        if row is None:
            raise NotFound(_GONE)
        old = mapper.record(row)
        if record.version != old.version:
            raise InvalidRecord(_STALE)
        return old

    def _note(self, action: str, mapper: Mapper[R], record: R, fields: Changes) -> int:
        return self._logbook.journal.append(
            Entry(action, mapper.type_name, record.id, mapper.family_of(record), fields)
        )

    def _run(self, statement: Insert | UpdateBase, values: Any = None) -> None:
        self._connection.execute(statement, values, execution_options=OPEN)

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """Around every write: after one has failed, no other is begun.

        A full disk, for one, ends the transaction under us, and what followed would be saved
        by itself.
        """
        if self.refused is not None:
            raise self.refused
        try:
            yield
        except IntegrityError as error:
            self.refused = refusal(error)
            raise self.refused from None
        except BaseException as error:
            self.refused = error
            raise

    def _tell(self, change: Change) -> None:
        for watcher in self._watchers:
            watcher(change)
