"""What every table shares: the metadata, the column types and the columns of a record.

Types are portable (a team server on PostgreSQL will hold the same tables) and every
constraint has a name, so that a later migration can find it.
"""

from __future__ import annotations

import json
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeDecorator

from casedesk.domain.records import Record

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ID = String(36)
ORDER_COLUMNS = ("order_instant", "order_device", "order_sequence")


@lru_cache(maxsize=4096)  # the same people and codes stand in many rows
def _codes(value: str) -> tuple[str, ...]:
    return tuple(json.loads(value))


class Codes(TypeDecorator[tuple[str, ...]]):
    """A tuple of ids or codes, in its order, as a JSON list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return "[]" if not value else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[str, ...]:
        return _codes(value)


class Voices(TypeDecorator[tuple[tuple[str | None, str], ...]]):
    """Pairs of (person id or None, words), as a JSON list of lists."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return "[]" if not value else json.dumps(value, ensure_ascii=False)

    def process_result_value(
        self, value: Any, dialect: Dialect
    ) -> tuple[tuple[str | None, str], ...]:
        return () if value == "[]" else tuple((who, words) for who, words in json.loads(value))


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal kept digit for digit, as text: thresholds are compared exactly."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


def record_table(name: str, record: type[Record], *items: SchemaItem) -> Table:
    """A table of the case file: its own columns between those that every record has.

    A column has the name of the dataclass's field. Rows of the case file are never removed
    by a cascade, because that would leave no trace in the journal.
    """
    return Table(
        name,
        metadata,
        Column("id", ID, primary_key=True),
        *items,
        Column("version", Integer, nullable=False),
        Column("order_instant", BigInteger, nullable=False),
        Column("order_device", String(16), nullable=False),
        Column("order_sequence", BigInteger, nullable=False),
        Column("recorded_by", Text, nullable=False),
        info={"record": record},
    )


def family_column(**options: Any) -> Column[str]:
    """`family_id`, which every record but a family and a person has."""
    return Column("family_id", ID, ForeignKey("families.id"), nullable=False, **options)


def person_column(
    name: str = "person_id", *, nullable: bool = False, **options: Any
) -> Column[str]:
    """A person named by id."""
    return Column(name, ID, ForeignKey("persons.id"), nullable=nullable, **options)


def required(name: str) -> Column[str]:
    """A text that is always there."""
    return Column(name, Text, nullable=False)


def mark(name: str) -> Column[bool]:
    """A yes or no that is always there."""
    return Column(name, Boolean, nullable=False)
