"""R7: every released schema comes up to today's with nothing lost, whenever it is killed."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from torture_child import READY, Say, killed
from torture_outcome import Control, Outcome
from torture_vault import PASSPHRASE, copied, new_vault

from casedesk.domain.errors import KnownError
from casedesk.services.session import machine, schema
from casedesk.storage import migrations
from casedesk.storage.engine import make_engine, open_keyed
from casedesk.storage.ports import Schema
from casedesk.storage.vault import unlock
from casedesk.storage.verify import verify_chain

FIXTURES = Path(__file__).parents[1] / "integration" / "migrations" / "fixtures"
LONGEST = 0.15
BY_MIGRATIONS = ("alembic_version", "summaries")


def run(place: Path, kills_a_schema: int, control_tries: int = 24, seed: int = 7) -> Outcome:
    """Kills so many upgrades of a vault of every released schema but the newest."""
    chance = random.Random(seed)
    failures: list[str] = []
    runs = half_way = 0
    old = [one for one in sorted(FIXTURES.glob("*.sql")) if one.stem != migrations.head_revision()]
    for fixture in old:
        template, rows = _vault_of(place, fixture)
        for number in range(kills_a_schema):
            folder = copied(template, place / "vault")
            ended = killed(
                lambda say, of=folder: _upgrade(of, schema(), say), chance.uniform(0, LONGEST)
            )
            half_way += ended.ended is None
            failures += [f"{fixture.stem}, kill {number}: {what}" for what in _lost(folder, rows)]
            runs += 1
    caught = 0
    template, rows = _vault_of(place, old[0])
    for _ in range(control_tries):
        folder = copied(template, place / "vault")
        killed(lambda say, of=folder: _upgrade(of, _careless(), say), chance.uniform(0, LONGEST))
        caught += bool(list(_lost(folder, rows)))
    return Outcome(
        "R7",
        f"kill -9 during the upgrade from {', '.join(one.stem for one in old)}",
        runs,
        failures,
        Control("steps that are not one transaction", control_tries, caught),
        {"killed before it was done": half_way},
    )


def _vault_of(place: Path, fixture: Path) -> tuple[Path, dict[str, list[Any]]]:
    """A closed vault whose database is that of the fixture, and every row in it."""
    template = place / f"template-{fixture.stem}"
    shutil.rmtree(template, ignore_errors=True)
    new_vault(template)
    with unlock(template, PASSPHRASE, machine=machine(use_keyring=False), schema=schema()) as one:
        key = one.data_key
    for file in template.glob("casedesk.db*"):
        file.unlink()
    connection = open_keyed(template / "casedesk.db", key, create=True)
    connection.executescript(fixture.read_text("utf-8"))
    connection.close()
    engine = make_engine(template / "casedesk.db", key, read_only=True)
    try:
        return template, _rows(engine)
    finally:
        engine.dispose()


def _rows(engine: Engine, only: dict[str, list[str]] | None = None) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    with engine.connect() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_n%'"
        )
        for (name,) in names.all():
            if name in BY_MIGRATIONS or (only is not None and name not in only):
                continue
            info = connection.exec_driver_sql(f'PRAGMA table_info("{name}")')
            columns = only[name] if only else [row.name for row in info.all()]
            chosen = ", ".join(f'"{column}"' for column in sorted(columns))
            rows = connection.exec_driver_sql(f'SELECT {chosen} FROM "{name}"')  # noqa: S608
            found[name] = sorted(map(repr, rows.all()))
            if only is None:
                found[f"columns of {name}"] = sorted(columns)
    return found


def _upgrade(folder: Path, tables: Schema, say: Say) -> None:
    say(READY)
    unlock(folder, PASSPHRASE, machine=machine(use_keyring=False), schema=tables).close()


def _lost(folder: Path, before: dict[str, list[Any]]) -> Iterator[str]:
    """Opens it again, to the newest schema, and compares every row there was."""
    columns = {
        name.removeprefix("columns of "): value
        for name, value in before.items()
        if name.startswith("columns of ")
    }
    try:
        with unlock(folder, PASSPHRASE, machine=machine(use_keyring=False), schema=schema()) as one:
            after = _rows(one.engine, columns)
            with one.engine.connect() as connection:
                yield from verify_chain(connection)
    except (KnownError, Exception) as error:  # noqa: BLE001 - a vault that does not open is lost
        yield f"it does not open again: {error}"
        return
    for name, rows in before.items():
        if not name.startswith("columns of ") and after.get(name) != rows:
            yield f"rows of {name} are not what they were"


def _careless() -> Schema:
    """Today's schema, reached by statements that are each saved by themselves."""
    real = schema()

    def upgrade(engine: Engine) -> None:
        # Past the engine, which would begin a transaction.
        driver: Any = engine.raw_connection()
        driver.execute("ALTER TABLE contacts ADD COLUMN minutes INTEGER")
        for number in range(60):
            driver.execute(f"CREATE TABLE half_made_{number} (id TEXT)")
        driver.execute("ALTER TABLE contacts DROP COLUMN minutes")
        driver.close()
        real.upgrade(engine)

    return replace(real, upgrade=upgrade)
