"""Encrypted databases for the migration tests, and how to look at what is in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect

from casedesk.storage.engine import make_engine, open_keyed

KEY = bytes(range(32))
FIXTURES = Path(__file__).parent / "fixtures"
SHADOWS = ("data", "idx", "docsize", "config", "content")
INDEXES = ("search_names", "search_notes")


def new_database(path: Path) -> Engine:
    """An engine over an empty encrypted database."""
    open_keyed(path, KEY, create=True).close()
    return make_engine(path, KEY)


def load(path: Path, script: Path) -> Engine:
    """An engine over a database made from a dump."""
    connection = open_keyed(path, KEY, create=True)
    connection.executescript(script.read_text("utf-8"))
    connection.close()
    return make_engine(path, KEY)


def is_shadow(name: str) -> bool:
    """Whether a table is one in which a full-text index keeps its data."""
    return name.startswith(tuple(f"{index}_" for index in INDEXES)) and name.endswith(SHADOWS)


def schema_of(engine: Engine) -> dict[str, Any]:
    """Every table's columns, keys, constraints and indexes, whatever the order they stand in."""
    looking = inspect(engine)
    schema: dict[str, Any] = {}
    for name in looking.get_table_names():
        if is_shadow(name) or name == "alembic_version":
            continue
        schema[name] = {
            "columns": {
                column["name"]: (str(column["type"]), column["nullable"], column["default"])
                for column in looking.get_columns(name)
            },
            "key": looking.get_pk_constraint(name),
            "foreign": _sorted(looking.get_foreign_keys(name)),
            "unique": _sorted(looking.get_unique_constraints(name)),
            "checks": _sorted(looking.get_check_constraints(name)),
            "indexes": _sorted(looking.get_indexes(name)),
        }
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'"
        )
        schema["full text"] = {row.name: row.sql for row in rows}
        conditions = connection.exec_driver_sql(
            "SELECT name, substr(sql, instr(sql, ' WHERE ')) AS condition FROM sqlite_master "
            "WHERE type = 'index' AND sql LIKE '% WHERE %'"
        )
        schema["conditions"] = {row.name: row.condition for row in conditions}
    return schema


def _sorted(found: Any) -> list[str]:
    # What only one kind of database has is an object here; it is compared by its text above.
    return sorted(
        str(sorted((key, str(value)) for key, value in one.items() if key != "dialect_options"))
        for one in found
    )


def rows_of(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, but for the version of the schema."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {
        name: sorted(
            map(tuple, connection.exec_driver_sql(f'SELECT * FROM "{name}"')),  # noqa: S608
            key=repr,
        )
        for (name,) in names.all()
        if name != "alembic_version" and name not in INDEXES
    }
