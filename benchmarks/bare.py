"""The bare work under the store: the driver, the same file, the same settings and plain SQL."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from casedesk.storage.engine import MAIN_CACHE_KIB
from casedesk.storage.ids import new_id
from casedesk.storage.search_text import parse

LIST_ROWS = 40
HITS = 50
WRITTEN = "BARE-"

_LIST = (
    "SELECT f.id, f.ref, f.name, f.status, i.programme, i.keyworker, i.team, i.referred_on, "
    "i.started_on, i.closed_on, s.as_at, s.states, s.met_now, s.met_in_programme, s.eligible, "
    "s.stale_on FROM families AS f "
    "LEFT JOIN involvements AS i ON i.family_id = f.id AND i.current "
    "LEFT JOIN summaries AS s ON s.family_id = f.id AND s.pack_hash = ? "
    "ORDER BY f.name, f.ref LIMIT ?"
)
_OF_A_LISTED_FAMILY = (
    "memberships", "involvements", "facts", "decisions", "judgements", "consents", "restrictions",
    "reviews",
)  # fmt: skip
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


def bare_first_list(connection: Any, pack_hash: str) -> int:
    """Reads the rows that the first page of the list is made of; how many families there are."""
    page = [row[0] for row in connection.execute(_LIST, (pack_hash, LIST_ROWS)).fetchall()]
    marks = ", ".join("?" * len(page))
    for table in _OF_A_LISTED_FAMILY:
        query = f"SELECT * FROM {table} WHERE family_id IN ({marks})"  # noqa: S608
        connection.execute(query, page).fetchall()
    connection.execute(
        "SELECT p.* FROM persons AS p JOIN memberships AS m ON m.person_id = p.id "  # noqa: S608
        f"WHERE m.family_id IN ({marks})",
        page,
    ).fetchall()
    counted: int = connection.execute("SELECT count(*) FROM families").fetchone()[0]
    return counted


def bare_search(connection: Any, typed: str) -> int:
    """Asks the index of names, then that of notes until there are enough; how many it found.

    The words are those that CaseDesk asks for; no row is read, only where it is.
    """
    terms = parse(typed)
    if terms is None:
        return 0
    found = 0
    for index, order, words in (
        ("search_names", "ASC", terms.half_typed),
        ("search_notes", "DESC", terms.half_typed_words),
    ):
        query = (
            f"SELECT rowid FROM {index} WHERE {index} MATCH ? "  # noqa: S608
            f"ORDER BY rowid {order} LIMIT ?"
        )
        found += len(connection.execute(query, (words, HITS - found)).fetchall())
        if found >= HITS:
            break
    return found


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


def contact_writer(connection: Any, family_id: str) -> Callable[[], None]:
    """Writes one more row of `contacts` with every call, on disk when it comes back."""
    pattern = connection.execute("SELECT * FROM contacts WHERE family_id = ? LIMIT 1", (family_id,))
    names = [column[0] for column in pattern.description]
    values = dict(zip(names, pattern.fetchone(), strict=True))
    quoted = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO contacts ({quoted}) VALUES ({marks})"  # noqa: S608

    def write() -> None:
        row = values | {"id": new_id(), "ref": f"{WRITTEN}{new_id()}"}
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(statement, list(row.values()))
        connection.execute("COMMIT")

    return write


def forget_written(connection: Any) -> None:
    """Takes away what `contact_writer` wrote."""
    connection.execute("DELETE FROM contacts WHERE ref LIKE ?", (f"{WRITTEN}%",))


def fold_log_in(path: Path, key: bytes) -> None:
    """Folds the write-ahead log into the file, so that nobody pays for what others wrote."""
    connection = open_bare(path, key)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    connection.close()
