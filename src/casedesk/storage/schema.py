"""The case file's tables, as the vault asks for them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, Engine

from casedesk.storage import migrations
from casedesk.storage.chain import all_heads
from casedesk.storage.ports import Schema
from casedesk.storage.tables import CHAINED
from casedesk.storage.verify import verify_chain


def case_file_schema() -> Schema:
    """How the vault upgrades, recognises and verifies the case file without knowing it."""
    return Schema(
        upgrade=_upgrade,
        current_revision=migrations.current_revision,
        head_revision=migrations.head_revision,
        is_newer=migrations.is_newer,
        verify_chain=verify_chain,
        journal_heads=_heads,
    )


def _upgrade(engine: Engine) -> None:
    with engine.connect() as connection:
        migrations.upgrade(connection)


def _heads(connection: Connection) -> Mapping[str, str]:
    return {
        f"{head.log} {head.device}": f"{head.sequence} {head.link}"
        for log in CHAINED
        for head in all_heads(connection, log)
    }
