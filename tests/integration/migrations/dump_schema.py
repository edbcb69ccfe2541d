"""Writes the fixture of a released schema: `python dump_schema.py` once for each revision.

An invented family with a record of every kind, its logs, a setting and a pack, as SQL that
makes the same database again (the full-text indexes by their own tables). A fixture that is
committed stays as it is: it is what people's vaults look like.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from schema_kit import FIXTURES, is_shadow

sys.path.insert(0, str(Path(__file__).parents[1] / "storage"))
from case_file_kit import ACTOR, DEVICE, SetClock, every_kind, make_case_file

from casedesk.storage import migrations
from casedesk.storage.sharing_log import Disclosure
from casedesk.storage.store import CaseStore
from casedesk.storage.summaries import StoredSummary


def main() -> None:
    """Dumps a database of today's schema, unless its fixture is there."""
    target = FIXTURES / f"{migrations.head_revision()}.sql"
    if target.exists():
        sys.exit(f"{target.name} is there already, and a released schema does not change.")
    with tempfile.TemporaryDirectory() as folder:
        engine = make_case_file(Path(folder) / "case.db")
        store = CaseStore(
            engine,
            DEVICE,
            SetClock(),
            summarise=lambda case, today: [
                StoredSummary(
                    pack_hash="a" * 64, states={"crime": "met"}, met_now=1, met_in_programme=1,
                    eligible=True, stale_on=None,
                )
            ],
        )  # fmt: skip
        with store.unit_of_work(ACTOR) as unit:
            home, *_ = unit.add_all(every_kind(unit))
            unit.set_setting("team", "North")
            unit.keep_pack("sf-2022", "3", "a" * 64, "[pack]")
            unit.log_access("read", home.id, "overview")
            unit.new_ref("F")
            disclosure = Disclosure(
                family_id=home.id, recipient="schools", purpose="support", how="saved",
                items=({"id": "F-1", "kind": "fact", "because": "consent C-1"},), sha256="b" * 64,
            )  # fmt: skip
            unit.finish_disclosure(unit.begin_disclosure(disclosure))
        with engine.connect() as connection:
            target.write_text("\n".join(_statements(connection)) + "\n", "utf-8")
        engine.dispose()


def _statements(connection: Any) -> Iterator[str]:
    run = connection.exec_driver_sql
    made = run("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
    rows = [row for row in made.all() if not row.name.startswith("sqlite_")]
    yield "PRAGMA foreign_keys = OFF;"
    yield "BEGIN;"
    yield from (f"{row.sql};" for row in rows if not is_shadow(row.name))
    for row in rows:
        if row.type != "table" or row.sql.startswith("CREATE VIRTUAL"):
            continue
        if is_shadow(row.name):
            yield f"DELETE FROM {row.name};"  # noqa: S608
        columns = [column.name for column in run(f"PRAGMA table_info({row.name})").all()]
        quoted = " || ', ' || ".join(f'quote("{name}")' for name in columns)
        for (values,) in run(f"SELECT {quoted} FROM {row.name}").all():  # noqa: S608
            yield f"INSERT INTO {row.name} VALUES ({values});"  # noqa: S608
    yield "COMMIT;"


if __name__ == "__main__":
    main()
