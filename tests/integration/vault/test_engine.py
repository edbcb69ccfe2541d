"""The engine: encrypted or not at all, and what the database is told to be careful about."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.exc import OperationalError as BadStatement

from casedesk.domain.errors import DamagedVault, FileProblem, VaultError
from casedesk.storage.engine import READ_ONLY, make_engine, open_keyed, require_cipher

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a folder with spaces, % and #?" / "casedesk.db"
    path.parent.mkdir()
    connection = open_keyed(path, KEY, create=True)
    connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
    connection.close()
    return path


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    engine = make_engine(path, KEY)
    yield engine
    engine.dispose()


def count(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM notes").scalar_one())


def test_settings(engine: Engine) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": "2",
        "foreign_keys": "1",
        "secure_delete": "1",
        "temp_store": "2",
        "mmap_size": "0",
        "page_size": "4096",
    }
    with engine.connect() as main, engine.connect() as other:
        for connection, cache in ((main, "-64000"), (other, "-8000")):
            # Two at once only because both read.
            reading = connection.execution_options(**{READ_ONLY: True})
            for name, value in {**wanted, "cache_size": cache}.items():
                found = reading.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                assert (name, str(found)) == (name, value)
            version = reading.exec_driver_sql("PRAGMA cipher_version").scalar_one()
            assert version.startswith("4.")


def test_ordinary_work_stays_on_the_connection_with_the_large_cache(engine: Engine) -> None:
    with engine.connect(), engine.connect().execution_options(**{READ_ONLY: True}):
        count_of_caches = set()
    for _ in range(5):
        with engine.connect() as connection:
            count_of_caches.add(connection.exec_driver_sql("PRAGMA cache_size").scalar_one())
    assert count_of_caches == {-64_000}


def test_an_engine_without_the_cipher_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="cannot encrypt"):
        require_cipher(sqlite3)
    for create in (True, False):
        with pytest.raises(VaultError, match="cannot encrypt"):
            open_keyed(tmp_path / "casedesk.db", KEY, create=create, driver=sqlite3)
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_key_is_silent_and_refused(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for key in (bytes(32), bytes([1]) + KEY[1:], KEY[:-1] + bytes([0])):
        with pytest.raises(DamagedVault):
            open_keyed(path, key)
    assert capfd.readouterr() == ("", "")
    with pytest.raises(ValueError, match="32 bytes"):
        open_keyed(path, b"short")


def test_what_is_no_database_of_ours(tmp_path: Path, path: Path) -> None:
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("CREATE TABLE notes (text)")
    plain.commit()
    plain.close()
    for data in (b"", b"x", b"x" * 16, os.urandom(4096), os.urandom(40960)):
        (tmp_path / "noise.db").write_bytes(data)
        with pytest.raises(DamagedVault):
            open_keyed(tmp_path / "noise.db", KEY)
    with pytest.raises(VaultError, match="not encrypted"):
        open_keyed(tmp_path / "plain.db", KEY)
    with pytest.raises(DamagedVault, match="is missing"):
        open_keyed(tmp_path / "nowhere.db", KEY)
    assert not (tmp_path / "nowhere.db").exists()
    with pytest.raises(VaultError, match="could not be made"):
        open_keyed(path, KEY, create=True)


def test_the_key_is_in_no_address_message_or_log(path: Path, engine: Engine) -> None:
    with pytest.raises(BadStatement) as refused, engine.connect() as connection:
        connection.exec_driver_sql("SELECT nothing FROM nowhere")
    for said in (str(engine.url), repr(engine), str(refused.value), repr(refused.value)):
        assert KEY.hex() not in said


def test_a_change_of_tables_is_undone_with_the_rest(engine: Engine) -> None:
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO notes (text) VALUES ('one')")
        connection.exec_driver_sql("CREATE TABLE more (x)")
        connection.exec_driver_sql("ALTER TABLE notes ADD COLUMN day TEXT")
        connection.exec_driver_sql("INSERT INTO notes (text) VALUES (NULL)")
    assert count(engine) == 0
    with engine.connect() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
        columns = connection.exec_driver_sql("PRAGMA table_info(notes)").all()
    assert names == ["notes"]
    assert len(columns) == 2


def test_a_reading_sees_one_state_while_another_writes(engine: Engine) -> None:
    with engine.connect().execution_options(**{READ_ONLY: True}) as reading:
        select = "SELECT count(*) FROM notes"
        assert reading.exec_driver_sql(select).scalar_one() == 0
        with engine.begin() as writing:
            writing.exec_driver_sql("INSERT INTO notes (text) VALUES ('one')")
        assert reading.exec_driver_sql(select).scalar_one() == 0
    assert count(engine) == 1


def test_writers_of_many_threads_take_turns(engine: Engine) -> None:
    def add() -> None:
        for _ in range(20):
            with engine.begin() as connection:
                number = connection.exec_driver_sql("SELECT count(*) FROM notes").scalar_one()
                connection.exec_driver_sql("INSERT INTO notes (text) VALUES (?)", (str(number),))

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with engine.connect() as connection:
        texts = connection.exec_driver_sql("SELECT text FROM notes ORDER BY id").scalars().all()
    assert texts == [str(number) for number in range(80)]


def test_a_read_only_engine_leaves_every_byte(path: Path) -> None:
    before = path.read_bytes()
    engine = make_engine(path, KEY, read_only=True)
    assert count(engine) == 0
    with pytest.raises(FileProblem, match="cannot be written"), engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO notes (text) VALUES ('one')")
    engine.dispose()
    assert path.read_bytes() == before


def test_a_full_database_is_one_sentence_and_works_again(engine: Engine) -> None:
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(FileProblem, match="disk is full, so nothing was saved"):
        for _ in range(100):
            with engine.begin() as connection:
                connection.exec_driver_sql("INSERT INTO notes (text) VALUES (?)", ("x" * 4000,))
    saved = count(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO notes (text) VALUES ('fits')")
    assert count(engine) == saved + 1


def test_a_damaged_page_is_one_sentence(path: Path) -> None:
    engine = make_engine(path, KEY)
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO notes (text) VALUES (?)", ("x" * 20_000,))
    engine.dispose()
    data = bytearray(path.read_bytes())
    data[3 * 4096 + 10] ^= 1
    path.write_bytes(data)
    with (
        pytest.raises(DamagedVault, match="restore the latest backup"),
        engine.connect() as connection,
    ):
        connection.exec_driver_sql("SELECT text FROM notes").scalars().all()
    engine.dispose()
