"""Every schema this program ever had comes up to today's, and nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from schema_kit import FIXTURES, load, new_database, rows_of, schema_of
from sqlalchemy import Engine, text

from casedesk.domain.errors import VaultError
from casedesk.domain.records import CaseFile
from casedesk.storage import migrations
from casedesk.storage.case_files import FIELDS
from casedesk.storage.migrations import versions
from casedesk.storage.search_index import SCHEMA
from casedesk.storage.store import CaseStore
from casedesk.storage.tables import metadata
from casedesk.storage.verify import verify_chain

REVISIONS = migrations.all_revisions()
STEPS = list(zip(["base", *REVISIONS], REVISIONS, strict=False))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = new_database(tmp_path / "case.db")
    yield engine
    engine.dispose()


def go(engine: Engine, to: str) -> None:
    with engine.connect() as connection:
        known = migrations.current_revision(connection)
        up = to != "base" and (known is None or REVISIONS.index(known) < REVISIONS.index(to))
        (migrations.upgrade if up else migrations.downgrade)(connection, to)
        assert migrations.current_revision(connection) == (None if to == "base" else to)
        assert not connection.in_transaction()


def test_the_newest_schema_is_what_the_tables_say(engine: Engine, tmp_path: Path) -> None:
    go(engine, migrations.head_revision())
    declared = new_database(tmp_path / "declared.db")
    with declared.begin() as connection:
        metadata.create_all(connection)
        for statement in SCHEMA:
            connection.exec_driver_sql(statement)
    assert schema_of(engine) == schema_of(declared)
    declared.dispose()


@pytest.mark.parametrize(("before", "after"), STEPS)
def test_every_step_goes_up_down_and_up_again(engine: Engine, before: str, after: str) -> None:
    if before != "base":
        go(engine, before)
    below = schema_of(engine)
    go(engine, after)
    above = schema_of(engine)
    go(engine, before)
    assert schema_of(engine) == below
    go(engine, after)
    assert schema_of(engine) == above != below


def test_all_the_way_down_leaves_nothing(engine: Engine) -> None:
    go(engine, REVISIONS[-1])
    go(engine, "base")
    with engine.connect() as connection:
        assert rows_of(connection) == {}


def test_an_up_to_date_vault_is_left_alone(engine: Engine) -> None:
    go(engine, REVISIONS[-1])
    before = schema_of(engine)
    with engine.connect() as connection:
        migrations.upgrade(connection)
        assert not connection.in_transaction()
        assert migrations.current_revision(connection) == REVISIONS[-1]
    assert schema_of(engine) == before


def test_every_released_schema_has_its_fixture() -> None:
    assert sorted(one.stem for one in FIXTURES.glob("*.sql")) == REVISIONS


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_vault_of_every_released_schema_keeps_everything(tmp_path: Path, revision: str) -> None:
    engine = load(tmp_path / "case.db", FIXTURES / f"{revision}.sql")
    with engine.connect() as connection:
        assert migrations.current_revision(connection) == revision
        before = {name: len(rows) for name, rows in rows_of(connection).items()}
    with engine.connect() as connection:
        migrations.upgrade(connection)
        after = {name: len(rows) for name, rows in rows_of(connection).items()}
        assert verify_chain(connection) == []
    assert {name: after.get(name) for name in before} == before
    store = CaseStore(engine, "7K")
    with store.read() as reading:
        (case,) = reading.case_files()
        assert_whole(case)
        assert reading.setting("team") == "North"
        assert [one.state for one in reading.disclosures()] == ["done"]
        assert [one.text for one in reading.pack_texts()] == ["[pack]"]
        assert [hit.kind for hit in reading.search("tyler obrien")] == ["person"]
        found = [hit.kind for hit in reading.search("mornings")]
        assert [kind for kind in found if kind != "planned visit"] == ["assessment", "contact"]
    with store.unit_of_work("Ann") as unit:
        unit.change(unit.get(type(case.goals[0]), case.goals[0].id))
        assert unit.new_ref("F") == "F-7K-0002"
    engine.dispose()


def assert_whole(case: CaseFile) -> None:
    assert all(getattr(case, field) for field in FIELDS.values())
    assert [person.full_name for person in case.people] == ["Tyler O'Brien", "Joan O'Brien"]
    assert str(case.facts[0].days) == "2.50"
    assert [words for _, words in case.contacts[0].child_voice] == ["I like art", "Me too"]


@pytest.mark.parametrize("move", [migrations.upgrade, lambda at: migrations.downgrade(at, "base")])
def test_a_newer_schema_is_refused_untouched(engine: Engine, move: object) -> None:
    go(engine, REVISIONS[-1])
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        connection.execute(text("CREATE TABLE of_the_future (id INTEGER)"))
    before = schema_of(engine)
    with engine.connect() as connection:
        assert migrations.is_newer(connection)
        with pytest.raises(VaultError, match="newer CaseDesk"):
            move(connection)  # type: ignore[operator]
        assert not connection.in_transaction()
        assert migrations.current_revision(connection) == "9999"
    assert schema_of(engine) == before


def test_an_empty_or_older_database_is_not_newer(engine: Engine) -> None:
    with engine.connect() as connection:
        assert not migrations.is_newer(connection)
    go(engine, REVISIONS[0])
    with engine.connect() as connection:
        assert not migrations.is_newer(connection)


BROKEN_STEP = f'''
from alembic import op
revision = "9999"
down_revision = "{REVISIONS[-1]}"
def upgrade():
    op.execute("CREATE TABLE half_made (id INTEGER)")
    op.execute("DROP INDEX ix_families_listing")
    raise ZeroDivisionError
def downgrade():
    op.execute("DROP TABLE half_made")
'''


def test_a_step_that_fails_leaves_the_schema_and_version_before_it(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(engine, REVISIONS[-1])
    before = schema_of(engine)
    folder = tmp_path / "versions"
    folder.mkdir()
    (folder / "r9999_broken.py").write_text(BROKEN_STEP)
    monkeypatch.setattr(versions, "__path__", [*versions.__path__, str(folder)])
    migrations._revisions.cache_clear()
    try:
        with engine.connect() as connection:
            assert migrations.head_revision() == "9999"
            with pytest.raises(ZeroDivisionError):
                migrations.upgrade(connection)
        with engine.connect() as connection:
            assert migrations.current_revision(connection) == REVISIONS[-1]
        assert schema_of(engine) == before
    finally:
        monkeypatch.undo()
        migrations._revisions.cache_clear()
