"""Brings the vault's schema up to date, with Alembic and nothing but importable modules.

There is no ini file and no folder to look through, so it runs the same from a checkout, a
wheel and a frozen build. The connection is handed in; every step is one transaction with
its version. Take a backup first.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from functools import cache

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep
from alembic.script import Script
from alembic.script.revision import RevisionMap
from sqlalchemy import Connection

from casedesk.domain.errors import VaultError
from casedesk.storage.migrations import versions
from casedesk.storage.tables import metadata

BASE = "base"
HEAD = "head"

NEWER = (
    "The vault was used with a newer CaseDesk than this one, so it was left as it is: install "
    "the newer version and open it again."
)
"""The sentence for a vault that `is_newer`."""


def head_revision() -> str:
    """The revision of this program's schema."""
    return all_revisions()[-1]


def all_revisions() -> list[str]:
    """Every revision, from the first to the newest."""
    return [script.revision for script in _path(HEAD, BASE)][::-1]


def current_revision(connection: Connection) -> str | None:
    """The revision of the vault's schema; None for an empty database."""
    idle = not connection.in_transaction()
    try:
        return MigrationContext.configure(connection).get_current_revision()
    finally:
        if idle:
            connection.rollback()


def is_newer(connection: Connection) -> bool:
    """Whether a newer program made the schema: this one does not know its revision."""
    current = current_revision(connection)
    return current is not None and current not in all_revisions()


def upgrade(connection: Connection, to: str = HEAD) -> None:
    """Runs the steps up to a revision; the connection must be in no transaction.

    Raises `VaultError`, and touches nothing, when a newer program made the schema.
    """
    _run(
        connection,
        lambda current: [
            MigrationStep.upgrade_from_script(_revisions(), script)
            for script in _path(to, current)[::-1]
        ],
    )


def downgrade(connection: Connection, to: str) -> None:
    """Takes steps back down to a revision (`base`: an empty database)."""
    _run(
        connection,
        lambda current: [
            MigrationStep.downgrade_from_script(_revisions(), script)
            for script in _path(current, to)
        ],
    )


def _run(connection: Connection, steps: Callable[[str], Sequence[MigrationStep]]) -> None:
    if is_newer(connection):
        raise VaultError(NEWER)
    context = MigrationContext.configure(
        connection,
        opts={
            "target_metadata": metadata,
            "transactional_ddl": True,
            "transaction_per_migration": True,
            "fn": lambda heads, _: steps(heads[0] if heads else BASE),
        },
    )
    with Operations.context(context):
        context.run_migrations()
    # Looking for the version begins a transaction, also where there was no step to run.
    connection.rollback()


@cache
def _revisions() -> RevisionMap:
    modules = (
        importlib.import_module(f"{versions.__name__}.{found.name}")
        for found in pkgutil.iter_modules(versions.__path__)
    )
    scripts = [Script(module, module.revision, module.__name__) for module in modules]
    return RevisionMap(lambda: scripts)


def _path(upper: str, lower: str) -> list[Script]:
    """The steps between two revisions, newest first."""
    found = _revisions().iterate_revisions(upper, lower, implicit_base=True)
    return [script for script in found if isinstance(script, Script)]
