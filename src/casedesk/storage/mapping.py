"""Between the domain's records and rows, by field name: one `Mapper` for every kind of record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date, time
from decimal import Decimal
from operator import attrgetter
from typing import Any, Generic, TypeVar

from sqlalchemy import Date, Insert, Select, Table, Time, insert, select

from casedesk.domain.records import Family, Order, Record
from casedesk.storage.tables import ORDER_COLUMNS, RECORD_TABLES
from casedesk.storage.tables.base import Codes, ExactDecimal, Voices

R = TypeVar("R", bound=Record)
Changes = dict[str, tuple[Any, Any]]
"""Field -> (old, new), as the journal keeps them."""

KEPT_BY_STORE = ("version", "recorded_by", "order")


class Mapper(Generic[R]):
    """Reads and writes one kind of record.

    `names` are the fields a person fills in (all but the id and what the store keeps).
    """

    def __init__(self, kind: type[R], table: Table) -> None:
        self.kind = kind
        self.table = table
        self.type_name = kind.__name__
        self.names = tuple(
            field.name for field in fields(kind) if field.name not in ("id", *KEPT_BY_STORE)
        )
        self._columns = ("id", *self.names, "version", "recorded_by")
        self._values: Callable[[R], tuple[Any, ...]] = attrgetter("id", *self.names)
        self.insert: Insert = insert(table)
        self.select: Select[Any] = select(*(table.c[name] for name in self._columns), *self.order)

    @property
    def order(self) -> tuple[Any, ...]:
        """The columns of the order recorded, to sort by."""
        return tuple(self.table.c[name] for name in ORDER_COLUMNS)

    def record(self, row: Sequence[Any]) -> R:
        """The record in a row of `select`."""
        given = dict(zip(self._columns, row, strict=False))
        return self.kind(order=Order(*row[-3:]), **given)

    def stored(self, record: R, version: int, order: Order, recorded_by: str) -> R:
        """The record with what the store keeps filled in."""
        given = dict(zip(self._columns, self._values(record), strict=False))
        return self.kind(version=version, order=order, recorded_by=recorded_by, **given)

    def row(self, record: R) -> dict[str, Any]:
        """A stored record's row."""
        row: dict[str, Any] = dict(zip(self._columns, self._values(record), strict=False))
        row["version"] = record.version
        row["recorded_by"] = record.recorded_by
        order = record.order
        row["order_instant"] = order.instant
        row["order_device"] = order.device
        row["order_sequence"] = order.sequence
        return row

    def family_of(self, record: R) -> str | None:
        """The family that the record is of; None for a person, who may be in several."""
        if isinstance(record, Family):
            return record.id
        return getattr(record, "family_id", None)

    def added(self, record: R) -> Changes:
        """What adding the record changes: every field that says more than no, none or nothing."""
        return {
            name: (None, value)
            for name, value in zip(self.names, self._values(record)[1:], strict=True)
            if value is not None and value is not False and value != ()
        }

    def changed(self, old: R, new: R) -> Changes:
        """The fields in which two versions differ."""
        before, after = self._values(old)[1:], self._values(new)[1:]
        return {
            name: (left, right)
            for name, left, right in zip(self.names, before, after, strict=True)
            if left != right
        }

    def removed(self, record: R) -> Changes:
        """What removing the record changes."""
        return {name: (value, None) for name, (_, value) in self.added(record).items()}

    def from_journal(self, name: str, value: Any) -> Any:
        """A field's value as the record has it, from the journal's JSON.

        A field that the record no longer has keeps its JSON value.
        """
        column = self.table.c.get(name)
        return value if column is None or value is None else _from_json(column.type)(value)


def _from_json(kind: Any) -> Callable[[Any], Any]:
    if isinstance(kind, Date):
        return date.fromisoformat
    if isinstance(kind, Time):
        return time.fromisoformat
    if isinstance(kind, ExactDecimal):
        return Decimal
    if isinstance(kind, Voices):
        return lambda value: tuple((who, words) for who, words in value)
    if isinstance(kind, Codes):
        return tuple
    return lambda value: value


MAPPERS: Mapping[type[Record], Mapper[Any]] = {
    kind: Mapper(kind, table) for kind, table in RECORD_TABLES.items()
}
BY_NAME: Mapping[str, Mapper[Any]] = {mapper.type_name: mapper for mapper in MAPPERS.values()}


def mapper_of(kind: type[R]) -> Mapper[R]:
    """The mapper of a kind of record."""
    return MAPPERS[kind]
