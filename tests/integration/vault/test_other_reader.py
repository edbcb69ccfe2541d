"""The database is plain SQLCipher 4: another reader opens it with the key, none without."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import apsw
import pytest
from vault_kit import made, opened


def _read(database: Path, key: bytes | None) -> list[str]:
    connection = apsw.Connection(str(database), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        if key is not None:
            connection.pragma("cipher", "sqlcipher")
            connection.pragma("legacy", 4)
            connection.pragma("key", f"raw:{key.hex()}")
        return [str(row[0]) for row in connection.execute("SELECT text FROM notes ORDER BY id")]
    finally:
        connection.close()


def test_another_reader_opens_it_with_the_key_and_none_without(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one", "two")
    with opened(tmp_path / "vault") as vault:
        key = vault.data_key
    database = tmp_path / "vault" / "casedesk.db"
    assert _read(database, key) == ["one", "two"]
    for wrong in (None, bytes(32), bytes([key[0] ^ 1]) + key[1:]):
        with pytest.raises(apsw.NotADBError):
            _read(database, wrong)
    plain = sqlite3.connect(database)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        plain.execute("SELECT * FROM notes")
    plain.close()


def test_the_file_looks_like_noise(tmp_path: Path) -> None:
    made(tmp_path / "vault", "Bartholomew " * 1000)
    data = (tmp_path / "vault" / "casedesk.db").read_bytes()
    for clear in (b"SQLite format 3", b"Bartholomew", b"CREATE TABLE", b"notes"):
        assert clear not in data
    counts = [data.count(byte) for byte in range(256)]
    assert max(counts) < 2 * len(data) / 256
