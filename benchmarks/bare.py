"""The bare work under the store: the driver, the same file, the same settings and plain SQL."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from casedesk.storage.engine import MAIN_CACHE_KIB

LIST_ROWS = 100
HITS = 50

_LIST = (
    "SELECT f.id, f.ref, f.name, f.status, i.programme, i.keyworker, i.team, i.referred_on, "
    "i.started_on, i.closed_on, s.as_at, s.states, s.met_now, s.met_in_programme, s.eligible, "
    "s.stale_on FROM families AS f "
    "LEFT JOIN involvements AS i ON i.family_id = f.id AND i.current "
    "LEFT JOIN summaries AS s ON s.family_id = f.id AND s.pack_hash = ? "
    "ORDER BY f.name, f.ref LIMIT ?"
)
_OF_A_FAMILY = (
    "involvements", "addresses", "memberships", "relationships", "facts", "decisions",
    "judgements", "consents", "sharing_decisions", "restrictions", "contacts", "goals", "actions",
    "reviews", "assessments", "documents",
)  # fmt: skip


def open_bare(path: Path, key: bytes) -> Any:
    """The driver's connection with the key and the settings of a vault."""
    connection = dbapi2.connect(str(path), timeout=30.0, isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for setting in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
        f"cache_size = -{MAIN_CACHE_KIB}",
    ):
        connection.execute(f"PRAGMA {setting}").fetchone()
    return connection


def bare_first_list(connection: Any, pack_hash: str) -> list[Any]:
    """The rows of the first page of the list of families."""
    rows: list[Any] = connection.execute(_LIST, (pack_hash, LIST_ROWS)).fetchall()
    return rows


def bare_search(connection: Any, expression: str) -> int:
    """Asks the index of names, then that of notes until there are enough; how many it found."""
    found = 0
    for index, order in (("search_names", "ASC"), ("search_notes", "DESC")):
        query = (
            f"SELECT rowid FROM {index} WHERE {index} MATCH ? "  # noqa: S608
            f"ORDER BY rowid {order} LIMIT ?"
        )
        found += len(connection.execute(query, (expression, HITS - found)).fetchall())
        if found >= HITS:
            break
    return found


def expression_of(typed: str) -> str:
    """What is typed, as an expression for the index: every word may be half typed."""
    return " AND ".join(f'"{word}"*' for word in typed.split())


def bare_family(connection: Any, family_id: str) -> int:
    """Reads every row of one family; how many."""
    rows = connection.execute("SELECT * FROM families WHERE id = ?", (family_id,)).fetchall()
    rows += connection.execute(
        "SELECT p.* FROM persons AS p JOIN memberships AS m ON m.person_id = p.id "
        "WHERE m.family_id = ?",
        (family_id,),
    ).fetchall()
    for table in _OF_A_FAMILY:
        query = f"SELECT * FROM {table} WHERE family_id = ?"  # noqa: S608
        rows += connection.execute(query, (family_id,)).fetchall()
    return len(rows)


def bare_insert(connection: Any, columns: Iterable[str], row: Iterable[Any]) -> None:
    """Writes one row of `contacts`, on disk when it comes back."""
    names = list(columns)
    marks = ", ".join("?" * len(names))
    quoted = ", ".join(f'"{name}"' for name in names)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"INSERT INTO contacts ({quoted}) VALUES ({marks})", list(row))  # noqa: S608
    connection.execute("COMMIT")
