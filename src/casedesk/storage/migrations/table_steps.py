"""How a step of the schema says a table in one line a thing.

A column is written `name:type`, with `!` where it is never blank. Steps that are released rest
on this, so it may only grow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

Columns = Sequence[str]


def records(name: str, columns: str, **constraints: Any) -> None:
    """A table of records: its own columns between those that every record has."""
    ours = "order_instant:bigint! order_device:text16! order_sequence:bigint! recorded_by:text!"
    table(name, f"id:id! {columns} version:integer! {ours}", key=("id",), **constraints)


def table(
    name: str,
    columns: str,
    *,
    key: Columns,
    names: Mapping[str, str] | None = None,
    part_of: Mapping[str, str] | None = None,
    unique: Sequence[Columns] = (),
    checks: Mapping[str, str] | None = None,
) -> None:
    """A table; `names` are foreign keys by column, `part_of` those whose rows go with it."""
    op.create_table(
        name,
        *(column(text) for text in columns.split()),
        sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")),
        *_foreign(name, names or {}, None),
        *_foreign(name, part_of or {}, "CASCADE"),
        *(sa.UniqueConstraint(*of, name=op.f(f"uq_{name}_{'_'.join(of)}")) for of in unique),
        *(
            sa.CheckConstraint(rule, name=op.f(f"ck_{name}_{about}"))
            for about, rule in (checks or {}).items()
        ),
    )


def _foreign(
    of: str, columns: Mapping[str, str], ondelete: str | None
) -> Iterator[sa.ForeignKeyConstraint]:
    for column, named in columns.items():
        name = op.f(f"fk_{of}_{column}_{named.partition('.')[0]}")
        yield sa.ForeignKeyConstraint([column], [named], name=name, ondelete=ondelete)


def column(text: str) -> sa.Column[Any]:
    """A column from `name:type` or `name:type!`."""
    name, _, kind = text.rstrip("!").partition(":")
    return sa.Column(name, _TYPES[kind], nullable=not text.endswith("!"))


def index(
    of: str,
    columns: Columns,
    *,
    name: str | None = None,
    unique: bool = False,
    current: bool = False,
) -> None:
    """An index; `current`: only the rows so marked, in the words each database compares with."""
    only: Any = _CURRENT if current else {}
    name = name or f"ix_{of}_{'_'.join(columns)}"
    op.create_index(op.f(name), of, list(columns), unique=unique, **only)


_TYPES: Mapping[str, Any] = {
    "id": sa.String(36),
    "hash": sa.String(64),
    "text8": sa.String(8),
    "text16": sa.String(16),
    "text32": sa.String(32),
    "text": sa.Text(),
    "boolean": sa.Boolean(),
    "date": sa.Date(),
    "time": sa.Time(),
    "integer": sa.Integer(),
    "bigint": sa.BigInteger(),
    "rownumber": sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
    "bytes": sa.LargeBinary(),
}
_CURRENT = {"sqlite_where": sa.text("current = 1"), "postgresql_where": sa.text("current")}
