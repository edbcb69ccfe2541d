"""Is the vault whole? Every page, the tables, the journal's chain and the keys.

Used by `vault check`, and by backups and restores on their copies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from casedesk.domain.errors import KnownError
from casedesk.storage.backup_file import SUFFIX, open_backup_file
from casedesk.storage.chain import Head
from casedesk.storage.engine import READ_ONLY
from casedesk.storage.key_file import parse_key_file, read_key_file
from casedesk.storage.lead_slot import LeadSlot
from casedesk.storage.open_vault import OpenVault
from casedesk.storage.ports import Schema
from casedesk.storage.vault_folder import BACKUPS, DATABASE, KEYS

_SHOWN = 5
_BACKUPS_READ = 3


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One thing looked at: `what`, whether it is as it should be, and one sentence."""

    what: str
    ok: bool
    detail: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Everything that was looked at."""

    lines: tuple[CheckLine, ...]

    @property
    def ok(self) -> bool:
        """Whether all of it is as it should be."""
        return all(line.ok for line in self.lines)


def check_vault(vault: OpenVault) -> CheckReport:
    """Looks at every page, the schema, the journal's chain and the key slots."""
    connection = vault.raw_connection()
    try:
        # Everything into the one file whose pages are then read.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()
    backups, heads = _check_backups(vault)
    lines = check_database(vault.folder / DATABASE, vault.engine, vault.schema, heads)
    return CheckReport((*lines, backups, *_check_keys(vault)))


def check_database(
    path: Path, engine: Engine, schema: Schema, known_heads: Sequence[Head] = ()
) -> tuple[CheckLine, ...]:
    """The lines about the database alone; `known_heads` are those that backups hold."""
    looks: tuple[tuple[str, Callable[[Connection], str]], ...] = (
        ("pages", lambda connection: _pages(connection, path)),
        ("database", _database),
        ("links", _links),
        ("schema", lambda connection: _schema(connection, schema)),
        ("journal", lambda connection: _journal(connection, schema, known_heads)),
    )
    good = {
        "pages": "Every page is as it was written.",
        "database": "The database's structure is whole.",
        "links": "Every record that another names is there.",
        "schema": "The tables are those of this version.",
        "journal": "The chains of the journal and the access log verify.",
    }
    lines = []
    for what, look in looks:
        try:
            with engine.connect() as connection:
                problem = look(connection.execution_options(**{READ_ONLY: True}))
        except KnownError as error:
            problem = error.sentence
        lines.append(CheckLine(what, not problem, problem or good[what]))
    return tuple(lines)


def _pages(connection: Connection, path: Path) -> str:
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check")]
    if found:
        return _some("Damaged pages", found)
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    size = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
    on_disk = path.stat().st_size
    if on_disk < int(pages) * int(size):
        return f"The database is cut short: {on_disk} bytes of {int(pages) * int(size)} are there."
    return ""


def _database(connection: Connection) -> str:
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    return "" if found == ["ok"] else _some("The database's structure is damaged", found)


def _links(connection: Connection) -> str:
    found = [
        f"{row[0]} names a row of {row[2]} that is not there"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return _some("Records are missing", found) if found else ""


def _schema(connection: Connection, schema: Schema) -> str:
    revision, head = schema.current_revision(connection), schema.head_revision()
    if revision == head:
        return ""
    return f"The tables are those of version {revision or 'none'}, and this program's is {head}."


def _journal(connection: Connection, schema: Schema, known_heads: Sequence[Head]) -> str:
    found = schema.verify_chain(connection, known_heads)
    return _some("The journal was changed", found) if found else ""


def _check_backups(vault: OpenVault) -> tuple[CheckLine, list[Head]]:
    """The newest files in the vault's own backups folder, and the heads that they hold."""
    files = sorted((vault.folder / BACKUPS).glob(f"*{SUFFIX}"))[-_BACKUPS_READ:]
    heads: list[Head] = []
    bad: list[str] = []
    earlier = 0
    for file in files:
        contents, is_earlier = None, False
        try:
            with open_backup_file(file) as backup:
                backup.copy_database(len)
                contents = backup.manifest.contents(vault.data_key)
                keys = parse_key_file(backup.keys)
                is_earlier = keys.vault_id == vault.vault_id and not keys.knows(vault.data_key)
        except KnownError:
            contents = None
        if contents is None and is_earlier:
            earlier += 1
        elif contents is None:
            bad.append(file.name)
        else:
            heads += heads_from(contents.heads)
    if bad:
        return CheckLine("backups", False, _some("Backups that cannot be restored", bad)), heads
    whole = len(files) - earlier
    said = f"The newest {whole} can be restored." if files else "There are none here yet."
    if earlier:
        said = f"Opening with an earlier passphrase: {earlier}. With the present one: {whole}."
    return CheckLine("backups", True, said), heads


def heads_from(said: Mapping[str, str]) -> list[Head]:
    """The heads as `Schema.journal_heads` writes them."""
    heads = []
    for name, value in said.items():
        log, _, device = name.partition(" ")
        sequence, _, link = value.partition(" ")
        heads.append(Head(int(sequence), link, device, log))
    return heads


def _check_keys(vault: OpenVault) -> tuple[CheckLine, ...]:
    try:
        keys = read_key_file(vault.folder / KEYS)
    except KnownError as error:
        return (CheckLine("keys", False, error.sentence),)
    known = keys.vault_id == vault.vault_id and keys.knows(vault.data_key)
    sealed = keys.sealed_by(vault.data_key)
    ways = [
        *(["passphrase"] if keys.passphrase else []),
        *(["recovery code"] if keys.recovery else []),
        *(["team lead"] * len(keys.leads)),
    ]
    unsigned = [lead for lead in keys.leads if not lead.is_signed(keys.vault_id)]
    return (
        CheckLine(
            "keys",
            sealed,
            "The key file is as CaseDesk wrote it."
            if sealed
            else "The key file was changed by something other than CaseDesk.",
        ),
        CheckLine(
            "key check",
            known,
            "The key file belongs to this database."
            if known
            else "The key file does not belong to this database.",
        ),
        _slots_line(ways, keys.passphrase is not None and keys.recovery is not None, unsigned),
    )


def _slots_line(ways: list[str], complete: bool, unsigned: list[LeadSlot]) -> CheckLine:
    if unsigned:
        return CheckLine("key slots", False, "A team lead's slot is not signed by its maker.")
    if not complete:
        there = ", ".join(ways) or "none"
        return CheckLine("key slots", False, f"A way to open the vault is missing; there: {there}.")
    return CheckLine("key slots", True, f"Ways to open the vault: {', '.join(ways)}.")


def _some(said: str, found: list[str]) -> str:
    rest = len(found) - _SHOWN
    more = f"; and {rest} more" if rest > 0 else ""
    return f"{said}: {'; '.join(found[:_SHOWN])}{more}."
